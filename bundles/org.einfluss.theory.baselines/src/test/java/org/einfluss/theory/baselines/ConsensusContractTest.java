package org.einfluss.theory.baselines;

import org.einfluss.api.study.Study;
import org.einfluss.tck.AnalysisContract;

final class ConsensusContractTest extends AnalysisContract {
    @Override
    protected Object analysis() {
        return new Consensus();
    }

    @Override
    protected Study study() throws Exception {
        return SmallStudies.voters();
    }
}
