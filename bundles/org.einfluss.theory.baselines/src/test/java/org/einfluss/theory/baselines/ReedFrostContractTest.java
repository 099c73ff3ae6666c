package org.einfluss.theory.baselines;

import java.util.List;
import org.einfluss.api.model.Model;
import org.einfluss.tck.ModelContract;
import org.einfluss.tck.check.Traits;

final class ReedFrostContractTest extends ModelContract {
    @Override
    protected Model<?> model() {
        return new ReedFrost();
    }

    @Override
    protected List<String> settings() {
        return List.of("{}", "{infection: 0.1}");
    }

    @Override
    protected Traits traits() {
        return Traits.NONE
                .thatNeverShrinks()
                .thatIsOrderIndependent()
                .thatGrowsWith("{infection: 0.05}", "{infection: 0.3}", "{infection: 1}");
    }
}
