package org.einfluss.theory.gladwell;

import java.util.List;
import org.einfluss.api.model.Transform;
import org.einfluss.graph.Network;
import org.einfluss.tck.TransformContract;

final class PlantMavensContractTest extends TransformContract {
    @Override
    protected Transform<?> transform() {
        return new PlantMavens();
    }

    @Override
    protected List<String> settings() {
        return List.of("{}", "{share: 0.3, column: community}");
    }

    @Override
    protected Network equip(Network plain) {
        return Samples.withRoles(plain);
    }
}
