package org.einfluss.engine.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.Variable;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Findings.Headline;
import org.einfluss.api.findings.StudyAnalysis;
import org.einfluss.api.findings.Table;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.Estimate;
import org.einfluss.api.study.Estimates;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.einfluss.graph.Column;
import org.osgi.service.component.annotations.Component;

/**
 * Describes one variable at every design point: mean with standard error and interval, median, share of runs above a cut, and how many
 * runs entered, failed or were censored. Standard errors are clustered by network ({@link org.einfluss.api.study.Estimates}).
 */
@Component(service = StudyAnalysis.class)
@Described(
        id = "study-summary",
        name = "Study summary",
        summary = "Mean with interval, median and share above a cut of a variable at every design point")
public final class StudySummary implements StudyAnalysis<StudySummary.Parameters> {
    /**
     * What is summarised.
     *
     * @param variable name of the variable; empty: {@code reach} where it is observed, else the first
     * @param cut least value that counts for the share of runs
     */
    public record Parameters(
            @Param(value = "Variable", help = "Leave it out for reach, or else the first variable")
            Optional<String> variable,

            @Param(
                    value = "Cut",
                    initial = "0.1",
                    help = "The share of runs is counted in which the variable is at least this")
            double cut) {}

    /** Makes the analysis; it has no state. */
    public StudySummary() {}

    @Override
    public List<String> needs(Parameters parameters, Plan plan) {
        return StudyTables.needs(plan, parameters.variable());
    }

    @Override
    public Findings analyse(Study study, Parameters parameters, Progress progress) {
        checkNeeds(parameters, study);
        Plan plan = study.plan();
        Variable variable = StudyTables.variable(plan, parameters.variable());
        Estimates estimates = study.estimates();
        List<Estimate> means = new ArrayList<>();
        List<Estimate> shares = new ArrayList<>();
        double[] medians = new double[plan.points().size()];
        for (DesignPoint point : plan.points()) {
            progress.checkCancelled();
            progress.report(point.index(), plan.points().size(), "summarising");
            means.add(estimates.mean(point.index(), variable.name()));
            shares.add(estimates.share(point.index(), variable.name(), parameters.cut()));
            medians[point.index()] = estimates.median(point.index(), variable.name());
        }
        String cut = "share of runs with " + variable.name() + " at least " + parameters.cut();
        List<Integer> order = StudyTables.order(plan);
        List<Column> columns = new ArrayList<>(StudyTables.points(plan, order));
        columns.addAll(StudyTables.estimate(
                "mean", variable.unit(), "Mean of " + variable.name() + " over runs", StudyTables.pick(means, order)));
        columns.add(Column.doubles(
                        "median",
                        variable.unit(),
                        order.stream().mapToDouble(i -> medians[i]).toArray())
                .withMeaning("Median of " + variable.name() + " over all runs"));
        columns.addAll(StudyTables.estimate("share", "share of runs", cut, StudyTables.pick(shares, order)));
        columns.addAll(StudyTables.counts(StudyTables.pick(means, order), StudyTables.pick(shares, order)));
        Table table = new Table("summary", StudyTables.title(plan, "Summary of " + variable.name()), columns);

        List<Headline> headlines = new ArrayList<>();
        if (!means.isEmpty()) {
            int best = 0;
            for (int i = 1; i < means.size(); i++) {
                best = means.get(i).value() > means.get(best).value() ? i : best;
            }
            headlines.add(StudyTables.headline(
                    "Largest mean " + variable.name() + ": "
                            + plan.points().get(best).label(),
                    variable.unit(),
                    means.get(best)));
            headlines.add(StudyTables.headline(
                    cut + ": " + plan.points().get(best).label(), "share of runs", shares.get(best)));
        }
        Map<String, String> bands = new LinkedHashMap<>();
        bands.put("mean", StudyTables.label("Mean " + variable.name(), variable.unit()));
        bands.put(
                "share",
                StudyTables.label("Share of runs with " + variable.name() + " ≥ " + parameters.cut(), "share of runs"));
        List<Figure> figures = new ArrayList<>();
        bands.forEach((column, axis) ->
                StudyTables.figure(plan, table, order, column, axis, means).ifPresent(figures::add));
        return new Findings(
                "study-summary",
                StudyTables.title(plan, "Summary of " + variable.name()),
                List.of(table),
                figures,
                headlines,
                StudyTables.notes(plan, means),
                List.of());
    }
}
