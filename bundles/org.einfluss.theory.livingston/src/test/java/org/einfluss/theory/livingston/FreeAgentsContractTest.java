package org.einfluss.theory.livingston;

import org.einfluss.api.model.Transform;
import org.einfluss.tck.TransformContract;

final class FreeAgentsContractTest extends TransformContract {
    @Override
    protected Transform<?> transform() {
        return new FreeAgents();
    }
}
