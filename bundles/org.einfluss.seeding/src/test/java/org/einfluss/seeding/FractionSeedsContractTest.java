package org.einfluss.seeding;

import java.util.List;
import org.einfluss.tck.SeedingContract;

final class FractionSeedsContractTest extends SeedingContract {
    @Override
    protected Object seeding() {
        return new FractionSeeds();
    }

    @Override
    protected List<String> settings() {
        return List.of("{}", "{share: 0.3}", "{share: 1}");
    }
}
