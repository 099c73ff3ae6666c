package org.einfluss.tck.check;

/** Says what was found where a clause demands something else. */
final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Violation(String found) {
        super(found);
    }
}
