package org.einfluss.theory.baselines;

import org.einfluss.api.model.Model;
import org.einfluss.tck.ModelContract;
import org.einfluss.tck.check.Traits;

final class SusceptibleInfectiousContractTest extends ModelContract {
    @Override
    protected Model<?> model() {
        return new SusceptibleInfectious();
    }

    @Override
    protected Traits traits() {
        return Traits.NONE
                .thatNeverShrinks()
                .thatIsOrderIndependent()
                .thatGrowsWith("{infection: 0.05}", "{infection: 0.3}", "{infection: 1}");
    }
}
