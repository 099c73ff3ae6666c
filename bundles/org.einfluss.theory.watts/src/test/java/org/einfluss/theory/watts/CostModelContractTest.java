package org.einfluss.theory.watts;

import org.einfluss.api.findings.Calculation;
import org.einfluss.tck.CalculationContract;

final class CostModelContractTest extends CalculationContract {
    @Override
    protected Calculation<?> calculation() {
        return new CostModel();
    }
}
