package org.einfluss.networks;

import org.einfluss.api.model.Generator;
import org.einfluss.tck.GeneratorContract;

final class OverlappingGroupsContractTest extends GeneratorContract {
    @Override
    protected Generator<?> generator() {
        return new OverlappingGroups();
    }
}
