package org.einfluss.tck;

import org.einfluss.api.model.Measure;
import org.einfluss.tck.check.Contract;
import org.einfluss.tck.check.MeasureChecks;
import org.osgi.annotation.versioning.ConsumerType;

/** The contract of a {@link Measure}; extend it and name the measure. */
@ConsumerType
public abstract class MeasureContract extends ComponentContract {
    /** For subclasses. */
    protected MeasureContract() {}

    /** Returns the measure. */
    protected abstract Measure<?> measure();

    @Override
    protected final Contract contract() {
        return new MeasureChecks(measure(), setup());
    }
}
