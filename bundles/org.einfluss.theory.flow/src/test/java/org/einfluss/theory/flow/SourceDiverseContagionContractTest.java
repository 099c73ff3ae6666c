package org.einfluss.theory.flow;

import java.util.List;
import org.einfluss.api.model.Model;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.einfluss.tck.ModelContract;
import org.einfluss.tck.check.Traits;

final class SourceDiverseContagionContractTest extends ModelContract {
    @Override
    protected Model<?> model() {
        return new SourceDiverseContagion();
    }

    @Override
    protected List<String> settings() {
        return List.of(
                "{}",
                "{fatigue: none, gate: 1, suspicion: 0}",
                "{gate: {kind: soft}, contexts: sources, seeds-paid: true}",
                "{contexts: {kind: table}, reactance: {kind: loss, pushes: 2}, pushing: 0.9, horizon: 30}",
                "{contexts: {kind: communities}, gate: 1}");
    }

    @Override
    protected Network equip(Network plain) {
        long[] blocks = new long[plain.nodes()];
        for (int v = 0; v < blocks.length; v++) {
            blocks[v] = v % 3;
        }
        return plain.withNodeColumn(Column.integers("block", "", blocks));
    }

    @Override
    protected Traits traits() {
        return Traits.NONE.thatNeverShrinks().thatIsOrderIndependent();
    }
}
