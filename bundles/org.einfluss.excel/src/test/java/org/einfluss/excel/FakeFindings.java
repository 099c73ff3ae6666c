package org.einfluss.excel;

import java.util.List;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Figure.Axis;
import org.einfluss.api.findings.Figure.Kind;
import org.einfluss.api.findings.Figure.Series;
import org.einfluss.api.findings.Figure.Style;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.charts.ChartView;
import org.einfluss.charts.HeatMap;
import org.einfluss.graph.Column;
import org.jfree.chart.JFreeChart;

/** Findings with one figure of every kind, and a view that draws a heat map of them. */
final class FakeFindings {
    static final Table WINDOW = new Table(
            "window",
            "Cascade window",
            List.of(
                    Column.doubles("mean-degree", "links per node", new double[] {1, 1.5, 2, 3, 4, 5, 5.5, 6, 7})
                            .withMeaning("Mean number of links"),
                    Column.doubles("frequency", "share of runs", new double[] {
                                .031, .5448, .7560, .8731, Double.NaN, .6924, .4240, .0623, 0
                            })
                            .withMeaning("Share of runs with a global cascade"),
                    Column.doubles(
                            "low", "share of runs", new double[] {0, .51, .73, .85, Double.NaN, .66, .39, .03, 0}),
                    Column.doubles(
                            "high", "share of runs", new double[] {.06, .57, .78, .90, Double.NaN, .72, .46, .1, .02}),
                    Column.doubles("closed-form", "share of runs", new double[] {
                        0, .548851, .754222, .873462, .865296, .695307, .376132, 0, 0
                    }),
                    Column.texts(
                            "remark", new String[] {"=1+1", "+x", "@y", "<&>\"'", "_x0041_", "", "ü φ", " a ", "z"}),
                    Column.booleans("inside", new boolean[] {false, true, true, true, true, true, true, false, false}),
                    Column.integers(
                            "runs", "runs", new long[] {5000, 5000, 5000, 5000, 0, 5000, 5000, 5000, 1L << 60})));

    static final Table SIZES = new Table(
            "sizes",
            "Cascade sizes",
            List.of(
                    Column.doubles("size", "nodes", new double[] {1, 2, 5, 10, 100, 1000, 5000}),
                    Column.doubles("ccdf", "share of runs", new double[] {1, .6, .2, .08, .003, 2e-5, 0}),
                    Column.doubles("borel", "share of runs", new double[] {1, .63, .22, .09, .0031, 1e-4, 1e-6})));

    static final Table ROLES = new Table(
            "roles",
            "Roles",
            List.of(
                    Column.texts("role", new String[] {"connectors", "mavens", "salesmen", "everybody else"}),
                    Column.doubles("early", "share of adopters", new double[] {.31, .22, .14, .33}),
                    Column.doubles("low", "share of adopters", new double[] {.25, .2, .1, .3}),
                    Column.doubles("high", "share of adopters", new double[] {.36, .24, .2, .38}),
                    Column.doubles("late", "share of adopters", new double[] {.08, .06, .05, .81}),
                    Column.doubles("even", "share of adopters", new double[] {.25, .25, .25, .25})));

    static final Table REACHES = new Table(
            "reaches",
            "Final reach",
            List.of(
                    Column.doubles("reach", "share of nodes", new double[] {0, .2, .4, .6, .8}),
                    Column.integers("runs", "runs", new long[] {120, 4, 0, 7, 69}),
                    Column.doubles("expected", "runs", new double[] {118, 5, 1, 6, 70})));

    static final Table POINTS = new Table(
            "influence",
            "Influence",
            List.of(
                    Column.doubles("degree", "links", new double[] {1, 2, 3, 5, 8, 13, 21, 34}),
                    Column.doubles("size", "nodes", new double[] {1.2, 3, 4, 9, 11, 30, 50, 70}),
                    Column.doubles("low", "nodes", new double[] {1, 2, 3, 7, 9, 25, 40, 50}),
                    Column.doubles("high", "nodes", new double[] {1.5, 4, 5, 12, 14, 36, 61, 90})));

    private FakeFindings() {}

    static List<Findings> all() {
        String caption = "Means of 100 networks × 50 runs, key 20261122. Bands: 95 % intervals over networks.";
        Figure window = new Figure(
                "window",
                Kind.LINE,
                "Cascade window at φ = 0.18",
                caption,
                WINDOW,
                List.of(
                        new Series("measured", "mean-degree", "frequency", "low", "high", Style.DATA, 0, 9),
                        Series.of("closed form", "mean-degree", "closed-form", Style.OVERLAY, 1, 8)),
                Axis.of("Mean degree z (links per node)"),
                Axis.of("Global cascades (share of runs)", 0, 1));
        Figure sizes = new Figure(
                "sizes",
                Kind.LINE,
                "Sizes of cascades",
                caption,
                SIZES,
                List.of(
                        Series.of("z = 1.05", "size", "ccdf", Style.STEPS, 0, 7),
                        Series.of("Borel law", "size", "borel", Style.OVERLAY, 0, 7)),
                Axis.logarithmic("Cascade size s (nodes)"),
                Axis.logarithmic("Runs with at least s (share)"));
        Figure influence = new Figure(
                "influence",
                Kind.SCATTER,
                "Influence by degree",
                caption,
                POINTS,
                List.of(
                        new Series("ordinary", "degree", "size", "low", "high", Style.DATA, 0, 5),
                        Series.of("influentials", "degree", "size", Style.DATA, 5, 8)),
                Axis.logarithmic("Degree (links)"),
                Axis.logarithmic("Cascade size (nodes)"));
        Figure roles = new Figure(
                "roles",
                Kind.BAR,
                "Who adopts early",
                caption,
                ROLES,
                List.of(
                        new Series("early", "role", "early", "low", "high", Style.DATA, 0, 4),
                        Series.of("late", "role", "late", Style.DATA, 0, 4),
                        Series.of("even shares", "role", "even", Style.OVERLAY, 0, 4)),
                Axis.of("Role"),
                Axis.of("Adopters (share)"));
        Figure reaches = new Figure(
                "reaches",
                Kind.HISTOGRAM,
                "Final reach",
                caption,
                REACHES,
                List.of(Series.of("runs", "reach", "runs", Style.DATA, 0, 5)),
                Axis.of("Reach (share of nodes)"),
                Axis.of("Runs"));
        Figure expected = new Figure(
                "expected",
                Kind.HISTOGRAM,
                "Final reach against expectation",
                caption,
                REACHES,
                List.of(
                        Series.of("runs", "reach", "runs", Style.DATA, 0, 5),
                        Series.of("expected", "reach", "expected", Style.OVERLAY, 0, 5)),
                Axis.of("Reach (share of nodes)"),
                Axis.of("Runs"));
        return List.of(
                new Findings(
                        "cascade-window",
                        "Cascade window",
                        List.of(WINDOW, SIZES),
                        List.of(window, sizes),
                        List.of(new Findings.Headline(
                                "Global cascades at z = 3", .8731, .85, .9, "share of runs", "95 % over 100 networks")),
                        List.of("The frequency near the boundaries depends on what counts as global (reach ≥ 0.1)."),
                        List.of("doi:10.1073/pnas.082090499")),
                new Findings(
                        "roles",
                        "Roles",
                        List.of(ROLES, REACHES, POINTS),
                        List.of(influence, roles, reaches, expected),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    /** Draws the cascade window as a map. */
    static final class MapView implements ChartView {
        @Override
        public boolean draws(Findings findings) {
            return findings.kind().equals("cascade-window");
        }

        @Override
        public JFreeChart draw(Findings findings) {
            Table table = findings.table("window").orElseThrow();
            return new HeatMap(
                            "Window as a map",
                            "One row of cells.",
                            table,
                            "mean-degree",
                            "closed-form",
                            "frequency",
                            Axis.of("Mean degree z (links per node)"),
                            Axis.of("Closed form"),
                            Axis.of("Global cascades (share of runs)"),
                            List.of())
                    .draw();
        }
    }
}
