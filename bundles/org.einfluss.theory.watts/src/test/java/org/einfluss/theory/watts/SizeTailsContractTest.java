package org.einfluss.theory.watts;

import java.util.List;
import org.einfluss.api.findings.Findings;
import org.einfluss.charts.ChartView;
import org.einfluss.tck.ChartViewContract;

final class SizeTailsContractTest extends ChartViewContract {
    @Override
    protected ChartView view() {
        return new SizeTails();
    }

    @Override
    protected List<Findings> findings() {
        return List.of(DrawnFindings.sizes());
    }
}
