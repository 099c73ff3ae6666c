package org.einfluss.theory.livingston;

import java.util.Arrays;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Transform;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * Scores nodes by the reactions to their posts, as leaderboards do, some of which are traded in rings.
 *
 * <p>Each of a node's k followers (out-degree) reacts to each of its posts with probability q: binomial(k · posts, q) honest reactions. A share of the
 * nodes, chosen at random, forms rings of a given size whose members react to every post of each other, which adds posts · (size − 1) and tells nothing
 * about reach. What is left over when the members are divided joins no ring. Node column {@code score} holds the reactions, {@code ring} who
 * trades. Own operationalisation of scores such as Klout's, whose formulas were never published.
 */
@Component(service = Transform.class)
@Described(
        id = "leaderboard",
        name = "Leaderboard score",
        summary = "Scores by reactions of followers, with rings that trade reactions.")
public final class Leaderboard implements Transform<Leaderboard.Parameters> {
    /** Node column of the scores. */
    static final String SCORE = "score";
    /** Node column of the members of rings. */
    static final String RING = "ring";

    /** For the registry, and for use as a plain library. */
    public Leaderboard() {}

    /**
     * Parameters of the transform.
     *
     * @param posts posts of each node
     * @param reaction probability q that a follower reacts to a post
     * @param traders share of nodes in rings
     * @param ringSize nodes of a ring
     */
    public record Parameters(
            @Param(value = "Posts", initial = "20", range = "[0,1000000]", unit = "posts per node")
            int posts,

            @Param(value = "Reaction", symbol = "q", initial = "0.05", range = "[0,1]", unit = "per follower and post")
            double reaction,

            @Param(value = "Members of rings", initial = "0", range = "[0,1]", unit = "share of nodes")
            double traders,

            @Param(value = "Size of a ring", initial = "10", range = "[2,1000]", unit = "nodes")
            int ringSize) {}

    @Override
    public Network apply(Parameters parameters, Network network, RandomStream random) {
        int n = network.nodes();
        long[] score = new long[n];
        for (int v = 0; v < n; v++) {
            long contacts = (long) network.graph().outDegree(v) * parameters.posts();
            if (contacts > Integer.MAX_VALUE) {
                throw new org.einfluss.api.InputException(
                        "Node " + network.label(v) + " would have " + contacts + " contacts with followers, at most "
                                + Integer.MAX_VALUE + " can be drawn; choose fewer posts");
            }
            score[v] = random.nextBinomial((int) contacts, parameters.reaction());
        }
        int[] order = new int[n];
        Arrays.setAll(order, v -> v);
        random.shuffle(order, 0, n);
        int rings = (int) (Math.round(parameters.traders() * n) / parameters.ringSize());
        boolean[] ring = new boolean[n];
        for (int i = 0; i < rings * parameters.ringSize(); i++) {
            ring[order[i]] = true;
            score[order[i]] += (long) parameters.posts() * (parameters.ringSize() - 1);
        }
        return network.withNodeColumn(Column.integers(SCORE, "reactions", score)
                        .withMeaning("reactions to the node's posts, traded ones included"))
                .withNodeColumn(Column.booleans(RING, ring).withMeaning("whether the node trades reactions in a ring"));
    }
}
