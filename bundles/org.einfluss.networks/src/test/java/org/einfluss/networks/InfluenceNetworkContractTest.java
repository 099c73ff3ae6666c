package org.einfluss.networks;

import org.einfluss.api.model.Generator;
import org.einfluss.tck.GeneratorContract;

final class InfluenceNetworkContractTest extends GeneratorContract {
    @Override
    protected Generator<?> generator() {
        return new InfluenceNetwork();
    }
}
