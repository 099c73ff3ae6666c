package org.einfluss.theory.gladwell;

import java.util.List;
import java.util.Optional;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Findings;
import org.einfluss.charts.ChartView;
import org.einfluss.tck.ChartViewContract;

final class SusceptibilityPeakContractTest extends ChartViewContract {
    @Override
    protected ChartView view() {
        return new SusceptibilityPeak();
    }

    @Override
    protected List<Findings> findings() {
        try {
            return List.of(new TippingPoint()
                    .analyse(
                            Experiments.sweep(),
                            new TippingPoint.Parameters(Optional.empty(), 0.1, Optional.empty()),
                            Progress.NONE));
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
