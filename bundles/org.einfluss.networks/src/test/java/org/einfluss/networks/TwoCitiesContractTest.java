package org.einfluss.networks;

import org.einfluss.api.model.Generator;
import org.einfluss.tck.GeneratorContract;

final class TwoCitiesContractTest extends GeneratorContract {
    @Override
    protected Generator<?> generator() {
        return new TwoCities();
    }
}
