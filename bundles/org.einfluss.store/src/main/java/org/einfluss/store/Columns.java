package org.einfluss.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.einfluss.api.Variable;
import org.einfluss.api.study.Observations.Stop;
import org.einfluss.api.study.Plan;

/**
 * The columns of a study's Parquet files, as {@link ParquetStorage} describes them. File format.
 */
final class Columns {
    static final int FIRST_VARIABLE = 8;
    static final String ROW_ORDER = "point, draw, run, step";
    static final String EVENT_ORDER = "point, draw, run, event";
    static final String EVENTS = "point, draw, run, event, time, node, state_from, state_to, cause";
    static final String EVENT_TABLE =
            "point INTEGER, draw INTEGER, run INTEGER, event INTEGER, time DOUBLE, node INTEGER,"
                    + " state_from INTEGER, state_to INTEGER, cause INTEGER";

    private static final List<String> FIXED = List.of("point", "draw", "run", "step", "time", "stop", "failure");

    private final List<String> variables;

    Columns(Plan plan) {
        Set<String> taken = new HashSet<>(FIXED);
        List<String> names = new ArrayList<>();
        for (Variable variable : plan.variables()) {
            String name = variable.name().replace('-', '_');
            while (!taken.add(name)) {
                name += "_value";
            }
            names.add(name);
        }
        variables = List.copyOf(names);
    }

    /** All columns of the observations, in order. */
    String rows() {
        return String.join(", ", FIXED)
                + variables.stream().map(name -> ", " + Database.name(name)).collect(Collectors.joining());
    }

    /** The observations' columns with their types. */
    String rowTable() {
        return "point INTEGER, draw INTEGER, run INTEGER, step INTEGER, time DOUBLE, stop VARCHAR, failure VARCHAR"
                + variables.stream()
                        .map(name -> ", " + Database.name(name) + " DOUBLE")
                        .collect(Collectors.joining());
    }

    static String stop(Stop stop) {
        return switch (stop) {
            case RUNNING -> "running";
            case SETTLED -> "settled";
            case STEP_LIMIT -> "step-limit";
            case CENSORED -> "censored";
            case FAILED -> "failed";
        };
    }

    static Stop stop(String text) {
        return switch (text) {
            case "running" -> Stop.RUNNING;
            case "settled" -> Stop.SETTLED;
            case "step-limit" -> Stop.STEP_LIMIT;
            case "censored" -> Stop.CENSORED;
            case "failed" -> Stop.FAILED;
            default ->
                throw new IllegalStateException("Column 'stop' holds '" + text + "', which no release has written");
        };
    }
}
