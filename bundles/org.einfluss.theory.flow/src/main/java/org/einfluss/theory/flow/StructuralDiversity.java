package org.einfluss.theory.flow;

import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Cascade;
import org.einfluss.api.model.CascadeModel;
import org.einfluss.api.model.Model;
import org.einfluss.graph.Graph;
import org.einfluss.graph.InArcs;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * A node becomes active, for good, once its active sources fall into at least a given number of connected components.
 *
 * <p>J. Ugander, L. Backstrom, C. Marlow and J. Kleinberg 2012, Structural diversity in social contagion, doi:10.1073/pnas.1116502109,
 * found that the number of components among the contacts predicts adoption, not their number; the threshold rule is ours. Components
 * are those of the graph induced on the sources that were active before the step; two of them merge when a source between them becomes
 * active, so that a node may miss its moment, and the final set depends on all nodes being updated at once. Nothing is drawn.
 */
@Component(service = Model.class)
@Described(
        id = "structural-diversity",
        name = "Structural diversity",
        summary = "A node becomes active once its active sources fall into a given number of connected components.",
        cite = "doi:10.1073/pnas.1116502109")
public final class StructuralDiversity extends CascadeModel<StructuralDiversity.Parameters> {
    /** For the registry, and for use as a plain library. */
    public StructuralDiversity() {}

    /**
     * Parameters of the model.
     *
     * @param components number of components d that suffices
     */
    public record Parameters(
            @Param(value = "Components needed", symbol = "d", initial = "2", range = "[1,10]", unit = "components")
            int components) {}

    @Override
    protected Rule rule(Parameters parameters, Network network) {
        return new Grouping(network.graph(), parameters.components());
    }

    /** Looks at each listener of a newly active node once a step. */
    private static final class Grouping implements Rule {
        private final Graph graph;
        private final InArcs in;
        private final int needed;
        private final SourceGroups groups;
        private final int[] active;
        /** The step in which a node was looked at last. */
        private final int[] looked;

        Grouping(Graph graph, int needed) {
            this.graph = graph;
            this.in = graph.inArcs();
            this.needed = needed;
            groups = new SourceGroups(graph);
            active = new int[graph.nodes()];
            looked = new int[graph.nodes()];
        }

        @Override
        public void spread(int node, Cascade cascade) {
            int now = (int) cascade.time();
            for (int a = graph.arcBegin(node), end = graph.arcEnd(node); a < end; a++) {
                int v = graph.target(a);
                if (!cascade.isActive(v) && looked[v] != now) {
                    looked[v] = now;
                    if (components(v, now, cascade) >= needed) {
                        cascade.activate(v, node);
                    }
                }
            }
        }

        private int components(int v, int now, Cascade cascade) {
            int size = 0;
            int last = v;
            for (int i = in.begin(v), end = in.end(v); i < end; i++) {
                int u = in.source(i);
                int since = cascade.activeSince(u);
                if (u != last && since >= 0 && since < now) {
                    active[size++] = u;
                }
                last = u;
            }
            return size < needed ? size : groups.count(active, size);
        }

        @Override
        public void undo(int node) {
            for (int a = graph.arcBegin(node), end = graph.arcEnd(node); a < end; a++) {
                looked[graph.target(a)] = 0;
            }
        }
    }
}
