package org.einfluss.theory.flow;

import java.util.List;
import org.einfluss.tck.AnalysisContract;

final class BridgingAnalysisContractTest extends AnalysisContract {
    @Override
    protected Object analysis() {
        return new BridgingAnalysis();
    }

    @Override
    protected List<String> settings() {
        return List.of("{}", "{sources: 5, least-degree: 0}");
    }
}
