package org.einfluss.tck;

import org.einfluss.api.data.DatasetLibrary;
import org.einfluss.tck.check.Contract;
import org.einfluss.tck.check.DatasetLibraryChecks;
import org.osgi.annotation.versioning.ConsumerType;

/** The contract of a {@link DatasetLibrary}; extend it and name the library. */
@ConsumerType
public abstract class DatasetLibraryContract extends ComponentContract {
    /** For subclasses. */
    protected DatasetLibraryContract() {}

    /** Returns the library. */
    protected abstract DatasetLibrary library();

    @Override
    protected final Contract contract() {
        return new DatasetLibraryChecks(library());
    }
}
