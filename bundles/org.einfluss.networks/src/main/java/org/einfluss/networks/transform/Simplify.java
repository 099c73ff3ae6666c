package org.einfluss.networks.transform;

import java.util.Optional;
import org.einfluss.api.Described;
import org.einfluss.api.None;
import org.einfluss.api.model.Transform;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.GraphBuilder.Built;
import org.einfluss.graph.GraphBuilder.Duplicates;
import org.einfluss.graph.Network;
import org.einfluss.graph.Subnetwork;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * Leaves self-loops out and makes parallel arcs into one, in all layers.
 *
 * <p>Its weight is their sum, the arc column {@code multiplicity} how many they were; of other columns it takes the first one's value. Layers
 * that are simple stay as they are.
 */
@Component(service = Transform.class)
@Described(
        id = "simplify",
        name = "Simplify",
        summary = "Leaves self-loops out and makes parallel arcs into one, with their number in a column.")
public final class Simplify implements Transform<None> {
    /** Arc column: how many arcs of the multigraph an arc stands for. */
    public static final String MULTIPLICITY = "multiplicity";

    /** For the registry, and for use as a plain library. */
    public Simplify() {}

    @Override
    public boolean isRandom(None p) {
        return false;
    }

    @Override
    public Network apply(None p, Network network, RandomStream random) {
        Network result = network;
        double loops = 0;
        double parallel = 0;
        for (String layer : network.layers()) {
            Graph graph = network.graph(layer);
            if (graph.isSimple()) {
                continue;
            }
            GraphBuilder builder = new GraphBuilder(graph.nodes(), graph.isDirected())
                    .duplicates(Duplicates.SUM)
                    .trackArcs();
            Optional<double[]> weights = network.weights(layer);
            int[] added = new int[graph.arcs()];
            int count = 0;
            for (int u = 0; u < graph.nodes(); u++) {
                for (int a = graph.arcBegin(u), end = graph.arcEnd(u); a < end; a++) {
                    int v = graph.target(a);
                    if (graph.isDirected() || u < v || u == v && a < graph.reverse(a)) {
                        added[count++] = a;
                        if (weights.isPresent()) {
                            builder.add(u, v, weights.get()[a]);
                        } else {
                            builder.add(u, v);
                        }
                    }
                }
            }
            Built built = builder.build();
            result = simple(result, layer, built, added, count, weights.isPresent());
            loops += built.droppedLoops();
            parallel += built.droppedDuplicates();
        }
        return loops + parallel == 0
                ? result
                : result.withFact("self-loops left out", "ties", loops)
                        .withFact("parallel ties merged", "ties", parallel);
    }

    private static Network simple(
            Network network, String layer, Built built, int[] added, int count, boolean weighted) {
        Graph graph = built.graph();
        int[] arcs = new int[graph.arcs()];
        for (int i = count - 1; i >= 0; i--) { // the first of parallel arcs is written last and stays
            int arc = built.arcOf()[i];
            if (arc >= 0) {
                arcs[arc] = added[i];
                if (!graph.isDirected()) {
                    arcs[graph.reverse(arc)] = added[i];
                }
            }
        }
        Network result = Subnetwork.withLayer(network, layer, graph, arcs)
                .withArcColumn(
                        layer,
                        Column.integers(MULTIPLICITY, "ties", built.multiplicity())
                                .withMeaning("Number of parallel ties that the tie stands for"));
        if (!weighted) {
            return result;
        }
        String unit = network.arcColumn(layer, Network.WEIGHT).orElseThrow().unit();
        return result.withArcColumn(layer, Column.doubles(Network.WEIGHT, unit, built.weights()));
    }
}
