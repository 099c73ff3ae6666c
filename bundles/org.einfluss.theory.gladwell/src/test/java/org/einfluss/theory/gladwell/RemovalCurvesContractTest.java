package org.einfluss.theory.gladwell;

import java.util.List;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Findings;
import org.einfluss.charts.ChartView;
import org.einfluss.tck.ChartViewContract;

final class RemovalCurvesContractTest extends ChartViewContract {
    @Override
    protected ChartView view() {
        return new RemovalCurves();
    }

    @Override
    protected List<Findings> findings() {
        try {
            return List.of(new RoleRemoval()
                    .analyse(Experiments.removal(), new RoleRemoval.Parameters(0.1, 0.5, 0.18), Progress.NONE));
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
