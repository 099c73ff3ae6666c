package org.einfluss.analyses;

import org.einfluss.api.study.Study;
import org.einfluss.tck.AnalysisContract;

final class RegimeMapContractTest extends AnalysisContract {
    @Override
    protected Object analysis() {
        return new RegimeMap();
    }

    @Override
    protected Study study() {
        return new ContestStudy(RegimeMapTest::truth, 0.01, false, 0, 1000);
    }
}
