package org.einfluss.theory.watts;

import java.util.List;
import org.einfluss.api.findings.Findings;
import org.einfluss.charts.ChartView;
import org.einfluss.tck.ChartViewContract;

final class WindowMapContractTest extends ChartViewContract {
    @Override
    protected ChartView view() {
        return new WindowMap();
    }

    @Override
    protected List<Findings> findings() {
        return List.of(DrawnFindings.map());
    }
}
