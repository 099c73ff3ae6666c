package org.einfluss.api.study;

/**
 * An estimate with its interval.
 *
 * @param value the estimate
 * @param standardError its standard error; clustered by network, or over runs on one fixed network
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param networks networks that entered
 * @param runs runs that entered
 * @param effectiveRuns runs divided by the design effect; equals the runs on one fixed network
 * @param failed runs that failed and did not enter
 * @param censored runs that entered with censored values
 * @param conditional whether it holds for one fixed network only
 * @param level level of the interval, for example 0.95
 */
public record Estimate(
        double value,
        double standardError,
        double low,
        double high,
        int networks,
        long runs,
        double effectiveRuns,
        long failed,
        long censored,
        boolean conditional,
        double level) {
    /** Returns half the width of the interval. */
    public double halfWidth() {
        return (high - low) / 2;
    }

    /** Returns what kind of interval it is, for captions and tables. */
    public String interval() {
        long percent = Math.round(100 * level);
        return conditional
                ? percent + " % over " + runs + " runs, conditional on this network"
                : percent + " % over " + networks + " networks";
    }
}
