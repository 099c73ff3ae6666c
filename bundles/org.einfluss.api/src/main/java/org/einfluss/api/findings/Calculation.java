package org.einfluss.api.findings;

import org.einfluss.api.Progress;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A closed form or fixed point: needs neither dataset nor study. Stateless. Contract test: {@code CalculationContract}.
 *
 * @param <P> parameter record
 */
@ConsumerType
public interface Calculation<P extends Record> {
    /**
     * Computes the findings.
     *
     * @param parameters checked parameters
     * @param progress told how far it is, asked for cancellation
     * @return the findings, their kind being the calculation's id
     */
    Findings calculate(P parameters, Progress progress);
}
