package org.einfluss.workbench.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Table;
import org.einfluss.api.model.NodeStates;
import org.einfluss.engine.run.RunWatcher;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.einfluss.workbench.texts.Texts;

/**
 * The courses of many runs, thinned, and the figure of them: mean and central 80 % at each time. A run that has ended stays where it ended.
 * Not thread-safe.
 */
final class Courses implements RunWatcher {
    private static final int GRID = 120;
    private static final int MOST_POINTS = 400;
    private static final double TAIL = 0.1;

    private final boolean numbers;
    private final List<double[]> times = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();
    private int nodes;
    private double[] time = new double[64];
    private double[] value = new double[64];
    private int count;
    private boolean open;

    Courses(boolean numbers) {
        this.numbers = numbers;
    }

    @Override
    public void begin(int run, Network network) {
        finish();
        nodes = network.nodes();
        count = 0;
        open = true;
    }

    @Override
    public void step(double at, NodeStates states) {
        if (count == time.length) {
            time = Arrays.copyOf(time, 2 * count);
            value = Arrays.copyOf(value, 2 * count);
        }
        time[count] = at;
        value[count++] = Film.quantity(states, numbers, nodes);
    }

    /** Ends the run that was watched last. */
    void finish() {
        if (!open) {
            return;
        }
        open = false;
        int stride = 1 + (count - 1) / MOST_POINTS;
        int points = 1 + (count - 1 + stride - 1) / stride;
        double[] keptTimes = new double[points];
        double[] keptValues = new double[points];
        for (int i = 0; i < points; i++) {
            int from = Math.min(i * stride, count - 1);
            keptTimes[i] = time[from];
            keptValues[i] = value[from];
        }
        times.add(keptTimes);
        values.add(keptValues);
    }

    /** Returns how many runs have ended. */
    int runs() {
        return times.size();
    }

    /** Adds another's runs to these. */
    void add(Courses others) {
        times.addAll(others.times);
        values.addAll(others.values);
    }

    /**
     * Makes the figure of what is there.
     *
     * @param film the run shown beside, up to a frame
     * @param frame that frame
     * @param quantity what the curve shows, with unit
     * @param sampled over what the runs were taken, for the caption
     */
    Figure figure(Film film, int frame, String quantity, String sampled, Texts texts) {
        double end = film.frames().get(film.frames().size() - 1).time();
        for (double[] one : times) {
            end = Math.max(end, one[one.length - 1]);
        }
        boolean steps = end <= GRID && end == Math.rint(end);
        int points = end <= 0 ? 1 : steps ? (int) end + 1 : GRID + 1;
        int band = times.isEmpty() ? 0 : points;
        int rows = band + frame + 1;
        double[] x = new double[rows];
        double[] y = new double[rows];
        double[] low = new double[rows];
        double[] high = new double[rows];
        double[] sample = new double[times.size()];
        int[] at = new int[times.size()];
        for (int i = 0; i < band; i++) {
            x[i] = points == 1 ? 0 : end * i / (points - 1);
            double sum = 0;
            for (int r = 0; r < sample.length; r++) {
                double[] course = times.get(r);
                while (at[r] + 1 < course.length && course[at[r] + 1] <= x[i]) {
                    at[r]++;
                }
                sample[r] = values.get(r)[at[r]];
                sum += sample[r];
            }
            y[i] = sum / sample.length;
            double[] sorted = sample.clone();
            Arrays.sort(sorted);
            low[i] = quantile(sorted, TAIL);
            high[i] = quantile(sorted, 1 - TAIL);
        }
        for (int f = 0; f <= frame; f++) {
            x[band + f] = film.frames().get(f).time();
            y[band + f] = film.frames().get(f).quantity();
            low[band + f] = Double.NaN;
            high[band + f] = Double.NaN;
        }
        Table table = new Table(
                "courses",
                texts.text("live.curve"),
                List.of(
                        Column.doubles("time", "", x),
                        Column.doubles("value", "", y),
                        Column.doubles("low", "", low),
                        Column.doubles("high", "", high)));
        List<Figure.Series> series = new ArrayList<>();
        if (band > 0) {
            series.add(new Figure.Series(
                    texts.text("live.mean", times.size()), "time", "value", "low", "high", Figure.Style.DATA, 0, band));
        }
        series.add(Figure.Series.of(texts.text("live.run"), "time", "value", Figure.Style.STEPS, band, rows));
        return new Figure(
                "courses",
                Figure.Kind.LINE,
                texts.text("live.curve"),
                times.isEmpty() ? "" : texts.text("live.caption", times.size(), sampled),
                table,
                series,
                Figure.Axis.of(texts.text("live.time"), 0, end > 0 ? end : 1),
                numbers ? Figure.Axis.of(quantity) : Figure.Axis.of(quantity, 0, 1));
    }

    /** Linear between order statistics. */
    static double quantile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
