package org.einfluss.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AliasTableTest {
    private final RandomStream random = new RandomStream(11);

    @Test
    void outcomesAreDrawnInProportionToTheirWeights() {
        double[] weights = {1, 0, 5, 0.5, 2.5, 1};
        assertFits(weights, 10);
    }

    @Test
    void heavyTailsAreDrawnInProportion() {
        double[] weights = new double[200];
        double sum = 0;
        for (int k = 1; k < weights.length; k++) {
            weights[k] = Math.pow(k, -2.5);
            sum += weights[k];
        }
        assertFits(weights, sum);
    }

    private void assertFits(double[] weights, double sum) {
        AliasTable table = new AliasTable(weights);
        long[] cells = new long[weights.length];
        for (int i = 0; i < 1_000_000; i++) {
            cells[table.sample(random)]++;
        }
        double[] probability = weights.clone();
        for (int i = 0; i < weights.length; i++) {
            probability[i] /= sum;
            assertTrue(weights[i] > 0 || cells[i] == 0, "an outcome of weight 0 was drawn");
        }
        ChiSquare.assertFits(cells, probability);
    }

    @Test
    void roundingNeverLetsAnImpossibleOutcomeThrough() {
        double[] weights = new double[30];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = i % 3 == 0 ? 0 : 0.1 + 1e-17 * i;
        }
        AliasTable table = new AliasTable(weights);
        for (int i = 0; i < 1_000_000; i++) {
            assertTrue(table.sample(random) % 3 != 0);
        }
    }

    @Test
    void oneOutcomeIsCertain() {
        assertEquals(0, new AliasTable(3).sample(random));
    }

    @Test
    void wrongWeightsAreNamed() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new AliasTable(1, -2))
                .getMessage()
                .contains("outcome 1"));
        assertThrows(IllegalArgumentException.class, () -> new AliasTable(1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new AliasTable(0, 0));
        assertThrows(IllegalArgumentException.class, () -> new AliasTable());
    }
}
