package org.einfluss.tck;

import org.einfluss.api.model.Model;
import org.einfluss.tck.check.Contract;
import org.einfluss.tck.check.ModelChecks;
import org.einfluss.tck.check.Traits;
import org.osgi.annotation.versioning.ConsumerType;

/** The contract of a {@link Model}; extend it and name the model. */
@ConsumerType
public abstract class ModelContract extends ComponentContract {
    /** For subclasses. */
    protected ModelContract() {}

    /** Returns the model. */
    protected abstract Model<?> model();

    /** Returns what the model claims beyond its contract; by default nothing. */
    protected Traits traits() {
        return Traits.NONE;
    }

    @Override
    protected final Contract contract() {
        return new ModelChecks(model(), setup(), traits());
    }
}
