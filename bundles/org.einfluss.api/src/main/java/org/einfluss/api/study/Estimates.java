package org.einfluss.api.study;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Estimates of a study's quantities with honest intervals: standard errors come from network means (runs on one network are
 * not independent); on one fixed network they come from the runs and hold for this network only. Level 0.95.
 *
 * <p>The interval of a variable that is a share ({@link org.einfluss.api.Variable#isShare}) ends at 0 and 1, that of a difference of shares
 * at −1 and 1: what is cut off could not be true.
 */
@ProviderType
public interface Estimates {
    /**
     * Estimates the mean of a variable's final value by Student's t over network means.
     *
     * @param point design point
     * @param variable the variable's name
     */
    Estimate mean(int point, String variable);

    /**
     * Estimates the share of runs whose final value is at least a cut, by Wilson's interval on the effective number of runs
     * n / deff, where deff is the clustered variance divided by the binomial variance.
     *
     * @param point design point
     * @param variable the variable's name
     * @param cut the least value that counts
     */
    Estimate share(int point, String variable, double cut);

    /**
     * Estimates the mean of a variable's final value among the runs in which it reaches a cut, for example the mean size given that
     * a cascade is global. Every such run counts alike, wherever it ran: the estimate is the ratio Σ y_g / Σ m_g of the sums and
     * numbers of these runs over networks g, not a mean of network means; its interval is Student's t with the standard error of a
     * ratio, clustered by network, over the networks that have such runs.
     *
     * @param point design point
     * @param variable the variable's name
     * @param cut the least value that counts
     */
    Estimate meanAbove(int point, String variable, double cut);

    /**
     * Estimates the difference of means between two design points on the same networks, paired by network (by run on one fixed
     * network), so that common random numbers narrow the interval.
     *
     * @param point design point
     * @param baseline design point that is subtracted; it must use the same network configuration
     * @param variable the variable's name
     */
    Estimate pairedDifference(int point, int baseline, String variable);

    /**
     * Returns the median of a variable's final value over all runs.
     *
     * @param point design point
     * @param variable the variable's name
     */
    double median(int point, String variable);

    /**
     * Returns the final values of a variable, sorted by draw and run; NaN for failed runs.
     *
     * @param point design point
     * @param variable the variable's name
     * @return a new array
     */
    double[] values(int point, String variable);
}
