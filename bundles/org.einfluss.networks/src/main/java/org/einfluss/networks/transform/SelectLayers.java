package org.einfluss.networks.transform;

import java.util.HashSet;
import java.util.List;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.model.Transform;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.GraphBuilder.Built;
import org.einfluss.graph.GraphBuilder.Duplicates;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * Some layers of a network, in the order wanted, or all of them made into one. What is said of the first layer only, as most models and measures
 * do, is then said of the one that is named first.
 *
 * <p>In a union two nodes are tied that are tied in any of the layers, in an intersection those tied in all. The joined layer is directed as soon as
 * one of them is; undirected ties are then two arcs. Its arc column {@code layers} says in how many layers they are tied; where any layer has weights, its weight
 * is the sum over all ties of the layers, one without a weight counting 1. Other columns of ties have no meaning for a joined tie and are left out;
 * how many is a fact of the network.
 */
@Component(service = Transform.class)
@Described(
        id = "select-layers",
        name = "Select layers",
        summary = "Keeps some layers, the one named first being what models run on, or joins them into one.")
public final class SelectLayers implements Transform<SelectLayers.Parameters> {
    /** Arc column of joined layers: in how many of them two nodes are tied. */
    public static final String LAYERS = "layers";

    /** For the registry, and for use as a plain library. */
    public SelectLayers() {}

    /** What becomes of the layers. */
    public enum Join {
        /** They stay layers. */
        KEEP,
        /** One layer of all ties of any of them. */
        UNION,
        /** One layer of the ties that all of them have. */
        INTERSECTION
    }

    /**
     * Parameters of the transform.
     *
     * @param layers names of the layers
     * @param join what becomes of them
     */
    public record Parameters(
            @Param(value = "Layers", help = "Names of layers; models run on the first.")
            List<String> layers,

            @Param(
                    value = "Joined",
                    initial = "keep",
                    help = "keep: as layers; union: one layer of the ties of any; intersection: of those in all.")
            Join join) {
        /** Copies the names and checks that there is one and none twice. */
        public Parameters {
            layers = List.copyOf(layers);
            if (layers.isEmpty() || new HashSet<>(layers).size() < layers.size()) {
                throw new IllegalArgumentException("Layers must be one or several different names, was " + layers);
            }
        }
    }

    @Override
    public boolean isRandom(Parameters p) {
        return false;
    }

    @Override
    public Network apply(Parameters p, Network network, RandomStream random) {
        for (String layer : p.layers()) {
            check(network, layer);
        }
        Network result = p.join() == Join.KEEP ? kept(p.layers(), network) : joined(p, network);
        for (Column column : network.nodeColumns()) {
            result = result.withNodeColumn(column);
        }
        return result;
    }

    /** Refuses a layer that is not there. */
    static void check(Network network, String layer) {
        if (!network.layers().contains(layer)) {
            throw new InputException(
                    "There is no layer '" + layer + "'; there is " + String.join(", ", network.layers()));
        }
    }

    private static Network kept(List<String> layers, Network network) {
        Network result = Network.of(layers.get(0), Graph.empty(network.nodes()));
        for (String layer : layers) {
            result = result.withLayer(layer, network.graph(layer), network.arcColumns(layer));
        }
        return result;
    }

    private static Network joined(Parameters p, Network network) {
        List<String> layers = p.layers();
        boolean directed =
                layers.stream().anyMatch(layer -> network.graph(layer).isDirected());
        boolean weighted =
                layers.stream().anyMatch(layer -> network.weights(layer).isPresent());
        GraphBuilder builder =
                new GraphBuilder(network.nodes(), directed).keepLoops().duplicates(Duplicates.SUM);
        for (String layer : layers) {
            Graph graph = network.graph(layer);
            double[] weights = network.weights(layer).orElse(new double[0]);
            for (int u = 0; u < graph.nodes(); u++) {
                for (int a = graph.arcBegin(u), end = graph.arcEnd(u), after; a < end; a = after) {
                    int v = graph.target(a);
                    double sum = 0;
                    for (after = a; after < end && graph.target(after) == v; after++) {
                        sum += weights.length > 0 ? weights[after] : 1;
                    }
                    boolean wanted = directed || u <= v;
                    if (wanted && (p.join() == Join.UNION || isInAll(network, layers, u, v))) {
                        // An undirected self-loop is two arcs of one weight.
                        builder.add(u, v, u == v && !graph.isDirected() ? sum / 2 : sum);
                    }
                }
            }
        }
        Built built = builder.build();
        Network result = Network.of(String.join("+", layers), built.graph())
                .withArcColumn(Column.integers(LAYERS, "layers", built.multiplicity())
                        .withMeaning("Number of layers in which the two are tied"));
        if (weighted) {
            double[] sums = built.weights().length > 0
                    ? built.weights()
                    : new double[built.graph().arcs()];
            result = result.withArcColumn(Column.doubles(Network.WEIGHT, "", sums));
        }
        long left = layers.stream()
                .flatMap(layer -> network.arcColumns(layer).stream())
                .map(Column::name)
                .filter(name -> !name.equals(Network.WEIGHT))
                .distinct()
                .count();
        return result.withFact("columns of ties left out", "columns", (double) left);
    }

    private static boolean isInAll(Network network, List<String> layers, int u, int v) {
        for (String layer : layers) {
            if (network.graph(layer).findArc(u, v) < 0) {
                return false;
            }
        }
        return true;
    }
}
