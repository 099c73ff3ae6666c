package org.einfluss.theory.flow;

import java.util.List;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Findings;
import org.einfluss.charts.ChartView;
import org.einfluss.tck.ChartViewContract;

final class ConnectorMapContractTest extends ChartViewContract {
    @Override
    protected ChartView view() {
        return new ConnectorMap();
    }

    @Override
    protected List<Findings> findings() {
        try {
            return List.of(new LeadersAndConnectors().analyse(FlowStudies.choices(), new None(), Progress.NONE));
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
