package org.einfluss.theory.baselines;

import org.einfluss.api.model.Run;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;

/** A random node looks at q of its sources, drawn with repetition, and copies them if they agree, else flips with probability ε. */
final class CopyingVoters extends TwoOpinions {
    private final int q;
    private final double noise;

    CopyingVoters(int q, double noise, InitialHolders initial, int horizon, Network network) {
        super(initial, horizon, network);
        this.q = q;
        this.noise = noise;
    }

    @Override
    void update(RandomStream random) {
        int node = random.nextInt(opinion.length);
        int begin = inOffset[node];
        int degree = inOffset[node + 1] - begin;
        if (degree == 0) {
            return;
        }
        int first = source[begin + random.nextInt(degree)];
        int held = opinion[first];
        boolean unanimous = true;
        for (int i = 1; i < q; i++) {
            unanimous &= opinion[source[begin + random.nextInt(degree)]] == held;
        }
        if (unanimous) {
            adopt(node, held, first);
        } else if (noise > 0 && random.nextDouble() < noise) {
            adopt(node, 1 - opinion[node], Run.SPONTANEOUS);
        }
    }

    @Override
    boolean canChange() {
        return anyoneDisagrees();
    }
}
