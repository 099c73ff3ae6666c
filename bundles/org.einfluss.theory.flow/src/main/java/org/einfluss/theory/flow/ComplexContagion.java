package org.einfluss.theory.flow;

import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Cascade;
import org.einfluss.api.model.CascadeModel;
import org.einfluss.api.model.Model;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * A node becomes active, for good, once at least a given number of different sources is active.
 *
 * <p>D. Centola and M. Macy 2007, Complex contagions and the weakness of long ties, doi:10.1086/521848. The threshold a counts sources,
 * not a share of them (for that see the Watts model). With a = 1 contagion is simple. Sources are the neighbours, on directed networks
 * the nodes with an arc to the node; parallel arcs are one source, self-loops none. The final set does not depend on the order of
 * updates; nothing is drawn.
 */
@Component(service = Model.class)
@Described(
        id = "complex-contagion",
        name = "Complex contagion",
        summary = "A node becomes active once a given number of different sources is active.",
        cite = "doi:10.1086/521848")
public final class ComplexContagion extends CascadeModel<ComplexContagion.Parameters> {
    /** For the registry, and for use as a plain library. */
    public ComplexContagion() {}

    /**
     * Parameters of the model.
     *
     * @param threshold number of active sources a that suffices
     */
    public record Parameters(
            @Param(value = "Threshold", symbol = "a", initial = "2", range = "[1,20]", unit = "active sources")
            int threshold) {}

    @Override
    protected Rule rule(Parameters parameters, Network network) {
        return new Counting(network.graph(), parameters.threshold());
    }

    /** Counts the active sources of each node. */
    private static final class Counting implements Rule {
        private final int[] offset;
        private final int[] target;
        private final int threshold;
        private final int[] count;

        Counting(Graph graph, int threshold) {
            offset = graph.offsets();
            target = graph.targets();
            this.threshold = threshold;
            count = new int[graph.nodes()];
        }

        @Override
        public void spread(int node, Cascade cascade) {
            int last = node; // skips self-loops unless they follow another arc, and then the node is active anyway
            for (int a = offset[node], end = offset[node + 1]; a < end; a++) {
                int v = target[a];
                if (v != last && ++count[v] == threshold) {
                    cascade.activate(v, node);
                }
                last = v;
            }
        }

        @Override
        public void undo(int node) {
            for (int a = offset[node], end = offset[node + 1]; a < end; a++) {
                count[target[a]] = 0;
            }
        }
    }
}
