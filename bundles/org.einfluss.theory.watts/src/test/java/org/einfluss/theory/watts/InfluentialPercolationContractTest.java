package org.einfluss.theory.watts;

import java.util.List;
import org.einfluss.api.model.Model;
import org.einfluss.tck.ModelContract;
import org.einfluss.tck.check.Traits;

final class InfluentialPercolationContractTest extends ModelContract {
    @Override
    protected Model<?> model() {
        return new InfluentialPercolation();
    }

    @Override
    protected List<String> settings() {
        return List.of("{}", "{transmission: 0.2, influential: {kind: period, rate: 1, period: 2}}");
    }

    @Override
    protected Traits traits() {
        return Traits.NONE.thatNeverShrinks().thatGrowsWith("{transmission: 0.1}", "{transmission: 0.4}");
    }
}
