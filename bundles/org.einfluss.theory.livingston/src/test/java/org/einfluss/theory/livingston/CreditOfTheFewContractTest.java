package org.einfluss.theory.livingston;

import org.einfluss.api.model.Measure;
import org.einfluss.tck.MeasureContract;

final class CreditOfTheFewContractTest extends MeasureContract {
    @Override
    protected Measure<?> measure() {
        return new CreditOfTheFew();
    }
}
