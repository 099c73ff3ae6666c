package org.einfluss.theory.baselines;

import org.einfluss.api.findings.Calculation;
import org.einfluss.tck.CalculationContract;

final class BassCurveContractTest extends CalculationContract {
    @Override
    protected Calculation<?> calculation() {
        return new BassCurve();
    }
}
