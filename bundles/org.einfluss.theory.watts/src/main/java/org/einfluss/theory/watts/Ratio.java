package org.einfluss.theory.watts;

import org.apache.commons.math3.distribution.TDistribution;
import org.einfluss.math.CompensatedSum;
import org.einfluss.math.RunningStatistics;

/**
 * A ratio of two means with its 95 % interval over independent units (networks, runs on one network, items).
 *
 * <p>The ratio is Σx/Σy over the units; its standard error is that of the residuals (x − ratio · y)/ȳ, so that what x and y have in common in
 * a unit narrows it (the ratio estimator of survey sampling). The interval is Student's t; missing with fewer than two units or where ȳ = 0.
 */
record Ratio(double value, double error, double low, double high, int units) {
    static final Ratio NONE = new Ratio(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0);

    /**
     * Computes the ratio.
     *
     * @param x numerator of each unit; units with NaN in either are left out
     * @param y denominator of each unit
     * @param paired whether x and y of a unit were observed on the same unit
     */
    static Ratio of(double[] x, double[] y, boolean paired) {
        CompensatedSum sumX = new CompensatedSum();
        CompensatedSum sumY = new CompensatedSum();
        int units = 0;
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
                sumX.add(x[i]);
                sumY.add(y[i]);
                units++;
            }
        }
        if (units == 0 || sumY.value() == 0) {
            return NONE;
        }
        double ratio = sumX.value() / sumY.value();
        double mean = sumY.value() / units;
        RunningStatistics ofX = new RunningStatistics();
        RunningStatistics ofY = new RunningStatistics();
        RunningStatistics residuals = new RunningStatistics();
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
                ofX.add(x[i] / mean);
                ofY.add(ratio * y[i] / mean);
                residuals.add((x[i] - ratio * y[i]) / mean);
            }
        }
        double error = paired ? residuals.standardError() : Math.hypot(ofX.standardError(), ofY.standardError());
        double half = half(error, units);
        return new Ratio(ratio, error, ratio - half, ratio + half, units);
    }

    /** A mean over units, by the same interval. */
    static Ratio mean(RunningStatistics units) {
        if (units.count() == 0) {
            return NONE;
        }
        double half = half(units.standardError(), (int) units.count());
        return new Ratio(
                units.mean(), units.standardError(), units.mean() - half, units.mean() + half, (int) units.count());
    }

    private static double half(double error, int units) {
        return units < 2
                ? Double.NaN
                : error * new TDistribution(null, units - 1.0).inverseCumulativeProbability(0.975);
    }

    Ratio times(double factor) {
        return new Ratio(factor * value, factor * error, factor * low, factor * high, units);
    }
}
