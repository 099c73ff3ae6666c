package org.einfluss.theory.flow;

import org.einfluss.tck.SeedingContract;

final class EvenPushesContractTest extends SeedingContract {
    @Override
    protected Object seeding() {
        return new EvenPushes();
    }
}
