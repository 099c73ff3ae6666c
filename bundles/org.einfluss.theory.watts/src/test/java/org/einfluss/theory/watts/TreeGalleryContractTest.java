package org.einfluss.theory.watts;

import java.util.List;
import org.einfluss.api.findings.Findings;
import org.einfluss.charts.ChartView;
import org.einfluss.tck.ChartViewContract;

final class TreeGalleryContractTest extends ChartViewContract {
    @Override
    protected ChartView view() {
        return new TreeGallery();
    }

    @Override
    protected List<Findings> findings() {
        return List.of(DrawnFindings.trees());
    }
}
