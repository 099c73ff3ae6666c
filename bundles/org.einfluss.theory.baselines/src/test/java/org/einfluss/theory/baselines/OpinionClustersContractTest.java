package org.einfluss.theory.baselines;

import org.einfluss.api.study.Study;
import org.einfluss.tck.AnalysisContract;

final class OpinionClustersContractTest extends AnalysisContract {
    @Override
    protected Object analysis() {
        return new OpinionClusters();
    }

    @Override
    protected Study study() throws Exception {
        return SmallStudies.opinions();
    }
}
