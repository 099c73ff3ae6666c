package org.einfluss.engine.experiment;

/** Whether design points share their random networks, or their random coins. */
public enum Sharing {
    /** The same for all design points that can share them, so that differences between points are free of their noise. */
    COMMON,
    /** Each design point draws its own. */
    INDEPENDENT
}
