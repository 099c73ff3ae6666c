package org.einfluss.theory.baselines;

import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.model.Cascade;
import org.einfluss.api.model.CascadeModel;
import org.einfluss.api.model.Model;
import org.einfluss.api.model.Purpose;
import org.einfluss.api.model.Run;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.InArcs;
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
        return parameters.weights() instanceof Weights.Table table
                ? new Sums(network.graph(), units(table, network))
                : new Counts(network.graph());
    }

    /** Influence in units of 2⁻⁵³, checked to add up to at most 1 at every node. */
    private static long[] units(Weights.Table table, Network network) {
        double[] weight = table.normalized()
                ? positive(table.column(), network)
                : Probability.checked(table.column(), "influence", network);
        InArcs in = network.graph().inArcs();
        long[] units = new long[weight.length];
        for (int v = 0; v < network.nodes(); v++) {
            double sum = 0;
            for (int i = in.begin(v); i < in.end(v); i++) {
                sum += weight[in.arc(i)];
            }
            if (!table.normalized() && sum > 1 + 1e-9) {
                throw new InputException(
                        "Influence on node '" + network.label(v) + "' must add up to at most 1, but column '"
                                + table.column() + "' gives " + sum + "; normalise it");
            }
            for (int i = in.begin(v); i < in.end(v); i++) {
                int a = in.arc(i);
                units[a] = Math.round((table.normalized() && sum > 0 ? weight[a] / sum : weight[a]) * UNITS);
            }
        }
        return units;
    }

    private static double[] positive(String name, Network network) {
        Column column = network.arcColumn(name)
                .filter(found -> found.type() != Column.Type.TEXT)
                .orElseThrow(() -> new InputException("The network has no arc column '" + name
                        + "' of numbers to take influence from; its arc columns are "
                        + network.arcColumns().stream().map(Column::name).toList()));
        double[] weight = column.toDoubles();
        for (double one : weight) {
            if (!(one >= 0 && Double.isFinite(one))) {
                throw new InputException("Influence in arc column '" + name + "' must be 0 or more, found " + one);
            }
        }
        return weight;
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
