package org.einfluss.theory.flow;

import java.util.List;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Findings;
import org.einfluss.charts.ChartView;
import org.einfluss.tck.ChartViewContract;

final class PushMapContractTest extends ChartViewContract {
    @Override
    protected ChartView view() {
        return new PushMap();
    }

    @Override
    protected List<Findings> findings() {
        try {
            return List.of(
                    new PushBudget()
                            .calculate(
                                    new PushBudget.Parameters(
                                            0.3, new Fatigue.At(4), new Gate.Soft(0.6), 0.5, 0, 12, 8, 16),
                                    Progress.NONE),
                    new PushMapAnalysis().analyse(FlowStudies.pushed(), new None(), Progress.NONE));
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
