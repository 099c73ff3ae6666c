package org.einfluss.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WeightTreeTest {
    @Test
    void findsTheIndexOnWhichANumberFalls() {
        WeightTree tree = new WeightTree(5);
        tree.set(1, 2);
        tree.set(3, 0.5);
        tree.set(4, 1);
        assertEquals(3.5, tree.total());
        assertEquals(1, tree.find(0));
        assertEquals(1, tree.find(1.999));
        assertEquals(3, tree.find(2));
        assertEquals(4, tree.find(2.5));
        assertEquals(4, tree.find(3.5)); // a product that was rounded up to the total
        tree.set(4, 0);
        assertEquals(3, tree.find(2.5));
        tree.clear();
        assertEquals(0, tree.total());
    }

    /** Against running sums of whole numbers, which are exact. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 9, 100})
    void agreesWithRunningSums(int size) {
        WeightTree tree = new WeightTree(size);
        RandomStream random = new RandomStream(size);
        int[] weight = new int[size];
        for (int round = 0; round < 200; round++) {
            int changed = random.nextInt(size);
            weight[changed] = random.nextInt(4);
            tree.set(changed, weight[changed]);
            int at = 0;
            for (int i = 0; i < size; i++) {
                for (int k = 0; k < weight[i]; k++) {
                    assertEquals(i, tree.find(at++));
                }
            }
            assertEquals(at, tree.total());
        }
    }

    @Test
    void drawsInProportionAndNeverWhatHasNoWeight() {
        WeightTree tree = new WeightTree(3);
        tree.set(0, 0.1);
        tree.set(2, 0.3);
        RandomStream random = new RandomStream(5);
        int[] count = new int[3];
        for (int i = 0; i < 40_000; i++) {
            count[tree.find(random.nextDouble() * tree.total())]++;
        }
        assertEquals(0, count[1]);
        assertTrue(Math.abs(count[0] - 10_000) < 4 * Math.sqrt(40_000 * 0.25 * 0.75), "count " + count[0]);
    }
}
