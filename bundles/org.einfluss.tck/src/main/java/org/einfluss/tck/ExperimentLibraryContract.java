package org.einfluss.tck;

import org.einfluss.api.study.ExperimentLibrary;
import org.einfluss.tck.check.Contract;
import org.einfluss.tck.check.ExperimentLibraryChecks;
import org.osgi.annotation.versioning.ConsumerType;

/** The contract of an {@link ExperimentLibrary}; extend it and name the library. */
@ConsumerType
public abstract class ExperimentLibraryContract extends ComponentContract {
    /** For subclasses. */
    protected ExperimentLibraryContract() {}

    /** Returns the library. */
    protected abstract ExperimentLibrary library();

    @Override
    protected final Contract contract() {
        return new ExperimentLibraryChecks(library());
    }
}
