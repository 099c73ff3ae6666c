package org.einfluss.theory.livingston;

import org.einfluss.api.study.Study;
import org.einfluss.tck.AnalysisContract;

final class ShareOfCreditContractTest extends AnalysisContract {
    @Override
    protected Object analysis() {
        return new ShareOfCredit();
    }

    @Override
    protected Study study() throws Exception {
        return ShareOfCreditTest.study("0.5", "networks: 3, runs: 5");
    }
}
