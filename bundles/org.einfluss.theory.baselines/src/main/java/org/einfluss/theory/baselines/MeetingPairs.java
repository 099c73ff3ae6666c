package org.einfluss.theory.baselines;

import org.einfluss.api.model.Purpose;
import org.einfluss.api.model.Run;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;

/** Pairs of neighbours meet along random arcs and move towards each other if their opinions are close. */
final class MeetingPairs extends Opinions {
    private static final double SAME = 1e-6;
    private static final int QUIET_SWEEPS = 100;
    private static final int MEETINGS_BETWEEN_CHECKS = 4096;

    private final Graph graph;
    private final double confidence;
    private final double approach;
    private final int horizon;
    private int quiet;
    private boolean settled;

    MeetingPairs(double confidence, double approach, InitialOpinions initial, int horizon, Network network) {
        super(initial, network);
        graph = network.graph();
        this.confidence = confidence;
        this.approach = approach;
        this.horizon = horizon;
    }

    @Override
    public void begin(Run newRun) {
        super.begin(newRun);
        quiet = 0;
        settled = graph.arcs() == 0;
    }

    @Override
    public boolean step() {
        if (settled || steps() >= horizon) {
            return false;
        }
        change = 0;
        RandomStream random = run.stream(Purpose.DYNAMICS);
        for (int i = 0; i < opinion.length; i++) {
            if (i % MEETINGS_BETWEEN_CHECKS == 0) {
                run.checkCancelled();
            }
            int arc = random.nextInt(graph.arcs());
            meet(graph.source(arc), graph.target(arc));
        }
        pass();
        quiet = change < SAME ? quiet + 1 : 0;
        settled = quiet >= QUIET_SWEEPS && isSettled();
        return !settled && steps() < horizon;
    }

    private void meet(int u, int v) {
        double apart = opinion[v] - opinion[u];
        if (apart != 0 && Math.abs(apart) < confidence) {
            double by = approach * apart;
            move(u, opinion[u] + by, v);
            move(v, opinion[v] - by, u);
        }
    }

    private boolean isSettled() {
        for (int v = 0; v < opinion.length; v++) {
            for (int i = inOffset[v], end = inOffset[v + 1]; i < end; i++) {
                double apart = Math.abs(opinion[v] - opinion[source[i]]);
                if (apart >= SAME && apart < confidence) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public boolean isCensored() {
        return !settled && steps() >= horizon;
    }
}
