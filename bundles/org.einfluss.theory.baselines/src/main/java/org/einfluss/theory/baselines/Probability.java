package org.einfluss.theory.baselines;

import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.InArcs;
import org.einfluss.graph.Network;
import org.einfluss.math.Coins;
import org.einfluss.math.Keys;

/** The probability p_uv with which an active node u activates an inactive listener v along an arc. */
public sealed interface Probability
        permits Probability.Constant, Probability.WeightedCascade, Probability.Trivalency, Probability.Table {
    /**
     * Returns the probability of each arc, indexed like {@link Graph#target}.
     *
     * @param network the network
     */
    double[] ofArcs(Network network);

    /**
     * The same probability on every arc.
     *
     * @param value the probability
     */
    record Constant(
            @Param(value = "Activation probability", symbol = "p", initial = "0.1", range = "[0,1]", unit = "per arc")
            double value)
            implements Probability {
        @Override
        public double[] ofArcs(Network network) {
            double[] p = new double[network.graph().arcs()];
            java.util.Arrays.fill(p, value);
            return p;
        }
    }

    /**
     * Weighted cascade: 1 divided by the listener's in-degree; c parallel arcs together c divided by it.
     *
     * <p>The first of parallel arcs carries the probability of all, the others 0, so that they succeed together with c/k and not, as
     * arcs that try on their own, with 1 − (1 − 1/k)^c.
     */
    record WeightedCascade() implements Probability {
        @Override
        public double[] ofArcs(Network network) {
            Graph graph = network.graph();
            double[] p = new double[graph.arcs()];
            for (int u = 0; u < graph.nodes(); u++) {
                int first = graph.arcBegin(u);
                for (int a = first; a < graph.arcEnd(u); a++) {
                    int v = graph.target(a);
                    first = v == graph.target(first) ? first : a;
                    // Not added up arc by arc, so that c of c is 1.
                    p[first] = (a - first + 1.0) / graph.inDegree(v);
                }
            }
            return p;
        }
    }

    /**
     * Trivalency: each arc has 0.1, 0.01 or 0.001, chosen once for all by the numbers of its ends, so that the same network always has
     * the same probabilities.
     */
    record Trivalency() implements Probability {
        private static final double[] VALUES = {0.1, 0.01, 0.001};

        @Override
        public double[] ofArcs(Network network) {
            Graph graph = network.graph();
            long key = Keys.of("trivalency");
            double[] p = new double[graph.arcs()];
            for (int u = 0; u < graph.nodes(); u++) {
                for (int a = graph.arcBegin(u); a < graph.arcEnd(u); a++) {
                    p[a] = VALUES[(int) (3 * Coins.uniform(key, u, graph.target(a)))];
                }
            }
            return p;
        }
    }

    /**
     * Probabilities that stand in an arc column.
     *
     * @param column name of the column
     */
    record Table(
            @Param(value = "Arc column", initial = "weight") String column) implements Probability {
        @Override
        public double[] ofArcs(Network network) {
            return checked(column, "activation probabilities", network);
        }
    }

    /** Values in [0, 1] from an arc column. */
    static double[] checked(String column, String what, Network network) {
        Column values = network.arcColumn(column)
                .orElseThrow(() -> new InputException("The network has no arc column '" + column + "' to take " + what
                        + " from; its arc columns are "
                        + network.arcColumns().stream().map(Column::name).toList()));
        if (values.type() == Column.Type.TEXT) {
            throw new InputException("Arc column '" + column + "' must hold " + what + " in [0, 1], but holds texts");
        }
        double[] checked = values.toDoubles();
        InArcs none = network.graph().inArcs();
        for (int v = 0; v < network.nodes(); v++) {
            for (int i = none.begin(v); i < none.end(v); i++) {
                double value = checked[none.arc(i)];
                if (!(value >= 0 && value <= 1)) {
                    throw new InputException(
                            "Arc column '" + column + "' must hold " + what + " in [0, 1]; the arc from '"
                                    + network.label(none.source(i)) + "' to '" + network.label(v) + "' has " + value);
                }
            }
        }
        return checked;
    }
}
