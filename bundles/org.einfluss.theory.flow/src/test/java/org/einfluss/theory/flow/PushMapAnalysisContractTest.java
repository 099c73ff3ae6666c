package org.einfluss.theory.flow;

import org.einfluss.api.study.Study;
import org.einfluss.tck.AnalysisContract;

final class PushMapAnalysisContractTest extends AnalysisContract {
    @Override
    protected Object analysis() {
        return new PushMapAnalysis();
    }

    @Override
    protected Study study() throws Exception {
        return FlowStudies.pushed();
    }
}
