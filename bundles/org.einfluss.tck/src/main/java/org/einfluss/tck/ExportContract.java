package org.einfluss.tck;

import org.einfluss.api.study.Export;
import org.einfluss.tck.check.Contract;
import org.einfluss.tck.check.ExportChecks;

/** The contract of an {@link Export}; extend it and name the export. */
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
