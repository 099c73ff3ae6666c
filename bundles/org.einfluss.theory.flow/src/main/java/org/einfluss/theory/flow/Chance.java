package org.einfluss.theory.flow;

import java.util.Arrays;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;

/** The probability p_uv with which an adopter u brings its listener v to adopt, in one attempt along each arc. */
public sealed interface Chance permits Chance.Constant, Chance.Weighted, Chance.Table {
    /**
     * Returns the probability of each arc, indexed like {@link Graph#target}.
     *
     * @param network the network
     */
    double[] ofArcs(Network network);

    /**
     * The same on every arc.
     *
     * @param value the probability p
     */
    record Constant(
            @Param(value = "Chance of an arc", symbol = "p", initial = "0.1", range = "[0,1]", unit = "per arc")
            double value)
            implements Chance {
        @Override
        public double[] ofArcs(Network network) {
            double[] p = new double[network.graph().arcs()];
            Arrays.fill(p, value);
            return p;
        }

        @Override
        public String toString() {
            return "= " + value;
        }
    }

    /** Weighted cascade: 1 divided by the listener's in-degree. */
    record Weighted() implements Chance {
        @Override
        public double[] ofArcs(Network network) {
            Graph graph = network.graph();
            double[] p = new double[graph.arcs()];
            Arrays.setAll(p, a -> 1.0 / graph.inDegree(graph.target(a)));
            return p;
        }

        @Override
        public String toString() {
            return "= 1/in-degree";
        }
    }

    /**
     * Probabilities that stand in an arc column.
     *
     * @param column name of the column
     */
    record Table(
            @Param(value = "Arc column", initial = "weight") String column) implements Chance {
        @Override
        public double[] ofArcs(Network network) {
            Column values = network.arcColumn(column)
                    .orElseThrow(() -> new InputException("The network has no arc column '" + column
                            + "' to take the chances of its arcs from; its arc columns are "
                            + network.arcColumns().stream().map(Column::name).toList()));
            double[] p = values.toDoubles();
            for (int a = 0; a < p.length; a++) {
                if (!(p[a] >= 0 && p[a] <= 1)) {
                    throw new InputException("Arc column '" + column + "' holds " + p[a] + " for arc " + a
                            + "; a chance must lie in [0, 1]");
                }
            }
            return p;
        }

        @Override
        public String toString() {
            return "from column " + column;
        }
    }
}
