package org.einfluss.theory.gladwell;

import java.util.Arrays;
import org.einfluss.api.Progress;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.graph.Graph;
import org.einfluss.graph.InArcs;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;

/**
 * What a log says of each node: how often it was first, how early it was, and how many of its listeners adopted after it.
 *
 * <p>Conversion of s: over all cascades in which s adopted and all its listeners that had not, the credit of those that adopted later. A listener
 * that had several adopters among its sources gives each the same part. The control of a listener is a random node of the same community and degree
 * class (powers of 2) that had no adopter among its sources; it counts when it adopts before it gets one. Both rates are shrunk towards the mean over
 * all nodes by a beta-binomial law fitted by moments; net conversion is their difference.
 */
final class Activity {
    private static final int TRIES = 12;

    /** Cascades in which the node adopted. */
    final int[] items;
    /** Share of these in which it was the first, or had no recorded source; NaN without any. */
    final double[] originality;
    /** 1 − mean rank percentile among the adopters, in (0, 1); NaN without cascades of two or more. */
    final double[] earliness;
    /** Exposed listeners over all cascades. */
    final double[] trials;
    /** Net conversion; NaN without exposed listeners. */
    final double[] conversion;

    private final AdoptionLog log;
    private final double[] credit;
    private final double[] controls;
    private final double[] controlSuccesses;

    Activity(Network network, AdoptionLog log, int[] community, double window, RandomStream random, Progress progress) {
        this.log = log;
        int n = network.nodes();
        items = new int[n];
        originality = new double[n];
        earliness = new double[n];
        trials = new double[n];
        credit = new double[n];
        controls = new double[n];
        controlSuccesses = new double[n];
        conversion = new double[n];
        int[] ranked = new int[n];
        Pool pool = new Pool(network.graph(), community);
        double[] adopted = new double[n];
        double[] exposed = new double[n];
        Arrays.fill(adopted, Double.POSITIVE_INFINITY);
        Arrays.fill(exposed, Double.POSITIVE_INFINITY);
        for (int from = 0; from < log.size(); ) {
            progress.checkCancelled();
            int to = from;
            while (to < log.size() && log.cascade()[to] == log.cascade()[from]) {
                to++;
            }
            order(from, to, ranked);
            convert(network.graph(), from, to, adopted, exposed, window, pool, random);
            from = to;
        }
        for (int v = 0; v < n; v++) {
            originality[v] = items[v] == 0 ? Double.NaN : originality[v] / items[v];
            earliness[v] = ranked[v] == 0 ? Double.NaN : 1 - earliness[v] / ranked[v];
        }
        double[] own = shrink(credit, trials);
        double[] others = shrink(controlSuccesses, controls);
        for (int v = 0; v < n; v++) {
            conversion[v] = trials[v] == 0 ? Double.NaN : own[v] - others[v];
        }
    }

    private void order(int from, int to, int[] ranked) {
        int size = to - from;
        for (int i = from; i < to; ) {
            int end = i;
            while (end < to && log.time()[end] == log.time()[i]) {
                end++;
            }
            double percentile = ((i - from + end - 1 - from) / 2.0 + 0.5) / size;
            for (int j = i; j < end; j++) {
                int node = log.node()[j];
                items[node]++;
                boolean first = log.parent().length == 0 ? i == from : log.parent()[j] < 0;
                originality[node] += first ? 1 : 0;
                if (size > 1) {
                    earliness[node] += percentile;
                    ranked[node]++;
                }
            }
            i = end;
        }
    }

    private void convert(
            Graph graph,
            int from,
            int to,
            double[] adopted,
            double[] exposed,
            double window,
            Pool pool,
            RandomStream random) {
        for (int i = from; i < to; i++) {
            adopted[log.node()[i]] = Math.min(adopted[log.node()[i]], log.time()[i]);
        }
        for (int i = from; i < to; i++) {
            int node = log.node()[i];
            for (int a = graph.arcBegin(node), end = graph.arcEnd(node); a < end; a++) {
                exposed[graph.target(a)] = Math.min(exposed[graph.target(a)], adopted[node]);
            }
        }
        InArcs in = graph.inArcs();
        for (int i = from; i < to; i++) {
            int source = log.node()[i];
            double start = adopted[source];
            for (int a = graph.arcBegin(source), end = graph.arcEnd(source); a < end; a++) {
                int listener = graph.target(a);
                if (adopted[listener] <= start) {
                    continue;
                }
                trials[source]++;
                if (adopted[listener] <= start + window) {
                    credit[source] += 1.0 / persuaders(in, listener, adopted);
                }
                for (int t = 0; t < TRIES; t++) {
                    int control = pool.draw(listener, random);
                    if (adopted[control] > start && exposed[control] > start) {
                        controls[source]++;
                        boolean success = adopted[control] <= start + window && adopted[control] <= exposed[control];
                        controlSuccesses[source] += success ? 1 : 0;
                        break;
                    }
                }
            }
        }
        for (int i = from; i < to; i++) {
            int node = log.node()[i];
            adopted[node] = Double.POSITIVE_INFINITY;
            for (int a = graph.arcBegin(node), end = graph.arcEnd(node); a < end; a++) {
                exposed[graph.target(a)] = Double.POSITIVE_INFINITY;
            }
        }
    }

    /** Sources of a node that adopted before it. */
    private static int persuaders(InArcs in, int node, double[] adopted) {
        int count = 0;
        for (int i = in.begin(node); i < in.end(node); i++) {
            count += adopted[in.source(i)] < adopted[node] ? 1 : 0;
        }
        return Math.max(1, count);
    }

    /** Posterior means of rates under a beta prior whose mean and spread fit all nodes; the prior's mean without trials. */
    static double[] shrink(double[] successes, double[] trials) {
        double x = 0;
        double n = 0;
        double spare = 0;
        int units = 0;
        for (int v = 0; v < trials.length; v++) {
            x += successes[v];
            n += trials[v];
            spare += Math.max(0, trials[v] - 1);
            units += trials[v] > 0 ? 1 : 0;
        }
        double mean = n == 0 ? 0 : x / n;
        double chi = 0;
        for (int v = 0; v < trials.length && mean > 0 && mean < 1; v++) {
            if (trials[v] > 0) {
                double residual = successes[v] - trials[v] * mean;
                chi += residual * residual / (trials[v] * mean * (1 - mean));
            }
        }
        // E[X²] = Σ (1 + (n − 1) ρ) with ρ the correlation within a node, and a prior worth 1/ρ − 1 trials.
        double rho = spare == 0 ? 1e-4 : Math.min(0.999, Math.max(1e-4, (chi - units) / spare));
        double worth = 1 / rho - 1;
        double[] posterior = new double[trials.length];
        for (int v = 0; v < trials.length; v++) {
            posterior[v] = (successes[v] + mean * worth) / (trials[v] + worth);
        }
        return posterior;
    }

    /** Nodes by community and degree class. */
    private static final class Pool {
        private final int[] begin;
        private final int[] end;
        private final int[] nodes;

        Pool(Graph graph, int[] community) {
            int n = graph.nodes();
            Integer[] order = new Integer[n];
            Arrays.setAll(order, v -> v);
            long[] key = new long[n];
            Arrays.setAll(key, v -> 64L * community[v] + 32 - Integer.numberOfLeadingZeros(graph.outDegree(v)));
            Arrays.sort(order, java.util.Comparator.comparingLong(v -> key[v]));
            nodes = Arrays.stream(order).mapToInt(Integer::intValue).toArray();
            begin = new int[n];
            end = new int[n];
            for (int i = 0; i < n; ) {
                int last = i;
                while (last < n && key[nodes[last]] == key[nodes[i]]) {
                    last++;
                }
                for (int j = i; j < last; j++) {
                    begin[nodes[j]] = i;
                    end[nodes[j]] = last;
                }
                i = last;
            }
        }

        int draw(int like, RandomStream random) {
            return nodes[begin[like] + random.nextInt(end[like] - begin[like])];
        }
    }
}
