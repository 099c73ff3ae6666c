package org.einfluss.theory.watts;

import org.einfluss.tck.AnalysisContract;

final class VulnerableClusterContractTest extends AnalysisContract {
    @Override
    protected Object analysis() {
        return new VulnerableCluster();
    }
}
