package org.einfluss.theory.baselines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.None;
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
import org.einfluss.api.study.NetworkConfiguration;
import org.einfluss.api.study.Observations;
import org.einfluss.api.study.Observations.Stop;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.einfluss.graph.Graph;
import org.einfluss.graph.measure.Components;
import org.einfluss.math.CompensatedSum;
import org.osgi.service.component.annotations.Component;

/**
 * How long agents with two opinions take to agree, and how often opinion 1 wins, against the number of nodes and the initial share of
 * opinion 1.
 *
 * <p>Overlays for the voter model by node updates, h of n nodes holding opinion 1 and x = h/n. On a complete network the mean time in
 * sweeps is exactly ((n − 1)/n) Σ_j min(j, h)(n − max(j, h)) / (j(n − j)), j from 1 to n − 1; for large n it is −n(x ln x + (1 − x)
 * ln(1 − x)). On other connected undirected networks without degree correlation n is replaced by n μ₁²/μ₂ with the moments μ of the degrees,
 * a mean-field result (V. Sood and S. Redner 2005, doi:10.1103/PhysRevLett.94.178701). From random holders opinion 1 wins with probability
 * x. For Sznajd pairs on a ring it wins with about x²/(x² + (1 − x)²).
 */
@Component(service = StudyAnalysis.class)
@Described(
        id = "consensus",
        name = "Consensus",
        summary = "Time to consensus and the winner, with the voter model's closed forms.",
        cite = {Consensus.SOOD, "doi:10.1214/aop/1176996306"})
public final class Consensus implements StudyAnalysis<None> {
    static final String SOOD = "doi:10.1103/PhysRevLett.94.178701";
    private static final int NETWORKS_FOR_MOMENTS = 10;

    /** For the registry, and for use as a plain library. */
    public Consensus() {}

    private record Point(
            DesignPoint design, String series, int nodes, double share, UnitMeans time, UnitMeans wins, long[] runs) {}

    /**
     * Returns the exact mean time to consensus of voters who are all linked.
     *
     * @param nodes number of nodes n
     * @param holders nodes that hold opinion 1 at the start
     * @return sweeps of n updates; 0 where all agree from the start
     */
    static double exactTime(int nodes, int holders) {
        CompensatedSum sum = new CompensatedSum();
        for (int j = 1; j < nodes; j++) {
            double visits = (double) Math.min(j, holders) * (nodes - Math.max(j, holders));
            sum.add(visits / ((double) j * (nodes - j)));
        }
        return sum.value() * (nodes - 1) / nodes;
    }

    /**
     * Returns −n(x ln x + (1 − x) ln(1 − x)).
     *
     * @param nodes n, or the effective number of nodes
     * @param share initial share x of opinion 1
     */
    static double largeTime(double nodes, double share) {
        return share <= 0 || share >= 1
                ? 0
                : -nodes * (share * StrictMath.log(share) + (1 - share) * StrictMath.log1p(-share));
    }

    @Override
    public Findings analyse(Study study, None parameters, Progress progress) {
        Plan plan = study.plan();
        if (!Points.observes(plan, "consensus")) {
            throw new InputException(
                    "Consensus needs a model of two opinions (voter, q-voter, sznajd or majority), but "
                            + "this study has "
                            + plan.points().stream()
                                    .map(p -> p.model().id())
                                    .distinct()
                                    .toList());
        }
        List<Point> points = new ArrayList<>();
        for (DesignPoint design : plan.points()) {
            boolean fixed = plan.network(design).fixed();
            int n = Points.nodes(study, design);
            points.add(new Point(
                    design,
                    design.model().id() + ", "
                            + plan.network(design).generator().id(),
                    n,
                    share(study, design, n),
                    new UnitMeans(fixed),
                    new UnitMeans(fixed),
                    new long[2]));
        }
        try {
            read(study, points, progress);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The observations of the study cannot be read", unreadable);
        }
        points.sort(Comparator.comparing(Point::series)
                .thenComparingInt(Point::nodes)
                .thenComparingDouble(Point::share)
                .thenComparingInt(p -> p.design().index()));
        Rows rows = new Rows()
                .text("series", "What the points of one line have in common")
                .number("point", "", "Number of the design point")
                .number("nodes", "nodes", "Nodes n")
                .number("x0", "share of nodes", "Mean share of opinion 1 at the start")
                .number("time", "sweeps", "Mean time to consensus of the runs that reached it")
                .number("time-low", "sweeps", "Lower end of its 95 % interval")
                .number("time-high", "sweeps", "Upper end of its 95 % interval")
                .number("exact", "sweeps", "Exact time of voters who are all linked")
                .number("large", "sweeps", "Its form for large n, mean-field on networks")
                .number(
                        "wins",
                        "share of nodes",
                        "Mean share of opinion 1 in the end: of runs, where all end in consensus")
                .number("wins-low", "share of nodes", "Lower end of its 95 % interval")
                .number("wins-high", "share of nodes", "Upper end of its 95 % interval")
                .number("wins-theory", "share of runs", "Closed form of the frequency with which opinion 1 wins")
                .number("agreed", "runs", "Runs that ended in consensus")
                .number("others", "runs", "Runs that were censored or ended without consensus");
        for (Point point : points) {
            progress.checkCancelled();
            add(rows, study, point);
        }
        Table table = rows.table("consensus", "Consensus at each design point");
        return new Findings(
                "consensus",
                "Consensus",
                List.of(table),
                figures(study, points, table),
                headlines(points),
                notes(points),
                List.of(SOOD, "doi:10.1214/aop/1176996306"));
    }

    private static List<String> notes(List<Point> points) {
        List<String> notes = new ArrayList<>();
        long others = points.stream().mapToLong(p -> p.runs()[1]).sum();
        if (others > 0) {
            notes.add(others
                    + " runs were censored or ended without consensus; they do not enter the mean time, which is "
                    + "therefore too low.");
        }
        notes.add(
                "The form for networks other than complete ones is mean-field: n is replaced by n μ₁²/μ₂ with the moments of "
                        + "the degrees. It holds for connected networks without degree correlation, whose mean degree is not small.");
        return notes;
    }

    /** Mean share of opinion 1 at the start: the seeds, and the share drawn of all others; NaN where a column says. */
    private static double share(Study study, DesignPoint design, int n) {
        InitialHolders initial =
                design.model().parameters().flatMap(Consensus::initial).orElse(new InitialHolders.Table(""));
        if (!(initial instanceof InitialHolders.Share drawn)) {
            return Double.NaN;
        }
        double seeds = study.estimates().mean(design.index(), "seeds").value() / n;
        return seeds + (1 - seeds) * drawn.value();
    }

    private static Optional<InitialHolders> initial(Record model) {
        if (model instanceof Voter.Parameters p) {
            return Optional.of(p.initial());
        } else if (model instanceof QVoter.Parameters p) {
            return Optional.of(p.initial());
        } else if (model instanceof Sznajd.Parameters p) {
            return Optional.of(p.initial());
        } else if (model instanceof Majority.Parameters p) {
            return Optional.of(p.initial());
        }
        return Optional.empty();
    }

    private static void read(Study study, List<Point> points, Progress progress) throws IOException {
        Plan plan = study.plan();
        int consensus = plan.variable("consensus");
        int duration = plan.variable("duration");
        int reach = plan.variable("reach");
        int draw = -1;
        Point point = null;
        try (Observations rows = study.observations()) {
            while (rows.next()) {
                if (rows.stop() == Stop.RUNNING || rows.stop() == Stop.FAILED) {
                    continue;
                }
                if (point == null || point.design().index() != rows.point() || draw != rows.draw()) {
                    endNetwork(point);
                    point = points.get(rows.point());
                    draw = rows.draw();
                    progress.checkCancelled();
                }
                boolean agreed = rows.value(consensus) == 1;
                point.runs()[agreed ? 0 : 1]++;
                point.wins().add(rows.value(reach));
                if (agreed) {
                    point.time().add(rows.value(duration));
                }
            }
        }
        endNetwork(point);
    }

    private static void endNetwork(Point point) {
        if (point != null) {
            point.time().endNetwork();
            point.wins().endNetwork();
        }
    }

    private static void add(Rows rows, Study study, Point point) {
        NetworkConfiguration network = study.plan().network(point.design());
        boolean voter = point.design().model().id().equals("voter");
        boolean complete = Points.isComplete(network);
        double x = point.share();
        double exact = Double.NaN;
        double large = Double.NaN;
        double wins = Double.NaN;
        if (voter && !Double.isNaN(x) && (complete || isRandom(point.design()))) {
            double effective = complete ? point.nodes() : effectiveNodes(study, network);
            large = largeTime(effective, x);
            wins = Double.isNaN(effective) ? Double.NaN : x;
            double holders = x * point.nodes();
            exact = complete && Math.abs(holders - Math.rint(holders)) < 1e-9 && drawsNobody(point.design())
                    ? exactTime(point.nodes(), (int) Math.rint(holders))
                    : Double.NaN;
        } else if (point.design().model().id().equals("sznajd")
                && network.generator().id().equals("ring")
                && isRandom(point.design())) {
            wins = x * x / (x * x + (1 - x) * (1 - x));
        }
        rows.add(
                List.of(point.series()),
                point.design().index(),
                point.nodes(),
                x,
                point.time().mean(),
                point.time().low(),
                point.time().high(),
                exact,
                large,
                point.wins().mean(),
                point.wins().low(),
                point.wins().high(),
                wins,
                (double) point.runs()[0],
                (double) point.runs()[1]);
    }

    private static boolean drawsNobody(DesignPoint design) {
        return design.model().as(Voter.Parameters.class).stream()
                .anyMatch(p -> p.initial() instanceof InitialHolders.Share drawn && drawn.value() == 0);
    }

    private static boolean isRandom(DesignPoint design) {
        String id = design.seeding().id();
        return id.equals("random") || id.equals("fraction") || id.equals("none");
    }

    /** n μ₁²/μ₂, averaged over the first networks; NaN where one is directed or not connected. */
    private static double effectiveNodes(Study study, NetworkConfiguration network) {
        int draws = Math.min(NETWORKS_FOR_MOMENTS, network.draws());
        double sum = 0;
        for (int draw = 0; draw < draws; draw++) {
            Graph graph = study.network(network.index(), draw).graph();
            if (graph.isDirected() || Components.weak(graph).count() != 1) {
                return Double.NaN;
            }
            double degrees = 0;
            double squares = 0;
            for (int v = 0; v < graph.nodes(); v++) {
                degrees += graph.outDegree(v);
                squares += (double) graph.outDegree(v) * graph.outDegree(v);
            }
            sum += degrees * degrees / squares;
        }
        return sum / draws;
    }

    private static List<Figure> figures(Study study, List<Point> points, Table table) {
        List<Figure> figures = new ArrayList<>();
        String caption = Points.caption(study)
                + "; bands: 95 % intervals of the mean, over networks (over runs on one network).";
        if (points.stream().mapToInt(Point::nodes).distinct().count() > 1) {
            figures.add(new Figure(
                    "time",
                    Figure.Kind.LINE,
                    "Time to consensus",
                    caption,
                    table,
                    lines(points, table, true),
                    Axis.logarithmic("Nodes n"),
                    Axis.logarithmic("Mean time to consensus (sweeps)")));
        }
        if (points.stream().mapToDouble(Point::share).distinct().count() > 1) {
            figures.add(new Figure(
                    "winner",
                    Figure.Kind.LINE,
                    "How often opinion 1 wins",
                    caption,
                    table,
                    lines(points, table, false),
                    Axis.of("Share of opinion 1 at the start", 0, 1),
                    Axis.of("Share of opinion 1 in the end", 0, 1)));
        }
        return figures;
    }

    /** Lines of points with the same series, and the same share (same nodes) where that is not what the axis shows. */
    private static List<Series> lines(List<Point> points, Table table, boolean overNodes) {
        List<Series> lines = new ArrayList<>();
        for (int from = 0; from < points.size() && lines.size() < 2 * Points.MOST_SERIES; ) {
            int to = from;
            while (to < points.size()
                    && points.get(to).series().equals(points.get(from).series())) {
                to++;
            }
            String label = points.get(from).series();
            String x = overNodes ? "nodes" : "x0";
            String y = overNodes ? "time" : "wins";
            lines.add(new Series(label, x, y, y + "-low", y + "-high", Style.DATA, from, to));
            if (overNodes) {
                overlay(lines, "exact, " + label, x, "exact", table, from, to);
                overlay(lines, "large n, " + label, x, "large", table, from, to);
            } else {
                overlay(lines, "closed form, " + label, x, "wins-theory", table, from, to);
            }
            from = to;
        }
        return lines;
    }

    private static void overlay(List<Series> lines, String label, String x, String y, Table table, int from, int to) {
        if (!Double.isNaN(table.column(y).doubleAt(from))) {
            lines.add(Series.of(label, x, y, Style.OVERLAY, from, to));
        }
    }

    private static List<Headline> headlines(List<Point> points) {
        List<Headline> headlines = new ArrayList<>();
        for (Point point : points) {
            if (headlines.size() < Points.MOST_SERIES && point.time().units() > 0) {
                headlines.add(point.time()
                        .headline("Time to consensus, " + point.design().label(), "sweeps"));
            }
        }
        return headlines;
    }
}
