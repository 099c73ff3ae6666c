package org.einfluss.theory.watts;

import java.util.function.DoubleUnaryOperator;
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
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * A node becomes active, for good, once at least a share φ of the nodes it listens to is active.
 *
 * <p>Node v with k sources becomes active when m/k ≥ φ_v, m being its active sources, that is when m ≥ {@link Threshold#need}. On
 * undirected networks the sources are the neighbours, on directed ones the nodes with an arc to v. D. J. Watts 2002, PNAS
 * 99(9):5766–5771, doi:10.1073/pnas.082090499.
 *
 * <p>Thresholds come from {@link Run#uniform} by inverse distribution function: they depend on run and node alone, so that
 * strategies compared on one network meet the same thresholds. Nodes with φ ≤ 0 start by themselves and are counted as spontaneous. A
 * node without sources becomes active only as a seed or by itself. Parallel arcs count as often as they occur, in m as in k; self-loops
 * count in neither.
 *
 * <p>All nodes that have reached their threshold become active in the next step. Since activity only grows, the final set does not
 * depend on the order of updates.
 */
@Component(service = Model.class)
@Described(
        id = "watts-threshold",
        name = "Watts threshold model",
        summary = "A node becomes active once a given share of its neighbours is active.",
        cite = "doi:10.1073/pnas.082090499")
public final class WattsThreshold extends CascadeModel<WattsThreshold.Parameters> {
    /** For the registry, and for use as a plain library. */
    public WattsThreshold() {}

    /**
     * Parameters of the model.
     *
     * @param threshold law of the thresholds
     */
    public record Parameters(
            @Param(value = "Threshold", symbol = "φ", initial = "constant", unit = "share of neighbours")
            Threshold threshold) {}

    @Override
    protected Rule rule(Parameters parameters, Network network) {
        Threshold threshold = parameters.threshold();
        int[] degree = sources(network.graph());
        if (!(threshold instanceof Threshold.Constant) && !(threshold instanceof Threshold.Table)) {
            return new DrawnNeeds(threshold, network.graph(), degree);
        }
        int[] need = threshold instanceof Threshold.Table table
                ? needs(column(table, network), degree)
                : needs(((Threshold.Constant) threshold).value(), degree);
        return most(need) <= Byte.MAX_VALUE
                ? new SmallNeeds(network.graph(), need)
                : new GivenNeeds(network.graph(), need);
    }

    /** Number of sources of each node, self-loops left out. */
    static int[] sources(Graph graph) {
        int[] degree = new int[graph.nodes()];
        if (graph.isSimple() && !graph.isDirected()) {
            for (int u = 0; u < degree.length; u++) {
                degree[u] = graph.outDegree(u);
            }
            return degree;
        }
        for (int u = 0; u < degree.length; u++) {
            for (int a = graph.arcBegin(u), end = graph.arcEnd(u); a < end; a++) {
                int v = graph.target(a);
                degree[v] += v == u ? 0 : 1;
            }
        }
        return degree;
    }

    /** Rounds once for each degree, not for each node: models are bound often, and nodes are many. */
    private static int[] needs(double threshold, int[] degree) {
        int[] ofDegree = new int[most(degree) + 1];
        for (int k = 0; k < ofDegree.length; k++) {
            ofDegree[k] = Threshold.need(threshold, k);
        }
        int[] need = new int[degree.length];
        for (int v = 0; v < need.length; v++) {
            need[v] = ofDegree[degree[v]];
        }
        return need;
    }

    private static int most(int[] values) {
        int most = 0;
        for (int value : values) {
            most = Math.max(most, value);
        }
        return most;
    }

    private static int[] needs(Column thresholds, int[] degree) {
        int[] need = new int[degree.length];
        for (int v = 0; v < need.length; v++) {
            need[v] = Threshold.need(thresholds.doubleAt(v), degree[v]);
        }
        return need;
    }

    static Column column(Threshold.Table table, Network network) {
        Column column = network.nodeColumn(table.column())
                .orElseThrow(() -> new InputException("The network has no node column '" + table.column()
                        + "' to take thresholds from; its node columns are "
                        + network.nodeColumns().stream().map(Column::name).toList()));
        if (column.type() == Column.Type.TEXT) {
            throw new InputException(
                    "Node column '" + table.column() + "' must hold thresholds, numbers in [0, 1], but holds texts");
        }
        return column;
    }

    /**
     * Counts down, per node, how many more active sources it needs. The plain version: one int per node.
     *
     * <p>An entry is 1 + what is still needed; 1 says that the node has had enough, 0 that it has not been looked at in this run.
     */
    private abstract static class Needs implements Rule {
        private final int[] offset;
        private final int[] target;
        private final int[] left;

        Needs(Graph graph) {
            offset = graph.offsets();
            target = graph.targets();
            left = new int[graph.nodes()];
        }

        /** Returns how many active sources a node needs in this run. */
        abstract int need(int node);

        @Override
        public void spread(int node, Cascade cascade) {
            for (int a = offset[node], end = offset[node + 1]; a < end; a++) {
                int v = target[a];
                int more = left[v];
                if (more == 0) {
                    more = (int) Math.min(Integer.MAX_VALUE, 1L + need(v));
                }
                if (more > 1) {
                    left[v] = --more;
                    if (more == 1) {
                        cascade.activate(v, node);
                    }
                }
            }
        }

        @Override
        public void undo(int node) {
            for (int a = offset[node], end = offset[node + 1]; a < end; a++) {
                left[target[a]] = 0;
            }
        }
    }

    /** Thresholds that are the same in every run. */
    private static final class GivenNeeds extends Needs {
        private final int[] need;

        GivenNeeds(Graph graph, int[] need) {
            super(graph);
            this.need = need;
        }

        @Override
        int need(int node) {
            return need[node];
        }

        @Override
        public void begin(Run run, Cascade cascade) {
            for (int v = 0; v < need.length; v++) {
                if (need[v] == 0) {
                    cascade.activate(v, Run.SPONTANEOUS);
                }
            }
        }
    }

    /** Thresholds drawn anew in every run, but only for nodes that are looked at. */
    private static final class DrawnNeeds extends Needs {
        private final DoubleUnaryOperator quantile;
        private final double selfStarters;
        private final int[] degree;
        private Run run;

        DrawnNeeds(Threshold threshold, Graph graph, int[] degree) {
            super(graph);
            quantile = threshold.quantile();
            selfStarters = threshold.share(0, 0);
            this.degree = degree;
        }

        @Override
        int need(int node) {
            return Threshold.need(quantile.applyAsDouble(run.uniform(Purpose.THRESHOLDS, node)), degree[node]);
        }

        @Override
        public void begin(Run newRun, Cascade cascade) {
            run = newRun;
            if (selfStarters > 0) {
                for (int v = 0; v < degree.length; v++) {
                    // A little generous: the quantile itself decides.
                    if (run.uniform(Purpose.THRESHOLDS, v) <= selfStarters + 1e-9 && need(v) == 0) {
                        cascade.activate(v, Run.SPONTANEOUS);
                    }
                }
            }
        }
    }

    /**
     * The same as {@link GivenNeeds} where nobody needs more than 127: one byte per node, ready before the run.
     *
     * <p>A million nodes fit the second-level cache this way. Entries may run on below 0 and wrap round, which is harmless because they
     * pass 0 for the first time exactly when the node becomes active, and it stays so. Resetting restores single nodes after small
     * cascades, and everything at once after large ones.
     */
    private static final class SmallNeeds implements Rule {
        private final int[] offset;
        private final int[] target;
        private final byte[] need;
        private final byte[] left;
        private final int[] selfStarters;
        private long looked;

        SmallNeeds(Graph graph, int[] needs) {
            offset = graph.offsets();
            target = graph.targets();
            need = new byte[needs.length];
            int count = 0;
            for (int v = 0; v < needs.length; v++) {
                need[v] = (byte) needs[v];
                count += needs[v] == 0 ? 1 : 0;
            }
            left = need.clone();
            selfStarters = new int[count];
            for (int v = needs.length - 1; v >= 0; v--) {
                if (needs[v] == 0) {
                    selfStarters[--count] = v;
                }
            }
        }

        @Override
        public void begin(Run run, Cascade cascade) {
            if (looked > left.length) {
                System.arraycopy(need, 0, left, 0, left.length);
            }
            looked = 0;
            for (int v : selfStarters) {
                cascade.activate(v, Run.SPONTANEOUS);
            }
        }

        @Override
        public void spread(int node, Cascade cascade) {
            int begin = offset[node];
            int end = offset[node + 1];
            looked += end - begin;
            for (int a = begin; a < end; a++) {
                int v = target[a];
                if (--left[v] == 0) {
                    cascade.activate(v, node);
                }
            }
        }

        @Override
        public void undo(int node) {
            if (looked <= left.length) {
                for (int a = offset[node], end = offset[node + 1]; a < end; a++) {
                    left[target[a]] = need[target[a]];
                }
            }
        }
    }
}
