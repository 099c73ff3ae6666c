package org.einfluss.theory.flow;

import java.util.List;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Findings;
import org.einfluss.charts.ChartView;
import org.einfluss.tck.ChartViewContract;

final class FlowChartContractTest extends ChartViewContract {
    @Override
    protected ChartView view() {
        return new FlowChart();
    }

    @Override
    protected List<Findings> findings() {
        return List.of(
                new InfluenceFlow()
                        .analyse(
                                AttributionOracleTest.pairs(),
                                AttributionOracleTest.flow(Credit.EQUAL, 1, 2),
                                Progress.NONE),
                new InfluenceFlow()
                        .analyse(
                                AttributionOracleTest.pairs(),
                                AttributionOracleTest.flow(Credit.LAST, 3, 0),
                                Progress.NONE));
    }
}
