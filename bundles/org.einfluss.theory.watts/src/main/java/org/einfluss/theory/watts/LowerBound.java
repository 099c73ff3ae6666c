package org.einfluss.theory.watts;

/** What is taken as the lower bound of the threshold of a node that adopted. */
public enum LowerBound {
    /** The exposure before its last change: right if a node answers before its exposure changes again. */
    PREVIOUS_CHANGE,
    /** None: a node may hesitate for any time. */
    NONE
}
