package org.einfluss.graph.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.einfluss.graph.Network;
import org.einfluss.graph.measure.GreatCircle;
import org.einfluss.math.RandomStream;
import org.junit.jupiter.api.Test;

class TwoCitiesTest {
    private static Network draw(double distance, double radius) {
        return TwoCities.draw(3_000, 2_000, distance, radius, 0.002, 0.003, 0.0004, new RandomStream(5));
    }

    private static double[] column(Network network, String name) {
        return network.nodeColumn(name).orElseThrow().toDoubles();
    }

    @Test
    void everyoneLivesWithinTheRadiusOfTheirCity() {
        Network network = draw(800, 10);
        double[] north = column(network, TwoCities.LATITUDE);
        double[] east = column(network, TwoCities.LONGITUDE);
        double centreB = 800 / (Math.PI * 6371.0088) * 180;
        int inner = 0;
        for (int v = 0; v < 5_000; v++) {
            double toCentre = GreatCircle.kilometres(north[v], east[v], 0, v < 3_000 ? 0 : centreB);
            assertTrue(toCentre <= 10 + 1e-9, "lives " + toCentre + " km from the centre");
            inner += toCentre <= 5 ? 1 : 0;
            assertEquals(
                    v < 3_000 ? 0 : 1, network.nodeColumn("block").orElseThrow().longAt(v));
        }
        // A quarter of the area lies within half the radius: mean 1,250, standard deviation 31.
        assertEquals(1_250, inner, 125);
    }

    @Test
    void largeCitiesAreUniformOnTheSphere() {
        Network network = draw(0, 6000);
        double[] north = column(network, TwoCities.LATITUDE);
        double[] east = column(network, TwoCities.LONGITUDE);
        int inner = 0;
        for (int v = 0; v < 5_000; v++) {
            inner += GreatCircle.kilometres(north[v], east[v], 0, 0) <= 3000 ? 1 : 0;
        }
        double share = (1 - Math.cos(3000 / 6371.0088)) / (1 - Math.cos(6000 / 6371.0088));
        assertEquals(5_000 * share, inner, 4 * Math.sqrt(5_000 * share * (1 - share)));
    }

    @Test
    void tiesWithinAndBetweenAreAsFrequentAsAskedFor() {
        Network network = draw(800, 10);
        int[] edges = new int[3];
        for (int u = 0; u < 5_000; u++) {
            for (int a = network.graph().arcBegin(u); a < network.graph().arcEnd(u); a++) {
                int v = network.graph().target(a);
                if (u < v) {
                    edges[(u < 3_000 ? 0 : 1) + (v < 3_000 ? 0 : 1)]++;
                }
            }
        }
        assertEquals(8_997, edges[0], 4 * Math.sqrt(8_997)); // 0.002 · 3000 · 2999 / 2
        assertEquals(2_400, edges[1], 4 * Math.sqrt(2_400)); // 0.0004 · 3000 · 2000
        assertEquals(5_997, edges[2], 4 * Math.sqrt(5_997)); // 0.003 · 2000 · 1999 / 2
    }

    @Test
    void impossiblePlacesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> draw(-1, 10));
        assertThrows(IllegalArgumentException.class, () -> draw(20_016, 10));
        assertThrows(IllegalArgumentException.class, () -> draw(800, Double.NaN));
    }
}
