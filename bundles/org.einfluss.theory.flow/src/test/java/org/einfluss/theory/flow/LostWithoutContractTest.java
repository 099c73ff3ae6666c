package org.einfluss.theory.flow;

import java.util.List;
import org.einfluss.api.data.Dataset;
import org.einfluss.tck.AnalysisContract;

final class LostWithoutContractTest extends AnalysisContract {
    @Override
    protected Object analysis() {
        return new LostWithout();
    }

    @Override
    protected List<Dataset> datasets() {
        return List.of(AttributionOracleTest.pairs());
    }

    @Override
    protected List<String> settings() {
        return List.of(
                "{}", "{seeds: ['0'], chance: 0.5, worlds: 50}", "{chance: {kind: weighted}, worlds: 20, top: 2}");
    }
}
