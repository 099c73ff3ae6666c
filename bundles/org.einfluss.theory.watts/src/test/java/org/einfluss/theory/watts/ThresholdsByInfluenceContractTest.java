package org.einfluss.theory.watts;

import org.einfluss.api.model.Transform;
import org.einfluss.tck.TransformContract;

final class ThresholdsByInfluenceContractTest extends TransformContract {
    @Override
    protected Transform<?> transform() {
        return new ThresholdsByInfluence();
    }
}
