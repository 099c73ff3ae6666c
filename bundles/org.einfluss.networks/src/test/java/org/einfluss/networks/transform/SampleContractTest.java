package org.einfluss.networks.transform;

import java.util.List;
import org.einfluss.api.model.Transform;
import org.einfluss.tck.TransformContract;

final class SampleContractTest extends TransformContract {
    @Override
    protected Transform<?> transform() {
        return new Sample();
    }

    @Override
    protected List<String> settings() {
        return List.of(
                "{}",
                "{method: {kind: ties, share: 0.3}}",
                "{method: {kind: snowball, share: 0.4, seeds: 2}}",
                "{method: {kind: forest-fire, share: 0.9}}");
    }
}
