package org.einfluss.theory.baselines;

import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.model.Purpose;
import org.einfluss.api.model.Run;
import org.einfluss.graph.Network;

/** Who, besides the seeds, holds opinion 1 from the start. */
public sealed interface InitialHolders permits InitialHolders.Share, InitialHolders.Table {
    /**
     * Each node with the same probability, drawn by node and run.
     *
     * @param value the probability
     */
    record Share(
            @Param(value = "Share of holders", symbol = "x₀", initial = "0", range = "[0,1]", unit = "share of nodes")
            double value)
            implements InitialHolders {}

    /**
     * Those whose node column holds 1 or true.
     *
     * @param column name of the column
     */
    record Table(
            @Param(value = "Node column", initial = "opinion")
            String column) implements InitialHolders {}

    /** Holders by node, the same in every run; NaN: drawn anew. */
    private double[] chances(Network network) {
        double[] chances = new double[network.nodes()];
        if (this instanceof Table table) {
            double[] values = InitialOpinions.column(table.column(), network);
            for (int v = 0; v < chances.length; v++) {
                if (values[v] != 0 && values[v] != 1) {
                    throw new InputException("Node column '" + table.column()
                            + "' must hold 0 or 1, the opinion at the start; node '" + network.label(v) + "' has "
                            + values[v]);
                }
                chances[v] = values[v];
            }
        } else {
            java.util.Arrays.fill(chances, ((Share) this).value());
        }
        return chances;
    }

    /** Returns what sets opinions at the start of a run, columns being looked up and checked now. */
    static Start start(InitialHolders holders, Network network) {
        double[] chances = holders.chances(network);
        return (run, opinion) -> {
            for (int v = 0; v < opinion.length; v++) {
                opinion[v] = (byte) (run.uniform(Purpose.STATES, v) < chances[v] ? 1 : 0);
            }
        };
    }

    /** Sets the opinions of all nodes but the seeds. */
    @FunctionalInterface
    interface Start {
        /**
         * Sets the opinions at the start of a run.
         *
         * @param run the run
         * @param opinion receives 0 or 1 for every node
         */
        void set(Run run, byte[] opinion);
    }
}
