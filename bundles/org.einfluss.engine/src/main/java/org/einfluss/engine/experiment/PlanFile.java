package org.einfluss.engine.experiment;

import java.io.IOException;
import java.nio.file.Path;
import org.einfluss.api.study.Plan;
import org.einfluss.engine.catalog.Catalog;

/** Reads and writes plans as JSON ({@code plan.json}). */
public final class PlanFile {
    private PlanFile() {}

    /**
     * Writes a plan; the same plan gives the same bytes.
     *
     * @param plan the plan
     * @param file the file, replaced as a whole or not at all
     * @throws IOException when it cannot be written
     */
    public static void write(Plan plan, Path file) throws IOException {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads a plan and makes its parameter records again.
     *
     * @param file the file
     * @param catalog the components; parameters of those that are not there stay empty
     * @throws IOException when it cannot be read
     * @throws org.einfluss.api.InputException when it is no plan, or was changed since it was written
     */
    public static Plan read(Path file, Catalog catalog) throws IOException {
        throw new UnsupportedOperationException();
    }
}
