package org.einfluss.seeding;

import org.einfluss.math.RandomStream;

/** Nodes one after another in the order in which a seeding wants them, anew for each run. Allocates nothing after its making. */
interface Order {
    /** Starts the order of a run. */
    void begin(RandomStream random);

    /** Returns the next node, each once, or -1 when nobody is left. */
    int next();
}
