package org.einfluss.tck;

import org.einfluss.api.findings.Calculation;
import org.einfluss.tck.check.AnalysisChecks;
import org.einfluss.tck.check.Contract;
import org.osgi.annotation.versioning.ConsumerType;

/** The contract of a {@link Calculation}; extend it and name the calculation. */
@ConsumerType
public abstract class CalculationContract extends ComponentContract {
    /** For subclasses. */
    protected CalculationContract() {}

    /** Returns the calculation. */
    protected abstract Calculation<?> calculation();

    @Override
    protected final Contract contract() {
        return AnalysisChecks.of(calculation(), setup());
    }
}
