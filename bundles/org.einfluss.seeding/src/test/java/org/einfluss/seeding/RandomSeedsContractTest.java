package org.einfluss.seeding;

import java.util.List;
import org.einfluss.tck.SeedingContract;

final class RandomSeedsContractTest extends SeedingContract {
    @Override
    protected Object seeding() {
        return new RandomSeeds();
    }

    @Override
    protected List<String> settings() {
        return List.of(
                "{}", "{size: 5}", "{size: {kind: budget, amount: 30}}", "{size: {kind: worth, nodes: 3, alpha: 2}}");
    }
}
