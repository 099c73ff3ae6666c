package org.einfluss.engine.experiment;

import java.io.IOException;
import java.nio.file.Path;
import org.einfluss.api.Progress;
import org.einfluss.api.study.Plan;
import org.einfluss.engine.catalog.Catalog;

/** Turns experiments into plans. */
public final class Planner {
    /** Id under which a dataset stands where a generator may stand; its parameter is {@code name}. */
    public static final String DATASET = "dataset";

    private Planner() {}

    /**
     * Makes the plan of an experiment: everything that decides the numbers.
     *
     * @param experiment the experiment
     * @param catalog the components
     * @param folder where files named in the experiment are looked for
     * @param progress told about datasets being opened
     * @throws IOException when a dataset or a table cannot be read
     * @throws org.einfluss.api.InputException when something is wrong, naming its place
     */
    public static Plan plan(Experiment experiment, Catalog catalog, Path folder, Progress progress) throws IOException {
        throw new UnsupportedOperationException();
    }
}
