package org.einfluss.analyses;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
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
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.einfluss.graph.Column;
import org.einfluss.math.CompensatedSum;
import org.einfluss.math.Keys;
import org.osgi.service.component.annotations.Component;

/**
 * Screening by elementary effects: which of many factors matter at all.
 *
 * <p>Needs a {@code morris} design. On every trajectory each factor moves once by Δ of its range, and its elementary effect is the change of
 * the response divided by ±Δ: the change per whole range, in units of the variable. Over r trajectories μ is the mean of the effects, μ* the
 * mean of their absolute values (Campolongo, Cariboni and Saltelli 2007, doi:10.1016/j.envsoft.2006.10.004), σ their standard deviation
 * (divisor r − 1). A large μ* says that the factor matters, a large σ that its effect is curved or depends on other factors (Morris 1991,
 * doi:10.1080/00401706.1991.10484804). Intervals by bootstrap over trajectories.
 *
 * <p>The number of levels p, hence Δ = p/(2(p − 1)), is read from the points: on a linear or logarithmic range all moves of a factor are p/2
 * times the distance between neighbouring levels. A move that rounding to whole numbers swallows is an effect of 0.
 */
@Component(service = StudyAnalysis.class)
@Described(
        id = "morris",
        name = "Morris screening",
        summary = "Mean and spread of the elementary effects of every factor on a variable",
        cite = {"doi:10.1080/00401706.1991.10484804", "doi:10.1016/j.envsoft.2006.10.004"})
public final class MorrisScreening implements StudyAnalysis<MorrisScreening.Parameters> {
    private static final double SAME = 1e-6;

    /**
     * What is screened.
     *
     * @param variable name of the variable; empty: {@code reach} where it is observed, else the first
     * @param levels number of levels of the design; empty: read from the points
     * @param resamples number of bootstrap resamples
     */
    public record Parameters(
            @Param(value = "Variable", help = "Leave it out for reach, or else the first variable")
            Optional<String> variable,

            @Param(
                    value = "Levels",
                    range = "[2,100]",
                    advanced = true,
                    help = "Needed only where all factors are rounded to whole numbers")
            Optional<Integer> levels,

            @Param(value = "Bootstrap resamples", initial = "1000", range = "[100,100000]", advanced = true)
            int resamples) {}

    /** For the registry, and for use as a plain library. */
    public MorrisScreening() {}

    @Override
    public List<String> needs(Parameters parameters, Plan plan) {
        boolean isMorris = isMorris(plan);
        List<String> lacking = new ArrayList<>(Responses.needs(
                plan,
                parameters.variable(),
                isMorris,
                "It needs a study with the design morris, for example 'design: {kind: morris, trajectories: 20}'."));
        if (isMorris && parameters.levels().isEmpty() && levels(plan) == 0) {
            lacking.add(
                    "The number of levels cannot be read from the study, since all factors are rounded to whole numbers; "
                            + "set 'levels' to that of the design.");
        }
        return lacking;
    }

    @Override
    public Findings analyse(Study study, Parameters parameters, Progress progress) {
        checkNeeds(parameters, study);
        Plan plan = study.plan();
        List<String> factors = plan.factors();
        int k = factors.size();
        int trajectories = plan.points().size() / (k + 1);
        Variable variable = Responses.variable(plan, parameters.variable());
        double[] y = Responses.means(study, variable);
        int levels = parameters.levels().orElseGet(() -> levels(plan));
        double delta = levels / (2.0 * (levels - 1));
        double[][] effects = new double[k][trajectories];
        for (int t = 0; t < trajectories; t++) {
            for (int step = 1; step <= k; step++) {
                int at = t * (k + 1) + step;
                int factor = moved(plan, at);
                if (factor >= 0) {
                    effects[factor][t] = (y[at] - y[at - 1]) / (delta * sign(plan, at, factors.get(factor)));
                }
            }
        }
        int[] all = new int[trajectories];
        for (int t = 0; t < trajectories; t++) {
            all[t] = t;
        }
        List<ToDoubleFunction<int[]>> statistics = new ArrayList<>();
        for (double[] ofFactor : effects) {
            statistics.add(drawn -> mean(ofFactor, true, drawn));
        }
        Bootstrap.Spread[] spread = Bootstrap.of(
                trajectories, parameters.resamples(), Keys.mix(plan.key(), Keys.of("morris")), progress, statistics);
        double[][] columns = new double[6][k];
        int largest = 0;
        for (int f = 0; f < k; f++) {
            columns[0][f] = mean(effects[f], true, all);
            columns[1][f] = spread[f].standardError();
            columns[2][f] = spread[f].low();
            columns[3][f] = spread[f].high();
            columns[4][f] = mean(effects[f], false, all);
            columns[5][f] = new StandardDeviation().evaluate(effects[f]);
            largest = columns[0][f] > columns[0][largest] ? f : largest;
        }
        String interval = "95 % bootstrap over " + trajectories + " trajectories";
        String title = "Elementary effects on " + variable.name();
        String unit = variable.unit();
        Table table = new Table(
                "effects",
                title,
                List.of(
                        Column.texts("factor", factors.toArray(String[]::new)).withMeaning("What varied"),
                        Responses.column("mu-star", unit, "μ*: mean absolute effect of the whole range", columns[0]),
                        Responses.column("mu-star-se", unit, "Its standard error, by bootstrap", columns[1]),
                        Responses.column("mu-star-low", unit, "Lower end, " + interval, columns[2]),
                        Responses.column("mu-star-high", unit, "Upper end, " + interval, columns[3]),
                        Responses.column("mu", unit, "μ: mean effect of the whole range", columns[4]),
                        Responses.column("sigma", unit, "σ: standard deviation of the effects", columns[5])));
        String caption = "Whiskers: " + interval + "; " + levels + " levels; key " + plan.key();
        List<Figure> figures = List.of(
                new Figure(
                        "mu-star",
                        Figure.Kind.BAR,
                        title,
                        caption,
                        table,
                        List.of(new Series("μ*", "factor", "mu-star", "mu-star-low", "mu-star-high", Style.DATA, 0, k)),
                        Axis.of("Factor"),
                        Axis.of(Responses.label("Mean absolute effect μ* on " + variable.name(), variable))),
                new Figure(
                        "spread",
                        Figure.Kind.BAR,
                        "Mean and spread of the " + title.substring(0, 1).toLowerCase(java.util.Locale.ROOT)
                                + title.substring(1),
                        trajectories + " trajectories; " + levels + " levels; key " + plan.key(),
                        table,
                        List.of(
                                Series.of("μ*", "factor", "mu-star", Style.DATA, 0, k),
                                Series.of("σ", "factor", "sigma", Style.DATA, 0, k)),
                        Axis.of("Factor"),
                        Axis.of(Responses.label("Effect on " + variable.name(), variable))));
        List<String> notes = Responses.notes(plan);
        notes.add("An effect is the change over the whole range of a factor, as the design gives it; moves are "
                + levels + "/(2·" + (levels - 1) + ") of it.");
        return new Findings(
                "morris",
                title,
                List.of(table),
                figures,
                List.of(new Headline(
                        "Largest mean absolute effect: " + factors.get(largest),
                        columns[0][largest],
                        columns[2][largest],
                        columns[3][largest],
                        unit,
                        interval)),
                notes,
                List.of("doi:10.1080/00401706.1991.10484804", "doi:10.1016/j.envsoft.2006.10.004"));
    }

    private static double mean(double[] effects, boolean absolute, int[] drawn) {
        CompensatedSum sum = new CompensatedSum();
        for (int t : drawn) {
            sum.add(absolute ? Math.abs(effects[t]) : effects[t]);
        }
        return sum.value() / drawn.length;
    }

    /** Whether the points are trajectories of the design: from one to the next at most one factor moves, each once. */
    private static boolean isMorris(Plan plan) {
        int k = plan.factors().size();
        int size = plan.points().size();
        boolean is = k > 0 && size % (k + 1) == 0 && size >= 2 * (k + 1);
        for (int from = 0; is && from < size; from += k + 1) {
            boolean[] done = new boolean[k];
            for (int at = from + 1; is && at <= from + k; at++) {
                int moves = 0;
                for (int f = 0; f < k; f++) {
                    if (differs(plan, at, plan.factors().get(f))) {
                        moves++;
                        is &= !done[f];
                        done[f] = true;
                    }
                }
                is &= moves <= 1;
            }
        }
        return is;
    }

    private static boolean differs(Plan plan, int at, String factor) {
        String now = plan.points().get(at).factors().getOrDefault(factor, "");
        return !now.equals(plan.points().get(at - 1).factors().getOrDefault(factor, ""));
    }

    /** The factor that moved before a point; -1 where rounding to whole numbers or to few levels swallowed the move. */
    private static int moved(Plan plan, int at) {
        for (int f = 0; f < plan.factors().size(); f++) {
            if (differs(plan, at, plan.factors().get(f))) {
                return f;
            }
        }
        return -1;
    }

    private static int sign(Plan plan, int at, String factor) {
        OptionalDouble now = plan.points().get(at).number(factor);
        OptionalDouble before = plan.points().get(at - 1).number(factor);
        return now.isPresent() && before.isPresent() && now.getAsDouble() < before.getAsDouble() ? -1 : 1;
    }

    /** Reads the number of levels from the factors whose moves are all equally long on a linear or a logarithmic scale; 0: from none. */
    private static int levels(Plan plan) {
        int levels = 0;
        for (String factor : plan.factors()) {
            if (plan.points().stream().allMatch(point -> point.number(factor).isPresent())) {
                levels = Math.max(levels, levels(plan, factor, false));
                boolean positive = plan.points().stream()
                        .allMatch(point -> point.number(factor).getAsDouble() > 0);
                levels = Math.max(levels, positive ? levels(plan, factor, true) : 0);
            }
        }
        return levels;
    }

    private static int levels(Plan plan, String factor, boolean logarithmic) {
        TreeSet<Double> seen = new TreeSet<>();
        double[] position = new double[plan.points().size()];
        for (DesignPoint point : plan.points()) {
            double number = point.number(factor).orElseThrow();
            position[point.index()] = logarithmic ? Math.log(number) : number;
            seen.add(position[point.index()]);
        }
        double move = 0;
        for (int at = 1; at < position.length; at++) {
            if (at % (plan.factors().size() + 1) != 0 && position[at] != position[at - 1]) {
                double length = Math.abs(position[at] - position[at - 1]);
                if (move > 0 && Math.abs(length - move) > SAME * move) {
                    return 0;
                }
                move = length;
            }
        }
        double neighbours = move;
        Double last = null;
        for (double level : seen) {
            double gap = last == null ? 0 : level - last;
            neighbours = gap > SAME * move ? Math.min(neighbours, gap) : neighbours;
            last = level;
        }
        double levels = 2 * move / neighbours;
        return move > 0 && Math.abs(levels - Math.rint(levels)) < 1e-3 ? (int) Math.rint(levels) : 0;
    }
}
