package org.einfluss.theory.flow;

import java.util.List;
import org.einfluss.api.model.Model;
import org.einfluss.tck.ModelContract;
import org.einfluss.tck.check.Traits;

final class ComplexContagionContractTest extends ModelContract {
    @Override
    protected Model<?> model() {
        return new ComplexContagion();
    }

    @Override
    protected List<String> settings() {
        return List.of("{}", "{threshold: 1}", "{threshold: 3}");
    }

    @Override
    protected Traits traits() {
        return Traits.NONE
                .thatNeverShrinks()
                .thatIsOrderIndependent()
                .thatGrowsWith("{threshold: 4}", "{threshold: 2}", "{threshold: 1}");
    }
}
