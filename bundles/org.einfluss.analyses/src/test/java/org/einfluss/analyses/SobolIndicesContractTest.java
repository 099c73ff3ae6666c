package org.einfluss.analyses;

import org.einfluss.api.study.Study;
import org.einfluss.tck.AnalysisContract;

final class SobolIndicesContractTest extends AnalysisContract {
    @Override
    protected Object analysis() {
        return new SobolIndices();
    }

    @Override
    protected Study study() throws Exception {
        return Laboratory.study(
                "x: {vary: {from: 0, to: 1}}, y: {vary: {from: 0, to: 1}}",
                "design: {kind: saltelli, points: 8}\nreplicates: {networks: 4, runs: 3}\n");
    }
}
