package org.einfluss.networks.transform;

import java.util.List;
import org.einfluss.api.model.Transform;
import org.einfluss.graph.Network;
import org.einfluss.tck.TransformContract;

final class ProjectContractTest extends TransformContract {
    @Override
    protected Transform<?> transform() {
        return new Project();
    }

    @Override
    protected List<String> settings() {
        return List.of("{mode: a}", "{mode: b, weights: newman}", "{mode: nothing}");
    }

    @Override
    protected Network equip(Network plain) {
        return Equipped.withModes(plain);
    }
}
