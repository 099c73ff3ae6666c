package org.einfluss.theory.flow;

import org.einfluss.api.study.Study;
import org.einfluss.tck.AnalysisContract;

final class LeadersAndConnectorsContractTest extends AnalysisContract {
    @Override
    protected Object analysis() {
        return new LeadersAndConnectors();
    }

    @Override
    protected Study study() throws Exception {
        return FlowStudies.choices();
    }
}
