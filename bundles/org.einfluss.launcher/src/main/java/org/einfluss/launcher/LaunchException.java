package org.einfluss.launcher;

/** Says in one sentence why Einfluss cannot be started as it was asked to; shown without a stack trace. */
public final class LaunchException extends RuntimeException {

    private static final long serialVersionUID = 1;

    LaunchException(String message) {
        super(message);
    }

    LaunchException(String message, Throwable cause) {
        super(message, cause);
    }
}
