package org.einfluss.theory.baselines;

import org.einfluss.api.study.Study;
import org.einfluss.tck.AnalysisContract;

final class OutbreakSizeContractTest extends AnalysisContract {
    @Override
    protected Object analysis() {
        return new OutbreakSize();
    }

    @Override
    protected Study study() throws Exception {
        return SmallStudies.outbreaks();
    }
}
