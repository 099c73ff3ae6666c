package org.einfluss.theory.watts;

import org.einfluss.api.study.Study;
import org.einfluss.tck.AnalysisContract;
import org.einfluss.tck.check.Samples;

final class TimeCourseContractTest extends AnalysisContract {
    @Override
    protected Object analysis() {
        return new TimeCourse();
    }

    @Override
    protected Study study() throws Exception {
        return Samples.studies().get(1); // the one with a row for every step
    }
}
