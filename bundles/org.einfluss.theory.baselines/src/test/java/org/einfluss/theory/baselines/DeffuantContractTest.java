package org.einfluss.theory.baselines;

import java.util.List;
import org.einfluss.api.model.Model;
import org.einfluss.tck.ModelContract;

final class DeffuantContractTest extends ModelContract {
    @Override
    protected Model<?> model() {
        return new Deffuant();
    }

    @Override
    protected List<String> settings() {
        return List.of("{}", "{confidence: 0.5, approach: 0.1}", "{initial: {kind: two-valued}, horizon: 5}");
    }
}
