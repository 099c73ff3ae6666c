package org.einfluss.networks.transform;

import java.util.List;
import org.einfluss.api.model.Transform;
import org.einfluss.tck.TransformContract;

final class CoreContractTest extends TransformContract {
    @Override
    protected Transform<?> transform() {
        return new Core();
    }

    @Override
    protected List<String> settings() {
        return List.of("{}", "{k: 0}", "{k: 3}");
    }
}
