package org.einfluss.example;

import java.util.List;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Findings;
import org.einfluss.charts.ChartView;
import org.einfluss.tck.ChartViewContract;

final class GenerationsContractTest extends ChartViewContract {
    @Override
    protected ChartView view() {
        return new Generations();
    }

    @Override
    protected List<Findings> findings() {
        return List.of(
                new RumourOnTree().calculate(new RumourOnTree.Parameters(6, 0.3, 0.2, 20), Progress.NONE),
                new RumourOnTree().calculate(new RumourOnTree.Parameters(2, 0, 0, 1), Progress.NONE));
    }
}
