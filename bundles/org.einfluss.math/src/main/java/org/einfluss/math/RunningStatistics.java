package org.einfluss.math;

/**
 * Count, mean, variance, smallest and largest of a series of numbers, in one pass.
 *
 * <p>Welford's recurrence (B. P. Welford 1962, Technometrics 4:419, doi:10.1080/00401706.1962.10490022); merging as by
 * Chan, Golub and LeVeque (1983, Am. Stat. 37:242, doi:10.1080/00031305.1983.10483115). Merging in another order
 * changes the last places, so whoever needs equal bits merges in a fixed order. Not thread-safe.
 */
public final class RunningStatistics {
    private long count;
    private double mean;
    private double squares;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    /** Makes the statistics of an empty series. */
    public RunningStatistics() {}

    /**
     * Adds a number to the series.
     *
     * @param value the number; a NaN makes mean and variance NaN
     */
    public void add(double value) {
        count++;
        double difference = value - mean;
        mean += difference / count;
        squares += difference * (value - mean);
        min = Math.min(min, value);
        max = Math.max(max, value);
    }

    /**
     * Adds all numbers of another series.
     *
     * @param other the other series' statistics; unchanged
     */
    public void merge(RunningStatistics other) {
        if (other.count == 0) {
            return;
        }
        long total = count + other.count;
        double difference = other.mean - mean;
        squares += other.squares + difference * difference * ((double) count * other.count / total);
        mean += difference * ((double) other.count / total);
        count = total;
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
    }

    /** Forgets the series. */
    public void clear() {
        count = 0;
        mean = 0;
        squares = 0;
        min = Double.POSITIVE_INFINITY;
        max = Double.NEGATIVE_INFINITY;
    }

    /**
     * Returns how many numbers were added.
     *
     * @return the count
     */
    public long count() {
        return count;
    }

    /**
     * Returns the arithmetic mean.
     *
     * @return the mean, NaN for an empty series
     */
    public double mean() {
        return count == 0 ? Double.NaN : mean;
    }

    /**
     * Returns the unbiased sample variance, with n − 1 in the denominator.
     *
     * @return the variance, NaN for fewer than two numbers
     */
    public double variance() {
        return count < 2 ? Double.NaN : squares / (count - 1);
    }

    /**
     * Returns the square root of the sample variance.
     *
     * @return the standard deviation, NaN for fewer than two numbers
     */
    public double standardDeviation() {
        return Math.sqrt(variance());
    }

    /**
     * Returns the standard error of the mean of independent numbers, √(variance / n).
     *
     * @return the standard error, NaN for fewer than two numbers
     */
    public double standardError() {
        return Math.sqrt(variance() / count);
    }

    /**
     * Returns the smallest number.
     *
     * @return the smallest number, NaN for an empty series
     */
    public double min() {
        return count == 0 ? Double.NaN : min;
    }

    /**
     * Returns the largest number.
     *
     * @return the largest number, NaN for an empty series
     */
    public double max() {
        return count == 0 ? Double.NaN : max;
    }
}
