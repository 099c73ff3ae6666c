package org.einfluss.theory.baselines;

import java.util.List;
import org.einfluss.api.model.Model;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.einfluss.tck.ModelContract;

final class VoterContractTest extends ModelContract {
    @Override
    protected Model<?> model() {
        return new Voter();
    }

    @Override
    protected List<String> settings() {
        return List.of("{}", "{initial: 0.5}", "{initial: {kind: table}}", "{horizon: 3, initial: 0.5}");
    }

    @Override
    protected Network equip(Network plain) {
        double[] opinions = new double[plain.nodes()];
        for (int v = 0; v < opinions.length; v += 2) {
            opinions[v] = 1;
        }
        return plain.withNodeColumn(Column.doubles("opinion", "", opinions));
    }
}
