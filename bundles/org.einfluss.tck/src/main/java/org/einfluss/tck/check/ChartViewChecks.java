package org.einfluss.tck.check;

import java.awt.Color;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.charts.ChartFile;
import org.einfluss.charts.ChartText;
import org.einfluss.charts.ChartView;
import org.einfluss.graph.Column;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;

/** The contract of a chart view. */
public final class ChartViewChecks extends ComponentChecks {
    /** One column, one and a half and two columns of a journal, in mm. */
    private static final double[] WIDTHS = {84, 120, 174};

    /**
     * Makes the contract of one chart view.
     *
     * @param view the view
     * @param findings findings that it draws
     */
    public ChartViewChecks(ChartView view, List<Findings> findings) {
        super(view, ChartView.class, Setup.standard());
        clause(
                "draws what it is for",
                "draws(…) true for the findings of the test",
                "recognise findings by their kind and tables",
                () -> findings.forEach(
                        one -> FindingsRules.require(view.draws(one), "it does not draw " + one.kind())));
        clause(
                "leaves others alone",
                "draws(…) false, without an exception, for findings of another kind and for findings without tables",
                "look at kind and tables before anything else",
                () -> {
                    Findings foreign = new Findings(
                            "tck-unknown", "Nothing", List.of(), List.of(), List.of(), List.of(), List.of());
                    FindingsRules.require(!view.draws(foreign), "it draws findings of an unknown kind");
                    for (Findings one : findings) {
                        view.draws(new Findings(
                                one.kind(), one.title(), List.of(), List.of(), List.of(), List.of(), List.of()));
                    }
                });
        clause(
                "draws without a display",
                "a titled chart that can be painted into an image that is not blank",
                "open no window; read the tables of the findings and nothing else",
                () -> findings.forEach(one -> paint(view, one)));
        clause(
                "draws whatever the tables hold",
                "a chart, or draws(…) false, for tables without rows, of one row, with missing and with huge numbers",
                "expect that an analysis finds nothing, and that it cannot say something",
                () -> findings.forEach(one -> checkAnyValues(view, one)));
        clause(
                "can be read on paper",
                "at 84, 120 and 174 mm no text leaves the picture or covers another one",
                "finish the chart by ChartTheme.finish and take its axes from ChartTheme.axis; see ChartText.faults",
                () -> findings.forEach(one -> checkReadable(view, one)));
        clause(
                "can be read in grey",
                "series that differ in lightness, dashes or marks, not in hue alone",
                "take colours, lines and points from ChartTheme",
                () -> findings.forEach(one -> checkGrey(view, one)));
        clause(
                "can be written in every format",
                "PNG, SVG and PDF",
                "draw with Graphics2D and the house fonts alone",
                () -> {
                    for (Findings one : findings) {
                        write(view, one);
                    }
                });
        clause(
                "leaves the findings as they are",
                "the same numbers after drawing",
                "change no array that a table returns",
                () -> findings.forEach(one -> {
                    List<Table> before = one.tables().stream()
                            .map(table ->
                                    table(table, column -> rebuilt(column, table.rows(), UnaryOperator.identity())))
                            .toList();
                    paint(view, one);
                    FindingsRules.require(before.equals(one.tables()), "other tables after drawing");
                }));
        clause(
                "every chart is new",
                "another chart object at each call, which belongs to the caller",
                "keep no chart in a field",
                () -> findings.forEach(one -> checkNew(view, one)));
        clause(
                "two threads never interfere",
                "charts on two threads at once as on one",
                "keep nothing in fields or static fields",
                () -> {
                    for (Findings one : findings) {
                        Twice.atOnce(() -> paint(view, one), () -> paint(view, one));
                    }
                });
    }

    private static void checkAnyValues(ChartView view, Findings findings) {
        for (int rows = 0; rows <= 1; rows++) {
            int most = rows;
            List<Table> few = findings.tables().stream()
                    .map(table -> table(table, column -> rebuilt(column, most, UnaryOperator.identity())))
                    .toList();
            drawIfWanted(view, copy(findings, few), "tables of " + rows + " rows");
        }
        for (double value : new double[] {Double.NaN, 1e300, 0}) {
            List<Table> same = findings.tables().stream()
                    .map(table -> table(table, column -> rebuilt(column, table.rows(), any -> value)))
                    .toList();
            drawIfWanted(view, copy(findings, same), "the number " + value + " everywhere");
        }
    }

    private static void drawIfWanted(ChartView view, Findings findings, String what) {
        try {
            if (view.draws(findings)) {
                view.draw(findings).createBufferedImage(800, 600);
            }
        } catch (RuntimeException thrown) {
            throw new Violation("with " + what + ": " + Clause.describe(thrown));
        }
    }

    private static Findings copy(Findings of, List<Table> tables) {
        return new Findings(of.kind(), of.title(), tables, List.of(), of.headlines(), of.notes(), of.citations());
    }

    private static Table table(Table of, UnaryOperator<Column> change) {
        return new Table(
                of.name(), of.title(), of.columns().stream().map(change).toList());
    }

    /** The first rows of a column with changed numbers; whole numbers, texts and truths stay as they are. */
    private static Column rebuilt(Column column, int most, UnaryOperator<Double> change) {
        int rows = Math.min(most, column.size());
        BitSet missing = new BitSet();
        for (int i = 0; i < rows; i++) {
            missing.set(i, column.isMissing(i));
        }
        Column rebuilt = switch (column.type()) {
            case DOUBLE -> {
                double[] values = new double[rows];
                for (int i = 0; i < rows; i++) {
                    values[i] = change.apply(column.doubleAt(i));
                }
                yield Column.doubles(column.name(), column.unit(), values);
            }
            case INTEGER -> {
                long[] values = new long[rows];
                for (int i = 0; i < rows; i++) {
                    values[i] = column.isMissing(i) ? 0 : column.longAt(i);
                }
                yield Column.integers(column.name(), column.unit(), values, missing);
            }
            case TEXT -> {
                String[] values = new String[rows];
                for (int i = 0; i < rows; i++) {
                    values[i] = column.isMissing(i) ? "" : column.textAt(i);
                }
                yield Column.texts(column.name(), values, missing);
            }
            case BOOLEAN -> {
                boolean[] values = new boolean[rows];
                for (int i = 0; i < rows; i++) {
                    values[i] = !column.isMissing(i) && column.booleanAt(i);
                }
                yield Column.booleans(column.name(), values, missing);
            }
        };
        return rebuilt.withMeaning(column.meaning());
    }

    private static void checkReadable(ChartView view, Findings findings) {
        JFreeChart chart = view.draw(findings);
        for (double width : WIDTHS) {
            List<String> faults = ChartText.faults(chart, width, width / 1.5);
            FindingsRules.require(
                    faults.isEmpty(),
                    "at " + width + " mm: " + String.join("; ", faults.subList(0, Math.min(3, faults.size()))));
        }
    }

    private static void checkGrey(ChartView view, Findings findings) {
        JFreeChart chart = view.draw(findings);
        // Without a legend nobody has to tell one series from another by its looks.
        LegendItemCollection items =
                chart.getLegend() == null ? null : chart.getPlot().getLegendItems();
        for (int a = 0; items != null && a < items.getItemCount(); a++) {
            for (int b = 0; b < a; b++) {
                FindingsRules.require(
                        differ(items.get(a), items.get(b)),
                        "'" + items.get(a).getLabel() + "' and '" + items.get(b).getLabel() + "' look alike in grey");
            }
        }
    }

    private static boolean differ(LegendItem one, LegendItem other) {
        boolean lines = one.isLineVisible() && other.isLineVisible();
        boolean shapes = one.isShapeVisible() && other.isShapeVisible();
        if (one.isLineVisible() != other.isLineVisible() || one.isShapeVisible() != other.isShapeVisible()) {
            return true;
        }
        return lines && !one.getLineStroke().equals(other.getLineStroke())
                || shapes && !sameOutline(one.getShape(), other.getShape())
                || lines && lightnessDiffers(one.getLinePaint(), other.getLinePaint())
                || shapes && lightnessDiffers(one.getFillPaint(), other.getFillPaint());
    }

    private static boolean sameOutline(Shape one, Shape other) {
        Area difference = new Area(one);
        difference.exclusiveOr(new Area(other));
        return difference.isEmpty();
    }

    /** Whether paints differ when printed in grey; patterns always do. */
    private static boolean lightnessDiffers(Paint one, Paint other) {
        if (!(one instanceof Color a) || !(other instanceof Color b)) {
            return !one.equals(other);
        }
        return Math.abs(lightness(a) - lightness(b)) >= 0.04;
    }

    private static double lightness(Color colour) {
        return (0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue()) / 255;
    }

    private static void write(ChartView view, Findings findings) throws IOException {
        Path folder = Files.createTempDirectory("einfluss-chart");
        try {
            ChartFile.writePng(view.draw(findings), folder.resolve("chart.png"), 84, 60, 150);
            ChartFile.writeSvg(view.draw(findings), folder.resolve("chart.svg"), 84, 60);
            ChartFile.writePdf(view.draw(findings), folder.resolve("chart.pdf"), 84, 60);
        } finally {
            for (String name : List.of("chart.png", "chart.svg", "chart.pdf")) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.deleteIfExists(folder);
        }
    }

    private static void checkNew(ChartView view, Findings findings) {
        Set<JFreeChart> charts = Collections.newSetFromMap(new IdentityHashMap<>());
        charts.add(view.draw(findings));
        charts.add(view.draw(findings));
        FindingsRules.require(charts.size() == 2, "the same chart twice");
    }

    private static void paint(ChartView view, Findings findings) {
        JFreeChart chart = view.draw(findings);
        FindingsRules.require(
                chart.getTitle() != null && !chart.getTitle().getText().isBlank(), "a chart without title");
        BufferedImage image = chart.createBufferedImage(800, 600);
        int first = image.getRGB(0, 0);
        boolean blank = true;
        for (int y = 0; y < image.getHeight() && blank; y++) {
            for (int x = 0; x < image.getWidth() && blank; x++) {
                blank = image.getRGB(x, y) == first;
            }
        }
        FindingsRules.require(!blank, "a blank image");
    }
}
