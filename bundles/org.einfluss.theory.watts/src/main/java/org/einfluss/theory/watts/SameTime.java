package org.einfluss.theory.watts;

/** Whether a source that adopts at the same time counts as active when its listener adopts. */
public enum SameTime {
    /** Only sources that adopted strictly earlier count. */
    BEFORE,
    /** Sources that adopted at the same time count too. */
    COUNTED
}
