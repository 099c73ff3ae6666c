package org.einfluss.theory.watts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.findings.Analysis;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Figure.Axis;
import org.einfluss.api.findings.Figure.Series;
import org.einfluss.api.findings.Figure.Style;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Rows;
import org.einfluss.api.findings.Table;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.InArcs;
import org.einfluss.graph.Network;
import org.einfluss.math.Coins;
import org.einfluss.math.Keys;
import org.osgi.service.component.annotations.Component;

/**
 * The vulnerable nodes of a network, the largest cluster they form, and the share of nodes from which a single seed sets it off.
 *
 * <p>A node is vulnerable when one active source suffices. The largest vulnerable cluster is the largest set of vulnerable nodes that reach
 * each other through vulnerable nodes; on undirected networks a component of the vulnerable nodes' network. The extended cluster holds
 * all nodes from which it is reached that way: on undirected networks the cluster and its neighbours. Its share of all nodes is, for this very
 * network, the probability that a random single seed sets the cluster off through vulnerable nodes alone (Watts 2002,
 * doi:10.1073/pnas.082090499). The probability that it does so at all is at least that: where several active nodes meet, nodes that need
 * more than one source may carry the cascade over, which no network without short cycles allows. O(n + m).
 */
@Component(service = Analysis.class)
@Described(
        id = "vulnerable-cluster",
        name = "Vulnerable cluster",
        summary =
                "Which nodes one active neighbour suffices for, and from how many seeds their largest cluster is set off.",
        cite = CascadeWindow.WATTS)
public final class VulnerableCluster implements Analysis<VulnerableCluster.Parameters> {
    /** For the registry, and for use as a plain library. */
    public VulnerableCluster() {}

    /**
     * Parameters of the analysis.
     *
     * @param threshold law of the thresholds
     * @param key key of the one draw of thresholds that are random
     */
    public record Parameters(
            @Param(value = "Threshold", symbol = "φ", initial = "constant", unit = "share of neighbours")
            Threshold threshold,

            @Param(
                    value = "Key",
                    initial = "1",
                    advanced = true,
                    help = "Random thresholds are drawn once, with this key")
            long key) {}

    @Override
    public Findings analyse(Dataset dataset, Parameters parameters, Progress progress) {
        Network network = dataset.network();
        Graph graph = network.graph();
        int n = graph.nodes();
        int[] degree = WattsThreshold.sources(graph);
        int[] need = needs(parameters, network, degree);
        int[] cluster = clusters(graph, need);
        progress.checkCancelled();
        int[] size = new int[n];
        for (int label : cluster) {
            if (label >= 0) {
                size[label]++;
            }
        }
        int largest = 0;
        for (int label = 1; label < n; label++) {
            largest = size[label] > size[largest] ? label : largest;
        }
        boolean[] triggers = triggers(graph, need, cluster, largest);
        int vulnerable = count(need);
        int extended = 0;
        for (boolean one : triggers) {
            extended += one ? 1 : 0;
        }
        int core = n == 0 ? 0 : size[largest];

        Rows summary = new Rows()
                .number("nodes", "nodes", "All nodes")
                .number("vulnerable", "nodes", "Nodes that one active source suffices for")
                .number("cluster", "nodes", "Nodes in the largest vulnerable cluster")
                .number("extended", "nodes", "Nodes from which a single seed activates the largest vulnerable cluster")
                .number(
                        "trigger",
                        "share of nodes",
                        "Probability that a random single seed does so; by joint influence it may be higher");
        summary.add(n, vulnerable, core, extended, n == 0 ? 0 : (double) extended / n);
        TreeMap<Integer, Integer> sizes = new TreeMap<>();
        for (int one : size) {
            if (one > 0) {
                sizes.merge(one, 1, Integer::sum);
            }
        }
        Rows clusters = new Rows()
                .number("size", "nodes", "Nodes in the cluster")
                .number("clusters", "", "Vulnerable clusters of this size");
        sizes.forEach((one, count) -> clusters.add(one, count));
        Table byDegree = byDegree(degree, need, cluster, largest, triggers);
        List<String> notes = new ArrayList<>(dataset.descriptor().caveats());
        notes.add(
                "Thresholds: " + parameters.threshold()
                        + ". Only spread through nodes that need a single active source is counted; "
                        + "a cascade may go on to others, or stay within the cluster, and joint influence may set it off from further nodes.");
        if (isRandom(parameters.threshold())) {
            notes.add("The thresholds are one draw with key " + parameters.key() + ", and so is the result.");
        }
        List<Table> tables = new ArrayList<>(List.of(
                summary.table("summary", "Vulnerable nodes"),
                clusters.table("clusters", "Sizes of the vulnerable clusters"),
                byDegree));
        tables.add(nodes(network, degree, need, cluster, largest, triggers));
        Figure figure = new Figure(
                "by-degree",
                Figure.Kind.SCATTER,
                "Who is easily influenced, by degree",
                dataset.descriptor().title() + "; " + parameters.threshold() + ".",
                byDegree,
                List.of(
                        Series.of("vulnerable", "degree", "vulnerable", Style.DATA, 0, byDegree.rows()),
                        Series.of(
                                "sets off the largest cluster", "degree", "triggers", Style.DATA, 0, byDegree.rows())),
                Axis.of("Sources of a node (degree)"),
                Axis.of("Share of nodes of this degree", 0, 1));
        return new Findings(
                "vulnerable-cluster",
                "Vulnerable cluster of " + dataset.descriptor().title(),
                tables,
                List.of(figure),
                List.of(
                        CascadeWindow.exact(
                                "A random single seed sets off the largest vulnerable cluster, at least",
                                n == 0 ? 0 : (double) extended / n,
                                "share of nodes"),
                        CascadeWindow.exact("Nodes in the largest vulnerable cluster", core, "nodes"),
                        CascadeWindow.exact("Vulnerable nodes", vulnerable, "nodes")),
                notes,
                citations(dataset));
    }

    private static List<String> citations(Dataset dataset) {
        List<String> all = new ArrayList<>(dataset.descriptor().citations());
        all.add(CascadeWindow.WATTS);
        return all;
    }

    private static boolean isRandom(Threshold threshold) {
        return !(threshold instanceof Threshold.Constant) && !(threshold instanceof Threshold.Table);
    }

    private static int[] needs(Parameters parameters, Network network, int[] degree) {
        Threshold threshold = parameters.threshold();
        int[] need = new int[degree.length];
        if (threshold instanceof Threshold.Table table) {
            Column column = WattsThreshold.column(table, network);
            Arrays.setAll(need, v -> Threshold.need(column.doubleAt(v), degree[v]));
        } else {
            DoubleUnaryOperator quantile = threshold.quantile();
            long key = Keys.mix(Keys.of("vulnerable-cluster"), parameters.key());
            Arrays.setAll(need, v -> Threshold.need(quantile.applyAsDouble(Coins.uniform(key, v)), degree[v]));
        }
        for (int v = 0; v < need.length; v++) {
            // Nobody can activate a node without sources.
            need[v] = degree[v] == 0 ? Integer.MAX_VALUE : need[v];
        }
        return need;
    }

    private static int count(int[] need) {
        int count = 0;
        for (int one : need) {
            count += one <= 1 ? 1 : 0;
        }
        return count;
    }

    /**
     * Strong components of the vulnerable nodes' network, by two sweeps (Kosaraju and Sharir): a label per node, −1 for nodes that are
     * not vulnerable.
     */
    private static int[] clusters(Graph graph, int[] need) {
        int n = graph.nodes();
        int[] finished = new int[n];
        int count = 0;
        boolean[] seen = new boolean[n];
        int[] stack = new int[n];
        int[] next = new int[n];
        for (int root = 0; root < n; root++) {
            if (need[root] > 1 || seen[root]) {
                continue;
            }
            int depth = 0;
            stack[depth++] = root;
            next[root] = graph.arcBegin(root);
            seen[root] = true;
            while (depth > 0) {
                int u = stack[depth - 1];
                if (next[u] == graph.arcEnd(u)) {
                    finished[count++] = u;
                    depth--;
                    continue;
                }
                int v = graph.target(next[u]++);
                if (need[v] <= 1 && !seen[v]) {
                    seen[v] = true;
                    next[v] = graph.arcBegin(v);
                    stack[depth++] = v;
                }
            }
        }
        InArcs in = graph.inArcs();
        int[] label = new int[n];
        Arrays.fill(label, -1);
        int labels = 0;
        for (int i = count - 1; i >= 0; i--) {
            if (label[finished[i]] >= 0) {
                continue;
            }
            int depth = 0;
            stack[depth++] = finished[i];
            label[finished[i]] = labels;
            while (depth > 0) {
                int v = stack[--depth];
                for (int j = in.begin(v); j < in.end(v); j++) {
                    int u = in.source(j);
                    if (need[u] <= 1 && label[u] < 0) {
                        label[u] = labels;
                        stack[depth++] = u;
                    }
                }
            }
            labels++;
        }
        return label;
    }

    /** Nodes that belong to a cluster or reach it through vulnerable nodes. */
    private static boolean[] triggers(Graph graph, int[] need, int[] cluster, int label) {
        InArcs in = graph.inArcs();
        boolean[] triggers = new boolean[cluster.length];
        int[] queue = new int[cluster.length];
        int size = 0;
        for (int v = 0; v < cluster.length; v++) {
            if (cluster[v] == label) {
                triggers[v] = true;
                queue[size++] = v;
            }
        }
        for (int i = 0; i < size; i++) {
            int v = queue[i];
            for (int j = in.begin(v); j < in.end(v); j++) {
                int u = in.source(j);
                if (!triggers[u]) {
                    triggers[u] = true;
                    if (need[u] <= 1) {
                        queue[size++] = u;
                    }
                }
            }
        }
        return triggers;
    }

    private static Table byDegree(int[] degree, int[] need, int[] cluster, int largest, boolean[] triggers) {
        TreeMap<Integer, int[]> counts = new TreeMap<>();
        for (int v = 0; v < degree.length; v++) {
            int[] count = counts.computeIfAbsent(degree[v], key -> new int[4]);
            count[0]++;
            count[1] += need[v] <= 1 ? 1 : 0;
            count[2] += cluster[v] == largest ? 1 : 0;
            count[3] += triggers[v] ? 1 : 0;
        }
        Rows rows = new Rows()
                .number("degree", "links", "Number of sources")
                .number("nodes", "nodes", "Nodes of this degree")
                .number("vulnerable", "share of nodes", "Share of them that one active source suffices for")
                .number("cluster", "share of nodes", "Share of them in the largest vulnerable cluster")
                .number("triggers", "share of nodes", "Share of them that set the cluster off as a single seed");
        counts.forEach((k, count) -> rows.add(
                k, count[0], (double) count[1] / count[0], (double) count[2] / count[0], (double) count[3] / count[0]));
        return rows.table("by-degree", "Vulnerability by degree");
    }

    private static Table nodes(
            Network network, int[] degree, int[] need, int[] cluster, int largest, boolean[] triggers) {
        int n = degree.length;
        String[] label = new String[n];
        boolean[] vulnerable = new boolean[n];
        boolean[] member = new boolean[n];
        for (int v = 0; v < n; v++) {
            label[v] = network.label(v);
            vulnerable[v] = need[v] <= 1;
            member[v] = vulnerable[v] && cluster[v] == largest;
        }
        return new Table(
                "nodes",
                "Vulnerable nodes one by one",
                List.of(
                        Column.texts("node", label).withMeaning("Label of the node"),
                        Column.integers("degree", "links", degree).withMeaning("Number of sources"),
                        Column.booleans("vulnerable", vulnerable).withMeaning("One active source suffices"),
                        Column.booleans("cluster", member).withMeaning("Belongs to the largest vulnerable cluster"),
                        Column.booleans("triggers", triggers).withMeaning("Sets the cluster off as a single seed")));
    }
}
