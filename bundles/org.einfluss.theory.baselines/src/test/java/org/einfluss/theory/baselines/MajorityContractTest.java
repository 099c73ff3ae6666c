package org.einfluss.theory.baselines;

import java.util.List;
import org.einfluss.api.model.Model;
import org.einfluss.tck.ModelContract;

final class MajorityContractTest extends ModelContract {
    @Override
    protected Model<?> model() {
        return new Majority();
    }

    @Override
    protected List<String> settings() {
        return List.of("{}", "{initial: 0.5}", "{update: asynchronous, initial: 0.5}", "{horizon: 2, initial: 0.5}");
    }
}
