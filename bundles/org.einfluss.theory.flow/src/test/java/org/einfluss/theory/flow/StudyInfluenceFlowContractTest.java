package org.einfluss.theory.flow;

import org.einfluss.api.study.Study;
import org.einfluss.tck.AnalysisContract;

final class StudyInfluenceFlowContractTest extends AnalysisContract {
    @Override
    protected Object analysis() {
        return new StudyInfluenceFlow();
    }

    @Override
    protected Study study() throws Exception {
        return FlowStudies.logged();
    }
}
