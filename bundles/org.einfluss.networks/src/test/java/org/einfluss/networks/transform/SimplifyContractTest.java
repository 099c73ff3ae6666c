package org.einfluss.networks.transform;

import java.util.List;
import org.einfluss.api.model.Transform;
import org.einfluss.tck.TransformContract;

final class SimplifyContractTest extends TransformContract {
    @Override
    protected Transform<?> transform() {
        return new Simplify();
    }

    @Override
    protected List<String> settings() {
        return List.of("{}");
    }
}
