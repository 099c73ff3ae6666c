package org.einfluss.theory.gladwell;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.einfluss.api.InputException;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.graph.measure.Communities;
import org.einfluss.graph.measure.UnderlyingGraph;
import org.einfluss.math.RandomStream;

/** Who is given a role, and what comes with it. */
final class Planting {
    private Planting() {}

    /** A share as a number of nodes: rounded, at least one where the share is positive. */
    static int count(double share, int nodes) {
        return share == 0 || nodes == 0 ? 0 : Math.max(1, (int) Math.rint(share * nodes));
    }

    /** The nodes in random order, then sorted by falling score where there is one; ties therefore stay in random order. */
    static int[] ranking(int nodes, double[] score, RandomStream random) {
        int[] order = new int[nodes];
        Arrays.setAll(order, i -> i);
        random.shuffle(order, 0, nodes);
        if (score.length == 0) {
            return order;
        }
        Integer[] sorted = Arrays.stream(order).boxed().toArray(Integer[]::new);
        Arrays.sort(sorted, Comparator.comparingDouble(v -> -score[v]));
        return Arrays.stream(sorted).mapToInt(Integer::intValue).toArray();
    }

    /** A share of all nodes at random, or those with the highest values in a column. */
    static boolean[] choose(Network network, double share, Optional<String> column, RandomStream random) {
        double[] score =
                column.map(name -> Traits.column(network, name).toDoubles()).orElse(new double[0]);
        for (int v = 0; v < score.length; v++) {
            score[v] = Double.isNaN(score[v]) ? Double.NEGATIVE_INFINITY : score[v];
        }
        int[] order = ranking(network.nodes(), score, random);
        boolean[] chosen = new boolean[network.nodes()];
        for (int i = 0, count = count(share, chosen.length); i < count; i++) {
            chosen[order[i]] = true;
        }
        return chosen;
    }

    /** Marks mavens: expertise e for the chosen, what it was (else 0) for the others. */
    static Network mavens(Network network, boolean[] chosen, double e) {
        double[] expertise = Traits.read(network, Traits.EXPERTISE, 0, 0, 1);
        for (int v = 0; v < chosen.length; v++) {
            expertise[v] = chosen[v] ? e : expertise[v];
        }
        return mark(network, Traits.MAVEN, chosen, "whether the node was planted as a maven")
                .withNodeColumn(Column.doubles(Traits.EXPERTISE, "", expertise).withMeaning("expertise e"));
    }

    /** Marks salesmen: persuasiveness w for the chosen, what it was (else 1) for the others, scaled to mean 1 on request. */
    static Network salesmen(Network network, boolean[] chosen, double w, boolean keepMean) {
        double[] persuasiveness = Traits.read(network, Traits.PERSUASIVENESS, 1, 0, Double.MAX_VALUE);
        double sum = 0;
        for (int v = 0; v < chosen.length; v++) {
            persuasiveness[v] = chosen[v] ? w : persuasiveness[v];
            sum += persuasiveness[v];
        }
        if (keepMean && sum > 0) {
            for (int v = 0; v < chosen.length; v++) {
                persuasiveness[v] *= chosen.length / sum;
            }
        }
        return mark(network, Traits.SALESMAN, chosen, "whether the node was planted as a salesman")
                .withNodeColumn(Column.doubles(Traits.PERSUASIVENESS, "", persuasiveness)
                        .withMeaning("persuasiveness w"));
    }

    /** The nodes of highest degree whose ties are spread over communities; fewer than asked for where there are no more. */
    static boolean[] spanning(
            Network network, double share, double span, Optional<String> communities, RandomStream random) {
        boolean[] chosen = new boolean[network.nodes()];
        int wanted = count(share, chosen.length);
        if (wanted == 0) {
            return chosen;
        }
        Graph simple = UnderlyingGraph.of(network.graph());
        double[] participation = Communities.participation(
                simple, Membership.of(network, communities, random).of());
        double[] degree = new double[chosen.length];
        Arrays.setAll(degree, simple::outDegree);
        for (int v : ranking(chosen.length, degree, random)) {
            if (wanted > 0 && participation[v] >= span) {
                chosen[v] = true;
                wanted--;
            }
        }
        return chosen;
    }

    /**
     * Gives each chosen node more ties, to random nodes, outside its own community where a column gives communities; as many ties between other
     * nodes are taken away, so that their number stays. A directed network gets arcs from the chosen.
     */
    static Network withTies(
            Network network, boolean[] chosen, int ties, Optional<String> communities, RandomStream random) {
        Graph graph = network.graph();
        int n = graph.nodes();
        if (network.layers().size() > 1 || !network.arcColumns().isEmpty() || !graph.isSimple()) {
            throw new InputException(
                    "Connectors can be given ties only on a simple network of one layer without data on arcs; "
                            + "this one has layers " + network.layers() + " and arc columns "
                            + network.arcColumns().stream().map(Column::name).toList()
                            + "; set ties to 0, so that connectors are found among the nodes");
        }
        int[] community = Membership.given(network, communities).map(Groups::of).orElse(new int[0]);
        GraphBuilder builder = new GraphBuilder(n, graph.isDirected());
        int[] spare = new int[graph.arcs()];
        int spares = 0;
        for (int u = 0; u < n; u++) {
            for (int a = graph.arcBegin(u), end = graph.arcEnd(u); a < end; a++) {
                int v = graph.target(a);
                if (!graph.isDirected() && v < u) {
                    continue;
                }
                if (chosen[u] || chosen[v]) {
                    builder.add(u, v);
                } else {
                    spare[spares++] = a;
                }
            }
        }
        int added = 0;
        java.util.BitSet known = new java.util.BitSet(n);
        for (int c = 0; c < n; c++) {
            if (!chosen[c]) {
                continue;
            }
            known.clear();
            known.set(c);
            for (int a = graph.arcBegin(c), end = graph.arcEnd(c); a < end; a++) {
                known.set(graph.target(a));
            }
            int given = 0;
            // A small network may have fewer candidates than ties asked for: look often, not forever.
            for (int tries = 0; given < ties && tries < 50 * (ties + 1); tries++) {
                int v = random.nextInt(n);
                boolean outside = community.length == 0 || community[v] != community[c];
                // A tie between two chosen nodes would be met from both sides.
                if (outside && !known.get(v) && !chosen[v]) {
                    known.set(v);
                    builder.add(c, v);
                    given++;
                }
            }
            added += given;
        }
        random.shuffle(spare, 0, spares);
        int moved = Math.min(added, spares);
        for (int i = moved; i < spares; i++) {
            builder.add(graph.source(spare[i]), graph.target(spare[i]));
        }
        return network.withLayer(network.layers().get(0), builder.build().graph(), java.util.List.of())
                .withFact("moved ties", "ties", moved)
                .withFact("added ties", "ties", added - moved);
    }

    static Network mark(Network network, String name, boolean[] chosen, String meaning) {
        return network.withNodeColumn(Column.booleans(name, chosen).withMeaning(meaning));
    }
}
