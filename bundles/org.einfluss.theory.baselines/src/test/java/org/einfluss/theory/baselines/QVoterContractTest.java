package org.einfluss.theory.baselines;

import java.util.List;
import org.einfluss.api.model.Model;
import org.einfluss.tck.ModelContract;

final class QVoterContractTest extends ModelContract {
    @Override
    protected Model<?> model() {
        return new QVoter();
    }

    @Override
    protected List<String> settings() {
        return List.of("{}", "{initial: 0.5, noise: 0.3}", "{q: 1, initial: 0.5}");
    }
}
