package org.einfluss.tck;

import org.einfluss.api.model.Transform;
import org.einfluss.tck.check.Contract;
import org.einfluss.tck.check.TransformChecks;
import org.osgi.annotation.versioning.ConsumerType;

/** The contract of a {@link Transform}; extend it and name the transform. */
@ConsumerType
public abstract class TransformContract extends ComponentContract {
    /** For subclasses. */
    protected TransformContract() {}

    /** Returns the transform. */
    protected abstract Transform<?> transform();

    @Override
    protected final Contract contract() {
        return new TransformChecks(transform(), setup());
    }
}
