package org.einfluss.theory.baselines;

import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.InArcs;
import org.einfluss.graph.Network;

/** The influence b_uv of a source u on its listener v in the linear threshold model; what comes in at a node adds up to at most 1. */
public sealed interface Weights permits Weights.InDegree, Weights.Table {
    /**
     * Returns the influence along each arc, indexed like {@link Graph#target}.
     *
     * @param network the network
     * @return numbers that add up to at most 1 at every node, checked
     */
    double[] ofArcs(Network network);

    /** 1 divided by the listener's in-degree: all sources count the same. */
    record InDegree() implements Weights {
        @Override
        public double[] ofArcs(Network network) {
            return new Probability.WeightedCascade().ofArcs(network);
        }
    }

    /**
     * Influence that stands in an arc column.
     *
     * @param column name of the column
     * @param normalized whether each listener's incoming influence is divided by its sum
     */
    record Table(
            @Param(value = "Arc column", initial = "weight") String column,

            @Param(
                    value = "Divide by the sum of incoming influence",
                    initial = "false",
                    help = "Otherwise the column itself must add up to at most 1 at every node")
            boolean normalized)
            implements Weights {
        @Override
        public double[] ofArcs(Network network) {
            double[] weight = normalized ? positive(network) : Probability.checked(column, "influence", network);
            InArcs in = network.graph().inArcs();
            for (int v = 0; v < network.nodes(); v++) {
                double sum = 0;
                for (int i = in.begin(v); i < in.end(v); i++) {
                    sum += weight[in.arc(i)];
                }
                if (!normalized && sum > 1 + 1e-9) {
                    throw new InputException("Influence on node '" + network.label(v)
                            + "' must add up to at most 1, but column '" + column + "' gives " + sum
                            + "; normalise it");
                }
                for (int i = in.begin(v); i < in.end(v) && normalized && sum > 0; i++) {
                    weight[in.arc(i)] /= sum;
                }
            }
            return weight;
        }

        private double[] positive(Network network) {
            Column values = network.arcColumn(column)
                    .filter(found -> found.type() != Column.Type.TEXT)
                    .orElseThrow(() -> new InputException("The network has no arc column '" + column
                            + "' of numbers to take influence from; its arc columns are "
                            + network.arcColumns().stream().map(Column::name).toList()));
            double[] weight = values.toDoubles();
            for (double one : weight) {
                if (!(one >= 0 && Double.isFinite(one))) {
                    throw new InputException(
                            "Influence in arc column '" + column + "' must be 0 or more, found " + one);
                }
            }
            return weight;
        }
    }
}
