package org.einfluss.networks;

import org.einfluss.tck.AnalysisContract;

final class NetworkSummaryContractTest extends AnalysisContract {
    @Override
    protected Object analysis() {
        return new NetworkSummary();
    }
}
