package org.einfluss.networks.transform;

import java.util.List;
import org.einfluss.api.model.Transform;
import org.einfluss.graph.Network;
import org.einfluss.tck.TransformContract;

final class FilterNodesContractTest extends TransformContract {
    @Override
    protected Transform<?> transform() {
        return new FilterNodes();
    }

    @Override
    protected List<String> settings() {
        return List.of(
                "{column: group}",
                "{column: group, keep: {kind: equals, value: a}}",
                "{column: age, keep: {kind: range, from: 3}}",
                "{column: age, keep: {kind: one-of, values: [\"1\", \"2\"]}}",
                "{column: age, keep: {kind: missing}}");
    }

    @Override
    protected Network equip(Network plain) {
        return Equipped.withTraits(plain);
    }
}
