package org.einfluss.theory.watts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.regression.SimpleRegression;
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
import org.einfluss.api.model.Run;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.Estimate;
import org.einfluss.api.study.Events;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.einfluss.graph.Graph;
import org.einfluss.math.RunningStatistics;
import org.osgi.service.component.annotations.Component;

/**
 * Whether the middle of a network's influence starts cascades most cheaply, and reaches the top rather than the other way round: seeds out of
 * bands of degrees, their cost per adopter, and who adopts first.
 *
 * <p>Needs a study with several {@code degree-band} seedings. A seed with f listeners costs α + f; cost per influence is the mean cost over the
 * mean number of further adopters. With a log: in global cascades, the probability that a random adopter of the top tier adopts after a random
 * one of the middle tier, ties counted half; above 1/2 the message trickles up. The claim ("the magic middle", D. Sifry 2006) as listed by G.
 * Livingston 2011, The State of Influencer Theory; this operationalisation is ours. The predicted optimum is that of {@link CostModel}, with the
 * exponent g fitted to the bands.
 */
@Component(service = StudyAnalysis.class)
@Described(
        id = "magic-middle",
        name = "Magic middle",
        summary = "Reach and cost per influence of seeds by band of degrees, and who adopts first.",
        cite = {MagicMiddle.LIVINGSTON, CostPerInfluence.BAKSHY})
public final class MagicMiddle implements StudyAnalysis<MagicMiddle.Parameters> {
    static final String LIVINGSTON = "Livingston, G. (2011). The State of Influencer Theory.";
    private static final int NETWORKS_FOR_DEGREES = 20;
    private static final int LONGEST = 1000;

    /** For the registry, and for use as a plain library. */
    public MagicMiddle() {}

    /**
     * Parameters of the analysis.
     *
     * @param global least reach of a global cascade
     * @param top share of nodes that are the top tier
     * @param from lower percentile of the middle tier
     * @param to upper percentile of the middle tier
     * @param acquisition the values of α
     */
    public record Parameters(
            @Param(value = "Least reach of a global cascade", initial = "0.1", range = "(0,1)", unit = "share of nodes")
            double global,

            @Param(value = "Top tier", initial = "0.01", range = "[0.001,0.5]", unit = "share of nodes")
            double top,

            @Param(value = "Middle tier, lower percentile", initial = "0.5", range = "[0,1)", unit = "share of nodes")
            double from,

            @Param(value = "Middle tier, upper percentile", initial = "0.9", range = "(0,1]", unit = "share of nodes")
            double to,

            @Param(
                    value = "Cost of acquiring a seed",
                    symbol = "α",
                    initial = "[0, 1, 10, 100, 1000]",
                    unit = "listeners' equivalent")
            List<Double> acquisition) {
        /** Copies the list and checks what spans several parameters. */
        public Parameters {
            acquisition = List.copyOf(acquisition);
            if (from >= to) {
                throw new IllegalArgumentException(
                        "The lower percentile of the middle tier must be below the upper, was " + from + " against "
                                + to);
            }
            if (acquisition.isEmpty() || acquisition.stream().anyMatch(alpha -> !(alpha >= 0))) {
                throw new IllegalArgumentException(
                        "Costs of acquiring a seed must be numbers of at least 0, at least one of them, was "
                                + acquisition);
            }
        }
    }

    @Override
    public List<String> needs(Parameters parameters, Plan plan) {
        List<String> lacking = new ArrayList<>(plan.missing("reach", "gain"));
        if (groups(plan).isEmpty()) {
            lacking.add(
                    "It compares seeds out of several bands of degrees, which the study does not have; set 'seeding: "
                            + "[{id: degree-band, from: 0, to: 0.5}, {id: degree-band, from: 0.5, to: 0.9}]' or more in the experiment.");
        }
        return lacking;
    }

    /** Points that differ in the band of their seeds alone, by what they have in common. */
    private static Map<String, List<DesignPoint>> groups(Plan plan) {
        Map<String, List<DesignPoint>> groups = new LinkedHashMap<>();
        for (DesignPoint point : plan.points()) {
            if (point.seeding().id().equals("degree-band")) {
                groups.computeIfAbsent(group(point), group -> new ArrayList<>()).add(point);
            }
        }
        groups.values().removeIf(points -> points.size() < 2);
        return groups;
    }

    @Override
    public Findings analyse(Study study, Parameters parameters, Progress progress) {
        checkNeeds(parameters, study);
        Map<String, List<DesignPoint>> groups = groups(study.plan());
        RunningStatistics[] upwards = study.plan().recording() == Plan.Recording.LOG
                ? upwards(study, parameters, progress)
                : new RunningStatistics[0];
        Rows bands = new Rows()
                .text("group", "Everything that sets points apart but the band")
                .text("band", "Percentiles of the out-degree the seeds are from")
                .number("from", "share of nodes", "Lower percentile")
                .number("to", "share of nodes", "Upper percentile")
                .number("listeners", "nodes", "Mean out-degree of the band")
                .number("gain", "share of nodes", "Mean share of further adopters, seeds not counted")
                .number("gain-low", "share of nodes", "Lower end of its 95 % interval")
                .number("gain-high", "share of nodes", "Upper end of its 95 % interval")
                .number("global", "share of runs", "Frequency of global cascades")
                .number("global-low", "share of runs", "Lower end of its 95 % interval")
                .number("global-high", "share of runs", "Upper end of its 95 % interval")
                .number(
                        "top-after-middle",
                        "probability",
                        "In global cascades: a random adopter of the top tier adopts after one of the middle tier, ties half; missing without a log")
                .number("top-after-middle-low", "probability", "Lower end of its 95 % interval")
                .number("top-after-middle-high", "probability", "Upper end of its 95 % interval");
        Rows costs = new Rows()
                .text("group", "Everything that sets points apart but the band")
                .text("band", "Percentiles of the out-degree the seeds are from")
                .number("alpha", "listeners' equivalent", "Cost of acquiring a seed α")
                .number("listeners", "nodes", "Mean out-degree of the band")
                .number("cpi", "per adopter", "Cost per influence (α + listeners) / mean number of further adopters");
        Rows optima = new Rows()
                .text("group", "Everything that sets points apart but the band")
                .text("cheapest", "Band of the lowest cost per influence")
                .number("alpha", "listeners' equivalent", "Cost of acquiring a seed α")
                .number(
                        "g",
                        "",
                        "Exponent of further adopters over listeners, least squares of logarithms over the bands")
                .number(
                        "predicted",
                        "nodes",
                        "f* = α g/(1 − g), predicted cheapest number of listeners; missing where it lies at an end");
        List<Headline> headlines = new ArrayList<>();
        List<Series> gains = new ArrayList<>();
        List<Series> cost = new ArrayList<>();
        groups.forEach((name, points) -> {
            int from = bands.size();
            double[] listeners = new double[points.size()];
            double[] gain = new double[points.size()];
            SimpleRegression fit = new SimpleRegression();
            for (int i = 0; i < listeners.length; i++) {
                progress.checkCancelled();
                DesignPoint point = points.get(i);
                Estimate further = study.estimates().mean(point.index(), "gain");
                Estimate global = study.estimates().share(point.index(), "reach", parameters.global());
                listeners[i] = listeners(study, point);
                int nodes = study.network(point.network(), 0).nodes();
                gain[i] = further.value() * nodes;
                if (listeners[i] > 0 && gain[i] > 0) {
                    fit.addData(StrictMath.log(listeners[i]), StrictMath.log(gain[i]));
                }
                Ratio up = upwards.length == 0 ? Ratio.NONE : Ratio.mean(upwards[point.index()]);
                bands.add(
                        List.of(name, band(point)),
                        end(point, "from"),
                        end(point, "to"),
                        listeners[i],
                        further.value(),
                        further.low(),
                        further.high(),
                        global.value(),
                        global.low(),
                        global.high(),
                        up.value(),
                        up.low(),
                        up.high());
            }
            String label = name.isEmpty() ? "bands" : name;
            gains.add(new Series(label, "band", "gain", "gain-low", "gain-high", Style.DATA, from, bands.size()));
            double g = fit.getN() < 2 ? Double.NaN : fit.getSlope();
            for (double alpha : parameters.acquisition()) {
                int first = costs.size();
                int best = -1;
                for (int i = 0; i < listeners.length; i++) {
                    double cpi = gain[i] > 0 ? (alpha + listeners[i]) / gain[i] : Double.NaN;
                    costs.add(List.of(name, band(points.get(i))), alpha, listeners[i], cpi);
                    best = !Double.isNaN(cpi) && (best < 0 || cpi < (alpha + listeners[best]) / gain[best]) ? i : best;
                }
                cost.add(Series.of(
                        "α = " + CostModel.plain(alpha) + (name.isEmpty() ? "" : ", " + name),
                        "listeners",
                        "cpi",
                        Style.DATA,
                        first,
                        costs.size()));
                optima.add(
                        List.of(name, best < 0 ? "" : band(points.get(best))),
                        alpha,
                        g,
                        g > 0 && g < 1 && alpha > 0 ? alpha * g / (1 - g) : Double.NaN);
                if (best >= 0) {
                    headlines.add(CascadeWindow.exact(
                            "Cheapest band at α = " + CostModel.plain(alpha) + (name.isEmpty() ? "" : ", " + name)
                                    + ": percentiles " + band(points.get(best)) + "; its mean number of listeners",
                            listeners[best],
                            "nodes"));
                }
            }
        });
        Table bandTable = bands.table("bands", "Seeds by band of degrees");
        Table costTable = costs.table("costs", "Cost per influence by band");
        String caption =
                PointTheory.caption(study) + "; bands: 95 % intervals over networks (over runs on one network).";
        return new Findings(
                "magic-middle",
                "Magic middle",
                List.of(bandTable, costTable, optima.table("optima", "Cheapest bands")),
                List.of(
                        new Figure(
                                "gain",
                                Figure.Kind.BAR,
                                "Further adopters by the seeds' band of degrees",
                                caption,
                                bandTable,
                                gains,
                                Axis.of("Percentiles of the out-degree"),
                                Axis.of("Mean gain (share of nodes)")),
                        new Figure(
                                "cost-per-influence",
                                Figure.Kind.LINE,
                                "Cost per influence by the seeds' number of listeners",
                                caption,
                                costTable,
                                cost,
                                Axis.logarithmic("Mean number of listeners of the band"),
                                Axis.logarithmic("Cost per further adopter"))),
                headlines,
                List.of(
                        "Gain counts no seeds; a seed with f listeners costs α + f.",
                        upwards.length == 0
                                ? "Who adopts first is told where the study recorded the log ('recording: log')."
                                : "Top tier: the top " + parameters.top()
                                        + " of nodes by out-degree; middle tier: percentiles "
                                        + parameters.from() + " to " + parameters.to()
                                        + ". Only adopters count, in cascades of a reach of at least "
                                        + parameters.global()
                                        + "; seeds are left out. Above 1/2 the top adopts after the middle."),
                List.of(LIVINGSTON, CostPerInfluence.BAKSHY));
    }

    private static String group(DesignPoint point) {
        StringBuilder text = new StringBuilder();
        point.factors().forEach((factor, level) -> {
            if (!factor.startsWith("seeding")) {
                text.append(text.length() == 0 ? "" : ", ")
                        .append(factor.substring(factor.lastIndexOf('.') + 1))
                        .append(' ')
                        .append(level);
            }
        });
        return text.toString();
    }

    private static double end(DesignPoint point, String name) {
        return Double.parseDouble(point.seeding().settings().get(name));
    }

    private static String band(DesignPoint point) {
        return end(point, "from") + " to " + end(point, "to");
    }

    /** Mean out-degree between two percentiles, from the top shares above either; averaged over the first networks. */
    private static double listeners(Study study, DesignPoint point) {
        RunningStatistics all = new RunningStatistics();
        int draws = study.plan().network(point).draws();
        for (int draw = 0; draw < Math.min(NETWORKS_FOR_DEGREES, draws); draw++) {
            Graph graph = study.network(point.network(), draw).graph();
            double above = 1 - end(point, "to");
            double within = 1 - end(point, "from");
            all.add((top(graph, within) - top(graph, above)) / (within - above));
        }
        return all.mean();
    }

    /** Sum of out-degrees of the top share, divided by all nodes. */
    private static double top(Graph graph, double share) {
        double relative = share == 0 ? 0 : TopShare.of(graph, share).relativeInfluence();
        return Double.isNaN(relative) ? 0 : share * relative * graph.meanDegree();
    }

    private static RunningStatistics[] upwards(Study study, Parameters parameters, Progress progress) {
        List<DesignPoint> points = study.plan().points();
        RunningStatistics[] all = new RunningStatistics[points.size()];
        Arrays.setAll(all, i -> new RunningStatistics());
        try (Events events = study.events()) {
            boolean more = events.next();
            while (more) {
                int point = events.point();
                int draw = events.draw();
                boolean fixed = study.plan().network(points.get(point)).fixed();
                Graph graph = study.network(points.get(point).network(), draw).graph();
                TopShare top = TopShare.of(graph, parameters.top());
                double above = 1 - parameters.to();
                TopShare upper = TopShare.of(graph, Math.max(above, 1e-12));
                TopShare lower = TopShare.of(graph, 1 - parameters.from());
                RunningStatistics unit = new RunningStatistics();
                while (more && events.point() == point && events.draw() == draw) {
                    progress.checkCancelled();
                    double[] atTop = new double[LONGEST];
                    double[] atMiddle = new double[LONGEST];
                    int size = 0;
                    int run = events.run();
                    while (more && events.point() == point && events.draw() == draw && events.run() == run) {
                        if (events.from() == 0) {
                            size++;
                            if (events.cause() != Run.SEED) {
                                int step = (int) Math.min(LONGEST - 1.0, Math.ceil(events.time()));
                                int degree = graph.outDegree(events.node());
                                atTop[step] += top.membership(degree);
                                atMiddle[step] += Math.max(0, lower.membership(degree) - upper.membership(degree));
                            }
                        }
                        more = events.next();
                    }
                    double after = size >= parameters.global() * graph.nodes() ? after(atTop, atMiddle) : Double.NaN;
                    if (!Double.isNaN(after)) {
                        unit.add(after);
                        if (fixed) {
                            all[point].add(after);
                        }
                    }
                }
                if (!fixed && unit.count() > 0) {
                    all[point].add(unit.mean());
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The log of the study cannot be read", unreadable);
        }
        return all;
    }

    /** P(top later than middle) + P(equal)/2, from the weights of both by step; NaN where either has nobody. */
    static double after(double[] top, double[] middle) {
        double sumTop = 0;
        double before = 0;
        double later = 0;
        for (int t = 0; t < top.length; t++) {
            later += top[t] * (before + middle[t] / 2);
            before += middle[t];
            sumTop += top[t];
        }
        return sumTop > 0 && before > 0 ? later / (sumTop * before) : Double.NaN;
    }
}
