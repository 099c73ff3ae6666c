package org.einfluss.theory.baselines;

import java.util.List;
import org.einfluss.api.model.Model;
import org.einfluss.tck.ModelContract;
import org.einfluss.tck.check.Traits;

final class SusceptibleInfectiousSusceptibleContractTest extends ModelContract {
    @Override
    protected Model<?> model() {
        return new SusceptibleInfectiousSusceptible();
    }

    @Override
    protected List<String> settings() {
        return List.of("{}", "{recovery: 0.5}", "{recovery: 0}", "{horizon: 5}");
    }

    @Override
    protected Traits traits() {
        return Traits.NONE.thatIsOrderIndependent();
    }
}
