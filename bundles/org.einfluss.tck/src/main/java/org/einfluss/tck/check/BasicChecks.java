package org.einfluss.tck.check;

import org.einfluss.engine.catalog.Kind;

/** What every component keeps to, whatever its kind: it is described and its parameters are valid. */
public final class BasicChecks extends ComponentChecks {
    /**
     * Makes the contract of one component.
     *
     * @param component the component
     * @param kind its kind
     * @param setup with what it is checked
     */
    public BasicChecks(Object component, Kind kind, Setup setup) {
        super(component, kind, setup);
        describedClause();
        parameterClauses();
    }
}
