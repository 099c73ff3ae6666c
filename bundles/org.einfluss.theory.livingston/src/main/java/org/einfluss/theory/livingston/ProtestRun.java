package org.einfluss.theory.livingston;

import org.einfluss.api.model.NodeStates;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;

/** One run of {@link DeletionAndProtest}. */
final class ProtestRun implements Simulation {
    private static final byte POSTING = 1;
    private static final byte PROTESTING = 2;

    /** What an arc's coins are for. */
    private static final int POST = 0;

    private static final int WITNESS = 1;
    private static final int PROTEST = 2;

    private final Graph graph;
    private final double deletion;
    private final double post;
    private final double protest;
    private final double witnesses;
    private final byte[] state;

    /** Who had the post, in order; queue and frontier. */
    private final int[] authors;

    private int authorCount;
    private int nextAuthor;

    /** Who protests, in order; queue and frontier. */
    private final int[] protesters;

    private int protesterCount;
    private int nextProtester;

    /** By node the last count in which it was seen. */
    private final int[] seenIn;

    private int counts;
    private Run run;
    private int time;
    private int seeds;
    private int late;
    private int lastActivation;
    private boolean deleted;

    ProtestRun(DeletionAndProtest.Parameters parameters, Network network) {
        graph = network.graph();
        double p = parameters.spreading().on(network);
        deletion = parameters.deletion().step();
        post = p * parameters.usefulness();
        protest = Math.min(1, p * (1 + parameters.anger()));
        witnesses = parameters.witnesses();
        state = new byte[graph.nodes()];
        authors = new int[graph.nodes()];
        protesters = new int[graph.nodes()];
        seenIn = new int[graph.nodes()];
    }

    @Override
    public void begin(Run newRun) {
        for (int i = 0; i < authorCount; i++) {
            state[authors[i]] = 0;
        }
        for (int i = 0; i < protesterCount; i++) {
            state[protesters[i]] = 0;
        }
        run = newRun;
        time = 0;
        authorCount = 0;
        nextAuthor = 0;
        protesterCount = 0;
        nextProtester = 0;
        late = 0;
        lastActivation = 0;
        deleted = false;
        seeds = newRun.seeds().size();
        for (int i = 0; i < seeds; i++) {
            publish(newRun.seeds().get(i), Run.SEED);
        }
        if (deletion == 0) {
            delete();
        }
    }

    @Override
    public boolean step() {
        if (!goesOn()) {
            return false;
        }
        time++;
        for (int end = authorCount; nextAuthor < end && !deleted; nextAuthor++) {
            checkCancelled(nextAuthor);
            int u = authors[nextAuthor];
            for (int a = graph.arcBegin(u), last = graph.arcEnd(u); a < last; a++) {
                int v = graph.target(a);
                if (state[v] == 0 && run.coin(a, POST, post)) {
                    publish(v, u);
                }
            }
        }
        for (int end = protesterCount; nextProtester < end; nextProtester++) {
            checkCancelled(nextProtester);
            int u = protesters[nextProtester];
            for (int a = graph.arcBegin(u), last = graph.arcEnd(u); a < last; a++) {
                int v = graph.target(a);
                if (state[v] != PROTESTING && run.coin(a, PROTEST, protest)) {
                    protest(v, u);
                }
            }
        }
        if (!deleted && time == deletion) {
            delete();
        }
        return goesOn();
    }

    private boolean goesOn() {
        boolean posts =
                !deleted && (nextAuthor < authorCount || authorCount > 0 && deletion < Double.POSITIVE_INFINITY);
        return posts || nextProtester < protesterCount;
    }

    private void checkCancelled(int done) {
        if ((done & 4095) == 0) {
            run.checkCancelled();
        }
    }

    /** Deletes all posts; authors and witnesses protest from now on. */
    private void delete() {
        deleted = true;
        for (int i = 0; i < authorCount; i++) {
            protest(authors[i], Run.SPONTANEOUS);
        }
        for (int i = 0; i < authorCount; i++) {
            int u = authors[i];
            for (int a = graph.arcBegin(u), end = graph.arcEnd(u); a < end; a++) {
                if (state[graph.target(a)] != PROTESTING && run.coin(a, WITNESS, witnesses)) {
                    protest(graph.target(a), u);
                }
            }
        }
    }

    private void publish(int node, int cause) {
        state[node] = POSTING;
        authors[authorCount++] = node;
        lastActivation = time;
        run.event(time, node, 0, POSTING, cause);
    }

    private void protest(int node, int cause) {
        int from = state[node];
        if (from == 0) {
            late++;
            lastActivation = time;
        }
        state[node] = PROTESTING;
        protesters[protesterCount++] = node;
        run.event(time, node, from, PROTESTING, cause);
    }

    @Override
    public double time() {
        return time;
    }

    @Override
    public void observe(double[] row, int offset) {
        int n = graph.nodes();
        int size = authorCount + late;
        row[offset] = size;
        row[offset + 1] = seeds;
        row[offset + 2] = 0;
        row[offset + 3] = n == 0 ? 0 : (double) size / n;
        row[offset + 4] = n == 0 ? 0 : (double) (size - seeds) / n;
        row[offset + 5] = lastActivation;
        row[offset + 6] = protesterCount;
        row[offset + 7] = n == 0 ? 0 : (double) seen() / n;
    }

    private int seen() {
        counts++;
        return seen(authors, authorCount) + seen(protesters, protesterCount);
    }

    /** Counts those of a list, and their listeners, that were not counted yet. */
    private int seen(int[] list, int size) {
        int found = 0;
        for (int i = 0; i < size; i++) {
            found += count(list[i]);
            for (int a = graph.arcBegin(list[i]), end = graph.arcEnd(list[i]); a < end; a++) {
                found += count(graph.target(a));
            }
        }
        return found;
    }

    private int count(int node) {
        if (seenIn[node] == counts) {
            return 0;
        }
        seenIn[node] = counts;
        return 1;
    }

    @Override
    public NodeStates nodes() {
        return node -> state[node];
    }
}
