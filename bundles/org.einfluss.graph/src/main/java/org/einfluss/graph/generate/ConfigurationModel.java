package org.einfluss.graph.generate;

import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;

/**
 * Draws networks that are random but for their degrees.
 *
 * <p>Every node gets as many stubs as its degree says, and the stubs are paired at random (B. Bollobás 1980,
 * doi:10.1016/S0195-6698(80)80030-8; M. Molloy and B. Reed 1995, doi:10.1002/rsa.3240060204). Pairing may make
 * self-loops (about (⟨k²⟩/⟨k⟩ − 1)/2 of them) and parallel ties.
 *
 * <p>The network carries the facts {@link #SELF_LOOPS}, {@link #DUPLICATE_EDGES}, {@link #LOST_EDGES} and {@link
 * #MEAN_DEGREE}.
 */
public final class ConfigurationModel {
    /** Fact: how many edges the pairing made from a node to itself. */
    public static final String SELF_LOOPS = "self-loops";
    /** Fact: how many edges the pairing made beyond the first between two different nodes. */
    public static final String DUPLICATE_EDGES = "duplicate-edges";
    /** Fact: how many edges were left out. */
    public static final String LOST_EDGES = "lost-edges";
    /** Fact: arcs per node of the graph that came out. */
    public static final String MEAN_DEGREE = "mean-degree";

    private static final int ATTEMPTS = 1_000;

    /** What becomes of self-loops and parallel ties. */
    public enum Variant {
        /** They stay: degrees are exact, the graph is a multigraph, and an undirected self-loop is two arcs. */
        MULTI,
        /** They are left out: the graph is simple, and a few degrees are smaller than asked for. */
        ERASED
    }

    private ConfigurationModel() {}

    /**
     * Draws a network with given degrees.
     *
     * @param degrees one degree per node, at least 0, with an even sum; read only
     * @param variant whether self-loops and parallel ties stay
     * @param random consumes one word per stub
     * @return an undirected network
     * @throws IllegalArgumentException when a degree is negative or the sum is odd
     */
    public static Network draw(int[] degrees, Variant variant, RandomStream random) {
        long sum = 0;
        for (int u = 0; u < degrees.length; u++) {
            if (degrees[u] < 0) {
                throw new IllegalArgumentException(
                        "Degrees must be at least 0, that of node " + u + " was " + degrees[u]);
            }
            sum += degrees[u];
        }
        if ((sum & 1) != 0 || sum > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("Degrees must have an even sum below 2^31 - 8, it was " + sum);
        }
        int[] stubs = new int[(int) sum];
        for (int u = 0, s = 0; u < degrees.length; u++) {
            for (int i = 0; i < degrees[u]; i++) {
                stubs[s++] = u;
            }
        }
        random.shuffle(stubs, 0, stubs.length);
        GraphBuilder builder = new GraphBuilder(degrees.length, false, stubs.length / 2);
        if (variant == Variant.MULTI) {
            builder.keepLoops().duplicates(GraphBuilder.Duplicates.KEEP);
        }
        int loops = 0;
        for (int s = 0; s < stubs.length; s += 2) {
            loops += stubs[s] == stubs[s + 1] ? 1 : 0;
            builder.add(stubs[s], stubs[s + 1]);
        }
        GraphBuilder.Built built = builder.build();
        int duplicates = variant == Variant.MULTI ? duplicates(built.graph()) : built.droppedDuplicates();
        return Network.of(built.graph())
                .withFact(SELF_LOOPS, "edges", loops)
                .withFact(DUPLICATE_EDGES, "edges", duplicates)
                .withFact(LOST_EDGES, "edges", built.droppedLoops() + built.droppedDuplicates())
                .withFact(MEAN_DEGREE, "arcs per node", built.graph().meanDegree());
    }

    /**
     * Draws a network whose degrees are drawn from a law.
     *
     * <p>When the sum of the degrees comes out odd, a node chosen at random gets its degree anew until it is even.
     *
     * @param nodes number of nodes n, at least 0
     * @param law the law of a node's degree
     * @param variant whether self-loops and parallel ties stay
     * @param random the stream drawn from: first the degrees, then the pairing
     * @return an undirected network
     * @throws IllegalArgumentException when the law allows no even sum for so many nodes
     */
    public static Network draw(int nodes, DegreeLaw law, Variant variant, RandomStream random) {
        ErdosRenyi.check(nodes);
        int[] degrees = law.draw(nodes, nodes - 1, random);
        long sum = 0;
        for (int degree : degrees) {
            sum += degree;
        }
        if ((sum & 1) != 0) {
            makeEven(degrees, law, random);
        }
        return draw(degrees, variant, random);
    }

    private static void makeEven(int[] degrees, DegreeLaw law, RandomStream random) {
        for (int degree : law.draw(ATTEMPTS, degrees.length - 1, random)) {
            int u = random.nextInt(degrees.length);
            boolean changesParity = ((degrees[u] ^ degree) & 1) != 0;
            degrees[u] = degree;
            if (changesParity) {
                return;
            }
        }
        throw new IllegalArgumentException("Degrees must have an even sum; " + law + " gave none for " + degrees.length
                + " nodes in " + ATTEMPTS + " attempts. Choose another number of nodes");
    }

    private static int duplicates(Graph graph) {
        int[] target = graph.targets();
        int repeated = 0;
        for (int u = 0; u < graph.nodes(); u++) {
            for (int a = graph.arcBegin(u) + 1; a < graph.arcEnd(u); a++) {
                repeated += target[a] == target[a - 1] && target[a] > u ? 1 : 0;
            }
        }
        return repeated;
    }
}
