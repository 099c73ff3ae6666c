package org.einfluss.theory.baselines;

import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Cascade;
import org.einfluss.api.model.CascadeModel;
import org.einfluss.api.model.Model;
import org.einfluss.api.model.Purpose;
import org.einfluss.api.model.Run;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * A node becomes active once the influence of its active sources, Σ b_uv, reaches its threshold θ_v, drawn evenly from [0, 1) in each run.
 *
 * <p>D. Kempe, J. Kleinberg and É. Tardos 2003, doi:10.1145/956750.956769. Thresholds depend on run and node alone. Sums are exact: with
 * b = 1/in-degree active sources are counted, and m of k suffice when m ≥ θk; influence from a column is added in whole units of 2⁻⁵³,
 * in which θ is a whole number as well, so that no sum depends on the order of activations.
 */
@Component(service = Model.class)
@Described(
        id = "linear-threshold",
        name = "Linear threshold",
        summary = "A node becomes active once the influence of its active neighbours reaches its random threshold.",
        cite = "doi:10.1145/956750.956769")
public final class LinearThreshold extends CascadeModel<LinearThreshold.Parameters> {
    private static final double UNITS = 0x1p53;

    /** For the registry, and for use as a plain library. */
    public LinearThreshold() {}

    /**
     * Parameters of the model.
     *
     * @param weights influence along the arcs
     */
    public record Parameters(
            @Param(value = "Influence along arcs", symbol = "b", initial = "in-degree")
            Weights weights) {}

    @Override
    protected Rule rule(Parameters parameters, Network network) {
        return parameters.weights() instanceof Weights.Table
                ? new Sums(network.graph(), units(parameters.weights(), network))
                : new Counts(network.graph());
    }

    private static long[] units(Weights weights, Network network) {
        double[] weight = weights.ofArcs(network);
        long[] units = new long[weight.length];
        for (int a = 0; a < units.length; a++) {
            units[a] = Math.round(weight[a] * UNITS);
        }
        return units;
    }

    /** What is still missing to each node's threshold; 0: not looked at in this run, negative: reached. */
    private abstract static class Missing implements Rule {
        private final int[] offset;
        private final int[] target;
        private final long[] missing;
        private Run run = new Run();

        Missing(Graph graph) {
            offset = graph.offsets();
            target = graph.targets();
            missing = new long[graph.nodes()];
        }

        abstract long weight(int arc);

        /** Returns the threshold θ of a node in the unit of the weights, at least 1. */
        abstract long threshold(int node, double theta);

        @Override
        public void begin(Run newRun, Cascade cascade) {
            run = newRun;
        }

        @Override
        public void spread(int node, Cascade cascade) {
            for (int a = offset[node], end = offset[node + 1]; a < end; a++) {
                int v = target[a];
                long more = missing[v];
                if (more >= 0 && v != node) {
                    more = (more == 0 ? threshold(v, run.uniform(Purpose.THRESHOLDS, v)) : more) - weight(a);
                    missing[v] = more > 0 ? more : -1;
                    if (more <= 0) {
                        cascade.activate(v, node);
                    }
                }
            }
        }

        @Override
        public void undo(int node) {
            for (int a = offset[node], end = offset[node + 1]; a < end; a++) {
                missing[target[a]] = 0;
            }
        }
    }

    private static final class Counts extends Missing {
        private final int[] sources;

        Counts(Graph graph) {
            super(graph);
            sources = new int[graph.nodes()];
            for (int u = 0; u < graph.nodes(); u++) {
                for (int a = graph.arcBegin(u); a < graph.arcEnd(u); a++) {
                    sources[graph.target(a)] += graph.target(a) == u ? 0 : 1;
                }
            }
        }

        @Override
        long weight(int arc) {
            return 1;
        }

        @Override
        long threshold(int node, double theta) {
            return Math.max(1, (long) Math.ceil(theta * sources[node]));
        }
    }

    private static final class Sums extends Missing {
        private final long[] units;

        Sums(Graph graph, long[] units) {
            super(graph);
            this.units = units;
        }

        @Override
        long weight(int arc) {
            return units[arc];
        }

        @Override
        long threshold(int node, double theta) {
            return Math.max(1, (long) (theta * UNITS));
        }
    }
}
