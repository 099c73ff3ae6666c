package org.einfluss.example;

import org.einfluss.api.findings.Calculation;
import org.einfluss.tck.CalculationContract;

final class RumourOnTreeContractTest extends CalculationContract {
    @Override
    protected Calculation<?> calculation() {
        return new RumourOnTree();
    }
}
