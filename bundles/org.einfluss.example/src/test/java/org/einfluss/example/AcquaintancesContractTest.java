package org.einfluss.example;

import java.util.List;
import org.einfluss.tck.SeedingContract;

final class AcquaintancesContractTest extends SeedingContract {
    @Override
    protected Object seeding() {
        return new Acquaintances();
    }

    @Override
    protected List<String> settings() {
        return List.of("{}", "{size: 5}");
    }
}
