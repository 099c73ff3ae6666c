package org.einfluss.example;

import org.einfluss.api.model.Model;
import org.einfluss.tck.ModelContract;
import org.einfluss.tck.check.Traits;

final class RankedFeedContractTest extends ModelContract {
    @Override
    protected Model<?> model() {
        return new RankedFeed();
    }

    @Override
    protected Traits traits() {
        return Traits.NONE.thatNeverShrinks();
    }
}
