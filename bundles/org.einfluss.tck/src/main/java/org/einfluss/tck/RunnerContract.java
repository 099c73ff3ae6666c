package org.einfluss.tck;

import org.einfluss.api.study.Runner;
import org.einfluss.tck.check.Contract;
import org.einfluss.tck.check.RunnerChecks;
import org.osgi.annotation.versioning.ConsumerType;

/** The contract of a {@link Runner}; extend it and name the runner. */
@ConsumerType
public abstract class RunnerContract extends ComponentContract {
    /** For subclasses. */
    protected RunnerContract() {}

    /** Returns the runner. */
    protected abstract Runner runner();

    @Override
    protected final Contract contract() {
        return new RunnerChecks(runner());
    }
}
