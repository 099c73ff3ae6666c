package org.einfluss.theory.gladwell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.stat.correlation.KendallsCorrelation;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.einfluss.api.Progress;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.graph.measure.Bridging;
import org.einfluss.graph.measure.Communities;
import org.einfluss.graph.measure.UnderlyingGraph;
import org.einfluss.math.Keys;
import org.einfluss.math.RandomStream;

/** Connector, maven and salesman scores of all nodes: sums of robust z-scores within classes of community size. */
final class RoleScores {
    static final String[] ROLES = {"connector", "maven", "salesman"};
    private static final int LEAST_CLASS = 30;
    private static final double MOST = 5;

    /** One component of a score; values are empty where the data cannot give it. */
    record Part(String role, String name, double[] values, double[] z, String remark) {
        boolean isKnown() {
            return values.length > 0;
        }
    }

    /** What the scores are computed with. */
    record Options(Optional<String> communities, double window, int sources, long key) {}

    final List<Part> parts = new ArrayList<>();
    /** By role and node; NaN where the node cannot be scored. */
    final double[][] scores = new double[ROLES.length][];

    final Membership membership;

    RoleScores(Network network, Optional<AdoptionLog> log, Options options, Progress progress) {
        Graph simple = UnderlyingGraph.of(network.graph());
        int n = simple.nodes();
        RandomStream random = new RandomStream(Keys.mix(options.key(), Keys.of("communities")));
        membership = Membership.of(network, options.communities(), random);
        int[] classes = classes(membership);
        double[] degree = new double[n];
        Arrays.setAll(degree, v -> StrictMath.log1p(simple.outDegree(v)));
        double[] bridging = Bridging.sampled(
                        simple,
                        Math.max(1, options.sources()),
                        new RandomStream(Keys.mix(options.key(), Keys.of("bridging"))),
                        1,
                        () -> isCancelled(progress))
                .node()
                .clone();
        double[] span = Communities.participation(simple, membership.of());
        for (int v = 0; v < n; v++) {
            if (simple.outDegree(v) == 0) {
                degree[v] = Double.NaN;
            }
            if (simple.outDegree(v) < 2) {
                bridging[v] = Double.NaN;
            }
        }
        progress.checkCancelled();
        part(0, "degree", degree, classes, "ln(1 + degree)");
        part(
                0,
                "participation",
                span,
                classes,
                membership.detected() ? "over communities detected by modularity" : "over given communities");
        part(
                0,
                "bridging",
                bridging,
                classes,
                "nodes of two ties or more; from "
                        + (options.sources() >= n ? "all nodes" : options.sources() + " sampled sources"));
        activity(network, log, options, classes, progress);
        for (int role = 0; role < ROLES.length; role++) {
            scores[role] = sum(role, n);
        }
    }

    /** Ends the work in the way of this product rather than in that of the measures. */
    private static boolean isCancelled(Progress progress) {
        progress.checkCancelled();
        return false;
    }

    private void activity(
            Network network, Optional<AdoptionLog> log, Options options, int[] classes, Progress progress) {
        double[] none = new double[0];
        if (log.isEmpty()) {
            for (String name : List.of("originality", "earliness")) {
                part(1, name, none, classes, "the dataset has no adoption log");
            }
            part(2, "conversion", none, classes, "the dataset has no adoption log");
        } else {
            Activity activity = new Activity(
                    network,
                    log.get(),
                    membership.of(),
                    options.window(),
                    new RandomStream(Keys.mix(options.key(), Keys.of("controls"))),
                    progress);
            boolean several = log.get().cascades() > 1;
            part(
                    1,
                    "originality",
                    several ? activity.originality : none,
                    classes,
                    several
                            ? "share of the node's cascades in which it was the first"
                            : "the log has one cascade: a share of firsts says nothing");
            part(1, "earliness", activity.earliness, classes, "1 − mean rank percentile of adoption");
            part(2, "conversion", activity.conversion, classes, "listeners' adoptions, net of matched unexposed nodes");
        }
        part(1, "topic concentration", none, classes, "no topics of items in the data");
        part(1, "links and answers", none, classes, "no contents of posts in the data");
        part(2, "reply rate", none, classes, "no replies in the data");
    }

    private void part(int role, String name, double[] values, int[] classes, String remark) {
        parts.add(new Part(ROLES[role], name, values, values.length == 0 ? values : robust(values, classes), remark));
    }

    Part part(String name) {
        return parts.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    /** A missing part counts as typical (0) where another one is known; without any the node has no score. */
    private double[] sum(int role, int n) {
        double[] score = new double[n];
        Arrays.fill(score, Double.NaN);
        for (Part part : parts) {
            for (int v = 0; v < n && part.isKnown() && part.role().equals(ROLES[role]); v++) {
                if (!Double.isNaN(part.z()[v])) {
                    score[v] = (Double.isNaN(score[v]) ? 0 : score[v]) + part.z()[v];
                }
            }
        }
        return score;
    }

    /** Powers of 2 of the size of a node's community. */
    private static int[] classes(Membership membership) {
        int[] size = Groups.sizes(membership.of(), membership.count());
        return Arrays.stream(membership.of())
                .map(community -> 32 - Integer.numberOfLeadingZeros(size[community]))
                .toArray();
    }

    /**
     * Robust z-scores within classes: (x − median) / (1.4826 · median absolute deviation). Where more than half of the values are equal, the
     * deviation is 1.2533 times the mean absolute one; where all are, z = 0. Classes of fewer than 30 values are measured by all nodes. Scores are limited
     * to ±5, so that no component decides alone.
     */
    static double[] robust(double[] values, int[] classes) {
        double[] all =
                Arrays.stream(values).filter(x -> !Double.isNaN(x)).sorted().toArray();
        double[] z = new double[values.length];
        int classCount = Arrays.stream(classes).max().orElse(0) + 1;
        for (int c = 0; c < classCount; c++) {
            int which = c;
            double[] members = java.util.stream.IntStream.range(0, values.length)
                    .filter(v -> classes[v] == which && !Double.isNaN(values[v]))
                    .mapToDouble(v -> values[v])
                    .sorted()
                    .toArray();
            double[] basis = members.length < LEAST_CLASS ? all : members;
            if (basis.length == 0) {
                basis = new double[] {0};
            }
            double median = median(basis);
            double spread = spread(basis, median);
            for (int v = 0; v < values.length; v++) {
                if (classes[v] == c) {
                    z[v] = Double.isNaN(values[v])
                            ? Double.NaN
                            : spread == 0 ? 0 : limited((values[v] - median) / spread);
                }
            }
        }
        return z;
    }

    private static double limited(double z) {
        return Math.max(-MOST, Math.min(MOST, z));
    }

    private static double spread(double[] values, double median) {
        double[] deviation =
                Arrays.stream(values).map(x -> Math.abs(x - median)).sorted().toArray();
        double robust = 1.4826 * median(deviation);
        return robust > 0 ? robust : 1.2533 * Arrays.stream(deviation).average().orElse(0);
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** Who has a role: a score of at least the quantile of all scores, and above the typical score 0. */
    boolean[] assigned(int role, double quantile) {
        double[] sorted = Arrays.stream(scores[role])
                .filter(x -> !Double.isNaN(x))
                .sorted()
                .toArray();
        boolean[] assigned = new boolean[scores[role].length];
        if (sorted.length == 0) {
            return assigned;
        }
        double cut = sorted[Math.min(sorted.length - 1, (int) Math.ceil(quantile * sorted.length))];
        for (int v = 0; v < assigned.length; v++) {
            assigned[v] = scores[role][v] >= cut && scores[role][v] > 0;
        }
        return assigned;
    }

    /** Area under the ROC curve of a score for a mark, by ranks; NaN where one class is empty. Nodes without score are left out. */
    static double auc(double[] score, boolean[] mark) {
        int[] scored = java.util.stream.IntStream.range(0, score.length)
                .filter(v -> !Double.isNaN(score[v]))
                .toArray();
        double[] rank = scored.length == 0
                ? new double[0]
                : new NaturalRanking()
                        .rank(Arrays.stream(scored).mapToDouble(v -> score[v]).toArray());
        double sum = 0;
        double marked = 0;
        for (int i = 0; i < scored.length; i++) {
            if (mark[scored[i]]) {
                sum += rank[i];
                marked++;
            }
        }
        return (sum - marked * (marked + 1) / 2) / (marked * (scored.length - marked));
    }

    /** Kendall's τ_b of two scores over the nodes that have both. */
    static double kendall(double[] one, double[] other) {
        int[] both = java.util.stream.IntStream.range(0, one.length)
                .filter(v -> !Double.isNaN(one[v]) && !Double.isNaN(other[v]))
                .toArray();
        return both.length < 2
                ? Double.NaN
                : new KendallsCorrelation()
                        .correlation(
                                Arrays.stream(both).mapToDouble(v -> one[v]).toArray(),
                                Arrays.stream(both).mapToDouble(v -> other[v]).toArray());
    }

    /** τ by role and subsample: scores from nine tenths of the ties against scores from all. */
    double[][] stability(
            Network network, Optional<AdoptionLog> log, Options options, int subsamples, Progress progress) {
        double[][] tau = new double[ROLES.length][subsamples];
        for (int s = 0; s < subsamples; s++) {
            progress.report(s, subsamples, "subsamples of ties");
            RandomStream random = new RandomStream(Keys.mix(options.key(), Keys.of("subsample"), s));
            RoleScores again = new RoleScores(thinned(network, random), log, options, progress);
            for (int role = 0; role < ROLES.length; role++) {
                tau[role][s] = kendall(scores[role], again.scores[role]);
            }
        }
        return tau;
    }

    /** The same nodes with a tenth of the ties left out at random. */
    static Network thinned(Network network, RandomStream random) {
        Graph graph = network.graph();
        GraphBuilder builder = new GraphBuilder(graph.nodes(), graph.isDirected());
        for (int u = 0; u < graph.nodes(); u++) {
            for (int a = graph.arcBegin(u), end = graph.arcEnd(u); a < end; a++) {
                if ((graph.isDirected() || u < graph.target(a)) && random.nextDouble() >= 0.1) {
                    builder.add(u, graph.target(a));
                }
            }
        }
        Network thinned = Network.of(builder.build().graph());
        for (org.einfluss.graph.Column column : network.nodeColumns()) {
            thinned = thinned.withNodeColumn(column);
        }
        return thinned;
    }
}
