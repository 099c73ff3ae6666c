package org.einfluss.networks.transform;

import java.util.Arrays;
import java.util.BitSet;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Transform;
import org.einfluss.graph.Graph;
import org.einfluss.graph.InArcs;
import org.einfluss.graph.Network;
import org.einfluss.graph.Subnetwork;
import org.einfluss.math.IntList;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * A random sample of the nodes, by one of four methods, and the ties between them. Samples are biased: none but that of random nodes keeps the
 * degree law in expectation, and it thins the ties. Methods after J. Leskovec and C. Faloutsos 2006, Sampling from large graphs,
 * doi:10.1145/1150402.1150479; snowballs after L. A. Goodman 1961, doi:10.1214/aoms/1177705148.
 */
@Component(service = Transform.class)
@Described(
        id = "sample-network",
        name = "Sample the network",
        summary = "Keeps a random part: nodes, ties, a snowball, or what a forest fire burns.",
        cite = {"doi:10.1145/1150402.1150479", "doi:10.1214/aoms/1177705148"})
public final class Sample implements Transform<Sample.Parameters> {
    /** For the registry, and for use as a plain library. */
    public Sample() {}

    /** How a sample is drawn; steps go along ties of the first layer in both directions. */
    public sealed interface Method permits Nodes, Ties, Snowball, ForestFire {}

    /**
     * Nodes, each set of that size equally likely.
     *
     * @param share share of nodes kept
     */
    public record Nodes(
            @Param(value = "Share of nodes", initial = "0.5", range = "[0,1]", unit = "share of nodes")
            double share) implements Method {}

    /**
     * Ties of the first layer, each set of that size equally likely; with the nodes at their ends, and of other layers the ties between these.
     *
     * @param share share of ties kept
     */
    public record Ties(
            @Param(value = "Share of ties", initial = "0.5", range = "[0,1]", unit = "share of ties")
            double share) implements Method {}

    /**
     * From random nodes wave by wave to all their neighbours, until there are enough; of the last wave a part is taken. Where nobody new is found
     * it begins again at a random node.
     *
     * @param share share of nodes kept
     * @param seeds random nodes it begins with
     */
    public record Snowball(
            @Param(value = "Share of nodes", initial = "0.5", range = "[0,1]", unit = "share of nodes")
            double share,

            @Param(value = "Nodes to begin with", initial = "1", range = "[1,inf)", unit = "nodes")
            int seeds)
            implements Method {}

    /**
     * From a random node a geometric number, of mean p/(1 − p), of the neighbours that have not burned catch fire, and so on; where the fire
     * dies it begins again at a random node.
     *
     * @param share share of nodes kept
     * @param spread p
     */
    public record ForestFire(
            @Param(value = "Share of nodes", initial = "0.5", range = "[0,1]", unit = "share of nodes")
            double share,

            @Param(value = "Spread", symbol = "p", initial = "0.7", range = "[0,1)")
            double spread)
            implements Method {}

    /**
     * Parameters of the transform.
     *
     * @param method how the sample is drawn
     */
    public record Parameters(
            @Param(value = "Method", initial = "{kind: nodes}")
            Method method) {}

    @Override
    public Network apply(Parameters p, Network network, RandomStream random) {
        int n = network.nodes();
        if (p.method() instanceof Ties ties) {
            return ties(network, ties.share(), random);
        } else if (p.method() instanceof Nodes nodes) {
            int[] drawn = new int[count(nodes.share(), n)];
            random.sample(n, drawn.length, drawn);
            BitSet kept = new BitSet(n);
            Arrays.stream(drawn).forEach(kept::set);
            return Subnetwork.of(network, kept);
        } else if (p.method() instanceof Snowball snowball) {
            return Subnetwork.of(
                    network, spread(network.graph(), count(snowball.share(), n), snowball.seeds(), 1, random));
        } else if (p.method() instanceof ForestFire fire) {
            return Subnetwork.of(network, spread(network.graph(), count(fire.share(), n), 1, fire.spread(), random));
        }
        throw new IllegalStateException("There are four methods");
    }

    private static int count(double share, int all) {
        return (int) Math.round(share * all);
    }

    private static Network ties(Network network, double share, RandomStream random) {
        Graph graph = network.graph();
        int[] arcs = new int[graph.arcs()];
        int ties = 0;
        for (int a = 0; a < arcs.length; a++) {
            if (graph.isDirected() || a < graph.reverse(a)) {
                arcs[ties++] = a;
            }
        }
        int[] drawn = new int[count(share, ties)];
        random.sample(ties, drawn.length, drawn);
        BitSet kept = new BitSet(arcs.length);
        BitSet ends = new BitSet(graph.nodes());
        for (int i : drawn) {
            kept.set(arcs[i]);
            ends.set(graph.source(arcs[i]));
            ends.set(graph.target(arcs[i]));
        }
        return Subnetwork.of(Subnetwork.withTies(network, network.layers().get(0), kept::get), ends);
    }

    /** Spreads until enough nodes are taken; with probability 1 of spreading this is a snowball: all neighbours follow. */
    private static BitSet spread(Graph graph, int wanted, int seeds, double spread, RandomStream random) {
        int n = graph.nodes();
        int[] beginnings = new int[n];
        Arrays.setAll(beginnings, v -> v);
        random.shuffle(beginnings, 0, n);
        int begun = 0;
        BitSet taken = new BitSet(n);
        IntList queue = new IntList();
        int head = 0;
        while (queue.size() < wanted) {
            if (head == queue.size()) {
                for (int left = queue.isEmpty() ? seeds : 1; left > 0 && queue.size() < wanted; begun++) {
                    left -= take(beginnings[begun], taken, queue);
                }
                continue;
            }
            int[] neighbours = neighbours(graph, queue.get(head++), taken);
            random.shuffle(neighbours, 0, neighbours.length);
            int follow = spread == 1 ? neighbours.length : random.nextGeometric(1 - spread);
            for (int i = 0; i < Math.min(follow, neighbours.length) && queue.size() < wanted; i++) {
                take(neighbours[i], taken, queue);
            }
        }
        return taken;
    }

    private static int take(int node, BitSet taken, IntList queue) {
        if (taken.get(node)) {
            return 0;
        }
        taken.set(node);
        queue.add(node);
        return 1;
    }

    /** Neighbours in either direction that are not taken, each once. */
    private static int[] neighbours(Graph graph, int u, BitSet taken) {
        IntList found = new IntList();
        for (int a = graph.arcBegin(u); a < graph.arcEnd(u); a++) {
            found.add(graph.target(a));
        }
        InArcs in = graph.inArcs();
        for (int i = in.begin(u); i < in.end(u) && graph.isDirected(); i++) {
            found.add(in.source(i));
        }
        return Arrays.stream(found.toArray())
                .filter(v -> !taken.get(v))
                .sorted()
                .distinct()
                .toArray();
    }
}
