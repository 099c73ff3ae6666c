package org.einfluss.theory.watts;

import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Cascade;
import org.einfluss.api.model.CascadeModel;
import org.einfluss.api.model.Model;
import org.einfluss.api.model.Purpose;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Each newly active node passes on once along each of its arcs, influentials more convincingly than others: the SIR variant of influentials
 * against average nodes.
 *
 * <p>A node passes on with probability T, a node of the top share by out-degree with its own probability T_infl. With both equal this is bond
 * percolation. Ties at the cut of the top share are broken at random, node by node and run by run, so that the number of influentials is the
 * asked one on average. After D. J. Watts and P. S. Dodds 2007, doi:10.1086/518527.
 */
@Component(service = Model.class)
@Described(
        id = "influential-percolation",
        name = "Percolation with influentials",
        summary = "Each active node passes on once along each arc, influentials with a probability of their own.",
        cite = Influentials.WATTS_DODDS)
public final class InfluentialPercolation extends CascadeModel<InfluentialPercolation.Parameters> {
    /** For the registry, and for use as a plain library. */
    public InfluentialPercolation() {}

    /**
     * Parameters of the model.
     *
     * @param transmission of all but the influentials
     * @param influential of the influentials
     * @param top share of nodes that are influentials
     */
    public record Parameters(
            @Param(value = "Transmission", symbol = "T", initial = "once", unit = "per arc")
            Transmission transmission,

            @Param(value = "Transmission of influentials", symbol = "T_infl", initial = "once", unit = "per arc")
            Transmission influential,

            @Param(value = "Share of influentials", initial = "0.1", range = "[0.001,0.5]", unit = "share of nodes")
            double top) {
        /** Whether influentials are no more convincing than others. */
        boolean isUniform() {
            return transmission.transmissibility() == influential.transmissibility();
        }
    }

    @Override
    protected Rule rule(Parameters parameters, Network network) {
        Graph graph = network.graph();
        double ordinary = parameters.transmission().transmissibility();
        double influential = parameters.influential().transmissibility();
        TopShare top = TopShare.of(graph, parameters.top());
        return (int node, Cascade cascade) -> {
            double probability = cascade.run().uniform(Purpose.ATTRIBUTES, node) < top.membership(graph.outDegree(node))
                    ? influential
                    : ordinary;
            for (int a = graph.arcBegin(node), end = graph.arcEnd(node); a < end; a++) {
                int listener = graph.target(a);
                if (!cascade.isActive(listener) && cascade.coin(a, probability)) {
                    cascade.activate(listener, node);
                }
            }
        };
    }
}
