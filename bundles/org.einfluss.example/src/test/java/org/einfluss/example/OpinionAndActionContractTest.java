package org.einfluss.example;

import org.einfluss.api.model.Model;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.einfluss.tck.ModelContract;

final class OpinionAndActionContractTest extends ModelContract {
    @Override
    protected Model<?> model() {
        return new OpinionAndAction();
    }

    @Override
    protected Network equip(Network plain) {
        SecondLayer.Parameters parameters = new SecondLayer.Parameters(4, 0.1, 0.2, 0.2);
        return new SecondLayer().apply(parameters, plain, new RandomStream(5));
    }
}
