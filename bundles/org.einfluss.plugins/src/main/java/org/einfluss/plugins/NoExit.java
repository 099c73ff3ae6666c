package org.einfluss.plugins;

/** What the classes of plug-ins call in the place of {@link System#exit}, as nobody but the user ends the program. */
public final class NoExit {
    private NoExit() {}

    /**
     * Throws; returns never.
     *
     * @param status what {@link System#exit} was called with
     * @throws IllegalStateException always
     */
    public static void exit(int status) {
        throw new IllegalStateException("System.exit(" + status
                + ") was called, which would end the whole program; throw an exception instead");
    }
}
