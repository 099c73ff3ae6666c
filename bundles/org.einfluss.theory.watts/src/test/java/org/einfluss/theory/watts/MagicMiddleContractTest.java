package org.einfluss.theory.watts;

import org.einfluss.api.study.Study;
import org.einfluss.tck.AnalysisContract;

final class MagicMiddleContractTest extends AnalysisContract {
    @Override
    protected Object analysis() {
        return new MagicMiddle();
    }

    @Override
    protected Study study() throws Exception {
        return Experiments.bands();
    }
}
