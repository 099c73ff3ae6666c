package org.einfluss.theory.baselines;

import java.util.List;
import org.einfluss.api.model.Model;
import org.einfluss.tck.ModelContract;
import org.einfluss.tck.check.Traits;

final class ContinuousEpidemicContractTest extends ModelContract {
    @Override
    protected Model<?> model() {
        return new ContinuousEpidemic();
    }

    @Override
    protected List<String> settings() {
        return List.of("{}", "{infection: 0.01}", "{infection: 0.01, period: constant}", "{period: constant}");
    }

    @Override
    protected Traits traits() {
        return Traits.NONE.thatNeverShrinks();
    }
}
