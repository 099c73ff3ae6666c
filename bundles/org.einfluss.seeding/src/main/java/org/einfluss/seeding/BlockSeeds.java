package org.einfluss.seeding;

import java.util.Arrays;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.model.Seeding;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.einfluss.graph.measure.Communities;
import org.einfluss.graph.measure.UnderlyingGraph;
import org.einfluss.math.IntList;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * Chooses seeds within one block of the network: at random, those with most ties (leaders), or those with most ties to other blocks
 * (connectors).
 *
 * <p>Where there are more equals than places, they are drawn anew in every run, all sets equally likely. Ties count whatever their
 * direction and once for each pair of nodes. O(n log n) once per network.
 */
@Component(service = Seeding.class)
@Described(
        id = "block",
        name = "Seeds of one block",
        summary = "Random nodes, leaders or connectors of one block, or of all blocks.",
        cite = "doi:10.1016/j.socnet.2010.03.003")
public final class BlockSeeds implements Seeding<BlockSeeds.Parameters> {
    /** For the registry, and for use as a plain library. */
    public BlockSeeds() {}

    /** Whom to prefer. */
    public enum Choice {
        /** Nobody: all sets are equally likely. */
        RANDOM,
        /** Those with most ties. */
        LEADERS,
        /** Those with most ties to other blocks. */
        CONNECTORS
    }

    /**
     * Parameters of the seeding.
     *
     * @param choice whom to prefer
     * @param size number of seeds
     * @param column node column that holds the blocks
     * @param block the block's value in that column
     * @param anywhere whether seeds are taken from all blocks
     */
    public record Parameters(
            @Param(value = "Choice", initial = "random") Choice choice,

            @Param(value = "Number of seeds", initial = "10", range = "[0,inf)", unit = "nodes")
            int size,

            @Param(value = "Column of the blocks", initial = "block")
            String column,

            @Param(value = "Block", initial = "0", help = "Value of the column in the block that seeds are taken from")
            String block,

            @Param(value = "Seeds from all blocks", initial = "false")
            boolean anywhere) {}

    @Override
    public Seeds bind(Parameters parameters, Network network, Progress progress) {
        Column column = network.nodeColumn(parameters.column())
                .orElseThrow(() -> new InputException("The network has no node column '" + parameters.column()
                        + "' to take blocks from; its node columns are "
                        + network.nodeColumns().stream().map(Column::name).toList()));
        int n = network.nodes();
        int[] candidates = new int[n];
        int count = 0;
        for (int v = 0; v < n; v++) {
            if (parameters.anywhere() || column.textAt(v).equals(parameters.block())) {
                candidates[count++] = v;
            }
        }
        int size = parameters.size();
        if (size > count) {
            throw new InputException("Seeding asks for " + size + " seeds out of block '" + parameters.block()
                    + "' of column '" + parameters.column() + "', which has " + count
                    + " nodes; ask for fewer, or name "
                    + "another block");
        }
        int[] score = scores(parameters, network, column);
        long[] rank = new long[count];
        for (int i = 0; i < count; i++) {
            rank[i] = (long) (Integer.MAX_VALUE - score[candidates[i]]) << 32 | candidates[i];
        }
        Arrays.sort(rank);
        // Nodes above the last score that is taken are sure; among those that have it the rest is drawn.
        int[] ranked = Arrays.stream(rank).mapToInt(one -> (int) one).toArray();
        int sure = size;
        int equals = size;
        if (size > 0) {
            int last = score[ranked[size - 1]];
            while (sure > 0 && score[ranked[sure - 1]] == last) {
                sure--;
            }
            while (equals < count && score[ranked[equals]] == last) {
                equals++;
            }
        }
        return new Drawn(ranked, sure, size, equals);
    }

    private static int[] scores(Parameters parameters, Network network, Column column) {
        int n = network.nodes();
        return switch (parameters.choice()) {
            case RANDOM -> new int[n];
            case CONNECTORS -> Communities.externalDegrees(network.graph(), Communities.numbered(column));
            case LEADERS -> {
                int[] degree = new int[n];
                var ties = UnderlyingGraph.of(network.graph());
                for (int v = 0; v < n; v++) {
                    degree[v] = ties.outDegree(v);
                }
                yield degree;
            }
        };
    }

    /** The first {@code sure} of the ranked nodes, and the rest drawn from those up to {@code equals}. */
    private static final class Drawn implements Seeds {
        private final int[] ranked;
        private final int sure;
        private final int equals;
        private final int[] drawn;

        Drawn(int[] ranked, int sure, int size, int equals) {
            this.ranked = ranked;
            this.sure = sure;
            this.equals = equals;
            drawn = new int[size - sure];
        }

        @Override
        public void draw(RandomStream random, IntList into) {
            for (int i = 0; i < sure; i++) {
                into.add(ranked[i]);
            }
            random.sample(equals - sure, drawn.length, drawn);
            for (int i : drawn) {
                into.add(ranked[sure + i]);
            }
        }
    }
}
