package org.einfluss.engine.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.Estimate;
import org.einfluss.api.study.Estimates;
import org.einfluss.api.study.Observations;
import org.einfluss.api.study.Plan;
import org.einfluss.engine.experiment.Workload;

/**
 * Estimates over the final rows of a study, which are read when first asked for and kept as long as memory allows. The statistics are
 * described in {@link Sample}. Thread-safe.
 */
final class StudyEstimates implements Estimates {
    /** Up to so many values all variables are read at once, else one at a time. */
    private static final long AT_ONCE = 8_000_000;

    private final Plan plan;
    private final Rows rows;
    private final Map<Integer, SoftReference<List<Sample>>> samples = new HashMap<>();

    /** Opens the rows of the study. */
    @FunctionalInterface
    interface Rows {
        Observations open() throws IOException;
    }

    StudyEstimates(Plan plan, Rows rows) {
        this.plan = plan;
        this.rows = rows;
    }

    @Override
    public Estimate mean(int point, String variable) {
        return within(sample(point, variable).mean(), variable, 0, 1);
    }

    @Override
    public Estimate share(int point, String variable, double cut) {
        return sample(point, variable).share(cut);
    }

    @Override
    public Estimate meanAbove(int point, String variable, double cut) {
        return within(sample(point, variable).meanAbove(cut), variable, Math.max(0, cut), 1);
    }

    @Override
    public Estimate pairedDifference(int point, int baseline, String variable) {
        if (plan.points().get(point).network() != plan.points().get(baseline).network()) {
            throw new IllegalArgumentException(
                    "Design points " + point + " and " + baseline + " are on different networks and cannot be paired");
        }
        return within(sample(point, variable).minus(sample(baseline, variable)), variable, -1, 1);
    }

    /**
     * Cuts the interval of a share at the values that are possible. What is cut off could not be true, so that the interval holds the true
     * value as often as before.
     */
    private Estimate within(Estimate estimate, String variable, double least, double most) {
        boolean possible = estimate.value() >= least && estimate.value() <= most;
        if (!possible || !plan.variables().get(plan.variable(variable)).isShare()) {
            return estimate;
        }
        return new Estimate(
                estimate.value(),
                estimate.standardError(),
                Math.max(least, estimate.low()),
                Math.min(most, estimate.high()),
                estimate.networks(),
                estimate.runs(),
                estimate.effectiveRuns(),
                estimate.failed(),
                estimate.censored(),
                estimate.conditional(),
                estimate.level());
    }

    @Override
    public double median(int point, String variable) {
        return sample(point, variable).median();
    }

    @Override
    public double[] values(int point, String variable) {
        return sample(point, variable).values();
    }

    private synchronized Sample sample(int point, String variable) {
        int column = plan.variable(variable);
        SoftReference<List<Sample>> kept = samples.get(column);
        List<Sample> found = kept == null ? null : kept.get();
        if (found == null) {
            boolean all = Workload.of(plan).runs() * plan.variables().size() <= AT_ONCE;
            List<Integer> columns = new ArrayList<>();
            for (int i = 0; i < plan.variables().size(); i++) {
                if (all || i == column) {
                    columns.add(i);
                }
            }
            found = read(columns).get(columns.indexOf(column));
        }
        return found.get(point);
    }

    private List<List<Sample>> read(List<Integer> columns) {
        List<List<Sample>> read = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            List<Sample> byPoint = new ArrayList<>();
            for (DesignPoint point : plan.points()) {
                byPoint.add(new Sample(plan.network(point).fixed()));
            }
            read.add(byPoint);
        }
        try (Observations row = rows.open()) {
            while (row.next()) {
                Observations.Stop stop = row.stop();
                if (stop != Observations.Stop.RUNNING) {
                    for (int i = 0; i < columns.size(); i++) {
                        read.get(i).get(row.point()).add(row.draw(), row.run(), stop, row.value(columns.get(i)));
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        for (int i = 0; i < columns.size(); i++) {
            samples.put(columns.get(i), new SoftReference<>(read.get(i)));
        }
        return read;
    }
}
