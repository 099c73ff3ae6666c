package org.einfluss.engine.study;

import java.util.ArrayList;
import java.util.List;
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
import org.einfluss.engine.parameters.NumberText;
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
    private static final double USUAL_CUT = 0.1;

    /**
     * What is summarised.
     *
     * @param variable name of the variable; empty: {@code reach} where it is observed, else the first
     * @param cut least value that counts for the share of runs; empty: 0.1 for a share of nodes and the like, none for other variables
     */
    public record Parameters(
            @Param(value = "Variable", help = "Leave it out for reach, or else the first variable")
            Optional<String> variable,

            @Param(
                    value = "Cut",
                    help =
                            "The share of runs is counted in which the variable is at least this; left out: 0.1 where the"
                                    + " variable is a share, else nothing is counted")
            Optional<Double> cut) {}

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
        Optional<Double> least =
                parameters.cut().or(() -> variable.isShare() ? Optional.of(USUAL_CUT) : Optional.empty());
        List<Estimate> means = new ArrayList<>();
        List<Estimate> shares = new ArrayList<>();
        double[] medians = new double[plan.points().size()];
        for (DesignPoint point : plan.points()) {
            progress.checkCancelled();
            progress.report(point.index(), plan.points().size(), "summarising");
            means.add(estimates.mean(point.index(), variable.name()));
            least.ifPresent(cut -> shares.add(estimates.share(point.index(), variable.name(), cut)));
            medians[point.index()] = estimates.median(point.index(), variable.name());
        }
        String share = "Share of runs with " + variable.name() + " at least "
                + least.map(NumberText::of).orElse("");
        List<Integer> order = StudyTables.order(plan);
        List<Column> columns = new ArrayList<>(StudyTables.points(plan, order));
        columns.addAll(StudyTables.estimate(
                "mean", variable.unit(), "Mean of " + variable.name() + " over runs", StudyTables.pick(means, order)));
        columns.add(Column.doubles(
                        "median",
                        variable.unit(),
                        order.stream().mapToDouble(i -> medians[i]).toArray())
                .withMeaning("Median of " + variable.name() + " over all runs"));
        List<Estimate> ordered = least.isEmpty() ? List.of() : StudyTables.pick(shares, order);
        if (least.isPresent()) {
            columns.addAll(StudyTables.estimate("share", "share of runs", share, ordered));
        }
        columns.addAll(StudyTables.counts(StudyTables.pick(means, order), ordered));
        Table table = new Table("summary", StudyTables.title(plan, "Summary of " + variable.name()), columns);

        List<Headline> headlines = new ArrayList<>();
        if (!means.isEmpty()) {
            int best = 0;
            for (int i = 1; i < means.size(); i++) {
                best = means.get(i).value() > means.get(best).value() ? i : best;
            }
            headlines.add(StudyTables.headline(
                    "Largest mean " + variable.name() + ", at "
                            + plan.points().get(best).label(),
                    variable.unit(),
                    means.get(best)));
            if (least.isPresent()) {
                headlines.add(StudyTables.headline(share + " there", "share of runs", shares.get(best)));
            }
        }
        List<Figure> figures = new ArrayList<>();
        StudyTables.figure(
                        plan,
                        table,
                        order,
                        "mean",
                        StudyTables.label("Mean " + variable.name(), variable.unit()),
                        means)
                .ifPresent(figures::add);
        if (least.isPresent()) {
            StudyTables.figure(
                            plan,
                            table,
                            order,
                            "share",
                            "Runs with " + variable.name() + " ≥ " + NumberText.of(least.get()) + " (share of runs)",
                            shares)
                    .ifPresent(figures::add);
        }
        List<String> notes = new ArrayList<>(StudyTables.notes(plan, means));
        if (least.isPresent()) {
            notes.add(
                    "Intervals of shares of runs are Wilson's on the effective number of runs; where all runs agree, the runs on one"
                            + " network count as one, so that the interval is wider there than next to it.");
        }
        return new Findings(
                "study-summary",
                StudyTables.title(plan, "Summary of " + variable.name()),
                List.of(table),
                figures,
                headlines,
                notes,
                List.of());
    }
}
