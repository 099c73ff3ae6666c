package org.einfluss.theory.gladwell;

import java.util.List;
import org.einfluss.api.data.Dataset;
import org.einfluss.tck.AnalysisContract;

final class GrowthRegimeContractTest extends AnalysisContract {
    @Override
    protected Object analysis() {
        return new GrowthRegime();
    }

    @Override
    protected List<Dataset> datasets() {
        return List.of(GrowthRegimeTest.grown(0.01, 0.1, 0.1, 99, 12));
    }
}
