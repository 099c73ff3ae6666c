package org.einfluss.theory.baselines;

import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.model.Purpose;
import org.einfluss.api.model.Run;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;

/** The opinions in [0, 1] that nodes other than the seeds start with; seeds start with opinion 1. */
public sealed interface InitialOpinions
        permits InitialOpinions.Uniform, InitialOpinions.Spaced, InitialOpinions.TwoValued, InitialOpinions.Table {
    /**
     * Uniform between two opinions, drawn by node and run.
     *
     * @param low lowest opinion
     * @param high highest opinion, at least {@code low}
     */
    record Uniform(
            @Param(value = "Lowest opinion", initial = "0", range = "[0,1]", unit = "opinion")
            double low,

            @Param(value = "Highest opinion", initial = "1", range = "[0,1]", unit = "opinion")
            double high)
            implements InitialOpinions {
        /** Checks the order. */
        public Uniform {
            if (low > high) {
                throw new IllegalArgumentException(
                        "Lowest opinion must not lie above the highest, was " + low + " and " + high);
            }
        }
    }

    /** Evenly spaced from 0 to 1 in the order of the nodes: i/(n − 1). */
    record Spaced() implements InitialOpinions {}

    /**
     * Either of two opinions, drawn by node and run.
     *
     * @param share probability of the second opinion
     * @param first the first opinion
     * @param second the second opinion
     */
    record TwoValued(
            @Param(value = "Share with the second opinion", initial = "0.5", range = "[0,1]", unit = "share of nodes")
            double share,

            @Param(value = "First opinion", initial = "0", range = "[0,1]", unit = "opinion")
            double first,

            @Param(value = "Second opinion", initial = "1", range = "[0,1]", unit = "opinion")
            double second)
            implements InitialOpinions {}

    /**
     * Opinions that stand in a node column.
     *
     * @param column name of the column
     */
    record Table(
            @Param(value = "Node column", initial = "opinion")
            String column) implements InitialOpinions {}

    /** Sets the opinions of all nodes but the seeds. */
    @FunctionalInterface
    interface Start {
        /**
         * Sets the opinions at the start of a run.
         *
         * @param run the run
         * @param opinion receives an opinion in [0, 1] for every node
         */
        void set(Run run, double[] opinion);
    }

    /**
     * Returns what sets opinions at the start of a run, columns being looked up and checked now.
     *
     * @param initial where opinions come from
     * @param network the network
     */
    static Start start(InitialOpinions initial, Network network) {
        if (initial instanceof Table table) {
            double[] given = column(table.column(), network);
            return (run, opinion) -> System.arraycopy(given, 0, opinion, 0, opinion.length);
        }
        if (initial instanceof Spaced) {
            return (run, opinion) -> {
                for (int v = 0; v < opinion.length; v++) {
                    opinion[v] = v == 0 ? 0 : (double) v / (opinion.length - 1);
                }
            };
        }
        if (initial instanceof TwoValued two) {
            return (run, opinion) -> {
                for (int v = 0; v < opinion.length; v++) {
                    opinion[v] = run.uniform(Purpose.STATES, v) < two.share() ? two.second() : two.first();
                }
            };
        }
        Uniform uniform = (Uniform) initial;
        double width = uniform.high() - uniform.low();
        return (run, opinion) -> {
            for (int v = 0; v < opinion.length; v++) {
                opinion[v] = uniform.low() + width * run.uniform(Purpose.STATES, v);
            }
        };
    }

    /**
     * Returns the values in [0, 1] of a node column.
     *
     * @param name name of the column
     * @param network the network
     */
    static double[] column(String name, Network network) {
        Column column = network.nodeColumn(name)
                .filter(found -> found.type() != Column.Type.TEXT)
                .orElseThrow(() -> new InputException("The network has no node column '" + name
                        + "' of numbers; its node columns are "
                        + network.nodeColumns().stream().map(Column::name).toList()));
        double[] values = column.toDoubles();
        for (int v = 0; v < values.length; v++) {
            if (!(values[v] >= 0 && values[v] <= 1)) {
                throw new InputException("Node column '" + name + "' must hold numbers in [0, 1]; node '"
                        + network.label(v) + "' has " + values[v]);
            }
        }
        return values;
    }
}
