package org.einfluss.tck;

import org.einfluss.api.study.TableReader;
import org.einfluss.tck.check.Contract;
import org.einfluss.tck.check.TableReaderChecks;
import org.osgi.annotation.versioning.ConsumerType;

/** The contract of a {@link TableReader}; extend it, name the reader and give an example. */
@ConsumerType
public abstract class TableReaderContract extends ComponentContract {
    /** For subclasses. */
    protected TableReaderContract() {}

    /** Returns the reader. */
    protected abstract TableReader reader();

    /** Returns the name of a file that it reads. */
    protected abstract String fileName();

    /** Returns the content of that file. */
    protected abstract byte[] example();

    @Override
    protected final Contract contract() {
        return new TableReaderChecks(reader(), fileName(), example());
    }
}
