package org.einfluss.charts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Figure.Axis;
import org.einfluss.api.findings.Figure.Kind;
import org.einfluss.api.findings.Figure.Series;
import org.einfluss.api.findings.Figure.Style;
import org.einfluss.api.findings.Table;
import org.einfluss.graph.Column;
import org.jfree.chart.JFreeChart;

/** One chart of every kind, from the numbers of a threshold cascade (φ = 0.18). */
final class Gallery {
    static final String CAPTION =
            "Means of 100 networks × 50 runs per point, key 20261122. Bands: 95 % intervals by Student's t"
                    + " over network means. Lines: Watts 2002, closed form for infinite random networks.";

    private Gallery() {}

    static Map<String, JFreeChart> charts() {
        Map<String, JFreeChart> charts = new LinkedHashMap<>();
        for (Figure figure :
                List.of(line(), several(), scatter(), ccdf(), bars(), histogram(), histograms(), steps())) {
            charts.put(figure.name(), FigureChart.draw(figure));
        }
        charts.put("heat-map", heatMap().draw());
        return charts;
    }

    static Figure line() {
        double[] z = {1, 1.5, 2, 3, 4, 5, 5.5, 6, 7};
        double[] frequency = {.0310, .5448, .7560, .8731, .8668, .6924, .4240, .0623, 0};
        double[] closed = {0, .548851, .754222, .873462, .865296, .695307, .376132, 0, 0};
        double[] low = new double[z.length];
        double[] high = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            low[i] = Math.max(0, frequency[i] - 0.03);
            high[i] = Math.min(1, frequency[i] + 0.03);
        }
        Table table = new Table(
                "window",
                "Cascade window",
                List.of(
                        Column.doubles("mean-degree", "links per node", z),
                        Column.doubles("frequency", "share of runs", frequency),
                        Column.doubles("low", "share of runs", low),
                        Column.doubles("high", "share of runs", high),
                        Column.doubles("closed-form", "share of runs", closed)));
        return new Figure(
                "line",
                Kind.LINE,
                "Cascade window at threshold φ = 0.18",
                CAPTION,
                table,
                List.of(
                        new Series("measured", "mean-degree", "frequency", "low", "high", Style.DATA, 0, 9),
                        Series.of("closed form", "mean-degree", "closed-form", Style.OVERLAY, 0, 9)),
                Axis.of("Mean degree z (links per node)"),
                Axis.of("Global cascades (share of runs)", 0, 1));
    }

    static Figure several() {
        int n = 60;
        int k = 8;
        double[] t = new double[n * k];
        double[] reach = new double[n * k];
        double[] low = new double[n * k];
        double[] high = new double[n * k];
        for (int s = 0; s < k; s++) {
            for (int i = 0; i < n; i++) {
                int row = s * n + i;
                t[row] = i;
                reach[row] = (1 - 0.08 * s) / (1 + Math.exp(-(i - 12 - 4 * s) / 3.0));
                low[row] = reach[row] * 0.96;
                high[row] = reach[row] * 1.03;
            }
        }
        reach[30] = Double.NaN;
        Table table = new Table(
                "course",
                "Time course",
                List.of(
                        Column.doubles("step", "steps", t),
                        Column.doubles("reach", "share of nodes", reach),
                        Column.doubles("low", "share of nodes", low),
                        Column.doubles("high", "share of nodes", high)));
        return new Figure(
                "several",
                Kind.LINE,
                "Time course of eight seedings, with a title so long that it needs to be wrapped to a second line of the chart",
                CAPTION,
                table,
                java.util.stream.IntStream.range(0, k)
                        .mapToObj(s -> s < 3
                                ? new Series(
                                        "seeding " + s, "step", "reach", "low", "high", Style.DATA, s * n, s * n + n)
                                : Series.of("seeding " + s, "step", "reach", Style.DATA, s * n, s * n + n))
                        .toList(),
                Axis.of("Time (steps)"),
                Axis.of("Reach (share of nodes)"));
    }

    static Figure scatter() {
        int n = 120;
        double[] degree = new double[n];
        double[] influence = new double[n];
        double[] low = new double[n];
        double[] high = new double[n];
        for (int i = 0; i < n; i++) {
            degree[i] = 1 + i % 60;
            influence[i] = (i < 60 ? 2 : 4) * Math.pow(degree[i], 0.8) * (1 + 0.2 * Math.sin(7.0 * i));
            low[i] = influence[i] * 0.8;
            high[i] = influence[i] * 1.25;
        }
        influence[5] = 0;
        Table table = new Table(
                "influence",
                "Influence by degree",
                List.of(
                        Column.doubles("degree", "links", degree),
                        Column.doubles("influence", "nodes", influence),
                        Column.doubles("low", "nodes", low),
                        Column.doubles("high", "nodes", high)));
        return new Figure(
                "scatter",
                Kind.SCATTER,
                "Influence by degree",
                "One network of 120 nodes, 200 runs per node, key 7. Whiskers: 95 % over runs, conditional on this network.",
                table,
                List.of(
                        Series.of("ordinary people", "degree", "influence", Style.DATA, 0, 60),
                        new Series("influentials", "degree", "influence", "low", "high", Style.DATA, 60, 120)),
                Axis.logarithmic("Degree (links)"),
                Axis.logarithmic("Cascade size (nodes)"));
    }

    static Figure ccdf() {
        int n = 400;
        double[] size = new double[n];
        double[] share = new double[n];
        for (int i = 0; i < n; i++) {
            size[i] = Math.pow(10, 5.0 * i / n);
            share[i] = i % 50 == 49 ? 0 : Math.pow(size[i], -1.5);
        }
        Table table = new Table(
                "ccdf",
                "Cascade sizes",
                List.of(Column.doubles("size", "nodes", size), Column.doubles("share", "share of runs", share)));
        return new Figure(
                "ccdf",
                Kind.LINE,
                "Sizes of cascades",
                "100 networks × 50 runs, key 20261122.",
                table,
                List.of(
                        Series.of("z = 1.05", "size", "share", Style.STEPS, 0, n),
                        Series.of("Borel law", "size", "share", Style.OVERLAY, 0, 300)),
                Axis.logarithmic("Cascade size s (nodes)"),
                Axis.logarithmic("Runs with at least s (share)"));
    }

    static Figure bars() {
        Table table = new Table(
                "roles",
                "Roles",
                List.of(
                        Column.texts("role", new String[] {"connectors", "mavens", "salesmen", "everybody else"}),
                        Column.doubles("early", "share of adopters", new double[] {.31, .22, .14, .33}),
                        Column.doubles("late", "share of adopters", new double[] {.08, .06, .05, .81}),
                        Column.doubles("never", "share of adopters", new double[] {.2, .16, Double.NaN, .41}),
                        Column.doubles("low", "share of adopters", new double[] {.25, .20, .1, .3}),
                        Column.doubles("high", "share of adopters", new double[] {.36, .24, .2, .38}),
                        Column.doubles("even", "share of adopters", new double[] {.25, .25, .25, .25})));
        return new Figure(
                "bars",
                Kind.BAR,
                "Who adopts early",
                "100 networks × 50 runs, key 3. Whiskers: 95 % over networks.",
                table,
                List.of(
                        new Series("early", "role", "early", "low", "high", Style.DATA, 0, 4),
                        Series.of("late", "role", "late", Style.DATA, 0, 4),
                        Series.of("never", "role", "never", Style.DATA, 0, 4),
                        Series.of("even shares", "role", "even", Style.OVERLAY, 0, 4)),
                Axis.of("Role"),
                Axis.of("Adopters (share)"));
    }

    static Figure histogram() {
        double[] edge = new double[20];
        double[] count = new double[20];
        for (int i = 0; i < 20; i++) {
            edge[i] = i / 20.0;
            count[i] = i == 0 ? 610 : i >= 16 ? 30 * (i - 15) : 0;
        }
        Table table = new Table(
                "sizes",
                "Final reach",
                List.of(Column.doubles("reach", "share of nodes", edge), Column.doubles("runs", "runs", count)));
        return new Figure(
                "histogram",
                Kind.HISTOGRAM,
                "Final reach at z = 5.5",
                "100 networks × 10 runs, key 3.",
                table,
                List.of(Series.of("runs", "reach", "runs", Style.DATA, 0, 20)),
                Axis.of("Reach (share of nodes)"),
                Axis.of("Runs"));
    }

    static Figure histograms() {
        double[] edge = new double[40];
        double[] count = new double[40];
        for (int i = 0; i < 40; i++) {
            edge[i] = i % 20;
            count[i] = 300 * Math.exp(-Math.pow(i % 20 - (i < 20 ? 6 : 9.5), 2) / 12);
        }
        Table table = new Table(
                "durations",
                "Durations",
                List.of(Column.doubles("duration", "steps", edge), Column.doubles("runs", "runs", count)));
        return new Figure(
                "histograms",
                Kind.HISTOGRAM,
                "Duration of cascades",
                "100 networks × 10 runs, key 3.",
                table,
                List.of(
                        Series.of("random seeds", "duration", "runs", Style.DATA, 0, 20),
                        Series.of("top degree", "duration", "runs", Style.DATA, 20, 40),
                        Series.of("normal law", "duration", "runs", Style.OVERLAY, 0, 20)),
                Axis.of("Duration (steps)"),
                Axis.logarithmic("Runs"));
    }

    static Figure steps() {
        Table table = new Table(
                "adoption",
                "Adoption",
                List.of(
                        Column.doubles("month", "months", new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9}),
                        Column.doubles(
                                "adopters", "share", new double[] {.09, .16, .23, .32, .41, .50, .60, .66, .70})));
        return new Figure(
                "steps",
                Kind.LINE,
                "Adoption of tetracycline",
                "Medical Innovation, 125 physicians; 16 never adopted within the study.",
                table,
                List.of(Series.of("observed", "month", "adopters", Style.STEPS, 0, 9)),
                Axis.of("Month"),
                Axis.of("Adopters (share of physicians)", 0, 1));
    }

    static HeatMap heatMap() {
        int n = 20;
        double[] phi = new double[n * n];
        double[] z = new double[n * n];
        double[] frequency = new double[n * n];
        for (int i = 0; i < n * n; i++) {
            phi[i] = 0.1 + 0.01 * (i % n);
            z[i] = 1 + 0.75 * (i / n);
            frequency[i] = z[i] < 1 / phi[i] + 1 ? Math.min(1, (1 / phi[i] + 1 - z[i]) / 5) : 0;
        }
        frequency[45] = Double.NaN;
        Table map = new Table(
                "map",
                "Map",
                List.of(
                        Column.doubles("phi", "", phi),
                        Column.doubles("z", "", z),
                        Column.doubles("frequency", "", frequency)));
        Table edge = new Table(
                "edge",
                "Edge",
                List.of(
                        Column.doubles("phi", "", new double[] {.1, .125, .1667, .2, .25, .29}),
                        Column.doubles("z", "", new double[] {14, 11, 8.5, 6.4, 4.8, 3.7})));
        return new HeatMap(
                "Cascade window",
                CAPTION,
                map,
                "phi",
                "z",
                "frequency",
                Axis.of("Threshold φ (fraction of neighbours)"),
                Axis.of("Mean degree z (links per node)"),
                Axis.of("Global cascades (share of runs)", 0, 1),
                List.of(new HeatMap.Overlay(edge, Series.of("Rᵥ = 1", "phi", "z", Style.STEPS, 0, 6))));
    }

    /** Charts that try the layout: long names, few or no values, wide numbers. */
    static Map<String, JFreeChart> difficult() {
        Map<String, JFreeChart> charts = new LinkedHashMap<>();
        charts.put("long-names", FigureChart.draw(longNames(Kind.LINE, 6)));
        charts.put("long-histograms", FigureChart.draw(longNames(Kind.HISTOGRAM, 6)));
        charts.put("long-categories", FigureChart.draw(categories(6, " seeding", 6)));
        charts.put("many-categories", FigureChart.draw(categories(60, "", 1)));
        charts.put("endless", FigureChart.draw(longNames(Kind.SCATTER, 24)));
        charts.put("wide-numbers", FigureChart.draw(wide(Axis.of("Zeit (Schritte)"), Axis.of("Größe: ρ∞ − ½ (1/h)"))));
        charts.put(
                "wide-decades",
                FigureChart.draw(wide(
                        Axis.logarithmic("Zeit (Schritte)"),
                        Axis.logarithmic("Runs in which at least so many nodes became active (share of all runs)"))));
        charts.put("small-numbers", FigureChart.draw(small()));
        charts.put("one-point", FigureChart.draw(points(1)));
        charts.put("no-point", FigureChart.draw(points(0)));
        charts.put("wide-map", map(60, 40));
        charts.put("one-cell", map(1, 1));
        return charts;
    }

    static Figure longNames(Kind kind, int series) {
        int n = 5;
        double[] x = new double[series * n];
        double[] y = new double[series * n];
        for (int i = 0; i < x.length; i++) {
            x[i] = i % n;
            y[i] = (i % 7) / 6.0;
        }
        Table table = new Table("t", "T", List.of(Column.doubles("x", "", x), Column.doubles("y", "share of runs", y)));
        String[] models = {"watts-threshold, threshold 0.18", "watts-threshold, threshold 0.1", "independent-cascade"};
        String[] seedings = {"random", "top-degree"};
        return new Figure(
                "long-names",
                kind,
                "How often cascades become global under each of three models of contagion and two ways to choose who starts",
                "6 networks × 5 runs at each point, key 42; global: reach ≥ 0.1; bands: 95 % intervals, clustered by network.",
                table,
                java.util.stream.IntStream.range(0, series)
                        .mapToObj(s -> Series.of(
                                "network erdos-renyi, model " + models[s % 3] + ", seeding " + seedings[s % 2]
                                        + (s < 6 ? "" : ", size " + s),
                                "x",
                                "y",
                                Style.DATA,
                                s * n,
                                s * n + n))
                        .toList(),
                Axis.of("Mean degree z before anybody was immunised (links per node)"),
                Axis.of("Cascades that became global (share of all runs)", 0, 1));
    }

    static Figure categories(int count, String word, int series) {
        String[] names = new String[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            names[i] = "model watts-threshold, threshold 0,1" + i + word;
            y[i] = i + 1;
        }
        Table table = new Table("t", "T", List.of(Column.texts("x", names), Column.doubles("y", "", y)));
        return new Figure(
                "categories",
                Kind.BAR,
                "Größen",
                "",
                table,
                java.util.stream.IntStream.range(0, series)
                        .mapToObj(s -> Series.of("measured " + s, "x", "y", Style.DATA, 0, count))
                        .toList(),
                Axis.of("Design point"),
                Axis.of("Nodes"));
    }

    static Figure wide(Axis x, Axis y) {
        Table table = new Table(
                "t",
                "T",
                List.of(
                        Column.doubles("x", "", new double[] {1, 1_000, 1_000_000}),
                        Column.doubles("y", "", new double[] {1e-9, 0, 123_456_789})));
        return new Figure(
                "wide",
                Kind.LINE,
                "Unicode: Größe, 中文, ρ∞ ≥ ½, emoji 🙂",
                "",
                table,
                List.of(Series.of("s", "x", "y", Style.DATA, 0, 3)),
                x,
                y);
    }

    static Figure small() {
        Table table = new Table(
                "t",
                "T",
                List.of(
                        Column.doubles("x", "", new double[] {99_990, 99_995, 100_000}),
                        Column.doubles("y", "", new double[] {-0.000_012, 0, 0.000_034})));
        return new Figure(
                "small",
                Kind.LINE,
                "Small differences",
                "",
                table,
                List.of(Series.of("s", "x", "y", Style.STEPS, 0, 3)),
                Axis.of("x"),
                Axis.of("y"));
    }

    static Figure points(int count) {
        Table table = new Table(
                "t",
                "T",
                List.of(Column.doubles("x", "", new double[count]), Column.doubles("y", "", new double[count])));
        return new Figure(
                "points",
                Kind.LINE,
                "Few points",
                "",
                table,
                List.of(Series.of("s", "x", "y", Style.DATA, 0, count)),
                Axis.of("x"),
                Axis.of("y", 0, 1));
    }

    static JFreeChart map(int columns, int rows) {
        double[] x = new double[columns * rows];
        double[] y = new double[columns * rows];
        double[] z = new double[columns * rows];
        for (int i = 0; i < x.length; i++) {
            x[i] = 0.01 * (i % columns);
            y[i] = 1000.0 * (i / columns);
            z[i] = i % 3 == 2 ? Double.NaN : Math.sin(0.1 * i);
        }
        Table table = new Table(
                "t", "T", List.of(Column.doubles("x", "", x), Column.doubles("y", "", y), Column.doubles("z", "", z)));
        return new HeatMap(
                        "A map",
                        CAPTION,
                        table,
                        "x",
                        "y",
                        "z",
                        Axis.of("Threshold φ (fraction of neighbours)"),
                        Axis.of("Number of nodes that were immunised before (nodes)"),
                        Axis.of("Mean reach of all cascades, failed ones included (share of nodes)"),
                        List.of())
                .draw();
    }
}
