package org.einfluss.tck;

import org.einfluss.api.model.Generator;
import org.einfluss.tck.check.Contract;
import org.einfluss.tck.check.GeneratorChecks;
import org.osgi.annotation.versioning.ConsumerType;

/** The contract of a {@link Generator}; extend it and name the generator. */
@ConsumerType
public abstract class GeneratorContract extends ComponentContract {
    /** For subclasses. */
    protected GeneratorContract() {}

    /** Returns the generator. */
    protected abstract Generator<?> generator();

    @Override
    protected final Contract contract() {
        return new GeneratorChecks(generator(), setup());
    }
}
