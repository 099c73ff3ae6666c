package org.einfluss.theory.baselines;

import java.util.Arrays;
import java.util.List;
import org.einfluss.api.model.Model;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.einfluss.tck.ModelContract;
import org.einfluss.tck.check.Traits;

final class LinearThresholdContractTest extends ModelContract {
    @Override
    protected Model<?> model() {
        return new LinearThreshold();
    }

    @Override
    protected List<String> settings() {
        return List.of("{}", "{weights: {kind: table, normalized: true}}");
    }

    @Override
    protected Network equip(Network plain) {
        double[] weights = new double[plain.graph().arcs()];
        Arrays.fill(weights, 0.08);
        return plain.withArcColumn(Column.doubles("weight", "", weights));
    }

    @Override
    protected Traits traits() {
        return Traits.NONE.thatNeverShrinks().thatIsOrderIndependent();
    }
}
