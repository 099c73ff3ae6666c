package org.einfluss.theory.flow;

import org.einfluss.api.study.Study;
import org.einfluss.tck.AnalysisContract;

final class LostWithoutNodeContractTest extends AnalysisContract {
    @Override
    protected Object analysis() {
        return new LostWithoutNode();
    }

    @Override
    protected Study study() throws Exception {
        return FlowStudies.blocked("{id: independent-cascade, probability: 0.5}");
    }
}
