package org.einfluss.analyses;

import org.einfluss.api.study.Study;
import org.einfluss.tck.AnalysisContract;

final class FactorialEffectsContractTest extends AnalysisContract {
    @Override
    protected Object analysis() {
        return new FactorialEffects();
    }

    @Override
    protected Study study() throws Exception {
        return Laboratory.lucky("x: [0, 1], y: [0, 1]", "replicates: {networks: 4, runs: 3}\n");
    }
}
