package org.einfluss.example;

import java.util.List;
import org.einfluss.tck.SeedingContract;

final class WavesContractTest extends SeedingContract {
    @Override
    protected Object seeding() {
        return new Waves();
    }

    @Override
    protected List<String> settings() {
        return List.of("{audience: 7}");
    }
}
