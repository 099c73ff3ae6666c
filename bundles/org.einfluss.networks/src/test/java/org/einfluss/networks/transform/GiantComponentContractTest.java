package org.einfluss.networks.transform;

import java.util.List;
import org.einfluss.api.model.Transform;
import org.einfluss.tck.TransformContract;

final class GiantComponentContractTest extends TransformContract {
    @Override
    protected Transform<?> transform() {
        return new GiantComponent();
    }

    @Override
    protected List<String> settings() {
        return List.of("{}", "{connection: strong}");
    }
}
