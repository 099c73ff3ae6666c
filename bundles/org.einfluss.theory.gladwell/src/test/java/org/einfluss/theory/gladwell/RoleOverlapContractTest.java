package org.einfluss.theory.gladwell;

import java.util.List;
import java.util.Optional;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.findings.Findings;
import org.einfluss.charts.ChartView;
import org.einfluss.tck.ChartViewContract;
import org.einfluss.tck.check.Samples;

final class RoleOverlapContractTest extends ChartViewContract {
    @Override
    protected ChartView view() {
        return new RoleOverlap();
    }

    @Override
    protected List<Findings> findings() {
        List<Dataset> samples = Samples.datasets();
        return List.of(new RoleMap()
                .analyse(
                        samples.get(samples.size() - 1),
                        new RoleMap.Parameters(Optional.empty(), Optional.empty(), 0.9, Optional.empty(), 0, 50, 1),
                        Progress.NONE));
    }
}
