package org.einfluss.graph.generate;

import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.einfluss.graph.measure.GreatCircle;
import org.einfluss.math.RandomStream;

/**
 * Draws the people of two cities with their places and ties.
 *
 * <p>The centres lie on the equator, the first at longitude 0. People live uniformly within a circle around their
 * centre. Every pair is tied independently with a probability that depends only on whether both live in the same city:
 * a {@link StochasticBlockModel} with two blocks.
 */
public final class TwoCities {
    /** Node column: degrees north. */
    public static final String LATITUDE = "latitude";
    /** Node column: degrees east. */
    public static final String LONGITUDE = "longitude";

    private TwoCities() {}

    /**
     * Draws a network.
     *
     * @param nodesA people of the first city, at least 0
     * @param nodesB people of the second city, at least 0
     * @param distance kilometres between the centres, from 0 to half the Earth's circumference
     * @param radius kilometres from a centre to the edge of its city, from 0 to a quarter of the circumference
     * @param withinA probability of a tie within the first city
     * @param withinB probability of a tie within the second city
     * @param between probability of a tie between the cities
     * @param random the stream drawn from: first the ties, then the places
     * @return a simple undirected graph with the node columns {@link StochasticBlockModel#BLOCK} (0 or 1), {@link
     *     #LATITUDE} and {@link #LONGITUDE}
     */
    public static Network draw(
            int nodesA,
            int nodesB,
            double distance,
            double radius,
            double withinA,
            double withinB,
            double between,
            RandomStream random) {
        double half = StrictMath.PI * GreatCircle.EARTH_RADIUS;
        if (!(distance >= 0 && distance <= half && radius >= 0 && radius <= half / 2)) {
            throw new IllegalArgumentException("Distance must lie in [0, " + half + "] km and radius in [0, " + half / 2
                    + "] km, were " + distance + " and " + radius);
        }
        Network ties = StochasticBlockModel.draw(
                new int[] {nodesA, nodesB}, new double[][] {{withinA, between}, {between, withinB}}, random);
        double centreB = StrictMath.toDegrees(distance / GreatCircle.EARTH_RADIUS);
        double[] latitude = new double[nodesA + nodesB];
        double[] longitude = new double[nodesA + nodesB];
        double rim = StrictMath.sin(radius / GreatCircle.EARTH_RADIUS / 2);
        for (int v = 0; v < latitude.length; v++) {
            // Uniform on the cap: 1 − cos of the angle from the centre, hence the squared sine of its half, is uniform.
            double angle = 2 * StrictMath.asin(rim * StrictMath.sqrt(random.nextDouble()));
            double bearing = 2 * StrictMath.PI * random.nextDouble();
            double across = StrictMath.sin(angle);
            latitude[v] = StrictMath.toDegrees(StrictMath.asin(across * StrictMath.cos(bearing)));
            longitude[v] = (v < nodesA ? 0 : centreB)
                    + StrictMath.toDegrees(StrictMath.atan2(across * StrictMath.sin(bearing), StrictMath.cos(angle)));
            longitude[v] -= longitude[v] > 180 ? 360 : 0;
        }
        return ties.withNodeColumn(Column.doubles(LATITUDE, "degrees", latitude).withMeaning("degrees north"))
                .withNodeColumn(Column.doubles(LONGITUDE, "degrees", longitude).withMeaning("degrees east"));
    }
}
