package org.einfluss.theory.watts;

import java.util.List;
import org.einfluss.api.data.Dataset;
import org.einfluss.tck.AnalysisContract;

final class EmpiricalThresholdsContractTest extends AnalysisContract {
    @Override
    protected Object analysis() {
        return new EmpiricalThresholds();
    }

    @Override
    protected List<Dataset> datasets() {
        return List.of(SmallCascades.random(), SmallCascades.diamond());
    }
}
