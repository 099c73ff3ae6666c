package org.einfluss.networks.transform;

import java.util.Arrays;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Transform;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.graph.Subnetwork;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * Makes directed layers undirected: u and v are tied when there is an arc either way, or arcs both ways.
 *
 * <p>The result is simple: self-loops are left out. Weights of all arcs between two nodes are added up or compared; of other columns a tie
 * takes the value of the first arc from the node of lower number, or of the first arc back where there is none. Layers that are undirected stay as they are.
 */
@Component(service = Transform.class)
@Described(
        id = "symmetrise",
        name = "Symmetrise",
        summary = "Makes ties mutual: where there is an arc either way, or only where there are arcs both ways.")
public final class Symmetrise implements Transform<Symmetrise.Parameters> {
    /** For the registry, and for use as a plain library. */
    public Symmetrise() {}

    /** When two nodes are tied. */
    public enum Ties {
        /** With an arc either way. */
        ANY,
        /** With arcs both ways. */
        BOTH
    }

    /** Which weight a tie has. */
    public enum Weights {
        /** The sum over all arcs between the nodes, both ways. */
        SUM,
        /** The largest. */
        LARGEST,
        /** The smallest. */
        SMALLEST
    }

    /**
     * Parameters of the transform.
     *
     * @param ties when two nodes are tied
     * @param weights which weight a tie has, where arcs have weights
     */
    public record Parameters(
            @Param(
                    value = "Ties",
                    initial = "any",
                    help = "any: two nodes are tied with an arc either way; both: only with arcs both ways.")
            Ties ties,

            @Param(value = "Weights", initial = "sum", help = "Of all arcs between two nodes, both ways.")
            Weights weights) {}

    @Override
    public boolean isRandom(Parameters p) {
        return false;
    }

    @Override
    public Network apply(Parameters p, Network network, RandomStream random) {
        Network result = network;
        for (String layer : network.layers()) {
            if (network.graph(layer).isDirected()) {
                result = symmetrise(p, result, layer);
            }
        }
        return result;
    }

    private static Network symmetrise(Parameters p, Network network, String layer) {
        Graph graph = network.graph(layer);
        GraphBuilder builder = new GraphBuilder(graph.nodes(), false);
        for (int u = 0; u < graph.nodes(); u++) {
            for (int a = graph.arcBegin(u), end = graph.arcEnd(u); a < end; a++) {
                int v = graph.target(a);
                if (u != v && (p.ties() == Ties.ANY || graph.findArc(v, u) >= 0)) {
                    builder.add(u, v);
                }
            }
        }
        Graph mutual = builder.build().graph();
        int[] arcs = new int[mutual.arcs()];
        double[] weights = new double[arcs.length];
        double[] given = network.weights(layer).orElse(new double[0]);
        for (int u = 0; u < mutual.nodes(); u++) {
            for (int a = mutual.arcBegin(u), end = mutual.arcEnd(u); a < end; a++) {
                int low = Math.min(u, mutual.target(a));
                int high = Math.max(u, mutual.target(a));
                int there = graph.findArc(low, high);
                arcs[a] = there >= 0 ? there : graph.findArc(high, low);
                if (given.length > 0) {
                    weights[a] = fold(p.weights(), weights(graph, given, low, high), weights(graph, given, high, low));
                }
            }
        }
        Network result = Subnetwork.withLayer(network, layer, mutual, arcs);
        return given.length == 0
                ? result
                : result.withArcColumn(
                        layer,
                        Column.doubles(
                                Network.WEIGHT,
                                network.arcColumn(layer, Network.WEIGHT)
                                        .orElseThrow()
                                        .unit(),
                                weights));
    }

    private static double[] weights(Graph graph, double[] weights, int u, int v) {
        int from = graph.findArc(u, v);
        if (from < 0) {
            return new double[0];
        }
        int to = from;
        while (to < graph.arcEnd(u) && graph.target(to) == v) {
            to++;
        }
        return Arrays.copyOfRange(weights, from, to);
    }

    private static double fold(Weights how, double[] there, double[] back) {
        double[] all = Arrays.copyOf(there, there.length + back.length);
        System.arraycopy(back, 0, all, there.length, back.length);
        return switch (how) {
            case SUM -> Arrays.stream(all).sum();
            case LARGEST -> Arrays.stream(all).max().orElseThrow();
            case SMALLEST -> Arrays.stream(all).min().orElseThrow();
        };
    }
}
