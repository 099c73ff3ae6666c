package org.einfluss.theory.watts;

import java.util.List;
import org.einfluss.api.findings.Findings;
import org.einfluss.charts.ChartView;
import org.einfluss.tck.ChartViewContract;

final class ReachMapContractTest extends ChartViewContract {
    @Override
    protected ChartView view() {
        return new ReachMap();
    }

    @Override
    protected List<Findings> findings() {
        return List.of(DrawnFindings.map());
    }
}
