package org.einfluss.theory.flow;

import java.util.List;
import org.einfluss.api.model.Model;
import org.einfluss.tck.ModelContract;
import org.einfluss.tck.check.Traits;

final class StructuralDiversityContractTest extends ModelContract {
    @Override
    protected Model<?> model() {
        return new StructuralDiversity();
    }

    @Override
    protected List<String> settings() {
        return List.of("{}", "{components: 1}");
    }

    @Override
    protected Traits traits() {
        return Traits.NONE.thatNeverShrinks().thatIsOrderIndependent();
    }
}
