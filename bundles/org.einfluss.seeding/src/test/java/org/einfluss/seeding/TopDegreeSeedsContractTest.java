package org.einfluss.seeding;

import java.util.List;
import org.einfluss.tck.SeedingContract;

final class TopDegreeSeedsContractTest extends SeedingContract {
    @Override
    protected Object seeding() {
        return new TopDegreeSeeds();
    }

    @Override
    protected List<String> settings() {
        return List.of(
                "{}", "{size: 5}", "{size: {kind: budget, amount: 30}}", "{size: {kind: worth, nodes: 3, alpha: 2}}");
    }
}
