package org.einfluss.theory.watts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Figure.Axis;
import org.einfluss.api.findings.Figure.Series;
import org.einfluss.api.findings.Figure.Style;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Findings.Headline;
import org.einfluss.api.findings.Rows;
import org.einfluss.api.findings.StudyAnalysis;
import org.einfluss.api.findings.Table;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.Estimate;
import org.einfluss.api.study.NetworkConfiguration;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.einfluss.math.RunningStatistics;
import org.osgi.service.component.annotations.Component;

/**
 * Cascades from one influential against cascades from one average node: mean reach of both, multiplier M and relative direct influence D.
 *
 * <p>Needs a study whose seedings are {@code influentials} and {@code random} of the same size. M = S_infl / S_avg with an interval over
 * networks, paired where both seedings ran on the same networks; runs on one fixed network are paired one by one and hold for this network
 * only. The average node is drawn from the whole population; failed cascades count. With a log also who adopts early in global cascades. Claim
 * examined: M &lt; D (D. J. Watts and P. S. Dodds 2007, doi:10.1086/518527). Closed forms as in {@link Influence}.
 */
@Component(service = StudyAnalysis.class)
@Described(
        id = "influentials",
        name = "Influentials against average nodes",
        summary = "Reach from influentials and from average nodes, multiplier M against direct influence D.",
        cite = {Influentials.WATTS_DODDS, CascadeWindow.WATTS})
public final class InfluentialsAnalysis implements StudyAnalysis<InfluentialsAnalysis.Parameters> {
    private static final int NETWORKS_FOR_D = 20;
    private static final int MOST_SERIES = 4;

    /** For the registry, and for use as a plain library. */
    public InfluentialsAnalysis() {}

    /**
     * Parameters of the analysis.
     *
     * @param global least reach of a global cascade
     * @param early share of a cascade's duration within which adopters are early
     */
    public record Parameters(
            @Param(value = "Least reach of a global cascade", initial = "0.1", range = "(0,1)", unit = "share of nodes")
            double global,

            @Param(
                    value = "Early adopters adopt within",
                    initial = "0.25",
                    range = "(0,1]",
                    unit = "share of the cascade's duration")
            double early) {}

    /** One influential and one average point that differ in the seeding alone. */
    private record Pair(
            DesignPoint influential,
            DesignPoint average,
            double top,
            boolean single,
            PointTheory theory,
            Optional<Influence> closed,
            double relativeInfluence,
            String series) {}

    @Override
    public Findings analyse(Study study, Parameters parameters, Progress progress) {
        checkNeeds(parameters, study);
        Plan plan = study.plan();
        List<Pair> pairs = pairs(study, progress);
        boolean overThreshold =
                pairs.stream().map(p -> p.theory().meanDegree()).distinct().count() == 1
                        && pairs.stream().map(p -> p.theory().phi()).distinct().count() > 1;
        pairs = pairs.stream()
                .map(p -> new Pair(
                        p.influential(),
                        p.average(),
                        p.top(),
                        p.single(),
                        p.theory(),
                        p.closed(),
                        p.relativeInfluence(),
                        series(p, overThreshold)))
                .sorted(Comparator.comparing(Pair::series)
                        .thenComparingDouble(p ->
                                overThreshold ? p.theory().phi() : p.theory().meanDegree())
                        .thenComparingInt(p -> p.influential().index()))
                .toList();
        Rows rows = rows();
        List<Headline> headlines = new ArrayList<>();
        int below = 0;
        int above = 0;
        double best = -1;
        for (Pair pair : pairs) {
            progress.checkCancelled();
            Ratio multiplier = multiplier(study, pair);
            add(rows, study, pair, multiplier, parameters.global());
            below += multiplier.high() < pair.relativeInfluence() ? 1 : 0;
            above += multiplier.low() > pair.relativeInfluence() ? 1 : 0;
            double average =
                    study.estimates().mean(pair.average().index(), "reach").value();
            if (average > best) {
                best = average;
                headlines = headlines(study, pair, multiplier);
            }
        }
        Table table = rows.table("points", "Influentials against average nodes");
        List<Table> tables = new ArrayList<>(List.of(table));
        String caption = PointTheory.caption(study)
                + "; bands: 95 % intervals over networks (over runs on one network); failed cascades count.";
        List<Figure> figures = new ArrayList<>(figures(pairs, table, overThreshold, caption));
        List<String> notes = new ArrayList<>();
        notes.add(
                "The average node is drawn from the whole population, influentials included; failed cascades count in both means.");
        notes.add("M lies below D, its whole interval, at " + below + " of " + pairs.size() + " points, and above D at "
                + above + ".");
        notes.add("Global: reach of at least " + parameters.global()
                + ". Closed forms are drawn where the network's degree law is known: "
                + "thresholds by a law or uniform percolation, one seed; they hold for infinite networks.");
        if (plan.points().stream().anyMatch(point -> plan.network(point).fixed())) {
            notes.add("Intervals on one fixed network are conditional on this network.");
        }
        if (plan.recording() == Plan.Recording.LOG) {
            early(study, pairs, parameters, progress, tables, figures, caption);
            notes.add("Early adopters adopted within " + parameters.early()
                    + " of the duration of a global cascade that an average node had started; seeds are not counted.");
        } else {
            notes.add("Who adopts early is told where the study recorded the log ('recording: log').");
        }
        return new Findings(
                "influentials",
                "Influentials against average nodes",
                tables,
                figures,
                headlines,
                notes,
                List.of(Influentials.WATTS_DODDS, CascadeWindow.WATTS));
    }

    @Override
    public List<String> needs(Parameters parameters, Plan plan) {
        List<String> lacking = new ArrayList<>(plan.missing("reach"));
        if (plan.points().stream()
                .noneMatch(point -> plan.points().stream().anyMatch(other -> isAverageOf(other, point)))) {
            lacking.add(
                    "It compares influentials with average nodes, as many of both on the same networks, which the study does not have; set "
                            + "'seeding: [{id: influentials, size: 1}, {id: random, size: 1}]' in the experiment.");
        }
        return lacking;
    }

    /** Whether two points differ in the seeding alone: as many average nodes instead of influentials. */
    private static boolean isAverageOf(DesignPoint average, DesignPoint influential) {
        return influential.seeding().id().equals("influentials")
                && average.seeding().id().equals("random")
                && average.network() == influential.network()
                && average.model().equals(influential.model())
                && average.campaign().equals(influential.campaign())
                && seeds(average).equals(seeds(influential));
    }

    private static List<Pair> pairs(Study study, Progress progress) {
        Plan plan = study.plan();
        List<Pair> pairs = new ArrayList<>();
        double[] relative = new double[plan.networks().size()];
        double[] topOf = new double[plan.networks().size()];
        for (DesignPoint point : plan.points()) {
            if (!point.seeding().id().equals("influentials")) {
                continue;
            }
            double top = Double.parseDouble(point.seeding().settings().get("top"));
            for (DesignPoint other : plan.points()) {
                if (isAverageOf(other, point)) {
                    int network = point.network();
                    if (topOf[network] != top) {
                        topOf[network] = top;
                        relative[network] = relativeInfluence(study, plan.network(point), top, progress);
                    }
                    PointTheory theory = PointTheory.of(study, other);
                    boolean single = seeds(point).equals("1");
                    Optional<Influence> closed = single ? closed(other, theory, top) : Optional.empty();
                    pairs.add(new Pair(point, other, top, single, theory, closed, relative[network], ""));
                    break;
                }
            }
        }
        return pairs;
    }

    /** Number of seeds as text; for a seeding that spends a budget, the budget. */
    private static String seeds(DesignPoint point) {
        Map<String, String> settings = point.seeding().settings();
        return "count".equals(settings.get("size.kind"))
                ? settings.get("size.nodes")
                : settings.getOrDefault("size", settings.toString());
    }

    private static Optional<Influence> closed(DesignPoint point, PointTheory theory, double top) {
        if (theory.applies() && theory.threshold().orElseThrow().share(0, 0) == 0) {
            return Optional.of(Influence.ofThresholds(
                    theory.threshold().orElseThrow(), theory.law().orElseThrow(), top));
        }
        boolean poisson = theory.law()
                .filter(law -> law instanceof DegreeLaw.Poisson || law instanceof DegreeLaw.DirectedPoisson)
                .isPresent();
        return point.model()
                .as(InfluentialPercolation.Parameters.class)
                .filter(model -> poisson && model.isUniform())
                .map(model -> Influence.ofPercolation(
                        theory.meanDegree(), model.transmission().transmissibility(), top));
    }

    /** D, averaged over the first networks. */
    private static double relativeInfluence(
            Study study, NetworkConfiguration configuration, double top, Progress progress) {
        RunningStatistics all = new RunningStatistics();
        for (int draw = 0; draw < Math.min(NETWORKS_FOR_D, configuration.draws()); draw++) {
            progress.checkCancelled();
            double one = TopShare.of(study.network(configuration.index(), draw).graph(), top)
                    .relativeInfluence();
            if (!Double.isNaN(one)) {
                all.add(one);
            }
        }
        return all.count() == 0 ? Double.NaN : all.mean();
    }

    private static String series(Pair pair, boolean overThreshold) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> factor : pair.influential().factors().entrySet()) {
            String name = factor.getKey();
            boolean isX = overThreshold ? name.startsWith("model.threshold") : name.endsWith("mean-degree");
            if (!isX && !name.equals("seeding")) {
                text.append(text.length() == 0 ? "" : ", ")
                        .append(name.substring(name.lastIndexOf('.') + 1))
                        .append(' ')
                        .append(factor.getValue());
            }
        }
        return text.toString();
    }

    /** One value per unit: the mean over a network's runs, or a run on one fixed network. */
    private static double[] units(Study study, DesignPoint point, double cut) {
        double[] values = study.estimates().values(point.index(), "reach");
        NetworkConfiguration network = study.plan().network(point);
        int runs = network.fixed() ? 1 : network.runs();
        double[] units = new double[values.length / runs];
        for (int u = 0; u < units.length; u++) {
            double sum = 0;
            int count = 0;
            for (int r = 0; r < runs; r++) {
                double value = values[u * runs + r];
                if (!Double.isNaN(value)) {
                    sum += Double.isNaN(cut) ? value : value >= cut ? 1 : 0;
                    count++;
                }
            }
            units[u] = count == 0 ? Double.NaN : sum / count;
        }
        return units;
    }

    private static Ratio ratio(Study study, Pair pair, double cut) {
        double[] top = units(study, pair.influential(), cut);
        double[] average = units(study, pair.average(), cut);
        int common = Math.min(top.length, average.length);
        return Ratio.of(
                java.util.Arrays.copyOf(top, common),
                java.util.Arrays.copyOf(average, common),
                !study.plan().independentNetworks());
    }

    private static Ratio multiplier(Study study, Pair pair) {
        return ratio(study, pair, Double.NaN);
    }

    private static Rows rows() {
        return new Rows()
                .text("series", "Everything that sets points apart but seeding and horizontal axis")
                .number("z", "links per node", "Mean degree n_avg")
                .number("phi", "share of neighbours", "Threshold where it is the same for all")
                .number("S_infl", "share of nodes", "Mean reach from influentials")
                .number("S_infl-low", "share of nodes", "Lower end of its 95 % interval")
                .number("S_infl-high", "share of nodes", "Upper end of its 95 % interval")
                .number("S_avg", "share of nodes", "Mean reach from average nodes")
                .number("S_avg-low", "share of nodes", "Lower end of its 95 % interval")
                .number("S_avg-high", "share of nodes", "Upper end of its 95 % interval")
                .number("M", "", "Multiplier S_infl / S_avg")
                .number("M-se", "", "Its standard error, over networks (over runs on one fixed network)")
                .number("M-low", "", "Lower end of its 95 % interval")
                .number("M-high", "", "Upper end of its 95 % interval")
                .number("D", "", "Mean out-degree of influentials divided by that of all nodes")
                .number("P_infl", "share of runs", "Frequency of global cascades from influentials")
                .number("P_infl-low", "share of runs", "Lower end of its 95 % interval")
                .number("P_infl-high", "share of runs", "Upper end of its 95 % interval")
                .number("P_avg", "share of runs", "Frequency of global cascades from average nodes")
                .number("P_avg-low", "share of runs", "Lower end of its 95 % interval")
                .number("P_avg-high", "share of runs", "Upper end of its 95 % interval")
                .number("time-infl", "steps", "Mean duration of cascades from influentials")
                .number("time-avg", "steps", "Mean duration of cascades from average nodes")
                .number(
                        "seed-top",
                        "share of global cascades",
                        "Share of global cascades from average nodes whose seed is an influential: top share times P_infl / P_avg")
                .number("seed-top-low", "share of global cascades", "Lower end of its 95 % interval")
                .number("seed-top-high", "share of global cascades", "Upper end of its 95 % interval")
                .number("S_infl-theory", "share of nodes", "S_infl by the closed form")
                .number("S_avg-theory", "share of nodes", "S_avg by the closed form")
                .number("M-theory", "", "M by the closed form")
                .number("P_infl-theory", "share of runs", "P_infl by the closed form")
                .number("P_avg-theory", "share of runs", "P_avg by the closed form")
                .number("top", "share of nodes", "Share of nodes that are influentials")
                .number("units", "", "Networks (runs, on one fixed network) that entered M");
    }

    private static void add(Rows rows, Study study, Pair pair, Ratio multiplier, double global) {
        int top = pair.influential().index();
        int average = pair.average().index();
        Estimate reachTop = study.estimates().mean(top, "reach");
        Estimate reachAverage = study.estimates().mean(average, "reach");
        Estimate shareTop = study.estimates().share(top, "reach", global);
        Estimate shareAverage = study.estimates().share(average, "reach", global);
        boolean timed = study.plan().variables().stream()
                .anyMatch(variable -> variable.name().equals("duration"));
        Ratio seeds = pair.single() ? ratio(study, pair, global).times(pair.top()) : Ratio.NONE;
        Influence closed =
                pair.closed().orElse(new Influence(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN));
        double size = closed.average() > 0 ? closed.size() : closed.average();
        rows.add(
                List.of(pair.series()),
                pair.theory().meanDegree(),
                pair.theory().phi(),
                reachTop.value(),
                reachTop.low(),
                reachTop.high(),
                reachAverage.value(),
                reachAverage.low(),
                reachAverage.high(),
                multiplier.value(),
                multiplier.error(),
                multiplier.low(),
                multiplier.high(),
                pair.relativeInfluence(),
                shareTop.value(),
                shareTop.low(),
                shareTop.high(),
                shareAverage.value(),
                shareAverage.low(),
                shareAverage.high(),
                timed ? study.estimates().mean(top, "duration").value() : Double.NaN,
                timed ? study.estimates().mean(average, "duration").value() : Double.NaN,
                seeds.value(),
                seeds.low(),
                seeds.high(),
                closed.top() * size,
                closed.average() * size,
                closed.multiplier(),
                closed.top(),
                closed.average(),
                pair.top(),
                multiplier.units());
    }

    private static List<Headline> headlines(Study study, Pair pair, Ratio multiplier) {
        String where = ", z = " + pair.theory().meanDegree()
                + (Double.isNaN(pair.theory().phi())
                        ? ""
                        : ", φ = " + pair.theory().phi())
                + (pair.series().isEmpty() ? "" : ", " + pair.series());
        boolean fixed = study.plan().network(pair.average()).fixed();
        return List.of(
                new Headline(
                        "Multiplier M" + where,
                        multiplier.value(),
                        multiplier.low(),
                        multiplier.high(),
                        "",
                        "95 % over " + multiplier.units()
                                + (fixed ? " runs, conditional on this network" : " networks")),
                CascadeWindow.exact("Relative direct influence D" + where, pair.relativeInfluence(), ""));
    }

    private static List<Figure> figures(List<Pair> pairs, Table table, boolean overThreshold, String caption) {
        List<Series> reach = new ArrayList<>();
        List<Series> multiplier = new ArrayList<>();
        String x = overThreshold ? "phi" : "z";
        int shown = 0;
        for (int from = 0; from < pairs.size() && shown < MOST_SERIES; shown++) {
            String series = pairs.get(from).series();
            int to = from;
            boolean closed = false;
            while (to < pairs.size() && pairs.get(to).series().equals(series)) {
                closed |= pairs.get(to).closed().isPresent();
                to++;
            }
            String label = series.isEmpty() ? "" : ", " + series;
            reach.add(
                    new Series("influential" + label, x, "S_infl", "S_infl-low", "S_infl-high", Style.DATA, from, to));
            reach.add(new Series("average node" + label, x, "S_avg", "S_avg-low", "S_avg-high", Style.DATA, from, to));
            multiplier.add(new Series("M" + label, x, "M", "M-low", "M-high", Style.DATA, from, to));
            multiplier.add(Series.of("D" + label, x, "D", Style.DATA, from, to));
            if (closed) {
                reach.add(Series.of("closed form, influential" + label, x, "S_infl-theory", Style.OVERLAY, from, to));
                reach.add(Series.of("closed form, average" + label, x, "S_avg-theory", Style.OVERLAY, from, to));
                multiplier.add(Series.of("closed form M" + label, x, "M-theory", Style.OVERLAY, from, to));
            }
            from = to;
        }
        Axis axis = Axis.of(
                overThreshold ? CascadeWindow.PHI_AXIS : "Mean number of others a node influences, n_avg (links)");
        return List.of(
                new Figure(
                        "reach",
                        Figure.Kind.LINE,
                        "Mean cascade from one influential and from one average node",
                        caption,
                        table,
                        reach,
                        axis,
                        Axis.of("Mean reach (share of nodes)", 0, 1)),
                new Figure(
                        "multiplier",
                        Figure.Kind.LINE,
                        "How much more influentials reach (M) and how much more they are linked (D)",
                        caption,
                        table,
                        multiplier,
                        axis,
                        Axis.of("Influential over average")));
    }

    private static void early(
            Study study,
            List<Pair> pairs,
            Parameters parameters,
            Progress progress,
            List<Table> tables,
            List<Figure> figures,
            String caption) {
        double[] top = new double[study.plan().points().size()];
        java.util.Arrays.fill(top, Double.NaN);
        pairs.forEach(pair -> top[pair.average().index()] = pair.top());
        EarlyAdopters[] adopters = EarlyAdopters.of(study, parameters.global(), parameters.early(), top, progress);
        Rows summary = new Rows()
                .text("point", "Design point with average seeds")
                .number("z", "links per node", "Mean degree n_avg")
                .number("influentials", "share of early adopters", "Share of influentials among early adopters")
                .number("influentials-low", "share of early adopters", "Lower end of its 95 % interval")
                .number("influentials-high", "share of early adopters", "Upper end of its 95 % interval")
                .number("expected", "share of nodes", "Share of influentials among all nodes")
                .number("degree", "links", "Mean out-degree of early adopters")
                .number("degree-low", "links", "Lower end of its 95 % interval")
                .number("degree-high", "links", "Upper end of its 95 % interval")
                .number("cascades", "", "Global cascades that entered")
                .number("units", "", "Networks (runs, on one fixed network) that entered");
        Rows course = new Rows()
                .text("point", "Design point with average seeds")
                .number("step", "steps", "Time since the seed")
                .number("degree", "links", "Mean out-degree of those who adopt at this step")
                .number("degree-low", "links", "Lower end of its 95 % interval")
                .number("degree-high", "links", "Upper end of its 95 % interval")
                .number("n_avg", "links", "Mean out-degree of all nodes")
                .number("units", "", "Networks (runs, on one fixed network) that entered");
        List<Series> series = new ArrayList<>();
        Set<Double> means = new HashSet<>();
        boolean[] done = new boolean[top.length];
        for (Pair pair : pairs) {
            EarlyAdopters one = adopters[pair.average().index()];
            if (done[pair.average().index()] || one.cascades == 0) {
                continue;
            }
            done[pair.average().index()] = true;
            String label = "z = " + pair.theory().meanDegree() + (pair.series().isEmpty() ? "" : ", " + pair.series());
            Ratio share = Ratio.mean(one.influentials);
            Ratio degree = Ratio.mean(one.degree);
            summary.add(
                    List.of(label),
                    pair.theory().meanDegree(),
                    share.value(),
                    share.low(),
                    share.high(),
                    pair.top(),
                    degree.value(),
                    degree.low(),
                    degree.high(),
                    one.cascades,
                    share.units());
            int from = course.size();
            for (int t = 0; t < one.steps(); t++) {
                Ratio at = Ratio.mean(one.degreeAt[t]);
                if (at.units() > 0) {
                    course.add(
                            List.of(label),
                            t,
                            at.value(),
                            at.low(),
                            at.high(),
                            pair.theory().meanDegree(),
                            at.units());
                }
            }
            if (series.size() < 2 * MOST_SERIES) {
                int to = from;
                while (to < course.size() && 2 * one.degreeAt[to - from].count() >= one.degreeAt[0].count()) {
                    to++;
                }
                series.add(new Series(label, "step", "degree", "degree-low", "degree-high", Style.DATA, from, to));
                if (means.add(pair.theory().meanDegree())) {
                    series.add(Series.of(
                            "n_avg = " + pair.theory().meanDegree(), "step", "n_avg", Style.OVERLAY, from, to));
                }
            }
        }
        tables.add(summary.table("early-adopters", "Who adopts early in global cascades"));
        Table byTime = course.table("influence-over-time", "Influence of adopters over time");
        tables.add(byTime);
        if (!series.isEmpty()) {
            figures.add(new Figure(
                    "early-influence",
                    Figure.Kind.LINE,
                    "How many others those who adopt influence, over time",
                    caption
                            + " Global cascades from average nodes, as long as at least half of the networks have any; the seed is step 0.",
                    byTime,
                    series,
                    Axis.of("Time since the seed (steps)"),
                    Axis.of("Mean out-degree of adopters (links)")));
        }
    }
}
