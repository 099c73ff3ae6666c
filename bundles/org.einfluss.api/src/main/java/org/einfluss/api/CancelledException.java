package org.einfluss.api;

/** Thrown out of long work once the user has cancelled it; nothing is wrong and nothing is lost. */
public final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Makes the exception; it carries no stack trace. */
    public CancelledException() {
        super("cancelled", null, false, false);
    }
}
