package org.einfluss.theory.baselines;

import org.einfluss.api.findings.Calculation;
import org.einfluss.tck.CalculationContract;

final class FriedkinJohnsenLimitContractTest extends CalculationContract {
    @Override
    protected Calculation<?> calculation() {
        return new FriedkinJohnsenLimit();
    }
}
