package org.einfluss.example;

import org.einfluss.api.model.Generator;
import org.einfluss.tck.GeneratorContract;

final class CliquesContractTest extends GeneratorContract {
    @Override
    protected Generator<?> generator() {
        return new Cliques();
    }
}
