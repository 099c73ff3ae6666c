package org.einfluss.graph.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GreatCircleOracleTest {
    /** R = 6371.0088 km: a degree is πR/180, a quarter of a great circle πR/2, the way to the antipode πR. */
    @Test
    void distancesFollowFromTheRadius() {
        assertEquals(0, GreatCircle.kilometres(52.5, 13.4, 52.5, 13.4));
        assertEquals(111.195080, GreatCircle.kilometres(0, 10, 0, 11), 1e-6);
        assertEquals(111.195080, GreatCircle.kilometres(-30, 10, -31, 10), 1e-6);
        assertEquals(10007.557221, GreatCircle.kilometres(0, 0, 90, 123), 1e-5);
        assertEquals(20015.114442, GreatCircle.kilometres(0, 0, 0, 180), 1e-5);
        assertEquals(20015.114442, GreatCircle.kilometres(37, 20, -37, -160), 1e-5);
    }

    /** On the 60th parallel the chord of 90 degrees of longitude spans arccos(sin² 60°) = arccos .75 = .7227342478 rad. */
    @Test
    void parallelsAreNoGreatCircles() {
        assertEquals(0.7227342478 * 6371.0088, GreatCircle.kilometres(60, 0, 60, 90), 1e-5);
    }

    @Test
    void theDateLineIsNoBorder() {
        assertEquals(2 * 111.195080, GreatCircle.kilometres(0, 179, 0, -179), 1e-5);
        assertTrue(Double.isNaN(GreatCircle.kilometres(Double.NaN, 0, 0, 0)));
    }
}
