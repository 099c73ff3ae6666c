package org.einfluss.networks.transform;

import java.util.Arrays;
import java.util.BitSet;
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
import org.einfluss.graph.Subnetwork;
import org.einfluss.graph.measure.UnderlyingGraph;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * One mode of two-mode data: two of its nodes are tied when they share a node of the other mode (people who were at the same venue).
 *
 * <p>The weight is the number of shared nodes, or the sum of 1/(d − 1) over them, d being how many nodes of the kept mode each has (M. E. J. Newman
 * 2001, doi:10.1103/PhysRevE.64.016132): one who meets many at once spends less on each. Ties of the first layer count, directions, dates, loops and
 * parallel arcs left out of account; ties within a mode are refused. Other layers are left out; {@link SelectLayers} joins them before.
 */
@Component(service = Transform.class)
@Described(
        id = "project-mode",
        name = "Project one mode",
        summary = "Ties nodes of one mode that share nodes of the other: people who were at the same venue.",
        cite = "doi:10.1103/PhysRevE.64.016132")
public final class Project implements Transform<Project.Parameters> {
    /** For the registry, and for use as a plain library. */
    public Project() {}

    /** How much a shared node counts. */
    public enum Weights {
        /** One. */
        SHARED,
        /** 1/(d − 1), d nodes sharing it. */
        NEWMAN
    }

    /**
     * Parameters of the transform.
     *
     * @param mode the mode that is kept, as it stands in the node column {@code mode}
     * @param weights how much a shared node counts
     */
    public record Parameters(
            @Param(value = "Mode kept", help = "A value of the node column mode.")
            String mode,

            @Param(
                    value = "Weights",
                    initial = "shared",
                    help = "shared: how many nodes two nodes share; newman: each divided by how many others share it.")
            Weights weights) {}

    @Override
    public boolean isRandom(Parameters p) {
        return false;
    }

    @Override
    public Network apply(Parameters p, Network network, RandomStream random) {
        BitSet kept = kept(p.mode(), network);
        Graph ties = UnderlyingGraph.of(network.graph());
        int[] number = new int[ties.nodes()];
        int[] taken = kept.stream().toArray();
        for (int i = 0; i < taken.length; i++) {
            number[taken[i]] = i;
        }
        GraphBuilder builder = new GraphBuilder(taken.length, false).duplicates(Duplicates.SUM);
        for (int v = 0; v < ties.nodes(); v++) {
            int begin = ties.arcBegin(v);
            int end = ties.arcEnd(v);
            for (int a = begin; a < end; a++) {
                int u = ties.target(a);
                if (kept.get(u) == kept.get(v)) {
                    throw new InputException("A tie joins " + network.label(u) + " and " + network.label(v)
                            + ", both " + (kept.get(v) ? "'" + p.mode() + "'" : "not '" + p.mode() + "'")
                            + "; ties of two-mode data join nodes of different modes");
                }
                double weight = p.weights() == Weights.SHARED ? 1 : 1.0 / (end - begin - 1);
                for (int b = a + 1; b < end && !kept.get(v); b++) {
                    builder.add(number[u], number[ties.target(b)], weight);
                }
            }
        }
        Built built = builder.build();
        Column weights = Column.doubles(
                Network.WEIGHT,
                "",
                built.weights().length > 0
                        ? built.weights()
                        : new double[built.graph().arcs()]);
        Network projected = Network.of(network.layers().get(0), built.graph()).withArcColumn(weights);
        for (Column column : Subnetwork.of(network, kept).nodeColumns()) {
            projected = projected.withNodeColumn(column);
        }
        return projected
                .withoutNodeColumn(Network.MODE)
                .withFact("layers left out", "layers", network.layers().size() - 1);
    }

    private static BitSet kept(String mode, Network network) {
        Column modes = network.nodeColumn(Network.MODE)
                .orElseThrow(() ->
                        new InputException("The network has one mode only; two-mode data have the node column 'mode'"));
        BitSet kept = new BitSet(network.nodes());
        String[] values = new String[network.nodes()];
        Arrays.setAll(values, modes::textAt);
        for (int v = 0; v < values.length; v++) {
            kept.set(v, values[v].equals(mode));
        }
        if (kept.isEmpty()) {
            List<String> known = Arrays.stream(values).distinct().sorted().toList();
            throw new InputException("There is no mode '" + mode + "'; there is " + String.join(", ", known));
        }
        return kept;
    }
}
