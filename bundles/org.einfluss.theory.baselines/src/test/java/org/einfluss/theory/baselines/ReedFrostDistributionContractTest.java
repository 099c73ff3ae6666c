package org.einfluss.theory.baselines;

import org.einfluss.api.findings.Calculation;
import org.einfluss.tck.CalculationContract;

final class ReedFrostDistributionContractTest extends CalculationContract {
    @Override
    protected Calculation<?> calculation() {
        return new ReedFrostDistribution();
    }
}
