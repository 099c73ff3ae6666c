package org.einfluss.theory.flow;

import java.util.Arrays;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;

/** Where the p_s of the Shapley rule come from: the probability that a source alone brings an adoption about. */
public sealed interface SourceChance permits SourceChance.Pooled, SourceChance.Constant, SourceChance.Table {
    /**
     * Returns p_s of every node.
     *
     * @param network the network
     * @param pooled by node the share of its listeners that adopted after it, of those that had not adopted before
     */
    double[] of(Network network, double[] pooled);

    /** Pooled by source: the share of its listeners that adopted after it, of those that had not adopted before. */
    record Pooled() implements SourceChance {
        @Override
        public double[] of(Network network, double[] pooled) {
            return pooled;
        }
    }

    /**
     * The same for every source, so that the Shapley rule shares equally.
     *
     * @param value the probability p_s
     */
    record Constant(
            @Param(value = "Chance of a source", symbol = "p_s", initial = "0.1", range = "(0,1]", unit = "per source")
            double value)
            implements SourceChance {
        @Override
        public double[] of(Network network, double[] pooled) {
            double[] p = new double[network.nodes()];
            Arrays.fill(p, value);
            return p;
        }
    }

    /**
     * Probabilities that stand in a node column.
     *
     * @param column name of the column
     */
    record Table(
            @Param(value = "Node column", initial = "persuasiveness")
            String column) implements SourceChance {
        @Override
        public double[] of(Network network, double[] pooled) {
            Column values = network.nodeColumn(column)
                    .orElseThrow(() -> new InputException("The network has no node column '" + column
                            + "' to take the chances of sources from; its node columns are "
                            + network.nodeColumns().stream().map(Column::name).toList()));
            double[] p = values.toDoubles();
            for (int v = 0; v < p.length; v++) {
                if (!(p[v] > 0 && p[v] <= 1)) {
                    throw new InputException("Node column '" + column + "' holds " + p[v] + " for node "
                            + network.label(v) + "; the chance of a source must be above 0 and at most 1");
                }
            }
            return p;
        }
    }
}
