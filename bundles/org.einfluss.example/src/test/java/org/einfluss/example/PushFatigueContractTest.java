package org.einfluss.example;

import java.util.List;
import org.einfluss.api.model.Model;
import org.einfluss.tck.ModelContract;

final class PushFatigueContractTest extends ModelContract {
    @Override
    protected Model<?> model() {
        return new PushFatigue();
    }

    @Override
    protected List<String> settings() {
        return List.of("{}", "{sources: 1, tolerance: 2}");
    }
}
