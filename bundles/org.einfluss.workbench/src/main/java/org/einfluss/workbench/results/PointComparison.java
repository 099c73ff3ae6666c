package org.einfluss.workbench.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.einfluss.api.Progress;
import org.einfluss.api.Variable;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Figure.Axis;
import org.einfluss.api.findings.Figure.Series;
import org.einfluss.api.findings.Figure.Style;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.Estimate;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.einfluss.graph.Column;
import org.einfluss.workbench.texts.Texts;

/**
 * The design points of a study with the mean of a variable, and with its paired differences from a pinned baseline. All numbers are the
 * study's own {@link org.einfluss.api.study.Estimates}, as in the analysis {@code paired-differences} and the workbook.
 */
final class PointComparison {
    private static final int MOST_BARS = 24;

    private PointComparison() {}

    /**
     * Compares.
     *
     * @param study the study
     * @param variable what is compared
     * @param baseline the design point that is subtracted; without one only means are given
     * @param texts the language
     * @param progress asked for cancellation
     */
    static Findings of(Study study, Variable variable, Optional<Integer> baseline, Texts texts, Progress progress) {
        Plan plan = study.plan();
        List<Estimate> means = new ArrayList<>();
        List<Optional<Estimate>> differences = new ArrayList<>();
        for (DesignPoint point : plan.points()) {
            progress.checkCancelled();
            means.add(study.estimates().mean(point.index(), variable.name()));
            differences.add(baseline.filter(other ->
                            other != point.index() && plan.points().get(other).network() == point.network())
                    .map(other -> study.estimates().pairedDifference(point.index(), other, variable.name())));
        }
        List<Column> columns = points(plan);
        columns.addAll(estimates(
                "mean", variable.unit(), means.stream().map(Optional::of).toList()));
        columns.add(Column.integers(
                "runs", "", means.stream().mapToLong(Estimate::runs).toArray()));
        columns.add(Column.integers(
                "censored", "", means.stream().mapToLong(Estimate::censored).toArray()));
        columns.add(Column.integers(
                "failed", "", means.stream().mapToLong(Estimate::failed).toArray()));
        List<String> notes = new ArrayList<>();
        if (baseline.isPresent()) {
            columns.addAll(1 + plan.factors().size(), estimates("difference", variable.unit(), differences));
            String pinned = label(plan.points().get(baseline.get()), texts);
            Optional<Estimate> any =
                    differences.stream().flatMap(Optional::stream).findFirst();
            notes.add(
                    any.isEmpty()
                            ? texts.text("points.unpaired", pinned)
                            : texts.text(
                                    any.get().conditional() ? "points.by-run" : "points.by-network",
                                    pinned,
                                    Math.round(100 * any.get().level()),
                                    differences.stream()
                                            .filter(Optional::isPresent)
                                            .count()));
        }
        Table table = new Table("points", texts.text("study.points"), columns);
        return new Findings(
                "points",
                texts.text("points.title", variable.name()),
                List.of(table),
                List.of(figure(plan, table, variable, baseline, texts)),
                List.of(),
                notes,
                List.of());
    }

    /** Writes a design point as everywhere in the window: its number and its levels. */
    static String label(DesignPoint point, Texts texts) {
        return texts.text("live.point.item", point.index(), point.label());
    }

    private static List<Column> points(Plan plan) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.integers(
                "point", "", plan.points().stream().mapToInt(DesignPoint::index).toArray()));
        for (String factor : plan.factors()) {
            boolean numbers = plan.points().stream()
                    .allMatch(point -> point.number(factor).isPresent());
            columns.add(
                    numbers
                            ? Column.doubles(
                                    factor,
                                    "",
                                    plan.points().stream()
                                            .mapToDouble(point ->
                                                    point.number(factor).orElseThrow())
                                            .toArray())
                            : Column.texts(
                                    factor,
                                    plan.points().stream()
                                            .map(point -> point.factors().getOrDefault(factor, ""))
                                            .toArray(String[]::new)));
        }
        return columns;
    }

    private static List<Column> estimates(String name, String unit, List<Optional<Estimate>> estimates) {
        return List.of(
                column(name, unit, estimates, Estimate::value),
                column(name + "-low", unit, estimates, Estimate::low),
                column(name + "-high", unit, estimates, Estimate::high));
    }

    private static Column column(
            String name, String unit, List<Optional<Estimate>> estimates, ToDoubleFunction<Estimate> part) {
        return Column.doubles(
                name,
                unit,
                estimates.stream()
                        .mapToDouble(one -> one.map(part::applyAsDouble).orElse(Double.NaN))
                        .toArray());
    }

    private static Figure figure(Plan plan, Table table, Variable variable, Optional<Integer> baseline, Texts texts) {
        String shown = baseline.isPresent() ? "difference" : "mean";
        String unit = variable.unit().isEmpty() ? "" : " (" + texts.translate(variable.unit()) + ")";
        boolean bars = table.rows() <= MOST_BARS;
        Column names = Column.texts(
                "label", plan.points().stream().map(DesignPoint::label).toArray(String[]::new));
        List<Column> columns = new ArrayList<>(table.columns());
        columns.add(names);
        return new Figure(
                "points",
                bars ? Figure.Kind.BAR : Figure.Kind.SCATTER,
                baseline.map(other -> texts.text(
                                "points.difference-title",
                                variable.name(),
                                label(plan.points().get(other), texts)))
                        .orElseGet(() -> texts.text("points.mean-title", variable.name())),
                texts.text("points.caption"),
                new Table(table.name(), table.title(), columns),
                List.of(new Series(
                        shown,
                        bars ? "label" : "point",
                        shown,
                        shown + "-low",
                        shown + "-high",
                        Style.DATA,
                        0,
                        table.rows())),
                Axis.of(texts.text("study.points")),
                Axis.of(texts.text("points." + shown, variable.name()) + unit));
    }
}
