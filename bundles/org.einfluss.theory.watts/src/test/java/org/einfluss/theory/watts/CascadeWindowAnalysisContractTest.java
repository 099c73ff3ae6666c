package org.einfluss.theory.watts;

import org.einfluss.tck.AnalysisContract;

final class CascadeWindowAnalysisContractTest extends AnalysisContract {
    @Override
    protected Object analysis() {
        return new CascadeWindowAnalysis();
    }
}
