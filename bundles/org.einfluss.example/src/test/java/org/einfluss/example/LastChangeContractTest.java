package org.einfluss.example;

import org.einfluss.api.model.Measure;
import org.einfluss.tck.MeasureContract;

final class LastChangeContractTest extends MeasureContract {
    @Override
    protected Measure<?> measure() {
        return new LastChange();
    }
}
