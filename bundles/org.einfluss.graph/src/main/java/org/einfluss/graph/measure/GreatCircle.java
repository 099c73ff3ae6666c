package org.einfluss.graph.measure;

/** Distances on the Earth, taken as a sphere. */
public final class GreatCircle {
    /** Mean radius of the Earth (IUGG), km. */
    public static final double EARTH_RADIUS = 6371.0088;

    private GreatCircle() {}

    /**
     * Computes the distance of two places along the great circle by the haversine formula.
     *
     * <p>d = 2R arcsin √(sin²((φ₂ − φ₁)/2) + cos φ₁ cos φ₂ sin²((λ₂ − λ₁)/2)), well conditioned but for antipodes.
     *
     * @param latitude1 φ₁, degrees north in [−90, 90]
     * @param longitude1 λ₁, degrees east
     * @param latitude2 φ₂, degrees north in [−90, 90]
     * @param longitude2 λ₂, degrees east
     * @return the distance in km, in [0, πR]; NaN when a coordinate is
     */
    public static double kilometres(double latitude1, double longitude1, double latitude2, double longitude2) {
        double north = StrictMath.sin(StrictMath.toRadians(latitude2 - latitude1) / 2);
        double east = StrictMath.sin(StrictMath.toRadians(longitude2 - longitude1) / 2);
        double cosines =
                StrictMath.cos(StrictMath.toRadians(latitude1)) * StrictMath.cos(StrictMath.toRadians(latitude2));
        double haversine = north * north + cosines * east * east;
        return 2 * EARTH_RADIUS * StrictMath.asin(StrictMath.sqrt(Math.min(1, haversine)));
    }
}
