package org.einfluss.theory.baselines;

import org.apache.commons.math3.distribution.TDistribution;
import org.einfluss.api.findings.Findings.Headline;
import org.einfluss.math.RunningStatistics;

/** A mean with Student's t interval over networks, each entering with the mean of its runs; over runs on one fixed network. */
final class UnitMeans {
    private static final double LEVEL = 0.975;

    private final boolean fixed;
    private final RunningStatistics units = new RunningStatistics();
    private final RunningStatistics unit = new RunningStatistics();

    UnitMeans(boolean fixed) {
        this.fixed = fixed;
    }

    /** Adds the value of a run. */
    void add(double value) {
        unit.add(value);
        if (fixed) {
            endNetwork();
        }
    }

    /** Tells that the runs of a network are complete. */
    void endNetwork() {
        if (unit.count() > 0) {
            units.add(unit.mean());
            unit.clear();
        }
    }

    double mean() {
        return units.count() == 0 ? Double.NaN : units.mean();
    }

    /** Returns half the width of the 95 % interval; NaN for fewer than two units. */
    double halfWidth() {
        return units.count() < 2
                ? Double.NaN
                : units.standardError()
                        * new TDistribution(null, units.count() - 1).inverseCumulativeProbability(LEVEL);
    }

    double low() {
        return mean() - halfWidth();
    }

    double high() {
        return mean() + halfWidth();
    }

    long units() {
        return units.count();
    }

    Headline headline(String label, String unitOfValue) {
        return new Headline(
                label,
                mean(),
                low(),
                high(),
                unitOfValue,
                "95 % over " + units() + (fixed ? " runs, conditional on this network" : " networks"));
    }
}
