package org.einfluss.theory.baselines;

import org.einfluss.api.study.Study;
import org.einfluss.tck.AnalysisContract;

final class EpidemicCourseContractTest extends AnalysisContract {
    @Override
    protected Object analysis() {
        return new EpidemicCourse();
    }

    @Override
    protected Study study() throws Exception {
        return SmallStudies.epidemic();
    }
}
