package org.einfluss.theory.baselines;

import org.einfluss.api.model.Measure;
import org.einfluss.tck.MeasureContract;

final class OpinionDistributionContractTest extends MeasureContract {
    @Override
    protected Measure<?> measure() {
        return new OpinionDistribution();
    }
}
