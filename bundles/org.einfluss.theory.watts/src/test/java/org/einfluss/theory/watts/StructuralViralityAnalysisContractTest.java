package org.einfluss.theory.watts;

import org.einfluss.tck.AnalysisContract;

final class StructuralViralityAnalysisContractTest extends AnalysisContract {
    @Override
    protected Object analysis() {
        return new StructuralViralityAnalysis();
    }
}
