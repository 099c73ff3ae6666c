package org.einfluss.theory.baselines;

import org.einfluss.api.model.Model;
import org.einfluss.tck.ModelContract;
import org.einfluss.tck.check.Traits;

final class NetworkBassContractTest extends ModelContract {
    @Override
    protected Model<?> model() {
        return new NetworkBass();
    }

    @Override
    protected Traits traits() {
        return Traits.NONE
                .thatNeverShrinks()
                .thatIsOrderIndependent()
                .thatGrowsWith("{innovation: 0.01}", "{innovation: 0.03}", "{innovation: 0.2}")
                .thatGrowsWith("{imitation: 0}", "{imitation: 0.3}", "{imitation: 1}");
    }
}
