package org.einfluss.api.data;

/** What a line "a b" of a network file says. It cannot be guessed from the data; whoever imports it must know. */
public enum Direction {
    /** a can influence b: the arc is kept as it stands. */
    INFLUENCES,
    /** a follows, names or listens to b: the arc is turned round. */
    FOLLOWS,
    /** a and b influence each other: both arcs. */
    MUTUAL
}
