package org.einfluss.theory.watts;

import org.einfluss.api.study.Study;
import org.einfluss.tck.AnalysisContract;

final class InfluentialsAnalysisContractTest extends AnalysisContract {
    @Override
    protected Object analysis() {
        return new InfluentialsAnalysis();
    }

    @Override
    protected Study study() throws Exception {
        return Experiments.influentials();
    }
}
