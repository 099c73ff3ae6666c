package org.einfluss.theory.baselines;

import java.util.Arrays;
import java.util.List;
import org.einfluss.api.model.Model;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.einfluss.tck.ModelContract;

final class FriedkinJohnsenContractTest extends ModelContract {
    @Override
    protected Model<?> model() {
        return new FriedkinJohnsen();
    }

    @Override
    protected List<String> settings() {
        return List.of("{}", "{susceptibility: {kind: table}, weights: {kind: table, normalized: true}}");
    }

    @Override
    protected Network equip(Network plain) {
        double[] opinions = new double[plain.nodes()];
        for (int v = 0; v < opinions.length; v++) {
            opinions[v] = v % 7 / 6.0;
        }
        double[] weights = new double[plain.graph().arcs()];
        Arrays.fill(weights, 3);
        return plain.withNodeColumn(Column.doubles("opinion", "", opinions))
                .withNodeColumn(Column.doubles("susceptibility", "", opinions))
                .withArcColumn(Column.doubles("weight", "", weights));
    }
}
