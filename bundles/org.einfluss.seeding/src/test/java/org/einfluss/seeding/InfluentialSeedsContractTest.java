package org.einfluss.seeding;

import java.util.List;
import org.einfluss.tck.SeedingContract;

final class InfluentialSeedsContractTest extends SeedingContract {
    @Override
    protected Object seeding() {
        return new InfluentialSeeds();
    }

    @Override
    protected List<String> settings() {
        return List.of("{}", "{size: {kind: worth, nodes: 3, alpha: 2}}", "{size: 3, top: 0.5}");
    }
}
