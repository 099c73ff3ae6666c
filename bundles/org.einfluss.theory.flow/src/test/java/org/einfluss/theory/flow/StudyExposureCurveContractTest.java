package org.einfluss.theory.flow;

import org.einfluss.api.study.Study;
import org.einfluss.tck.AnalysisContract;

final class StudyExposureCurveContractTest extends AnalysisContract {
    @Override
    protected Object analysis() {
        return new StudyExposureCurve();
    }

    @Override
    protected Study study() throws Exception {
        return FlowStudies.logged();
    }
}
