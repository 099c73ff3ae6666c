package org.einfluss.theory.livingston;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.Variable;
import org.einfluss.api.model.Measure;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.einfluss.math.IntList;
import org.osgi.service.component.annotations.Component;

/**
 * Says who gets the credit for a cascade: the few that stood out before it, or others.
 *
 * <p>Nodes are ranked before the run, by out-degree or by a node column. Each adoption is credited to the node that the model names as its cause (last touch).
 * Observed are the share of all credit that goes to the top of the ranking, whether that top was the seeds' (one seed: whether it belonged to it), and the
 * percentile that the node of most credit had in the ranking: near 1 the leader was to be foreseen, around 0.5 it emerged.
 */
@Component(service = Measure.class)
@Described(
        id = "credit-of-the-few",
        name = "Credit of the few",
        summary =
                "Share of adoptions that the top of a ranking brought about, and the rank of the node of most credit.")
public final class CreditOfTheFew implements Measure<CreditOfTheFew.Parameters> {
    /** For the registry, and for use as a plain library. */
    public CreditOfTheFew() {}

    /**
     * Parameters of the measure.
     *
     * @param column node column of the ranking; empty: out-degree
     * @param top share of nodes that are the few
     */
    public record Parameters(
            @Param(value = "Node column", help = "Leave it out to rank by out-degree")
            Optional<String> column,

            @Param(value = "Share of the few", initial = "0.1", range = "(0,1]", unit = "share of nodes")
            double top) {}

    @Override
    public List<Variable> variables(Parameters parameters) {
        return List.of(
                new Variable(
                        "credit-share",
                        "share of adoptions",
                        "Adoptions brought about by the top of the ranking; NaN without adoptions that have a cause"),
                new Variable(
                        "seeds-in-top",
                        "share of seeds",
                        "Seeds that belong to the top of the ranking; NaN without seeds"),
                new Variable(
                        "leader-percentile",
                        "percentile / 100",
                        "Percentile in the ranking, before the run, of the node of most credit, mean over equal ones; NaN without credit"));
    }

    @Override
    public Observer bind(Parameters parameters, Network network) {
        double[] percentile = percentiles(parameters.column(), network);
        return new Credit(percentile, 1 - parameters.top());
    }

    /** Mid-ranks divided by n: equal nodes share the mean of their ranks. */
    private static double[] percentiles(Optional<String> column, Network network) {
        int n = network.nodes();
        double[] value = new double[n];
        if (column.isEmpty()) {
            Arrays.setAll(value, v -> network.graph().outDegree(v));
        } else {
            Column named = network.nodeColumn(column.get())
                    .filter(found -> found.type() != Column.Type.TEXT && found.missing() == 0)
                    .orElseThrow(() -> new InputException("The network has no complete node column of numbers '"
                            + column.get()
                            + "' to rank by; it has "
                            + network.nodeColumns().stream().map(Column::name).toList()));
            Arrays.setAll(value, named::doubleAt);
        }
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(v -> value[v]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] percentile = new double[n];
        for (int begin = 0; begin < n; ) {
            int end = begin + 1;
            while (end < n && value[order[end]] == value[order[begin]]) {
                end++;
            }
            for (int i = begin; i < end; i++) {
                percentile[order[i]] = (begin + end) / 2.0 / n;
            }
            begin = end;
        }
        return percentile;
    }

    private static final class Credit implements Observer {
        private final double[] percentile;
        private final double cut;
        private final int[] credit;
        private final IntList credited = new IntList();
        private double seedsInTop;

        Credit(double[] percentile, double cut) {
            this.percentile = percentile;
            this.cut = cut;
            credit = new int[percentile.length];
            credited.ensureCapacity(percentile.length);
        }

        @Override
        public void begin(Run run) {
            for (int i = 0; i < credited.size(); i++) {
                credit[credited.get(i)] = 0;
            }
            credited.clear();
            IntList seeds = run.seeds();
            int few = 0;
            for (int i = 0; i < seeds.size(); i++) {
                few += percentile[seeds.get(i)] > cut ? 1 : 0;
            }
            seedsInTop = seeds.isEmpty() ? Double.NaN : (double) few / seeds.size();
        }

        @Override
        public void event(double time, int node, int from, int to, int cause) {
            if (cause >= 0 && from == 0) {
                if (credit[cause]++ == 0) {
                    credited.add(cause);
                }
            }
        }

        @Override
        public void observe(Simulation simulation, double[] row, int offset) {
            long all = 0;
            long few = 0;
            int most = 0;
            for (int i = 0; i < credited.size(); i++) {
                int node = credited.get(i);
                all += credit[node];
                few += percentile[node] > cut ? credit[node] : 0;
                most = Math.max(most, credit[node]);
            }
            double ranks = 0;
            int leaders = 0;
            for (int i = 0; i < credited.size(); i++) {
                if (credit[credited.get(i)] == most) {
                    ranks += percentile[credited.get(i)];
                    leaders++;
                }
            }
            row[offset] = all == 0 ? Double.NaN : (double) few / all;
            row[offset + 1] = seedsInTop;
            row[offset + 2] = leaders == 0 ? Double.NaN : ranks / leaders;
        }
    }
}
