package org.einfluss.api.model;

/**
 * What a random number is for. Numbers for different purposes come from independent streams, so that a change in one
 * (say, another seeding) leaves the others as they were.
 */
public enum Purpose {
    /** Thresholds of nodes. */
    THRESHOLDS(1),
    /** Initial opinions and other starting states. */
    STATES(2),
    /** The choice of seeds. */
    SEEDS(3),
    /** The timed pushes of a campaign. */
    CAMPAIGN(4),
    /** Everything that happens while a run goes on. */
    DYNAMICS(5),
    /** Coins of arcs. */
    COINS(6),
    /** Attributes drawn by a model for its nodes. */
    ATTRIBUTES(7);

    private final int code;

    Purpose(int code) {
        this.code = code;
    }

    /** Returns the number that enters the key of the stream; it is part of the results and never changes. */
    public int code() {
        return code;
    }
}
