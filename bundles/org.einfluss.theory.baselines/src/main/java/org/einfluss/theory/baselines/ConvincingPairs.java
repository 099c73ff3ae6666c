package org.einfluss.theory.baselines;

import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;

/** A random node and a random listener of its own who agree convince all listeners of both. */
final class ConvincingPairs extends TwoOpinions {
    /** Scratch: who has a listener of the other opinion. */
    private final boolean[] convinces;

    ConvincingPairs(InitialHolders initial, int horizon, Network network) {
        super(initial, horizon, network);
        convinces = new boolean[opinion.length];
    }

    @Override
    void update(RandomStream random) {
        int node = random.nextInt(opinion.length);
        int degree = outOffset[node + 1] - outOffset[node];
        if (degree == 0) {
            return;
        }
        int other = target[outOffset[node] + random.nextInt(degree)];
        if (other != node && opinion[other] == opinion[node]) {
            int held = opinion[node];
            convince(node, held);
            convince(other, held);
        }
    }

    private void convince(int node, int held) {
        for (int a = outOffset[node], end = outOffset[node + 1]; a < end; a++) {
            adopt(target[a], held, node);
        }
    }

    @Override
    boolean canChange() {
        for (int u = 0; u < opinion.length; u++) {
            boolean any = false;
            for (int a = outOffset[u], end = outOffset[u + 1]; a < end && !any; a++) {
                any = opinion[target[a]] != opinion[u];
            }
            convinces[u] = any;
        }
        for (int u = 0; u < opinion.length; u++) {
            for (int a = outOffset[u], end = outOffset[u + 1]; a < end; a++) {
                int v = target[a];
                if (v != u && opinion[v] == opinion[u] && (convinces[u] || convinces[v])) {
                    return true;
                }
            }
        }
        return false;
    }
}
