package org.einfluss.theory.gladwell;

import java.util.Arrays;
import java.util.BitSet;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.model.Transform;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.graph.measure.Branching;
import org.einfluss.graph.measure.UnderlyingGraph;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * Takes out the top nodes of a role, or as many random nodes, or random nodes with as many links: the test of the law of the few.
 *
 * <p>Ranking: connectors by the mark {@code connector}, then by degree; mavens by expertise; salesmen by persuasiveness; creators by
 * activity; ties at random. The
 * share counts all nodes, so that 2 % of salesmen of a network with 2 % salesmen are all of them. A removed node loses all its ties; an
 * immunised one only those by which others influence it (the network becomes directed), so that a threshold model still counts it among its
 * neighbours' sources. Either way the node itself stays: seeds may hit it, and shares of nodes keep their meaning. The ties
 * that are left keep their coins, so that all arms meet the same luck, and multiples of the critical
 * probability are those of the network before.
 *
 * <p>Links are counted in the first layer, each once; random nodes with as many links are taken until their links are at least as many.
 */
@Component(service = Transform.class)
@Described(
        id = "remove-roles",
        name = "Remove roles",
        summary = "Removes or immunises the top nodes of a role, or a matched number of random nodes or links.",
        cite = Traits.GLADWELL)
public final class RemoveRoles implements Transform<RemoveRoles.Parameters> {
    private static final String ACTIVITY = "activity";

    /** For the registry, and for use as a plain library. */
    public RemoveRoles() {}

    /** Whose top nodes are taken out. */
    public enum Role {
        /** By the mark {@code connector}, then by degree. */
        CONNECTORS,
        /** By expertise. */
        MAVENS,
        /** By persuasiveness. */
        SALESMEN,
        /** The top share of each of the three. */
        ALL_ROLES,
        /** By node column {@code activity}. */
        CREATORS
    }

    /** Who is taken out in place of the role. */
    public enum Instead {
        /** The role itself. */
        NOBODY,
        /** As many random nodes. */
        SAME_NUMBER,
        /** Random nodes with at least as many links. */
        SAME_LINKS
    }

    /** What taking out means. */
    public enum How {
        /** All ties are cut. */
        REMOVE,
        /** Nobody can influence the node any more. */
        IMMUNISE
    }

    /**
     * Parameters of the transform.
     *
     * @param role whose top nodes
     * @param share share of all nodes
     * @param instead who is taken out in place of the role
     * @param how what taking out means
     */
    public record Parameters(
            @Param(value = "Role", initial = "connectors") Role role,

            @Param(value = "Share taken out", symbol = "x", initial = "0.02", range = "[0,1]", unit = "share of nodes")
            double share,

            @Param(
                    value = "Random instead",
                    initial = "nobody",
                    help = "Takes out random nodes in place of the role: as many of them, or as many links.")
            Instead instead,

            @Param(
                    value = "How",
                    initial = "remove",
                    help = "remove cuts all ties; immunise only those by which the node is influenced.")
            How how) {}

    @Override
    public boolean isRandom(Parameters p) {
        return p.share() > 0;
    }

    @Override
    public Network apply(Parameters p, Network network, RandomStream random) {
        Graph simple = UnderlyingGraph.of(network.graph());
        BitSet role = role(p, network, simple, random);
        BitSet out = switch (p.instead()) {
            case NOBODY -> role;
            case SAME_NUMBER -> random(network.nodes(), role.cardinality(), random);
            case SAME_LINKS -> sameLinks(simple, links(simple, role), random);
        };
        boolean[] removed = new boolean[network.nodes()];
        out.stream().forEach(v -> removed[v] = true);
        Network result = Branching.remembered(network);
        for (String layer : network.layers()) {
            result = cut(result, layer, out, p.how());
        }
        return Planting.mark(result, "removed", removed, "whether the node was taken out")
                .withFact("nodes taken out", "nodes", out.cardinality())
                .withFact("links taken out", "ties", links(simple, out));
    }

    private static BitSet role(Parameters p, Network network, Graph simple, RandomStream random) {
        int n = network.nodes();
        int count = Planting.count(p.share(), n);
        BitSet chosen = new BitSet(n);
        if (p.role() == Role.CONNECTORS || p.role() == Role.ALL_ROLES) {
            boolean[] marked = Traits.marked(network, Traits.CONNECTOR);
            double[] score = new double[n];
            Arrays.setAll(score, v -> simple.outDegree(v) + (marked[v] ? n : 0));
            top(score, count, random, chosen);
        }
        if (p.role() == Role.MAVENS || p.role() == Role.ALL_ROLES) {
            top(
                    Traits.read(network, required(network, Traits.EXPERTISE, "plant-mavens"), 0, 0, 1),
                    count,
                    random,
                    chosen);
        }
        if (p.role() == Role.SALESMEN || p.role() == Role.ALL_ROLES) {
            String column = required(network, Traits.PERSUASIVENESS, "plant-salesmen");
            top(Traits.read(network, column, 1, 0, Double.MAX_VALUE), count, random, chosen);
        }
        if (p.role() == Role.CREATORS) {
            String column = required(network, ACTIVITY, "plant-activity");
            top(Traits.read(network, column, 0, 0, Double.MAX_VALUE), count, random, chosen);
        }
        return chosen;
    }

    private static String required(Network network, String column, String transform) {
        if (network.nodeColumn(column).isEmpty()) {
            throw new InputException("Nobody can be ranked by '" + column
                    + "', since the network has no such node column; put " + transform
                    + " before remove-roles, or choose another role");
        }
        return column;
    }

    private static void top(double[] score, int count, RandomStream random, BitSet into) {
        int[] ranking = Planting.ranking(score.length, score, random);
        for (int i = 0; i < count; i++) {
            into.set(ranking[i]);
        }
    }

    private static BitSet random(int nodes, int count, RandomStream random) {
        BitSet chosen = new BitSet(nodes);
        int[] order = Planting.ranking(nodes, new double[0], random);
        for (int i = 0; i < count; i++) {
            chosen.set(order[i]);
        }
        return chosen;
    }

    private static BitSet sameLinks(Graph simple, int links, RandomStream random) {
        BitSet chosen = new BitSet(simple.nodes());
        int left = links;
        for (int v : Planting.ranking(simple.nodes(), new double[0], random)) {
            if (left <= 0) {
                break;
            }
            for (int a = simple.arcBegin(v), end = simple.arcEnd(v); a < end; a++) {
                left -= chosen.get(simple.target(a)) ? 0 : 1;
            }
            chosen.set(v);
        }
        return chosen;
    }

    /** Links with at least one end in a set, each once. */
    static int links(Graph simple, BitSet nodes) {
        int links = 0;
        for (int v = nodes.nextSetBit(0); v >= 0; v = nodes.nextSetBit(v + 1)) {
            for (int a = simple.arcBegin(v), end = simple.arcEnd(v); a < end; a++) {
                int u = simple.target(a);
                links += nodes.get(u) && u < v ? 0 : 1;
            }
        }
        return links;
    }

    private static Network cut(Network network, String layer, BitSet out, How how) {
        if (out.isEmpty()) {
            return network;
        }
        Graph graph = network.graph(layer);
        BitSet silent = new BitSet();
        for (int u = out.nextSetBit(0); u >= 0 && how == How.REMOVE; u = out.nextSetBit(u + 1)) {
            silent.set(graph.arcBegin(u), graph.arcEnd(u));
        }
        return network.keepingArcs(
                layer,
                graph.isDirected() || how == How.IMMUNISE,
                arc -> !silent.get(arc) && !out.get(graph.target(arc)));
    }
}
