package org.einfluss.networks.transform;

import java.util.List;
import org.einfluss.api.model.Transform;
import org.einfluss.tck.TransformContract;

final class RewireContractTest extends TransformContract {
    @Override
    protected Transform<?> transform() {
        return new Rewire();
    }

    @Override
    protected List<String> settings() {
        return List.of("{}", "{attempts: 0}");
    }
}
