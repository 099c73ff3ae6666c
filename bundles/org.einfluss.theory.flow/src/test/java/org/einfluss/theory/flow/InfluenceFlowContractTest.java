package org.einfluss.theory.flow;

import java.util.List;
import org.einfluss.api.data.Dataset;
import org.einfluss.tck.AnalysisContract;

final class InfluenceFlowContractTest extends AnalysisContract {
    @Override
    protected Object analysis() {
        return new InfluenceFlow();
    }

    @Override
    protected List<Dataset> datasets() {
        return List.of(AttributionOracleTest.pairs());
    }

    @Override
    protected List<String> settings() {
        return List.of("{}", "{rule: shapley, slices: 3, column: side}");
    }
}
