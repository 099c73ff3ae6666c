package org.einfluss.networks.transform;

import java.util.List;
import org.einfluss.api.model.Transform;
import org.einfluss.tck.TransformContract;

final class EgoNetworkContractTest extends TransformContract {
    @Override
    protected Transform<?> transform() {
        return new EgoNetwork();
    }

    @Override
    protected List<String> settings() {
        return List.of("{node: \"0\"}", "{node: \"0\", radius: 2, steps: in}", "{node: nobody}");
    }
}
