package org.einfluss.theory.baselines;

import org.einfluss.api.study.Study;
import org.einfluss.tck.AnalysisContract;

final class AdoptionCourseContractTest extends AnalysisContract {
    @Override
    protected Object analysis() {
        return new AdoptionCourse();
    }

    @Override
    protected Study study() throws Exception {
        return SmallStudies.adoption();
    }
}
