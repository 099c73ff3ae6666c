package org.einfluss.theory.baselines;

import java.util.List;
import org.einfluss.api.model.Model;
import org.einfluss.tck.ModelContract;

final class SznajdContractTest extends ModelContract {
    @Override
    protected Model<?> model() {
        return new Sznajd();
    }

    @Override
    protected List<String> settings() {
        return List.of("{}", "{initial: 0.5}");
    }
}
