package org.einfluss.networks.transform;

import java.util.List;
import org.einfluss.api.model.Transform;
import org.einfluss.graph.Network;
import org.einfluss.tck.TransformContract;

final class FilterTiesContractTest extends TransformContract {
    @Override
    protected Transform<?> transform() {
        return new FilterTies();
    }

    @Override
    protected List<String> settings() {
        return List.of("{column: strength}", "{column: strength, keep: {kind: range, to: 0.5}}");
    }

    @Override
    protected Network equip(Network plain) {
        return Equipped.withTraits(plain);
    }
}
