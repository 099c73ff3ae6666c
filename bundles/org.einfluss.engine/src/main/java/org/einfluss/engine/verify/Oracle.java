package org.einfluss.engine.verify;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.einfluss.api.InputException.Place;
import org.einfluss.engine.experiment.Configured;
import org.einfluss.engine.experiment.Experiment;
import org.einfluss.engine.parameters.Setting;

/**
 * A number known from theory, hand calculation or the literature, and how it is computed here.
 *
 * @param name what it is, in a few words
 * @param subject what is computed
 * @param reading which number of it is read
 * @param reference the known number
 * @param source where it is known from
 * @param place where it stands
 */
public record Oracle(String name, Subject subject, Reading reading, Reference reference, String source, Place place) {
    /** Checks that nothing is missing. */
    public Oracle {
        Objects.requireNonNull(name);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(reading);
        Objects.requireNonNull(reference);
        Objects.requireNonNull(source);
        Objects.requireNonNull(place);
    }

    /** What is computed. */
    public sealed interface Subject {
        /**
         * A calculation.
         *
         * @param calculation id and settings
         */
        record OfFormula(Configured calculation) implements Subject {}

        /**
         * An analysis of a dataset.
         *
         * @param analysis id and settings
         * @param dataset name of a bundled dataset, or of a network of the same registry
         */
        record OfDataset(Configured analysis, String dataset) implements Subject {}

        /**
         * An experiment, and maybe an analysis of its study.
         *
         * @param experiment the experiment
         * @param analysis id and settings; empty: estimates of variables are read
         */
        record OfExperiment(Experiment experiment, Optional<Configured> analysis) implements Subject {}
    }

    /** Which number is read. */
    public sealed interface Reading {
        /**
         * A cell of a table.
         *
         * @param table name of the table
         * @param row what the columns hold in the row meant; may be empty where there is one row
         * @param column name of the column
         * @param errorColumn name of the column that holds its standard error
         */
        record Cell(String table, Map<String, Setting> row, String column, String errorColumn) implements Reading {}

        /**
         * A headline.
         *
         * @param label its label
         */
        record OfHeadline(String label) implements Reading {}

        /**
         * An estimate at a design point.
         *
         * @param variable name of the variable
         * @param statistic what is estimated of it
         * @param cut least value that counts, for shares and means above it
         * @param where levels of factors that tell the design point; may be empty where there is one point
         * @param baseline levels that tell the design point subtracted, for differences
         */
        record Estimated(
                String variable,
                Statistic statistic,
                double cut,
                Map<String, Setting> where,
                Map<String, Setting> baseline)
                implements Reading {}
    }

    /** What is estimated of a variable. */
    public enum Statistic {
        /** Its mean over runs. */
        MEAN,
        /** Share of runs in which it is at least the cut. */
        SHARE,
        /** Its mean among the runs in which it is at least the cut. */
        MEAN_ABOVE,
        /** Its mean minus that at the baseline, paired by network. */
        DIFFERENCE,
        /** Its median; has no standard error. */
        MEDIAN
    }
}
