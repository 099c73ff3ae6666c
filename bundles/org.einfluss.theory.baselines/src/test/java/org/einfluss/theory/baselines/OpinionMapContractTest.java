package org.einfluss.theory.baselines;

import java.util.List;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Findings;
import org.einfluss.charts.ChartView;
import org.einfluss.tck.ChartViewContract;

final class OpinionMapContractTest extends ChartViewContract {
    @Override
    protected ChartView view() {
        return new OpinionMap();
    }

    @Override
    protected List<Findings> findings() {
        try {
            return List.of(
                    new OpinionClusters().analyse(SmallStudies.opinions(), new None(), Progress.NONE),
                    new OpinionClusters()
                            .analyse(
                                    SmallStudies.of(
                                            "network: {id: complete, nodes: 50}",
                                            "model: {id: deffuant, confidence: [0.1, 0.2, 0.4]}",
                                            "seeding: {id: random, size: 0}",
                                            "replicates: {networks: 1, runs: 2}",
                                            "measures: [opinion-distribution]",
                                            "key: 8"),
                                    new None(),
                                    Progress.NONE));
        } catch (Exception failed) {
            throw new IllegalStateException("The findings of the test could not be made", failed);
        }
    }
}
