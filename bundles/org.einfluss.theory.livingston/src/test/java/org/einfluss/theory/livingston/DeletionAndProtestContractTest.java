package org.einfluss.theory.livingston;

import java.util.List;
import org.einfluss.api.model.Model;
import org.einfluss.tck.ModelContract;
import org.einfluss.tck.check.Traits;

final class DeletionAndProtestContractTest extends ModelContract {
    @Override
    protected Model<?> model() {
        return new DeletionAndProtest();
    }

    @Override
    protected List<String> settings() {
        return List.of(
                "{}",
                "{spreading: 0.3, deletion: {kind: after, steps: 0}}",
                "{spreading: {kind: critical, multiple: 1.5}, usefulness: 0.5, deletion: {kind: after, steps: 3}, anger: 1}");
    }

    @Override
    protected Traits traits() {
        return Traits.NONE.thatNeverShrinks();
    }
}
