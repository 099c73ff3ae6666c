package org.einfluss.theory.flow;

import java.util.List;
import org.einfluss.api.data.Dataset;
import org.einfluss.tck.AnalysisContract;

final class ExposureCurveContractTest extends AnalysisContract {
    @Override
    protected Object analysis() {
        return new ExposureCurve();
    }

    @Override
    protected List<Dataset> datasets() {
        return List.of(AttributionOracleTest.pairs());
    }
}
