package org.einfluss.osgi.tests;

import java.util.ArrayList;

/** A component whose activation fails; tests put it into a bundle. */
public final class FailingComponent extends ArrayList<String> {

    static final String MESSAGE = "the table of thresholds is empty";

    private static final long serialVersionUID = 1;

    public FailingComponent() {
        throw new IllegalStateException(MESSAGE);
    }
}
