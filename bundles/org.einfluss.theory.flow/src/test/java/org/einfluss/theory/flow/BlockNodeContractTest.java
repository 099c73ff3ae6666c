package org.einfluss.theory.flow;

import java.util.List;
import org.einfluss.api.model.Transform;
import org.einfluss.tck.TransformContract;

final class BlockNodeContractTest extends TransformContract {
    @Override
    protected Transform<?> transform() {
        return new BlockNode();
    }

    @Override
    protected List<String> settings() {
        return List.of("{}", "{rank: 1}", "{node: '0'}");
    }
}
