package org.einfluss.seeding;

import org.einfluss.api.InputException;

/** Checks that there are as many nodes as seeds are asked for. */
final class SeedCount {
    private SeedCount() {}

    static int checked(int seeds, int nodes) {
        if (seeds > nodes) {
            throw new InputException("Seeding asks for " + seeds + " seeds, but the network has " + nodes
                    + " nodes; ask for at most " + nodes);
        }
        return seeds;
    }
}
