package org.einfluss.theory.livingston;

import org.einfluss.api.findings.Calculation;
import org.einfluss.tck.CalculationContract;

final class DeletionSwitchContractTest extends CalculationContract {
    @Override
    protected Calculation<?> calculation() {
        return new DeletionSwitch();
    }
}
