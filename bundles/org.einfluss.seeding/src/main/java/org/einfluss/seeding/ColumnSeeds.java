package org.einfluss.seeding;

import java.util.stream.Collectors;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.model.Seeding;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Chooses the nodes with the highest values of a node column: a score, an activity, a role that some nodes have (true before false).
 *
 * <p>Nodes of equal value are in random order in every run; nodes without a value are never chosen. O(n log n) once per network.
 */
@Component(service = Seeding.class)
@Described(
        id = "highest-value",
        name = "Highest value of a column",
        summary = "The nodes with the highest values of a node column; equal ones in random order.")
public final class ColumnSeeds implements Seeding<ColumnSeeds.Parameters> {
    /** For the registry, and for use as a plain library. */
    public ColumnSeeds() {}

    /**
     * Parameters of the seeding.
     *
     * @param size number of seeds, or their budget
     * @param column name of the node column
     * @param lowest whether the lowest values come first instead
     */
    public record Parameters(
            @Param(value = "Size", initial = "1", help = "A number of seeds, or a budget: {kind: budget, amount: 100}")
            Size size,

            @Param(value = "Node column", initial = "score") String column,

            @Param(value = "Lowest first", initial = "false")
            boolean lowest) {}

    @Override
    public Seeds bind(Parameters parameters, Network network, Progress progress) {
        Column column = network.nodeColumn(parameters.column())
                .orElseThrow(() -> new InputException("The network has no"
                        + " node column '" + parameters.column() + "' to seed by; it has "
                        + network.nodeColumns().stream()
                                .map(Column::name)
                                .collect(Collectors.joining(", ", "[", "]"))));
        if (column.type() == Column.Type.TEXT) {
            throw new InputException("Node column '" + parameters.column()
                    + "' holds texts; seeding by the highest value needs numbers or truth values");
        }
        double[] value = column.toDoubles();
        for (int v = 0; v < value.length && parameters.lowest(); v++) {
            value[v] = -value[v];
        }
        Ranking ranking = Ranking.highest(value);
        return Purchase.seeds(parameters.size(), network, ranking, ranking.size());
    }
}
