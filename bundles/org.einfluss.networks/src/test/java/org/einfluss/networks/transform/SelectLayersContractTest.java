package org.einfluss.networks.transform;

import java.util.List;
import org.einfluss.api.model.Transform;
import org.einfluss.graph.Network;
import org.einfluss.tck.TransformContract;

final class SelectLayersContractTest extends TransformContract {
    @Override
    protected Transform<?> transform() {
        return new SelectLayers();
    }

    @Override
    protected List<String> settings() {
        return List.of(
                "{layers: [second]}",
                "{layers: [second, ties], join: union}",
                "{layers: [ties, second], join: intersection}",
                "{layers: [nothing]}");
    }

    @Override
    protected Network equip(Network plain) {
        return Equipped.withLayers(plain);
    }
}
