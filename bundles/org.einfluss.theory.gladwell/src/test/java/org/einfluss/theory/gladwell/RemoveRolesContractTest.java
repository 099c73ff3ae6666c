package org.einfluss.theory.gladwell;

import java.util.List;
import org.einfluss.api.model.Transform;
import org.einfluss.graph.Network;
import org.einfluss.tck.TransformContract;

final class RemoveRolesContractTest extends TransformContract {
    @Override
    protected Transform<?> transform() {
        return new RemoveRoles();
    }

    @Override
    protected List<String> settings() {
        return List.of(
                "{}",
                "{role: mavens, share: 0.3}",
                "{role: salesmen, instead: same-number}",
                "{role: all-roles, share: 0.2, instead: same-links, how: immunise}");
    }

    @Override
    protected Network equip(Network plain) {
        return Samples.withRoles(plain);
    }
}
