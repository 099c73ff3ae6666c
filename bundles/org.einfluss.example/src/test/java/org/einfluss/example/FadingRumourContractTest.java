package org.einfluss.example;

import org.einfluss.api.model.Model;
import org.einfluss.tck.ModelContract;
import org.einfluss.tck.check.Traits;

final class FadingRumourContractTest extends ModelContract {
    @Override
    protected Model<?> model() {
        return new FadingRumour();
    }

    @Override
    protected Traits traits() {
        return Traits.NONE.thatNeverShrinks();
    }
}
