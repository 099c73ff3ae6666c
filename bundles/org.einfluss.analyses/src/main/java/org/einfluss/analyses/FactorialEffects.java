package org.einfluss.analyses;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.einfluss.api.study.NetworkConfiguration;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.einfluss.graph.Column;
import org.einfluss.math.RunningStatistics;
import org.osgi.service.component.annotations.Component;

/**
 * Main effects and interactions of the two-level factors of a complete factorial design on any variable.
 *
 * <p>A factor's level is coded −1 (its first one, or the smaller number) or +1. The effect of a set of factors is (2/P) Σ_p s_p y_p over the P
 * design points, where s_p is the product of the set's codes: for one factor the mean at its high level minus that at its low level, for
 * two factors half the difference between the effects of the one at both levels of the other, and so on (Box, Hunter and Hunter 2005,
 * Statistics for Experimenters, ISBN 978-0-471-71813-0, chapter 5). Factors with more than two levels are averaged over.
 *
 * <p>The contrast is computed within every network draw, so that what design points share (network, thresholds, coins) cancels; the effect is
 * the mean over draws, its standard error that of the draws, its interval Student's t. Where every network configuration has one network only,
 * runs take the place of draws and all holds for these networks. Draws in which a design point has no value are left out.
 */
@Component(service = StudyAnalysis.class)
@Described(
        id = "factorial-effects",
        name = "Factorial effects",
        summary = "Main effects and interactions of the two-level factors of a factorial design, paired by network")
public final class FactorialEffects implements StudyAnalysis<FactorialEffects.Parameters> {
    private static final int MOST_FACTORS = 12;
    private static final int MOST_BARS = 24;
    private static final String BETWEEN = " × ";

    /**
     * What is explained.
     *
     * @param variable name of the variable; empty: {@code reach} where it is observed, else the first
     * @param order up to how many factors interact
     */
    public record Parameters(
            @Param(value = "Variable", help = "Leave it out for reach, or else the first variable")
            Optional<String> variable,

            @Param(value = "Order of interactions", initial = "3", range = "[1,3]", unit = "factors")
            int order) {}

    /** A two-level factor. */
    private record TwoLevels(String name, String low, String high) {
        int code(DesignPoint point) {
            return point.factors().get(name).equals(high) ? 1 : -1;
        }
    }

    /** For the registry, and for use as a plain library. */
    public FactorialEffects() {}

    @Override
    public List<String> needs(Parameters parameters, Plan plan) {
        List<String> lacking = new ArrayList<>(Responses.needs(
                plan,
                parameters.variable(),
                isFactorial(plan) && !factors(plan).isEmpty(),
                "It needs a study with the design factorial, at least one factor with two levels, and no parameter that only some of "
                        + "several components have."));
        if (factors(plan).size() > MOST_FACTORS) {
            lacking.add("Effects are computed for at most " + MOST_FACTORS + " factors with two levels, here are "
                    + factors(plan).size() + ".");
        }
        long single = plan.networks().stream().filter(Responses::isSingle).count();
        if (single > 0 && single < plan.networks().size()) {
            lacking.add(
                    "It needs many networks at every design point, or one at every design point; here some have one network only, so "
                            + "that there is no common unit of inference.");
        }
        return lacking;
    }

    @Override
    public Findings analyse(Study study, Parameters parameters, Progress progress) {
        checkNeeds(parameters, study);
        Plan plan = study.plan();
        List<TwoLevels> factors = factors(plan);
        Variable variable = Responses.variable(plan, parameters.variable());
        boolean conditional = plan.networks().stream().allMatch(Responses::isSingle);
        double[][] y = units(study, variable, conditional);
        List<List<TwoLevels>> sets = sets(factors, parameters.order());
        int size = sets.size();
        double[][] columns = new double[4][size];
        long[] units = new long[size];
        int largest = 0;
        for (int i = 0; i < size; i++) {
            progress.checkCancelled();
            RunningStatistics contrasts = contrasts(plan, sets.get(i), y);
            double half = contrasts.count() < 2
                    ? Double.NaN
                    : contrasts.standardError()
                            * new TDistribution(null, contrasts.count() - 1.0)
                                    .inverseCumulativeProbability(1 - (1 - Responses.LEVEL) / 2);
            double mean = contrasts.count() == 0 ? Double.NaN : contrasts.mean();
            columns[0][i] = mean;
            columns[1][i] = contrasts.count() < 2 ? Double.NaN : contrasts.standardError();
            columns[2][i] = mean - half;
            columns[3][i] = mean + half;
            units[i] = contrasts.count();
            largest = Math.abs(mean) > Math.abs(columns[0][largest]) ? i : largest;
        }
        String what = conditional ? "runs" : "networks";
        String interval =
                "95 % over " + units[0] + " " + what + (conditional ? ", conditional on their one network" : "");
        String title = "Effects on " + variable.name() + (conditional ? ", conditional on this network" : "");
        String[] names = sets.stream()
                .map(set ->
                        String.join(BETWEEN, set.stream().map(TwoLevels::name).toList()))
                .toArray(String[]::new);
        Table table = new Table(
                "effects",
                title,
                List.of(
                        Column.texts("effect-of", names).withMeaning("Factor, or factors that interact"),
                        Column.integers(
                                        "order",
                                        "factors",
                                        sets.stream().mapToInt(List::size).toArray())
                                .withMeaning("Number of factors"),
                        Responses.column("effect", variable.unit(), "Effect, high minus low", columns[0]),
                        Responses.column("effect-se", variable.unit(), "Standard error of the effect", columns[1]),
                        Responses.column("effect-low", variable.unit(), "Lower end, " + interval, columns[2]),
                        Responses.column("effect-high", variable.unit(), "Upper end, " + interval, columns[3]),
                        Column.integers(what, what, units).withMeaning("Units of inference that entered")));
        Table coding = new Table(
                "levels",
                "Levels of the factors",
                List.of(
                        texts("factor", "Factor", factors.stream().map(TwoLevels::name)),
                        texts("low", "Level coded −1", factors.stream().map(TwoLevels::low)),
                        texts("high", "Level coded +1", factors.stream().map(TwoLevels::high))));
        int bars = Math.min(MOST_BARS, size);
        Figure figure = new Figure(
                "effects",
                Figure.Kind.BAR,
                title,
                "Whiskers: " + interval + "; key " + plan.key()
                        + (bars < size ? "; the first " + bars + " of " + size : ""),
                table,
                List.of(new Series("effect", "effect-of", "effect", "effect-low", "effect-high", Style.DATA, 0, bars)),
                Axis.of("Factor or interaction"),
                Axis.of(Responses.label("Effect on " + variable.name() + ", high minus low", variable)));
        List<String> notes = new ArrayList<>();
        notes.add("The intervals are paired by " + (conditional ? "run" : "network")
                + " and not adjusted for the number of effects (" + size + ").");
        List<String> averaged = plan.factors().stream()
                .filter(name ->
                        factors.stream().noneMatch(factor -> factor.name().equals(name)))
                .toList();
        if (!averaged.isEmpty()) {
            notes.add("Averaged over the levels of " + String.join(", ", averaged) + ", which are more than two.");
        }
        return new Findings(
                "factorial-effects",
                title,
                List.of(table, coding),
                List.of(figure),
                List.of(new Headline(
                        "Largest effect: " + names[largest],
                        columns[0][largest],
                        columns[2][largest],
                        columns[3][largest],
                        variable.unit(),
                        interval)),
                notes,
                List.of());
    }

    private static Column texts(String name, String meaning, java.util.stream.Stream<String> texts) {
        return Column.texts(name, texts.toArray(String[]::new)).withMeaning(meaning);
    }

    private static Map<String, List<String>> levels(Plan plan) {
        Map<String, List<String>> levels = new LinkedHashMap<>();
        for (String factor : plan.factors()) {
            levels.put(
                    factor,
                    plan.points().stream()
                            .map(point -> point.factors().getOrDefault(factor, ""))
                            .distinct()
                            .toList());
        }
        return levels;
    }

    /** Whether every combination of levels is there once. */
    private static boolean isFactorial(Plan plan) {
        long combinations = 1;
        for (List<String> ofFactor : levels(plan).values()) {
            combinations = Math.min(Integer.MAX_VALUE, combinations * ofFactor.size());
        }
        HashSet<Map<String, String>> seen = new HashSet<>();
        boolean complete = true;
        for (DesignPoint point : plan.points()) {
            complete &= seen.add(point.factors()) && point.factors().keySet().containsAll(plan.factors());
        }
        return complete && seen.size() == combinations;
    }

    private static List<TwoLevels> factors(Plan plan) {
        List<TwoLevels> two = new ArrayList<>();
        levels(plan).forEach((name, ofFactor) -> {
            if (ofFactor.size() == 2) {
                two.add(twoLevels(plan, name, ofFactor));
            }
        });
        return two;
    }

    private static TwoLevels twoLevels(Plan plan, String name, List<String> levels) {
        boolean numeric =
                plan.points().stream().allMatch(point -> point.number(name).isPresent());
        List<String> ordered = numeric
                ? levels.stream()
                        .sorted(Comparator.comparingDouble(Double::parseDouble))
                        .toList()
                : levels;
        return new TwoLevels(name, ordered.get(0), ordered.get(1));
    }

    /** All sets of factors up to an order: single ones first, each order in that of the experiment. */
    private static List<List<TwoLevels>> sets(List<TwoLevels> factors, int order) {
        List<List<TwoLevels>> sets = new ArrayList<>();
        List<List<TwoLevels>> last = List.of(List.of());
        for (int o = 1; o <= Math.min(order, factors.size()); o++) {
            List<List<TwoLevels>> next = new ArrayList<>();
            for (List<TwoLevels> set : last) {
                int from = set.isEmpty() ? 0 : factors.indexOf(set.get(set.size() - 1)) + 1;
                for (TwoLevels factor : factors.subList(from, factors.size())) {
                    List<TwoLevels> larger = new ArrayList<>(set);
                    larger.add(factor);
                    next.add(larger);
                }
            }
            sets.addAll(next);
            last = next;
        }
        return sets;
    }

    /** Values by design point and unit: means over the runs of a draw, or runs where there is one network. */
    private static double[][] units(Study study, Variable variable, boolean conditional) {
        Plan plan = study.plan();
        double[][] units = new double[plan.points().size()][];
        for (DesignPoint point : plan.points()) {
            NetworkConfiguration network = plan.network(point);
            double[] values = study.estimates().values(point.index(), variable.name());
            units[point.index()] = conditional ? values : means(values, network.runs());
        }
        return units;
    }

    private static double[] means(double[] values, int runs) {
        double[] means = new double[values.length / runs];
        for (int d = 0; d < means.length; d++) {
            RunningStatistics draw = new RunningStatistics();
            for (int r = 0; r < runs; r++) {
                if (!Double.isNaN(values[d * runs + r])) {
                    draw.add(values[d * runs + r]);
                }
            }
            means[d] = draw.count() == 0 ? Double.NaN : draw.mean();
        }
        return means;
    }

    private static RunningStatistics contrasts(Plan plan, List<TwoLevels> set, double[][] y) {
        int units = Integer.MAX_VALUE;
        for (double[] ofPoint : y) {
            units = Math.min(units, ofPoint.length);
        }
        double[] code = new double[y.length];
        for (DesignPoint point : plan.points()) {
            int product = 1;
            for (TwoLevels factor : set) {
                product *= factor.code(point);
            }
            code[point.index()] = 2.0 * product / y.length;
        }
        RunningStatistics contrasts = new RunningStatistics();
        for (int u = 0; u < units; u++) {
            double contrast = 0;
            for (int p = 0; p < y.length; p++) {
                contrast += code[p] * y[p][u];
            }
            if (!Double.isNaN(contrast)) {
                contrasts.add(contrast);
            }
        }
        return contrasts;
    }
}
