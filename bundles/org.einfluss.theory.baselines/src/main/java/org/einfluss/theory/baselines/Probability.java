package org.einfluss.theory.baselines;

import java.util.Optional;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.InArcs;
import org.einfluss.graph.Network;
import org.einfluss.graph.measure.Branching;
import org.einfluss.math.Coins;
import org.einfluss.math.CompensatedSum;
import org.einfluss.math.Keys;

/** The probability p_uv with which an active node u activates an inactive listener v along an arc. */
public sealed interface Probability
        permits Probability.Constant,
                Probability.WeightedCascade,
                Probability.Trivalency,
                Probability.Table,
                Probability.Critical {
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

    /**
     * A multiple of the probability at which an activated node activates one further node on average, so that networks can be compared at
     * the same distance from their tipping point.
     *
     * <p>p = multiple/κ, at most 1, where κ is the mean over arcs u→v of the arcs by which v can pass on to others than u; on undirected
     * networks κ = (⟨k²⟩ − ⟨k⟩)/⟨k⟩ (M. E. J. Newman 2002, doi:10.1103/PhysRevE.66.016128). The value is that of the network at hand; where a transform has
     * taken ties out for comparison, that of the network with them. It is exact
     * for large networks without loops; where ties are clustered or degrees correlated the tipping point lies elsewhere. Without onward arcs p
     * is 1 for any multiple above 0.
     *
     * <p>With a node column the source's value, divided by the mean over all nodes, multiplies its arcs' probability, at most 1 again.
     *
     * @param multiple the multiple of the critical probability
     * @param source node column of numbers of at least 0, such as an activity; empty: all sources alike
     */
    record Critical(
            @Param(
                    value = "Multiple of the critical probability",
                    initial = "1",
                    range = "[0,1000]",
                    unit = "onward activations per activation")
            double multiple,

            @Param(
                    value = "Node column of the source",
                    help = "Its arcs carry in proportion to it; leave it out for all alike")
            Optional<String> source)
            implements Probability {
        @Override
        public double[] ofArcs(Network network) {
            Graph graph = network.graph();
            double[] p = new double[graph.arcs()];
            double ordinary = multiple == 0 ? 0 : multiple / Branching.factor(network);
            double[] factor = source.map(column -> factors(column, network)).orElseGet(() -> {
                double[] alike = new double[graph.nodes()];
                java.util.Arrays.fill(alike, 1);
                return alike;
            });
            for (int u = 0; u < graph.nodes(); u++) {
                for (int a = graph.arcBegin(u); a < graph.arcEnd(u); a++) {
                    p[a] = factor[u] == 0 ? 0 : Math.min(1, ordinary * factor[u]);
                }
            }
            return p;
        }

        private static double[] factors(String name, Network network) {
            Column column = network.nodeColumn(name)
                    .filter(found -> found.type() != Column.Type.TEXT)
                    .orElseThrow(() -> new InputException("The network has no node column '" + name
                            + "' of numbers to weigh sources by; its node columns are "
                            + network.nodeColumns().stream().map(Column::name).toList()));
            double[] factor = column.toDoubles();
            double mean = CompensatedSum.of(factor) / factor.length;
            for (int v = 0; v < factor.length; v++) {
                if (!(factor[v] >= 0 && factor[v] < Double.POSITIVE_INFINITY)) {
                    throw new InputException(
                            "Node column '" + name + "' must hold numbers of at least 0 to weigh sources by; node "
                                    + network.label(v) + " has " + factor[v]);
                }
                factor[v] = mean == 0 ? 0 : factor[v] / mean;
            }
            return factor;
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
