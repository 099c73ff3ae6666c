package org.einfluss.theory.gladwell;

import java.util.List;
import org.einfluss.api.model.Transform;
import org.einfluss.graph.Network;
import org.einfluss.tck.TransformContract;

final class PlantConnectorsContractTest extends TransformContract {
    @Override
    protected Transform<?> transform() {
        return new PlantConnectors();
    }

    @Override
    protected List<String> settings() {
        return List.of("{}", "{ties: 3, share: 0.2}");
    }

    @Override
    protected Network equip(Network plain) {
        return Samples.withRoles(plain);
    }
}
