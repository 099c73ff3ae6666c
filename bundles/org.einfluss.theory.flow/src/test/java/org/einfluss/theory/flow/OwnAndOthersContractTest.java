package org.einfluss.theory.flow;

import org.einfluss.api.model.Measure;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.einfluss.tck.MeasureContract;

final class OwnAndOthersContractTest extends MeasureContract {
    @Override
    protected Measure<?> measure() {
        return new OwnAndOthers();
    }

    @Override
    protected Network equip(Network plain) {
        long[] blocks = new long[plain.nodes()];
        for (int v = 0; v < blocks.length; v++) {
            blocks[v] = v % 3;
        }
        return plain.withNodeColumn(Column.integers("block", "", blocks));
    }
}
