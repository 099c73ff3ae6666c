package org.einfluss.seeding;

import java.util.List;
import org.einfluss.tck.SeedingContract;

final class GivenSeedsContractTest extends SeedingContract {
    @Override
    protected Object seeding() {
        return new GivenSeeds();
    }

    @Override
    protected List<String> settings() {
        return List.of("{nodes: [0]}", "{nodes: [6, 2]}");
    }
}
