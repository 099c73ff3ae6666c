package org.einfluss.example;

import org.einfluss.api.model.Transform;
import org.einfluss.tck.TransformContract;

final class SecondLayerContractTest extends TransformContract {
    @Override
    protected Transform<?> transform() {
        return new SecondLayer();
    }
}
