package org.einfluss.theory.baselines;

import org.einfluss.api.model.Run;
import org.einfluss.graph.InArcs;
import org.einfluss.graph.Network;

/** All nodes take a mean of opinions at once, until no opinion moves by 10⁻¹². */
final class Averages extends Opinions {
    private static final int NODES_BETWEEN_CHECKS = 1024;

    private final Mean mean;
    private final double[] next;
    private final double[] initial;
    private boolean settled;

    /** What a node makes of its own opinion, its sources' and its initial one. */
    interface Mean {
        double of(int node, double[] opinion, double[] initial, int[] source, int begin, int end);

        /** How strongly a source pulls at a node whose opinion is that far away. */
        double pull(int slot, double distance);
    }

    Averages(Mean mean, InitialOpinions start, Network network) {
        super(start, network);
        this.mean = mean;
        next = new double[opinion.length];
        initial = new double[opinion.length];
    }

    @Override
    public void begin(Run newRun) {
        super.begin(newRun);
        System.arraycopy(opinion, 0, initial, 0, initial.length);
        settled = opinion.length == 0;
    }

    @Override
    public boolean step() {
        if (settled) {
            return false;
        }
        for (int v = 0; v < next.length; v++) {
            if (v % NODES_BETWEEN_CHECKS == 0) {
                run.checkCancelled();
            }
            next[v] = mean.of(v, opinion, initial, source, inOffset[v], inOffset[v + 1]);
        }
        change = 0;
        if (run.isRecorded()) {
            record();
        }
        for (int v = 0; v < next.length; v++) {
            change = Math.max(change, Math.abs(next[v] - opinion[v]));
            opinion[v] = next[v];
        }
        pass();
        settled = change < AT_REST;
        return !settled;
    }

    private void record() {
        for (int v = 0; v < next.length; v++) {
            int from = tenth(opinion[v]);
            int to = tenth(next[v]);
            if (from != to) {
                run.event(steps() + 1, v, from, to, strongest(v, next[v] - opinion[v]));
            }
        }
    }

    /** Returns the source that pulled hardest in the direction of a move. */
    private int strongest(int node, double move) {
        int strongest = Run.SPONTANEOUS;
        double most = 0;
        for (int i = inOffset[node], end = inOffset[node + 1]; i < end; i++) {
            double distance = (opinion[source[i]] - opinion[node]) * Math.signum(move);
            if (distance > 0 && mean.pull(i, distance) > most) {
                most = mean.pull(i, distance);
                strongest = source[i];
            }
        }
        return strongest;
    }

    /** The plain mean of all opinions within ε, one's own included (Hegselmann and Krause). */
    record Close(double confidence) implements Mean {
        private static final double ROUNDING = 1e-12;

        @Override
        public double of(int node, double[] opinion, double[] initial, int[] source, int begin, int end) {
            double own = opinion[node];
            double within = confidence + ROUNDING;
            double sum = own;
            int count = 1;
            for (int i = begin; i < end; i++) {
                double other = opinion[source[i]];
                if (Math.abs(other - own) <= within && source[i] != node) {
                    sum += other;
                    count++;
                }
            }
            return Math.min(1, sum / count);
        }

        @Override
        public double pull(int slot, double distance) {
            return distance <= confidence + ROUNDING ? distance : 0;
        }
    }

    /** λ(Wx)_v + (1 − λ)s_v with a weight for each in-arc (DeGroot; Friedkin and Johnsen). */
    record Linear(double[] self, double[] weight, double[] susceptibility) implements Mean {
        static Linear of(double selfWeight, Weights weights, Susceptibility susceptibility, Network network) {
            InArcs in = network.graph().inArcs();
            double[] ofArcs = weights.ofArcs(network);
            double[] self = new double[network.nodes()];
            double[] bySlot = new double[ofArcs.length];
            for (int v = 0; v < self.length; v++) {
                double heard = 0;
                for (int i = in.begin(v); i < in.end(v); i++) {
                    bySlot[i] = (1 - selfWeight) * ofArcs[in.arc(i)];
                    heard += bySlot[i];
                }
                self[v] = Math.max(0, 1 - heard);
            }
            return new Linear(self, bySlot, susceptibility.ofNodes(network));
        }

        @Override
        public double of(int node, double[] opinion, double[] initial, int[] source, int begin, int end) {
            double heard = self[node] * opinion[node];
            for (int i = begin; i < end; i++) {
                heard += weight[i] * opinion[source[i]];
            }
            double lambda = susceptibility[node];
            return Math.min(1, lambda * heard + (1 - lambda) * initial[node]);
        }

        @Override
        public double pull(int slot, double distance) {
            return weight[slot] * distance;
        }
    }
}
