package org.einfluss.theory.baselines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.Observations;
import org.einfluss.api.study.Observations.Stop;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;

/**
 * Some variables over time at one design point, on evenly spaced times: means with intervals over networks.
 *
 * <p>A variable has at a time the value of the last row that is not later; a run that has ended keeps its last value.
 */
final class TimeSeries {
    private static final int POINTS = 200;
    /** A model's time may differ from a grid time by rounding. */
    private static final double ROUNDING = 1e-9;

    private final double[] time;
    private final UnitMeans[][] at;

    private TimeSeries(double last, double step, int variables, boolean fixed) {
        double spacing = spacing(last, step);
        int points = 1 + (int) Math.ceil(last / spacing - ROUNDING);
        time = new double[points];
        at = new UnitMeans[variables][points];
        for (int t = 0; t < points; t++) {
            time[t] = t * spacing;
            for (UnitMeans[] variable : at) {
                variable[t] = new UnitMeans(fixed);
            }
        }
    }

    /**
     * Returns 1, 2 or 5 times a power of ten, of steps where all are equally long, so that about a hundred to two hundred times reach up
     * to the last.
     */
    private static double spacing(double last, double step) {
        double unit = step > 0 ? step : 1;
        double least = Math.max(last / unit / POINTS, Double.MIN_NORMAL);
        if (step > 0 && least <= 1) {
            return step;
        }
        double ten = StrictMath.pow(10, Math.floor(StrictMath.log10(least)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * ten >= least) {
                return factor * ten * unit;
            }
        }
        return 10 * ten * unit;
    }

    double[] times() {
        return time;
    }

    /** Returns whether any run entered. */
    boolean hasValues() {
        return at.length > 0;
    }

    UnitMeans at(int variable, int t) {
        return at[variable][t];
    }

    /**
     * Reads a study that was recorded at every step, twice: for the length of runs, then for the values.
     *
     * @return one for each design point; without times where all runs failed
     * @throws InputException when the study was not recorded at every step
     */
    static TimeSeries[] read(Study study, List<String> variables, Progress progress) {
        Plan plan = study.plan();
        if (plan.recording() != Plan.Recording.EVERY_STEP) {
            throw new InputException("A course over time needs the values after every step, but this study recorded "
                    + (plan.recording() == Plan.Recording.LOG ? "the log" : "the final values")
                    + " only; set 'recording: every-step' in the experiment and run it again");
        }
        int[] columns = variables.stream().mapToInt(plan::variable).toArray();
        try {
            TimeSeries[] series = empty(study, columns.length);
            progress.checkCancelled();
            fill(study, columns, series, progress);
            return series;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The observations of the study cannot be read", unreadable);
        }
    }

    private static TimeSeries[] empty(Study study, int variables) throws IOException {
        Plan plan = study.plan();
        double[] last = new double[plan.points().size()];
        Arrays.fill(last, -1);
        double[] length = new double[last.length];
        try (Observations rows = study.observations()) {
            while (rows.next()) {
                if (rows.stop() != Stop.FAILED) {
                    int point = rows.point();
                    last[point] = Math.max(last[point], rows.time());
                    if (rows.step() > 0 && rows.time() > 0) {
                        double mean = rows.time() / rows.step();
                        boolean first = length[point] == 0;
                        boolean even = first || Math.abs(mean - length[point]) <= ROUNDING;
                        length[point] = first ? mean : even ? length[point] : Double.NaN;
                    }
                }
            }
        }
        TimeSeries[] series = new TimeSeries[last.length];
        for (DesignPoint point : plan.points()) {
            int i = point.index();
            series[i] = last[i] < 0
                    ? new TimeSeries(0, 1, 0, true)
                    : new TimeSeries(
                            last[i], length[i], variables, plan.network(point).fixed());
        }
        return series;
    }

    private static void fill(Study study, int[] columns, TimeSeries[] series, Progress progress) throws IOException {
        double[] before = new double[columns.length];
        int filled = 0;
        int point = -1;
        int draw = -1;
        try (Observations rows = study.observations()) {
            while (rows.next()) {
                if (rows.point() != point || rows.draw() != draw) {
                    endNetwork(series, point);
                    point = rows.point();
                    draw = rows.draw();
                    progress.checkCancelled();
                }
                if (rows.stop() == Stop.FAILED) {
                    filled = 0;
                    continue;
                }
                TimeSeries here = series[point];
                for (; filled < here.time.length && here.time[filled] < rows.time() - ROUNDING; filled++) {
                    here.add(filled, before);
                }
                for (int c = 0; c < columns.length; c++) {
                    before[c] = rows.value(columns[c]);
                }
                if (rows.stop() != Stop.RUNNING) {
                    for (; filled < here.time.length; filled++) {
                        here.add(filled, before);
                    }
                    filled = 0;
                }
            }
        }
        endNetwork(series, point);
    }

    private static void endNetwork(TimeSeries[] series, int point) {
        if (point >= 0) {
            for (UnitMeans[] variable : series[point].at) {
                for (UnitMeans one : variable) {
                    one.endNetwork();
                }
            }
        }
    }

    private void add(int t, double[] values) {
        for (int c = 0; c < values.length; c++) {
            if (!Double.isNaN(values[c])) {
                at[c][t].add(values[c]);
            }
        }
    }
}
