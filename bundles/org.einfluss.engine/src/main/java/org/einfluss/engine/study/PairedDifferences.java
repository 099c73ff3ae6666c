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
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.einfluss.graph.Column;
import org.osgi.service.component.annotations.Component;

/**
 * Compares design points that ran on the same networks with common random numbers: the difference of the means of a variable, paired by
 * network (by run on one fixed network).
 *
 * <p>With a factor, each point is compared with the point that has the baseline level of that factor and the same levels of all others.
 * Without one, every point is compared with the first point on the same networks.
 */
@Component(service = StudyAnalysis.class)
@Described(
        id = "paired-differences",
        name = "Paired differences",
        summary = "Differences of means between design points on the same networks, with paired intervals")
public final class PairedDifferences implements StudyAnalysis<PairedDifferences.Parameters> {
    /**
     * What is compared with what.
     *
     * @param variable name of the variable; empty: {@code reach} where it is observed, else the first
     * @param factor name of the factor, for example {@code seeding}; empty: compare with the first point
     * @param baseline level of the factor that is subtracted; empty: its first level
     */
    public record Parameters(
            @Param(value = "Variable", help = "Leave it out for reach, or else the first variable")
            Optional<String> variable,

            @Param(value = "Factor", help = "Leave it out to compare with the first design point")
            Optional<String> factor,

            @Param(value = "Baseline", help = "Level that is subtracted; leave it out for the first")
            Optional<String> baseline) {}

    /** Makes the analysis; it has no state. */
    public PairedDifferences() {}

    @Override
    public List<String> needs(Parameters parameters, Plan plan) {
        List<String> lacking = new ArrayList<>(StudyTables.needs(plan, parameters.variable()));
        Optional<String> factor = parameters.factor();
        if (factor.isPresent() && !plan.factors().contains(factor.get())) {
            lacking.add("The study has no factor '" + factor.get() + "'; its factors are " + plan.factors() + ".");
        } else if (factor.isPresent() && parameters.baseline().isPresent()) {
            String level = parameters.baseline().get();
            List<String> levels = levels(plan, factor.get());
            if (!levels.contains(level)) {
                lacking.add("The factor '" + factor.get() + "' has no level '" + level + "'; it has " + levels + ".");
            }
        }
        if (lacking.isEmpty()
                && plan.points().stream()
                        .allMatch(point -> baseline(plan, point, parameters)
                                .filter(other -> other.index() != point.index())
                                .isEmpty())) {
            lacking.add("There is nothing to pair: no two design points that differ"
                    + factor.map(name -> " in " + name).orElse("") + " run on the same networks.");
        }
        return lacking;
    }

    private static List<String> levels(Plan plan, String factor) {
        return plan.points().stream()
                .map(other -> other.factors().get(factor))
                .filter(level -> level != null)
                .distinct()
                .toList();
    }

    @Override
    public Findings analyse(Study study, Parameters parameters, Progress progress) {
        Plan plan = study.plan();
        checkNeeds(parameters, study);
        Variable variable = StudyTables.variable(plan, parameters.variable());
        List<Integer> compared = new ArrayList<>();
        List<String> baselines = new ArrayList<>();
        List<Estimate> differences = new ArrayList<>();
        int unpaired = 0;
        for (int index : StudyTables.order(plan)) {
            progress.checkCancelled();
            DesignPoint point = plan.points().get(index);
            Optional<DesignPoint> baseline = baseline(plan, point, parameters);
            if (baseline.isEmpty()) {
                unpaired++;
            } else if (baseline.get().index() != index) {
                compared.add(index);
                baselines.add(baseline.get().label());
                differences.add(
                        study.estimates().pairedDifference(index, baseline.get().index(), variable.name()));
            }
        }
        List<Column> columns = new ArrayList<>(StudyTables.points(plan, compared));
        columns.add(Column.texts("baseline", baselines.toArray(String[]::new))
                .withMeaning("Design point that is subtracted"));
        columns.addAll(StudyTables.estimate(
                "difference",
                variable.unit(),
                "Mean of " + variable.name() + " minus that at the baseline",
                differences));
        columns.addAll(StudyTables.counts(differences, List.of()));
        String title = StudyTables.title(plan, "Paired differences of " + variable.name());
        Table table = new Table("paired-differences", title, columns);

        int largest = 0;
        for (int i = 1; i < differences.size(); i++) {
            largest = Math.abs(differences.get(i).value())
                            > Math.abs(differences.get(largest).value())
                    ? i
                    : largest;
        }
        List<Headline> headlines = List.of(StudyTables.headline(
                "Largest difference of " + variable.name() + ", "
                        + plan.points().get(compared.get(largest)).label() + " against " + baselines.get(largest),
                variable.unit(),
                differences.get(largest)));
        List<String> notes = new ArrayList<>(StudyTables.notes(plan, differences));
        notes.add("Differences are paired by " + (differences.get(0).conditional() ? "run" : "network")
                + "; the intervals are not adjusted for the number of comparisons (" + differences.size() + ").");
        notes.add("An interval is wide where the baseline or the point compared with it varies between "
                + (differences.get(0).conditional() ? "runs" : "networks") + ", also where the other one does not.");
        if (unpaired > 0) {
            notes.add(unpaired + " design points have no baseline on the same networks and are left out.");
        }
        List<Figure> figures = new ArrayList<>();
        StudyTables.figure(
                        plan,
                        table,
                        compared,
                        "difference",
                        StudyTables.label("Difference of " + variable.name(), variable.unit()),
                        differences)
                .ifPresent(figures::add);
        return new Findings("paired-differences", title, List.of(table), figures, headlines, notes, List.of());
    }

    private static Optional<DesignPoint> baseline(Plan plan, DesignPoint point, Parameters parameters) {
        if (parameters.factor().isEmpty()) {
            return plan.points().stream()
                    .filter(other -> other.network() == point.network())
                    .findFirst();
        }
        String factor = parameters.factor().get();
        String level =
                parameters.baseline().orElseGet(() -> levels(plan, factor).get(0));
        Map<String, String> wanted = new LinkedHashMap<>(point.factors());
        wanted.put(factor, level);
        // Settings of the chosen component are factors too; other components do not have them.
        return plan.points().stream()
                .filter(other -> other.network() == point.network() && agree(other.factors(), wanted, factor))
                .findFirst();
    }

    /** Whether a point has the wanted levels of the factors that both have, and the wanted level of the factor compared. */
    private static boolean agree(Map<String, String> levels, Map<String, String> wanted, String factor) {
        return wanted.get(factor).equals(levels.get(factor))
                && levels.entrySet().stream()
                        .allMatch(one -> !wanted.containsKey(one.getKey())
                                || wanted.get(one.getKey()).equals(one.getValue()));
    }
}
