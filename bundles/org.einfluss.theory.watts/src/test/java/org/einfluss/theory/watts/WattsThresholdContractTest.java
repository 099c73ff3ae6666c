package org.einfluss.theory.watts;

import java.util.List;
import org.einfluss.api.model.Model;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.einfluss.tck.ModelContract;
import org.einfluss.tck.check.Traits;

final class WattsThresholdContractTest extends ModelContract {
    @Override
    protected Model<?> model() {
        return new WattsThreshold();
    }

    @Override
    protected List<String> settings() {
        return List.of(
                "{}",
                "{threshold: 0.4}",
                "{threshold: {kind: normal, mean: 0.3, sd: 0.2}}",
                "{threshold: {kind: uniform, from: 0, to: 1}}",
                "{threshold: {kind: table}}");
    }

    @Override
    protected Network equip(Network plain) {
        double[] thresholds = new double[plain.nodes()];
        for (int v = 0; v < thresholds.length; v++) {
            thresholds[v] = v % 5 / 4.0;
        }
        return plain.withNodeColumn(Column.doubles("threshold", "", thresholds));
    }

    @Override
    protected Traits traits() {
        return Traits.NONE
                .thatNeverShrinks()
                .thatIsOrderIndependent()
                .thatGrowsWith("{threshold: 1}", "{threshold: 0.5}", "{threshold: 0.2}");
    }
}
