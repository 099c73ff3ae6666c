package org.einfluss.tck;

import java.util.List;
import org.einfluss.api.findings.Findings;
import org.einfluss.charts.ChartView;
import org.einfluss.tck.check.ChartViewChecks;
import org.einfluss.tck.check.Contract;
import org.osgi.annotation.versioning.ConsumerType;

/** The contract of a {@link ChartView}; extend it and name the view and what it draws. */
@ConsumerType
public abstract class ChartViewContract extends ComponentContract {
    /** For subclasses. */
    protected ChartViewContract() {}

    /** Returns the view. */
    protected abstract ChartView view();

    /** Returns findings that it draws. */
    protected abstract List<Findings> findings();

    @Override
    protected final Contract contract() {
        return new ChartViewChecks(view(), findings());
    }
}
