package org.einfluss.example;

import java.util.Arrays;
import java.util.List;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Variable;
import org.einfluss.api.model.Model;
import org.einfluss.api.model.NodeStates;
import org.einfluss.api.model.Purpose;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * A feed that decides who sees what: posts are ranked by how often their author has been shared, and attention ends after the
 * first few.
 *
 * <p>Each seed starts one item. A node that shares puts the item in the feed of each of its listeners. In each step every node
 * reads with probability {@code activity}: it looks at the {@code attention} highest-ranked items of its feed that it has not
 * shared, rank r (from 0) being noticed with probability {@code notice}·decay^r, and shares the first that it notices. Rank is by
 * shares so far times {@code popularity}, then by recency. So exposure depends on the feed, not only on the tie. State of a
 * node: 0 nothing shared, 1 shared once or more.
 */
@Component(service = Model.class)
@Described(
        id = "example-ranked-feed",
        name = "Ranked feed with limited attention",
        summary = "The feed's ranking decides which item is seen; attention ends after the first few.")
public final class RankedFeed implements Model<RankedFeed.Parameters> {
    /** Parameters. */
    public record Parameters(
            @Param(value = "Activity", initial = "0.5", range = "(0,1]", unit = "per node and step")
            double activity,

            @Param(value = "Attention", initial = "3", range = "[1,100]", unit = "items")
            int attention,

            @Param(value = "Chance to notice the first item", initial = "0.4", range = "[0,1]")
            double notice,

            @Param(value = "Decay of notice by rank", initial = "0.5", range = "[0,1]", unit = "per rank")
            double decay,

            @Param(value = "Weight of popularity in the ranking", initial = "1", range = "[0,inf)")
            double popularity,

            @Param(value = "Length of a feed", initial = "10", range = "[1,1000]", unit = "items")
            int capacity,

            @Param(value = "Steps a run lasts", initial = "100", range = "[1,inf)", unit = "steps")
            int horizon) {}

    @Override
    public List<String> states() {
        return List.of("has shared nothing", "has shared");
    }

    @Override
    public List<Variable> variables(Parameters parameters) {
        return List.of(
                new Variable(
                        "reach",
                        "share of nodes",
                        "Nodes that shared at least one item, seeds included, divided by all nodes"),
                new Variable("shares", "shares", "Shares of all items, the seeds' own posts left out"),
                new Variable(
                        "top-item",
                        "share of shares",
                        "Shares of the most shared item divided by all shares; 0 if none"));
    }

    @Override
    public Simulation bind(Parameters p, Network network) {
        return new State(p, network.graph());
    }

    private static final class State implements Simulation {
        private final Parameters p;
        private final Graph graph;
        private final int n;
        /** Ring buffer of each node's feed: the item, who shared it; oldest entries are overwritten. */
        private final int[] item;

        private final int[] sharer;
        private final int[] written;
        private final int[] sharedLast;
        private final int[] shares;
        private final int[] nextShare;
        private final int[] nextCause;
        private Run run;
        private int items;
        private int time;
        private int sharers;
        private long total;

        State(Parameters p, Graph graph) {
            this.p = p;
            this.graph = graph;
            n = graph.nodes();
            item = new int[n * p.capacity()];
            sharer = new int[n * p.capacity()];
            written = new int[n];
            sharedLast = new int[n];
            shares = new int[n];
            nextShare = new int[n];
            nextCause = new int[n];
        }

        @Override
        public void begin(Run newRun) {
            run = newRun;
            Arrays.fill(written, 0);
            Arrays.fill(sharedLast, -1);
            Arrays.fill(shares, 0);
            time = 0;
            sharers = 0;
            total = 0;
            items = run.seeds().size();
            for (int i = 0; i < items; i++) {
                share(run.seeds().get(i), i, Run.SEED);
            }
        }

        @Override
        public boolean step() {
            if (time >= p.horizon() || items == 0) {
                return false;
            }
            time++;
            run.checkCancelled();
            for (int v = 0; v < n; v++) {
                nextShare[v] = -1;
                if (written[v] > 0 && run.uniform(Purpose.DYNAMICS, v, 2 * time) < p.activity()) {
                    read(v);
                }
            }
            for (int v = 0; v < n; v++) {
                if (nextShare[v] >= 0) {
                    total++;
                    shares[nextShare[v]]++;
                    share(v, nextShare[v], nextCause[v]);
                }
            }
            return time < p.horizon();
        }

        /** Picks at most one item by one draw: rank r is the first noticed with probability q_r·∏(1 − q_s), s below r. */
        private void read(int v) {
            double luck = run.uniform(Purpose.DYNAMICS, v, 2 * time + 1);
            double unnoticed = 1;
            double notice = p.notice();
            double bound = Double.POSITIVE_INFINITY;
            for (int rank = 0; rank < p.attention(); rank++) {
                int best = best(v, bound);
                if (best < 0) {
                    return;
                }
                bound = score(v, best);
                unnoticed *= 1 - notice;
                if (luck < 1 - unnoticed) {
                    nextShare[v] = item[best];
                    nextCause[v] = sharer[best];
                    return;
                }
                notice *= p.decay();
            }
        }

        private int best(int v, double bound) {
            int best = -1;
            double bestScore = Double.NEGATIVE_INFINITY;
            int from = v * p.capacity();
            for (int i = from, end = from + Math.min(written[v], p.capacity()); i < end; i++) {
                double score = score(v, i);
                if (item[i] != sharedLast[v] && score < bound && score > bestScore) {
                    best = i;
                    bestScore = score;
                }
            }
            return best;
        }

        /** Popularity first; recency, a number in (0, 1), decides among equals and is different for every entry. */
        private double score(int v, int entry) {
            int age = Math.floorMod(written[v] - 1 - (entry - v * p.capacity()), p.capacity());
            return p.popularity() * shares[item[entry]] + 1.0 / (age + 2);
        }

        private void share(int node, int what, int cause) {
            if (sharedLast[node] < 0) {
                run.event(time, node, 0, 1, cause);
                sharers++;
            }
            sharedLast[node] = what;
            for (int a = graph.arcBegin(node), end = graph.arcEnd(node); a < end; a++) {
                int listener = graph.target(a);
                int slot = listener * p.capacity() + written[listener]++ % p.capacity();
                item[slot] = what;
                sharer[slot] = node;
            }
        }

        @Override
        public double time() {
            return time;
        }

        @Override
        public void observe(double[] row, int offset) {
            int top = 0;
            for (int i = 0; i < items; i++) {
                top = Math.max(top, shares[i]);
            }
            row[offset] = n == 0 ? 0 : (double) sharers / n;
            row[offset + 1] = total;
            row[offset + 2] = total == 0 ? 0 : (double) top / total;
        }

        @Override
        public NodeStates nodes() {
            return node -> sharedLast[node] < 0 ? 0 : 1;
        }
    }
}
