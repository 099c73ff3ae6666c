package org.einfluss.seeding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.model.Seeding;
import org.einfluss.graph.Column;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.math.IntList;
import org.einfluss.math.RandomStream;
import org.einfluss.tck.SeedingContract;
import org.junit.jupiter.api.Test;

final class BlockSeedsContractTest extends SeedingContract {
    @Override
    protected Object seeding() {
        return new BlockSeeds();
    }

    @Override
    protected List<String> settings() {
        return List.of(
                "{size: 2}",
                "{choice: leaders, size: 2}",
                "{choice: connectors, size: 3, block: '1'}",
                "{anywhere: true}");
    }

    @Override
    protected Network equip(Network plain) {
        long[] blocks = new long[plain.nodes()];
        for (int v = 0; v < blocks.length; v++) {
            blocks[v] = v % 2;
        }
        return plain.withNodeColumn(Column.integers("block", "", blocks));
    }

    /** Block 0: a star of 0 with 1, 2, 3, 4; block 1: 5, 6. Ties 3-5, 3-6, 4-5 lead abroad. */
    private static Network twoBlocks() {
        GraphBuilder ties = new GraphBuilder(7, false);
        int[] ends = {0, 1, 0, 2, 0, 3, 0, 4, 3, 5, 3, 6, 4, 5};
        for (int i = 0; i < ends.length; i += 2) {
            ties.add(ends[i], ends[i + 1]);
        }
        return Network.of(ties.build().graph())
                .withNodeColumn(Column.integers("block", "", new long[] {0, 0, 0, 0, 0, 1, 1}));
    }

    private static int[] draw(BlockSeeds.Choice choice, int size, long key) {
        Seeding.Seeds seeds = new BlockSeeds()
                .bind(new BlockSeeds.Parameters(choice, size, "block", "0", false), twoBlocks(), Progress.NONE);
        IntList drawn = new IntList();
        seeds.draw(new RandomStream(key), drawn);
        return drawn.toArray();
    }

    @Test
    void leadersAndConnectorsAreThoseOfTheBlock() {
        int[] third = new int[7];
        for (int key = 0; key < 300; key++) {
            assertEquals(0, draw(BlockSeeds.Choice.LEADERS, 1, key)[0]);
            assertEquals(3, draw(BlockSeeds.Choice.CONNECTORS, 1, key)[0]);
            assertEquals(4, draw(BlockSeeds.Choice.CONNECTORS, 2, key)[1]);
            third[draw(BlockSeeds.Choice.CONNECTORS, 3, key)[2]]++;
        }
        for (int v = 0; v < 3; v++) {
            assertTrue(third[v] > 60, "equals are drawn, node " + v + " " + third[v] + " times of 300");
        }
        assertEquals(300, third[0] + third[1] + third[2]);
    }

    @Test
    void aBlockThatIsTooSmallIsRefused() {
        assertThrows(InputException.class, () -> draw(BlockSeeds.Choice.RANDOM, 6, 1));
    }
}
