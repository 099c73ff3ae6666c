package org.einfluss.seeding;

import org.einfluss.api.model.Measure;
import org.einfluss.tck.MeasureContract;

final class SeedAudienceContractTest extends MeasureContract {
    @Override
    protected Measure<?> measure() {
        return new SeedAudience();
    }
}
