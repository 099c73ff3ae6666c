package org.einfluss.theory.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Findings.Headline;
import org.einfluss.api.findings.Rows;
import org.einfluss.api.findings.Table;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.InArcs;
import org.einfluss.graph.Network;
import org.einfluss.math.RunningStatistics;

/** Keeps account of who is credited with adoptions, by node under every rule and between communities under one of them. */
final class Account {
    /** Who belongs where; the name of a community by its number. */
    record Division(int[] of, List<String> names) {
        /** Keeps the largest communities and pools the rest. */
        static Division of(int[] part, List<String> names, int most) {
            int[] size = new int[names.size()];
            for (int p : part) {
                size[p]++;
            }
            Integer[] order = new Integer[size.length];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, (a, b) -> size[b] != size[a] ? size[b] - size[a] : a - b);
            int kept = size.length <= most ? size.length : most - 1;
            int[] number = new int[size.length];
            List<String> labels = new ArrayList<>();
            for (int i = 0; i < order.length; i++) {
                number[order[i]] = Math.min(i, kept);
                if (i < kept) {
                    labels.add(names.get(order[i]));
                }
            }
            if (kept < order.length) {
                labels.add("rest");
            }
            int[] of = new int[part.length];
            Arrays.setAll(of, v -> number[part[v]]);
            return new Division(of, labels);
        }

        static Division of(Column column, int[] part, int most) {
            List<String> names = new ArrayList<>();
            for (int v = 0; v < part.length; v++) {
                if (part[v] == names.size()) {
                    names.add(column.isMissing(v) ? "?" : column.textAt(v));
                }
            }
            return of(part, names, most);
        }
    }

    /** The p_s of the Shapley rule, by source and by the arc to its listener. */
    @FunctionalInterface
    interface Chances {
        double of(int source, int arc);
    }

    /** Counts, per source, how often its listeners adopted after it. */
    static final class Pooled implements Cascades.Reader {
        private final long[] trials;
        private final long[] successes;

        Pooled(int nodes) {
            trials = new long[nodes];
            successes = new long[nodes];
        }

        @Override
        public void read(Network network, int unit, double[] time, int[] order, int size, boolean[] isSeed) {
            Graph graph = network.graph();
            for (int i = 0; i < size; i++) {
                int u = order[i];
                for (int a = graph.arcBegin(u), end = graph.arcEnd(u); a < end; a++) {
                    if (time[graph.target(a)] > time[u]) {
                        trials[u]++;
                        successes[u] += time[graph.target(a)] < Double.POSITIVE_INFINITY ? 1 : 0;
                    }
                }
            }
        }

        double[] probabilities() {
            double[] p = new double[trials.length];
            Arrays.setAll(p, u -> trials[u] == 0 ? 0 : (double) successes[u] / trials[u]);
            return p;
        }
    }

    private final Credit rule;
    private final double tau;
    private final Chances chances;
    private final int[] community;
    private final int communities;
    private final int slices;
    private final boolean byNode;

    final double[][] nodeCredit;
    final double[] pathCredit;
    final long[] adoptions;
    /** By slice, from and to. */
    final double[][][] flow;
    /** By slice and to: adoptions without an exposing source. */
    final long[][] external;

    long seeds;
    long total;
    private double[] age = new double[16];
    private double[] chance = new double[16];
    private double[] share = new double[16];
    private int[] source = new int[16];
    private final double[] scratch;

    Account(Credit rule, double tau, Chances chances, Division division, int slices, boolean byNode) {
        this.rule = rule;
        this.tau = tau;
        this.chances = chances;
        community = division.of();
        communities = division.names().size();
        this.slices = slices;
        this.byNode = byNode;
        int n = community.length;
        nodeCredit = new double[Credit.values().length][byNode ? n : 0];
        pathCredit = new double[byNode ? n : 0];
        adoptions = new long[n];
        scratch = new double[n];
        flow = new double[slices][communities][communities];
        external = new long[slices][communities];
    }

    /** Accounts one cascade on a graph, which may be a rewired one. */
    void add(Graph graph, double[] time, int[] order, int size, boolean[] isSeed) {
        InArcs in = graph.inArcs();
        double first = time[order[0]];
        double length = time[order[size - 1]] - first;
        for (int i = 0; i < size; i++) {
            int u = order[i];
            adoptions[u]++;
            if (isSeed[u]) {
                seeds++;
                continue;
            }
            total++;
            int slice = length > 0 ? (int) Math.min(slices - 1, slices * (time[u] - first) / length) : 0;
            int sources = 0;
            int last = u;
            for (int j = in.begin(u); j < in.end(u); j++) {
                int s = in.source(j);
                if (s != last && time[s] < time[u]) {
                    if (sources == age.length) {
                        grow();
                    }
                    source[sources] = s;
                    age[sources] = time[u] - time[s];
                    chance[sources++] = chances.of(s, in.arc(j));
                }
                last = s;
            }
            if (sources == 0) {
                external[slice][community[u]]++;
                continue;
            }
            if (byNode) {
                for (Credit other : Credit.values()) {
                    other.divide(age, chance, sources, tau, share);
                    for (int k = 0; k < sources; k++) {
                        nodeCredit[other.ordinal()][source[k]] += share[k];
                    }
                }
            }
            rule.divide(age, chance, sources, tau, share);
            for (int k = 0; k < sources; k++) {
                flow[slice][community[source[k]]][community[u]] += share[k];
            }
        }
        if (byNode) {
            PathCredit.addTotals(graph, time, order, size, scratch, pathCredit);
        }
    }

    private void grow() {
        int capacity = 2 * age.length;
        age = Arrays.copyOf(age, capacity);
        chance = Arrays.copyOf(chance, capacity);
        share = new double[capacity];
        source = Arrays.copyOf(source, capacity);
    }

    private double flow(int from, int to) {
        double sum = 0;
        for (double[][] slice : flow) {
            sum += slice[from][to];
        }
        return sum;
    }

    private long external(int to) {
        long sum = 0;
        for (long[] slice : external) {
            sum += slice[to];
        }
        return sum;
    }

    /** Sum of all flows and external adoptions; equals the adoptions that are no seeds. */
    double accounted() {
        double sum = 0;
        for (int b = 0; b < communities; b++) {
            sum += external(b);
            for (int a = 0; a < communities; a++) {
                sum += flow(a, b);
            }
        }
        return sum;
    }

    /** Flows between communities, compared with those on rewired networks. */
    Table flows(Division division, List<Account> nulls) {
        Rows rows = new Rows()
                .text("from", "Community of the sources; external: no source in the network adopted before")
                .text("to", "Community of the adopters")
                .number("flow", "adoptions", "Credit of the sources for these adoptions")
                .number("expected", "adoptions", "Its mean on networks of the same degrees, rewired at random")
                .number("spread", "adoptions", "Standard deviation between the rewired networks")
                .number("ratio", "", "flow / expected");
        for (int a = 0; a <= communities; a++) {
            for (int b = 0; b < communities; b++) {
                int from = a;
                int to = b;
                RunningStatistics expected = new RunningStatistics();
                nulls.forEach(one -> expected.add(from < communities ? one.flow(from, to) : one.external(to)));
                double found = a < communities ? flow(a, b) : external(b);
                boolean any = expected.count() > 0;
                rows.add(
                        List.of(
                                a < communities ? division.names().get(a) : "external",
                                division.names().get(b)),
                        found,
                        any ? expected.mean() : Double.NaN,
                        expected.count() > 1 ? expected.standardDeviation() : Double.NaN,
                        any && expected.mean() > 0 ? found / expected.mean() : Double.NaN);
            }
        }
        return rows.table("flows", "Flow of influence between communities");
    }

    Table slices(Division division) {
        Rows rows = new Rows()
                .text("from", "Community of the sources")
                .text("to", "Community of the adopters")
                .number("slice", "", "Part of each cascade's duration, from 1")
                .number("flow", "adoptions", "Credit of the sources for the adoptions of this part");
        for (int s = 0; s < slices; s++) {
            for (int a = 0; a <= communities; a++) {
                for (int b = 0; b < communities; b++) {
                    rows.add(
                            List.of(
                                    a < communities ? division.names().get(a) : "external",
                                    division.names().get(b)),
                            s + 1,
                            a < communities ? flow[s][a][b] : external[s][b]);
                }
            }
        }
        return rows.table("slices", "Flow by part of the cascades' duration");
    }

    Findings findings(String what, List<Table> tables, List<String> notes, List<String> citations) {
        double inner = 0;
        double external = 0;
        for (int b = 0; b < communities; b++) {
            inner += flow(b, b);
            external += external(b);
        }
        List<String> all = new ArrayList<>(notes);
        all.add("Rule of the flows: " + rule
                + ". Every adoption that is no seed counts 1, shared among the sources that adopted strictly "
                + "before, or external where there are none; the flows add up to the adoptions without the seeds: "
                + total + " of "
                + (total + seeds) + " adoptions.");
        all.add("Credit is accounting, not cause: no rule tells what would have happened without a source.");
        return new Findings(
                "influence-flow",
                "Flow of influence in " + what,
                tables,
                List.of(),
                List.of(
                        number("Adoptions accounted for", accounted(), "adoptions"),
                        number("Within communities", inner / Math.max(1, total), "share of adoptions"),
                        number("External", external / Math.max(1, total), "share of adoptions")),
                all,
                citations);
    }

    private static Headline number(String label, double value, String unit) {
        return new Headline(label, value, Double.NaN, Double.NaN, unit, "");
    }
}
