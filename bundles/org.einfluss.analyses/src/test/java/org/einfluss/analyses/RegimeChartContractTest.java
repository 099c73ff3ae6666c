package org.einfluss.analyses;

import java.util.List;
import org.einfluss.api.findings.Findings;
import org.einfluss.charts.ChartView;
import org.einfluss.tck.ChartViewContract;

final class RegimeChartContractTest extends ChartViewContract {
    @Override
    protected ChartView view() {
        return new RegimeChart();
    }

    @Override
    protected List<Findings> findings() {
        return List.of(
                RegimeMapTest.findings(0.005, false),
                RegimeMapTest.findings(0.005, true),
                RegimeMapTest.findings(5, false));
    }
}
