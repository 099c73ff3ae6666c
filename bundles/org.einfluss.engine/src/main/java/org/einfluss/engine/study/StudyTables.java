package org.einfluss.engine.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.einfluss.api.Variable;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Figure.Axis;
import org.einfluss.api.findings.Figure.Series;
import org.einfluss.api.findings.Figure.Style;
import org.einfluss.api.findings.Findings.Headline;
import org.einfluss.api.findings.Table;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.Estimate;
import org.einfluss.api.study.NetworkConfiguration;
import org.einfluss.api.study.Plan;
import org.einfluss.graph.Column;

/** What tables and figures over design points have in common. */
final class StudyTables {
    private static final String CONDITIONAL = "conditional on this network";
    private static final int MOST_LINES = 8;

    private StudyTables() {}

    /** The variable of a name; without one reach where it is observed, else the first. */
    /** Says what a plan lacks for {@link #variable}. */
    static List<String> needs(Plan plan, Optional<String> name) {
        if (plan.variables().isEmpty()) {
            return List.of("The study observes no variable.");
        }
        List<String> names = plan.variables().stream().map(Variable::name).toList();
        return name.isEmpty() || names.contains(name.get())
                ? List.of()
                : List.of("The study has no variable '" + name.get() + "'; it has " + names + ".");
    }

    /** The variable asked for, of a plan that has what {@link #needs} names. */
    static Variable variable(Plan plan, Optional<String> name) {
        return plan.variables().stream()
                .filter(variable -> variable.name().equals(name.orElse("reach")))
                .findFirst()
                .or(() -> name.isEmpty() ? Optional.of(plan.variables().get(0)) : Optional.empty())
                .orElseThrow();
    }

    static boolean isConditional(Plan plan) {
        return plan.networks().stream().allMatch(StudyTables::isSingle);
    }

    private static boolean isSingle(NetworkConfiguration network) {
        return network.fixed() || network.draws() == 1;
    }

    static String title(Plan plan, String title) {
        return isConditional(plan) ? title + ", " + CONDITIONAL : title;
    }

    /** The factor of the horizontal axis: the first whose levels are all numbers. */
    static Optional<String> axis(Plan plan) {
        return plan.factors().stream()
                .filter(factor -> plan.points().stream()
                                .allMatch(point -> point.number(factor).isPresent())
                        && plan.points().stream()
                                        .map(point -> point.factors().get(factor))
                                        .distinct()
                                        .count()
                                > 1)
                .findFirst();
    }

    /** What stands on the horizontal axis: numbers where a factor has them, else the names of the factor with most levels. */
    private static Optional<String> across(Plan plan) {
        return axis(plan)
                .or(() -> plan.factors().stream()
                        .filter(factor -> levels(plan, factor) > 1)
                        .reduce((first, second) -> levels(plan, second) > levels(plan, first) ? second : first));
    }

    private static long levels(Plan plan, String factor) {
        return plan.points().stream()
                .map(point -> point.factors().getOrDefault(factor, ""))
                .distinct()
                .count();
    }

    /** The points such that those of one line (or one colour of bars) stand together, sorted by the axis. */
    static List<Integer> order(Plan plan) {
        Optional<String> axis = axis(plan);
        Optional<String> across = across(plan);
        Map<String, List<DesignPoint>> lines = new LinkedHashMap<>();
        for (DesignPoint point : plan.points()) {
            lines.computeIfAbsent(line(point, across), key -> new ArrayList<>()).add(point);
        }
        List<Integer> order = new ArrayList<>();
        for (List<DesignPoint> line : lines.values()) {
            axis.ifPresent(factor -> line.sort(
                    Comparator.comparingDouble(point -> point.number(factor).orElseThrow())));
            line.forEach(point -> order.add(point.index()));
        }
        return order;
    }

    /** What tells the line of a point from others: its levels but for the axis. */
    private static String line(DesignPoint point, Optional<String> axis) {
        Map<String, String> levels = new LinkedHashMap<>(point.factors());
        axis.ifPresent(levels::remove);
        DesignPoint rest = new DesignPoint(
                point.index(), point.network(), point.model(), point.seeding(), point.campaign(), levels);
        return rest.label();
    }

    static <T> List<T> pick(List<T> all, List<Integer> order) {
        return order.stream().map(all::get).toList();
    }

    /** Columns for the points' numbers and levels. */
    static List<Column> points(Plan plan, List<Integer> order) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.integers(
                        "point", "", order.stream().mapToInt(Integer::intValue).toArray())
                .withMeaning("Number of the design point, as in the observations"));
        for (String factor : plan.factors()) {
            List<DesignPoint> points = pick(plan.points(), order);
            boolean numeric =
                    points.stream().allMatch(point -> point.number(factor).isPresent());
            Column column = numeric
                    ? Column.doubles(
                            factor,
                            "",
                            points.stream()
                                    .mapToDouble(point -> point.number(factor).orElseThrow())
                                    .toArray())
                    : Column.texts(
                            factor,
                            points.stream()
                                    .map(point -> point.factors().getOrDefault(factor, ""))
                                    .toArray(String[]::new));
            columns.add(column.withMeaning("Level of the factor " + factor));
        }
        return columns;
    }

    /** Columns for an estimate: value, standard error, ends of the interval. */
    static List<Column> estimate(String name, String unit, String meaning, List<Estimate> estimates) {
        String interval = estimates.isEmpty() ? "" : estimates.get(0).interval();
        return List.of(
                doubles(name, unit, meaning, estimates, Estimate::value),
                doubles(name + "-se", unit, "Standard error of " + name, estimates, Estimate::standardError),
                doubles(
                        name + "-low",
                        unit,
                        "Lower end of the interval of " + name + " (" + interval + ")",
                        estimates,
                        Estimate::low),
                doubles(
                        name + "-high",
                        unit,
                        "Upper end of the interval of " + name + " (" + interval + ")",
                        estimates,
                        Estimate::high));
    }

    private static Column doubles(
            String name, String unit, String meaning, List<Estimate> estimates, ToDoubleFunction<Estimate> value) {
        return Column.doubles(name, unit, estimates.stream().mapToDouble(value).toArray())
                .withMeaning(meaning);
    }

    /** Columns that say what entered. */
    static List<Column> counts(List<Estimate> estimates, List<Estimate> shares) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.integers(
                        "networks",
                        "networks",
                        estimates.stream().mapToInt(Estimate::networks).toArray())
                .withMeaning("Networks that entered"));
        columns.add(Column.integers(
                        "runs",
                        "runs",
                        estimates.stream().mapToLong(Estimate::runs).toArray())
                .withMeaning("Runs that entered"));
        if (!shares.isEmpty()) {
            columns.add(doubles(
                    "effective-runs",
                    "runs",
                    "Runs divided by the design effect, for the share",
                    shares,
                    Estimate::effectiveRuns));
        }
        columns.add(Column.integers(
                        "failed",
                        "runs",
                        estimates.stream().mapToLong(Estimate::failed).toArray())
                .withMeaning("Runs that failed and did not enter"));
        columns.add(Column.integers(
                        "censored",
                        "runs",
                        estimates.stream().mapToLong(Estimate::censored).toArray())
                .withMeaning("Runs that entered with censored values"));
        return columns;
    }

    static Headline headline(String label, String unit, Estimate estimate) {
        return new Headline(label, estimate.value(), estimate.low(), estimate.high(), unit, estimate.interval());
    }

    static String label(String what, String unit) {
        return unit.isEmpty() ? what : what + " (" + unit + ")";
    }

    /**
     * Lines with bands over the first numeric factor, or bars with whiskers over names where no factor is a number; one line or
     * colour for each combination of the other factors. Empty where nothing varies.
     */
    static Optional<Figure> figure(
            Plan plan, Table table, List<Integer> order, String column, String axis, List<Estimate> estimates) {
        Optional<String> factor = across(plan);
        if (factor.isEmpty() || order.isEmpty()) {
            return Optional.empty();
        }
        boolean names = axis(plan).isEmpty();
        List<Series> series = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= order.size(); i++) {
            String line = line(plan.points().get(order.get(from)), factor);
            if (i == order.size() || !line.equals(line(plan.points().get(order.get(i)), factor))) {
                series.add(
                        new Series(line, factor.get(), column, column + "-low", column + "-high", Style.DATA, from, i));
                from = i;
            }
        }
        boolean scattered = !names && series.size() > MOST_LINES && series.size() == order.size();
        String omitted = "";
        if (scattered) {
            // Designs that sample give no lines: every point stands alone.
            series = List.of(new Series(
                    column, factor.get(), column, column + "-low", column + "-high", Style.DATA, 0, order.size()));
        } else if (series.size() > MOST_LINES) {
            omitted = "; " + MOST_LINES + " of " + series.size() + (names ? " colours" : " lines")
                    + ", from the first to the last";
            List<Series> all = series;
            series = IntStream.range(0, MOST_LINES)
                    .mapToObj(i -> all.get(i * (all.size() - 1) / (MOST_LINES - 1)))
                    .toList();
        }
        List<String> intervals =
                estimates.stream().map(Estimate::interval).distinct().toList();
        String caption = (names ? "Whiskers: " : "Band: ")
                + (intervals.size() == 1 ? intervals.get(0) : "95 % intervals") + "; "
                + range(estimates.stream().mapToLong(Estimate::networks)) + " networks, "
                + range(estimates.stream().mapToLong(Estimate::runs)) + " runs per point; key " + plan.key() + omitted;
        return Optional.of(new Figure(
                column,
                names ? Figure.Kind.BAR : scattered ? Figure.Kind.SCATTER : Figure.Kind.LINE,
                table.title(),
                caption,
                table,
                series,
                Axis.of(factor.get().substring(factor.get().lastIndexOf('.') + 1)),
                Axis.of(axis)));
    }

    private static String range(LongStream counts) {
        LongSummaryStatistics all = counts.summaryStatistics();
        return all.getMin() == all.getMax() ? "" + all.getMin() : all.getMin() + " to " + all.getMax();
    }

    /** What must be said beside any number of the study. */
    static List<String> notes(Plan plan, List<Estimate> estimates) {
        List<String> notes = new ArrayList<>();
        if (isConditional(plan)) {
            notes.add("There is only one network, so that intervals are over runs and hold " + CONDITIONAL + ".");
        } else {
            notes.add(
                    "Standard errors and intervals are clustered by network: runs on one network are not independent.");
            if (plan.networks().stream().anyMatch(StudyTables::isSingle)) {
                notes.add("Where a design point has only one network, its intervals are over runs and hold "
                        + CONDITIONAL + ".");
            }
        }
        long failed = estimates.stream().mapToLong(Estimate::failed).sum();
        long censored = estimates.stream().mapToLong(Estimate::censored).sum();
        if (failed > 0) {
            notes.add(failed + " runs failed and did not enter; their reasons stand in the observations.");
        }
        if (censored > 0) {
            notes.add(censored + " runs ended before their natural end; their values are lower bounds.");
        }
        return notes;
    }
}
