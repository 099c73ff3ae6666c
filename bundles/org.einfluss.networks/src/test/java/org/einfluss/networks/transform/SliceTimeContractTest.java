package org.einfluss.networks.transform;

import java.util.List;
import org.einfluss.api.model.Transform;
import org.einfluss.graph.Network;
import org.einfluss.tck.TransformContract;

final class SliceTimeContractTest extends TransformContract {
    @Override
    protected Transform<?> transform() {
        return new SliceTime();
    }

    @Override
    protected List<String> settings() {
        return List.of("{at: 2}", "{from: 1, to: 3, nodes: all}", "{to: 2}", "{at: 2012-07-04}");
    }

    @Override
    protected Network equip(Network plain) {
        return Equipped.withDates(plain);
    }
}
