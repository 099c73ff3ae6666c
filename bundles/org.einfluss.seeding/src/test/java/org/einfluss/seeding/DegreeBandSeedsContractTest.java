package org.einfluss.seeding;

import java.util.List;
import org.einfluss.tck.SeedingContract;

final class DegreeBandSeedsContractTest extends SeedingContract {
    @Override
    protected Object seeding() {
        return new DegreeBandSeeds();
    }

    @Override
    protected List<String> settings() {
        return List.of("{}", "{size: {kind: worth, nodes: 3, alpha: 2}}", "{size: 3, from: 0, to: 0.7}");
    }
}
