package org.einfluss.tck;

import org.einfluss.api.study.Export;
import org.einfluss.tck.check.Contract;
import org.einfluss.tck.check.ExportChecks;
import org.osgi.annotation.versioning.ConsumerType;

/** The contract of an {@link Export}; extend it and name the export. */
@ConsumerType
public abstract class ExportContract extends ComponentContract {
    /** For subclasses. */
    protected ExportContract() {}

    /** Returns the export. */
    protected abstract Export export();

    @Override
    protected final Contract contract() {
        return new ExportChecks(export());
    }
}
