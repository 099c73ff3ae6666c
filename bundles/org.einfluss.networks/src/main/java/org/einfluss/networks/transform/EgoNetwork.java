package org.einfluss.networks.transform;

import java.util.BitSet;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.model.Transform;
import org.einfluss.graph.Graph;
import org.einfluss.graph.InArcs;
import org.einfluss.graph.Network;
import org.einfluss.graph.Subnetwork;
import org.einfluss.math.IntList;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/** A node, all nodes within some steps of it along ties of the first layer, and all ties between these. */
@Component(service = Transform.class)
@Described(
        id = "ego-network",
        name = "Ego network",
        summary = "Keeps one node, the nodes within some steps of it, and the ties between them.")
public final class EgoNetwork implements Transform<EgoNetwork.Parameters> {
    /** For the registry, and for use as a plain library. */
    public EgoNetwork() {}

    /** Which way steps go. */
    public enum Steps {
        /** From who influences to who is influenced. */
        OUT,
        /** From who is influenced to who influences. */
        IN,
        /** Both ways. */
        BOTH
    }

    /**
     * Parameters of the transform.
     *
     * @param node the ego: its identifier, or its number from 0 where nodes have none
     * @param radius most steps from it
     * @param steps which way steps go
     */
    public record Parameters(
            @Param(
                    value = "Node",
                    help = "Identifier of the node in the middle; its number from 0 where nodes have no identifiers.")
            String node,

            @Param(value = "Radius", initial = "1", range = "[0,inf)", unit = "steps")
            int radius,

            @Param(value = "Steps", initial = "both", help = "Along ties out of a node, into it, or both ways.")
            Steps steps) {}

    @Override
    public boolean isRandom(Parameters p) {
        return false;
    }

    @Override
    public Network apply(Parameters p, Network network, RandomStream random) {
        Graph graph = network.graph();
        InArcs in = graph.inArcs();
        BitSet reached = new BitSet(graph.nodes());
        IntList queue = new IntList();
        int ego = find(p.node(), network);
        reached.set(ego);
        queue.add(ego);
        for (int step = 0, head = 0; step < p.radius() && head < queue.size(); step++) {
            for (int end = queue.size(); head < end; head++) {
                int u = queue.get(head);
                for (int a = graph.arcBegin(u); a < graph.arcEnd(u) && p.steps() != Steps.IN; a++) {
                    reach(graph.target(a), reached, queue);
                }
                for (int i = in.begin(u); i < in.end(u) && p.steps() != Steps.OUT; i++) {
                    reach(in.source(i), reached, queue);
                }
            }
        }
        return Subnetwork.of(network, reached);
    }

    private static void reach(int node, BitSet reached, IntList queue) {
        if (!reached.get(node)) {
            reached.set(node);
            queue.add(node);
        }
    }

    private static int find(String label, Network network) {
        for (int v = 0; v < network.nodes(); v++) {
            if (network.label(v).equals(label)) {
                return v;
            }
        }
        throw new InputException("There is no node '" + label + "' in the network of " + network.nodes()
                + " nodes; node takes an identifier"
                + (network.nodes() == 0 ? "" : " such as '" + network.label(0) + "'"));
    }
}
