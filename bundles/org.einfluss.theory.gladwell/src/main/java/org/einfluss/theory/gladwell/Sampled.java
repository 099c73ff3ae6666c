package org.einfluss.theory.gladwell;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.math3.distribution.TDistribution;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.NetworkConfiguration;
import org.einfluss.api.study.Study;
import org.einfluss.math.RunningStatistics;

/** What one design point gave, arranged by network (by run, where there is one network only). */
final class Sampled {
    private final double[] values;
    private final int runs;

    /** The values of a variable, NaN for failed runs. */
    Sampled(Study study, DesignPoint point, String variable) {
        values = study.estimates().values(point.index(), variable);
        NetworkConfiguration configuration = study.plan().network(point);
        // On one network the runs are the independent units.
        runs = configuration.draws() == 1 ? 1 : Math.max(1, configuration.runs());
    }

    /** Number of independent units: networks, or runs on one network. */
    int units() {
        return values.length / runs;
    }

    double[] values() {
        return values;
    }

    /** Mean over a unit's runs; NaN where all failed. */
    double mean(int unit) {
        RunningStatistics mean = new RunningStatistics();
        for (int i = unit * runs; i < (unit + 1) * runs; i++) {
            if (!Double.isNaN(values[i])) {
                mean.add(values[i]);
            }
        }
        return mean.count() == 0 ? Double.NaN : mean.mean();
    }

    /** Number, sum and sum of squares of a unit's runs. */
    double[] moments(int unit) {
        double[] moments = new double[3];
        for (int i = unit * runs; i < (unit + 1) * runs; i++) {
            if (!Double.isNaN(values[i])) {
                moments[0]++;
                moments[1] += values[i];
                moments[2] += values[i] * values[i];
            }
        }
        return moments;
    }

    /** Mean difference of two points on the same networks, with the ends of its 95 % interval by Student's t over units. */
    static double[] difference(Sampled one, Sampled other) {
        RunningStatistics difference = new RunningStatistics();
        for (int unit = 0; unit < Math.min(one.units(), other.units()); unit++) {
            double value = one.mean(unit) - other.mean(unit);
            if (!Double.isNaN(value)) {
                difference.add(value);
            }
        }
        double half = difference.count() < 2
                ? Double.NaN
                : difference.standardError()
                        * new TDistribution(null, difference.count() - 1).inverseCumulativeProbability(0.975);
        return new double[] {difference.mean(), difference.mean() - half, difference.mean() + half, difference.count()};
    }

    /** The levels of a point but for some, as one line; {@code all} where nothing else varies. */
    static String label(DesignPoint point, java.util.function.Predicate<String> leaveOut) {
        Map<String, String> left = new LinkedHashMap<>(point.factors());
        left.keySet().removeIf(leaveOut);
        StringBuilder text = new StringBuilder();
        left.forEach((factor, level) -> text.append(text.length() == 0 ? "" : ", ")
                .append(factor.substring(factor.lastIndexOf('.') + 1))
                .append(' ')
                .append(level));
        return text.length() == 0 ? "all" : text.toString();
    }

    /** Networks, runs and key, for captions. */
    static String caption(Study study) {
        StringBuilder text = new StringBuilder();
        for (NetworkConfiguration one : study.plan().networks()) {
            String size = one.fixed()
                    ? one.runs() + " runs on one network, conditional on it"
                    : one.draws() + " networks × " + one.runs() + " runs";
            if (text.indexOf(size) < 0) {
                text.append(text.length() == 0 ? "" : "; ").append(size);
            }
        }
        return text.append(" at each point, key ").append(study.plan().key()).toString();
    }
}
