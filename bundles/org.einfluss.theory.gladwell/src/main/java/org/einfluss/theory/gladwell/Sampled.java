package org.einfluss.theory.gladwell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Predicate;
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

    /**
     * The levels of a point but for some, as one line; {@code all} where nothing else varies. Of components written in full only what differs among
     * the levels is told: {@code erdos-renyi, multiple 1.5}.
     */
    static String label(Study study, DesignPoint point, Predicate<String> leaveOut) {
        StringJoiner text = new StringJoiner(", ");
        point.factors().forEach((factor, level) -> {
            if (!leaveOut.test(factor)) {
                int dot = factor.lastIndexOf('.');
                text.add((dot < 0 ? "" : factor.substring(dot + 1) + " ") + differing(study, factor, level));
            }
        });
        return text.length() == 0 ? "all" : text.toString();
    }

    private static String differing(Study study, String factor, String level) {
        List<String> parts = parts(level);
        List<String> differing = new ArrayList<>(parts);
        for (String part : parts) {
            boolean everywhere = study.plan().points().stream()
                    .map(point -> point.factors().get(factor))
                    .allMatch(other -> other == null || parts(other).contains(part));
            if (everywhere) {
                differing.remove(part);
            }
        }
        return String.join(" ", differing.isEmpty() ? parts : differing);
    }

    /** {@code cascade {probability: {kind: critical, multiple: 3}}} is made of cascade, probability, kind critical, multiple 3. */
    private static List<String> parts(String level) {
        return Arrays.stream(level.split("[{},]"))
                .map(part -> part.strip().replace(": ", " ").replaceAll(":$", ""))
                .filter(part -> !part.isEmpty())
                .toList();
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
