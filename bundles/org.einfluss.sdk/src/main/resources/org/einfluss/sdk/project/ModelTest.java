package @name@;

import org.einfluss.api.model.Model;
import org.einfluss.tck.ModelContract;
import org.einfluss.tck.check.Traits;

/** The contract of every model, and what this one claims beyond it. */
final class @model@Test extends ModelContract {
    @Override
    protected Model<?> model() {
        return new @model@();
    }

    @Override
    protected Traits traits() {
        return Traits.NONE.thatNeverShrinks().thatGrowsWith("{probability: 0.1}", "{probability: 0.3}");
    }
}
