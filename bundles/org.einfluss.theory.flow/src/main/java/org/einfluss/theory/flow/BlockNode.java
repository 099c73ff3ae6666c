package org.einfluss.theory.flow;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.model.Transform;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.graph.measure.Branching;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * Blocks a node: it is influenced by nobody and no seeding starts from it, while all others keep their ties, sources and coins.
 *
 * <p>The arcs that lead to it are taken out; those that lead from it stay, so that a listener that needs a share of its sources needs as many as before. A run on the blocked
 * network is the same run without the node, whatever the model, as long as coins are common and the model lets nobody start by itself. See {@link LostWithoutNode}.
 */
@Component(service = Transform.class)
@Described(
        id = "block-node",
        name = "Block a node",
        summary = "Lets nobody influence a node and no seeding start from it; everything else stays as it is.")
public final class BlockNode implements Transform<BlockNode.Parameters> {
    /** For the registry, and for use as a plain library. */
    public BlockNode() {}

    /**
     * Parameters of the transform.
     *
     * @param rank rank by out-degree of the node that is blocked, from 1, equal ones in the order of their numbers; 0: nobody, or the named node
     * @param node label of the node that is blocked
     */
    public record Parameters(
            @Param(
                    value = "Rank by degree",
                    initial = "0",
                    range = "[0,inf)",
                    help = "1 blocks the node of most listeners; 0 blocks nobody unless a node is named")
            int rank,

            @Param(value = "Node", help = "Label of the node, or its number from 0")
            Optional<String> node) {
        /** Refuses to block two. */
        public Parameters {
            if (rank > 0 && node.isPresent()) {
                throw new IllegalArgumentException(
                        "One node is blocked, by its rank or by its label; leave one of the two out");
            }
        }

        boolean isNobody() {
            return rank == 0 && node.isEmpty();
        }
    }

    @Override
    public boolean isRandom(Parameters parameters) {
        return false;
    }

    @Override
    public Network apply(Parameters p, Network network, RandomStream random) {
        boolean[] blocked = new boolean[network.nodes()];
        Network rest = Branching.remembered(network);
        if (!p.isNobody()) {
            int node = p.node().map(label -> labelled(label, network)).orElseGet(() -> ranked(p.rank(), network));
            blocked[node] = true;
            for (String layer : network.layers()) {
                Graph graph = network.graph(layer);
                rest = rest.keepingArcs(layer, true, arc -> graph.target(arc) != node);
            }
        }
        return rest.withNodeColumn(Column.booleans(Network.BLOCKED, blocked)
                .withMeaning("whether nobody influences the node and no seeding starts from it"));
    }

    private static int labelled(String label, Network network) {
        return IntStream.range(0, network.nodes())
                .filter(v -> network.label(v).equals(label.strip()))
                .findFirst()
                .orElseThrow(() -> new InputException("The network has no node '" + label
                        + "' to block; choose a label such as '" + (network.nodes() == 0 ? "0" : network.label(0))
                        + "'"));
    }

    private static int ranked(int rank, Network network) {
        if (rank > network.nodes()) {
            throw new InputException("The network has " + network.nodes() + " nodes, so that none has rank " + rank
                    + "; choose a lower rank");
        }
        Graph graph = network.graph();
        Integer[] order = new Integer[network.nodes()];
        Arrays.setAll(order, v -> v);
        Arrays.sort(order, Comparator.comparingInt(v -> -graph.outDegree(v))); // stable
        return order[rank - 1];
    }
}
