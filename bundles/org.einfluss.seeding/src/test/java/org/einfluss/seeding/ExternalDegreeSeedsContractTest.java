package org.einfluss.seeding;

import java.util.List;
import org.einfluss.tck.SeedingContract;

final class ExternalDegreeSeedsContractTest extends SeedingContract {
    @Override
    protected Object seeding() {
        return new ExternalDegreeSeeds();
    }

    @Override
    protected List<String> settings() {
        return List.of("{}", "{size: 5}", "{size: {kind: worth, nodes: 3, alpha: 2}}");
    }
}
