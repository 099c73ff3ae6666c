package org.einfluss.theory.baselines;

import org.einfluss.tck.AnalysisContract;

final class EpidemicThresholdContractTest extends AnalysisContract {
    @Override
    protected Object analysis() {
        return new EpidemicThreshold();
    }
}
