package org.einfluss.excel;

/** Running mean and variance (Welford), without the rounding errors of sums of squares. */
final class Moments {
    private long count;
    private double mean;
    private double squares;

    void add(double value) {
        count++;
        double difference = value - mean;
        mean += difference / count;
        squares += difference * (value - mean);
    }

    void clear() {
        count = 0;
        mean = 0;
        squares = 0;
    }

    long count() {
        return count;
    }

    /** The mean, NaN of nothing. */
    double mean() {
        return count == 0 ? Double.NaN : mean;
    }

    /** The standard error of the mean, NaN of less than two values. */
    double standardError() {
        return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1)) / Math.sqrt((double) count);
    }
}
