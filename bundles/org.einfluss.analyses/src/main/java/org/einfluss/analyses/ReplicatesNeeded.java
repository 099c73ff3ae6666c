package org.einfluss.analyses;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.Variable;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Figure.Axis;
import org.einfluss.api.findings.Figure.Series;
import org.einfluss.api.findings.Figure.Style;
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
 * How many networks (or runs, on one network) a study needs for intervals of a wanted half-width, judged by the scatter in this one.
 *
 * <p>Mean of a variable: the least G ≥ 2 with t(0.975; G − 1)·s/√G ≤ h, where s is the standard deviation of the network means with as many
 * runs on each network as here. Share of runs at or above a cut: the least effective number of runs n for which Wilson's interval at the
 * share observed has half-width at most h; divided by the effective runs that one network contributes here. On one network runs take the
 * place of networks. The answer is itself an estimate: with few networks s may be off by a lot, so look again at the larger study.
 */
@Component(service = StudyAnalysis.class)
@Described(
        id = "replicates-needed",
        name = "Replicates needed",
        summary = "Networks or runs needed for intervals of a wanted half-width, from the clustered variance")
public final class ReplicatesNeeded implements StudyAnalysis<ReplicatesNeeded.Parameters> {
    private static final double MOST = 1e9;
    private static final int MOST_BARS = 40;
    private static final double TAIL = 1 - (1 - Responses.LEVEL) / 2;
    private static final double Z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability(TAIL);

    /**
     * What is wanted.
     *
     * @param halfWidth half-width of the 95 % interval, in the variable's unit
     * @param variables names of the variables; empty: {@code reach} where it is observed, else the first
     * @param cut also for the share of runs in which a variable is at least this; empty: not
     */
    public record Parameters(
            @Param(
                    value = "Half-width",
                    initial = "0.01",
                    range = "(0,inf)",
                    help = "Half of the width of the 95 % interval, in the variable's unit")
            double halfWidth,

            @Param(value = "Variables", initial = "[]", help = "Leave them out for reach, or else the first variable")
            List<String> variables,

            @Param(value = "Cut", help = "Also for the share of runs in which the variable is at least this")
            Optional<Double> cut) {
        /** Copies the list. */
        public Parameters {
            variables = List.copyOf(variables);
        }
    }

    /** What one estimate needs. */
    private record Need(DesignPoint point, String statistic, Estimate now, double units, double runs) {}

    /** For the registry, and for use as a plain library. */
    public ReplicatesNeeded() {}

    @Override
    public List<String> needs(Parameters parameters, Plan plan) {
        List<String> lacking = new ArrayList<>(Responses.needs(plan, Optional.empty(), true, ""));
        lacking.addAll(plan.missing(parameters.variables().toArray(String[]::new)));
        return lacking;
    }

    @Override
    public Findings analyse(Study study, Parameters parameters, Progress progress) {
        checkNeeds(parameters, study);
        Plan plan = study.plan();
        List<Variable> variables = parameters.variables().isEmpty()
                ? List.of(Responses.variable(plan, Optional.empty()))
                : parameters.variables().stream()
                        .map(name -> Responses.variable(plan, Optional.of(name)))
                        .toList();
        List<Need> needs = new ArrayList<>();
        for (Variable variable : variables) {
            for (DesignPoint point : plan.points()) {
                progress.checkCancelled();
                progress.report(point.index(), plan.points().size(), "judging " + variable.name());
                Estimate mean = study.estimates().mean(point.index(), variable.name());
                needs.add(need(point, "mean " + variable.name(), mean, forMean(mean, parameters.halfWidth())));
            }
            if (parameters.cut().isPresent()) {
                double cut = parameters.cut().get();
                for (DesignPoint point : plan.points()) {
                    progress.checkCancelled();
                    Estimate share = study.estimates().share(point.index(), variable.name(), cut);
                    needs.add(need(
                            point,
                            "share " + variable.name() + " ≥ " + cut,
                            share,
                            forShare(share, parameters.halfWidth())));
                }
            }
        }
        boolean conditional = plan.networks().stream().allMatch(Responses::isSingle);
        String title = "Replicates needed for a half-width of " + parameters.halfWidth();
        Table table = table(title, needs);
        int most = 0;
        for (int i = 1; i < needs.size(); i++) {
            most = needs.get(i).units() > needs.get(most).units()
                            || Double.isNaN(needs.get(most).units())
                    ? i
                    : most;
        }
        List<Headline> headlines = new ArrayList<>();
        if (!needs.isEmpty()) {
            Need largest = needs.get(most);
            headlines.add(new Headline(
                    "Most needed, for " + largest.statistic() + ": "
                            + largest.point().label(),
                    largest.units(),
                    Double.NaN,
                    Double.NaN,
                    largest.now().conditional() ? "runs" : "networks",
                    ""));
        }
        List<Figure> figures = new ArrayList<>();
        int points = plan.points().size();
        if (points > 1 && points <= MOST_BARS) {
            List<Series> series = new ArrayList<>();
            for (int from = 0; from < needs.size(); from += points) {
                series.add(Series.of(needs.get(from).statistic(), "label", "needed", Style.DATA, from, from + points));
            }
            figures.add(new Figure(
                    "needed",
                    Figure.Kind.BAR,
                    title,
                    "At 95 %, with as many runs on each network as in this study; key " + plan.key(),
                    table,
                    series,
                    Axis.of("Design point"),
                    Axis.of(conditional ? "Runs needed" : "Networks needed")));
        }
        List<String> notes = new ArrayList<>();
        notes.add(
                conditional
                        ? "There is only one network, so that runs are counted, and all holds for this network."
                        : "Networks are counted with as many runs on each as here, since runs on one network are not independent.");
        notes.add("These are estimates from the scatter seen here; with few networks they may be off by a lot.");
        if (needs.stream().anyMatch(need -> Double.isNaN(need.units()))) {
            notes.add(
                    "Where all runs agree, or nothing was observed, the scatter cannot be judged and the number is missing.");
        }
        return new Findings("replicates-needed", title, List.of(table), figures, headlines, notes, List.of());
    }

    private static Need need(DesignPoint point, String statistic, Estimate now, double units) {
        double perUnit = now.conditional() ? 1 : (double) now.runs() / Math.max(1, now.networks());
        return new Need(point, statistic, now, units, Math.ceil(units * perUnit));
    }

    /** The least number of units, of the standard deviation seen, whose t interval is narrow enough; NaN where none was seen. */
    static double forMean(Estimate mean, double halfWidth) {
        double count = mean.conditional() ? mean.runs() : mean.networks();
        double deviation = mean.standardError() * Math.sqrt(count);
        if (!(deviation > 0)) {
            return Double.NaN;
        }
        double scaled = deviation / halfWidth;
        double units = Math.max(2, Math.ceil(Z * Z * scaled * scaled));
        while (units < MOST
                && new TDistribution(null, units - 1).inverseCumulativeProbability(TAIL) * scaled > Math.sqrt(units)) {
            units++;
        }
        return units;
    }

    /** The least number of units whose effective runs make Wilson's interval narrow enough. */
    static double forShare(Estimate share, double halfWidth) {
        double count = share.conditional() ? share.runs() : share.networks();
        if (!(share.effectiveRuns() > 0)) {
            return Double.NaN;
        }
        double low = 0;
        double high = 1;
        while (wilson(share.value(), high) > halfWidth && high < MOST) {
            low = high;
            high *= 2;
        }
        while (high - low > 1) {
            double middle = Math.floor((low + high) / 2);
            boolean enough = wilson(share.value(), middle) <= halfWidth;
            low = enough ? low : middle;
            high = enough ? middle : high;
        }
        return Math.ceil(high * count / share.effectiveRuns() - 1e-9);
    }

    private static double wilson(double p, double n) {
        return Z / (1 + Z * Z / n) * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
    }

    private static Table table(String title, List<Need> needs) {
        return new Table(
                "replicates",
                title,
                List.of(
                        Column.integers(
                                        "point",
                                        "",
                                        needs.stream()
                                                .mapToInt(need -> need.point().index())
                                                .toArray())
                                .withMeaning("Number of the design point, as in the observations"),
                        Column.texts(
                                        "label",
                                        needs.stream()
                                                .map(need -> need.point().label())
                                                .toArray(String[]::new))
                                .withMeaning("Levels of the design point"),
                        Column.texts(
                                        "estimate-of",
                                        needs.stream().map(Need::statistic).toArray(String[]::new))
                                .withMeaning("What is estimated"),
                        column(
                                "estimate",
                                "Estimate in this study",
                                needs,
                                need -> need.now().value()),
                        column(
                                "half-width",
                                "Half-width of its interval now",
                                needs,
                                need -> need.now().halfWidth()),
                        Column.texts(
                                        "unit",
                                        needs.stream()
                                                .map(need -> need.now().conditional() ? "runs" : "networks")
                                                .toArray(String[]::new))
                                .withMeaning("What is counted: networks, or runs where there is one network"),
                        column(
                                "present",
                                "Number of them in this study",
                                needs,
                                need -> need.now().conditional()
                                        ? need.now().runs()
                                        : need.now().networks()),
                        column("needed", "Number of them needed", needs, Need::units),
                        column("runs-needed", "Runs needed in all", needs, Need::runs)));
    }

    private static Column column(
            String name, String meaning, List<Need> needs, java.util.function.ToDoubleFunction<Need> value) {
        return Column.doubles(name, "", needs.stream().mapToDouble(value).toArray())
                .withMeaning(meaning);
    }
}
