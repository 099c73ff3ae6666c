package org.einfluss.networks.transform;

import java.util.List;
import org.einfluss.api.model.Transform;
import org.einfluss.tck.TransformContract;

final class DetectCommunitiesContractTest extends TransformContract {
    @Override
    protected Transform<?> transform() {
        return new DetectCommunities();
    }

    @Override
    protected List<String> settings() {
        return List.of("{}", "{column: part}");
    }
}
