package org.einfluss.theory.flow;

import org.einfluss.tck.CalculationContract;

final class PushBudgetContractTest extends CalculationContract {
    @Override
    protected org.einfluss.api.findings.Calculation<?> calculation() {
        return new PushBudget();
    }
}
