package org.einfluss.theory.gladwell;

import java.util.List;
import org.einfluss.api.model.Transform;
import org.einfluss.graph.Network;
import org.einfluss.tck.TransformContract;

final class PlantAllInOneContractTest extends TransformContract {
    @Override
    protected Transform<?> transform() {
        return new PlantAllInOne();
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
