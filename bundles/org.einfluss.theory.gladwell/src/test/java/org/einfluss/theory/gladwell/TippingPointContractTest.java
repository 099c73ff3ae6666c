package org.einfluss.theory.gladwell;

import org.einfluss.api.study.Study;
import org.einfluss.tck.AnalysisContract;

final class TippingPointContractTest extends AnalysisContract {
    @Override
    protected Object analysis() {
        return new TippingPoint();
    }

    @Override
    protected Study study() throws Exception {
        return Experiments.sweep();
    }
}
