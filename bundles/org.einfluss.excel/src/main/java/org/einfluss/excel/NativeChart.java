package org.einfluss.excel;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFNoFillProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.Grouping;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.ScatterStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartLegend;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLegendEntry;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFScatterChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Figure.Kind;
import org.einfluss.api.findings.Figure.Series;
import org.einfluss.api.findings.Figure.Style;
import org.einfluss.charts.ChartTheme;
import org.einfluss.charts.FigureChart;
import org.einfluss.excel.ChartData.Range;
import org.einfluss.graph.Column;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTErrBars;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTMarker;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumDataSource;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumRef;
import org.openxmlformats.schemas.drawingml.x2006.chart.STErrBarType;
import org.openxmlformats.schemas.drawingml.x2006.chart.STErrDir;
import org.openxmlformats.schemas.drawingml.x2006.chart.STErrValType;

/**
 * Draws a figure as a chart of the spreadsheet program, bound to the cells of the figure's table.
 *
 * <p>Lines over a numeric axis are scatter charts with lines. Bands are two thin dashed lines, whiskers on bars error bars.
 */
final class NativeChart {
    /** Figures with longer series are shown as pictures: a chart holds a copy of all its points. */
    static final int MAXIMUM_POINTS = 20_000;

    private static final int MARKED_POINTS = 40;
    private static final MarkerStyle[] MARKERS = {
        MarkerStyle.CIRCLE, MarkerStyle.SQUARE, MarkerStyle.TRIANGLE, MarkerStyle.DIAMOND,
        MarkerStyle.PLUS, MarkerStyle.X, MarkerStyle.STAR, MarkerStyle.DASH
    };
    private static final PresetLineDash[] DASHES = {
        PresetLineDash.SOLID,
        PresetLineDash.DASH,
        PresetLineDash.SYSTEM_DOT,
        PresetLineDash.DASH_DOT,
        PresetLineDash.LARGE_DASH,
        PresetLineDash.SYSTEM_DASH_DOT_DOT,
        PresetLineDash.SYSTEM_DASH,
        PresetLineDash.LARGE_DASH_DOT
    };

    private final XSSFChart chart;
    private final Figure figure;
    private final String sheet;
    private final ChartData data;
    private final List<Integer> unnamed = new ArrayList<>();
    private final List<String> names;
    private int count;

    private NativeChart(XSSFChart chart, Figure figure, String sheet, ChartData data) {
        this.chart = chart;
        this.figure = figure;
        this.sheet = sheet;
        this.data = data;
        this.names = FigureChart.seriesNames(figure);
    }

    private String name(Series series) {
        return names.get(figure.series().indexOf(series));
    }

    /** Returns whether a native chart shows the figure as it is. */
    static boolean shows(Figure figure) {
        return figure.series().stream().allMatch(series -> series.toRow() - series.fromRow() <= MAXIMUM_POINTS)
                && figure.series().stream().anyMatch(series -> series.toRow() > series.fromRow());
    }

    /**
     * Fills a chart.
     *
     * @param chart the chart to fill
     * @param figure what it shows
     * @param sheet name of the sheet that holds the figure's table, its heading in the first row
     * @param data takes the values that are needed in another shape
     */
    static void draw(XSSFChart chart, Figure figure, String sheet, ChartData data) {
        NativeChart drawing = new NativeChart(chart, figure, sheet, data);
        chart.setTitleText(figure.title());
        chart.setTitleOverlay(false);
        chart.getTitle().getOrAddTextProperties().setFontSize(12.0);
        chart.displayBlanksAs(DisplayBlanks.GAP);
        if (figure.kind() == Kind.BAR || (figure.kind() == Kind.HISTOGRAM && drawing.hasCommonBins())) {
            drawing.bars();
        } else {
            drawing.plane();
        }
        if (figure.series().size() > 1) {
            XDDFChartLegend legend = chart.getOrAddLegend();
            legend.setPosition(LegendPosition.BOTTOM);
            for (int index : drawing.unnamed) {
                XDDFLegendEntry entry = legend.addEntry();
                entry.setIndex(index);
                entry.setDelete(true);
            }
        }
    }

    /** Whether bars over the bins of the first series, taken as names, show all series where they belong. */
    private boolean hasCommonBins() {
        Series first = figure.series().get(0);
        if (figure.x().logarithmic()
                || !Double.isNaN(figure.x().from())
                || !Double.isNaN(figure.x().to())) {
            return false;
        }
        for (Series series : figure.series()) {
            if (series.toRow() - series.fromRow() != first.toRow() - first.fromRow() || series.style() != Style.DATA) {
                return false;
            }
            for (int i = 0; i < series.toRow() - series.fromRow(); i++) {
                if (value(series.x(), series.fromRow() + i) != value(first.x(), first.fromRow() + i)) {
                    return false;
                }
            }
        }
        return true;
    }

    private double value(String column, int row) {
        return figure.table().column(column).doubleAt(row);
    }

    private void plane() {
        XDDFValueAxis x = chart.createValueAxis(AxisPosition.BOTTOM);
        XDDFValueAxis y = chart.createValueAxis(AxisPosition.LEFT);
        x.setTitle(figure.x().label());
        y.setTitle(figure.y().label());
        finish(x, figure.x());
        finish(y, figure.y());
        y.setCrossBetween(AxisCrossBetween.MIDPOINT_CATEGORY);
        x.setCrossBetween(AxisCrossBetween.MIDPOINT_CATEGORY);
        XDDFScatterChartData plot = (XDDFScatterChartData) chart.createData(ChartTypes.SCATTER, x, y);
        plot.setVaryColors(false);
        plot.setStyle(ScatterStyle.LINE_MARKER);
        int measured = 0;
        int overlays = 0;
        for (Series series : figure.series()) {
            boolean overlay = series.style() == Style.OVERLAY;
            int index = overlay ? overlays++ : measured++;
            Color colour = overlay ? ChartTheme.ink() : ChartTheme.colour(index);
            PresetLineDash dash = overlay ? DASHES[(index + 1) % DASHES.length] : DASHES[index % DASHES.length];
            Values values = values(series, series.y());
            XDDFScatterChartData.Series line = add(plot, values, name(series));
            boolean scatter = figure.kind() == Kind.SCATTER && series.style() == Style.DATA;
            int points = series.toRow() - series.fromRow();
            boolean marked =
                    scatter || (figure.kind() == Kind.LINE && series.style() == Style.DATA && points <= MARKED_POINTS);
            line.setLineProperties(scatter ? noLine() : line(colour, 1.75, dash));
            if (marked) {
                line.setMarkerStyle(MARKERS[index % MARKERS.length]);
                colourMarker(line.getCTScatterSer().getMarker(), colour);
            } else {
                line.setMarkerStyle(MarkerStyle.NONE);
            }
            if (series.hasBand()) {
                for (String end : List.of(series.low(), series.high())) {
                    unnamed.add(count);
                    XDDFScatterChartData.Series edge = add(
                            plot,
                            values(series, end),
                            series.label() + (end.equals(series.low()) ? ", low" : ", high"));
                    edge.setLineProperties(line(colour, 0.75, PresetLineDash.SYSTEM_DASH));
                    edge.setMarkerStyle(MarkerStyle.NONE);
                }
            }
        }
        chart.plot(plot);
    }

    private XDDFScatterChartData.Series add(XDDFScatterChartData plot, Values values, String label) {
        XDDFScatterChartData.Series line = (XDDFScatterChartData.Series)
                plot.addSeries(numbers(values.x, values.xs), numbers(values.y, values.ys));
        line.setTitle(label, null);
        line.setSmooth(false);
        count++;
        return line;
    }

    /** Cells and values of a series. */
    private record Values(Range x, Double[] xs, Range y, Double[] ys) {}

    /** The table's own cells where a chart can show them as they are, else a copy by formulas. */
    private Values values(Series series, String column) {
        boolean histogram = figure.kind() == Kind.HISTOGRAM && series.style() == Style.DATA;
        boolean reshaped = series.style() == Style.STEPS || histogram;
        boolean gaps = figure.x().logarithmic() && hasNonPositive(series, series.x())
                || figure.y().logarithmic() && hasNonPositive(series, column);
        if (!reshaped && !gaps) {
            return new Values(
                    range(series, series.x()),
                    doubles(series, series.x()),
                    range(series, column),
                    doubles(series, column));
        }
        List<ChartData.Cell> xs = new ArrayList<>();
        List<ChartData.Cell> ys = new ArrayList<>();
        for (int row = series.fromRow(); row < series.toRow(); row++) {
            ChartData.Cell x = copy(series.x(), row, figure.x().logarithmic());
            ChartData.Cell y = copy(column, row, figure.y().logarithmic());
            if (reshaped && row > series.fromRow()) {
                xs.add(x);
                ys.add(ys.get(ys.size() - 1));
            }
            xs.add(x);
            ys.add(y);
        }
        if (histogram && xs.size() > 1) {
            int last = series.toRow() - 1;
            String formula = "2*" + reference(series.x(), last) + "-" + reference(series.x(), last - 1);
            xs.add(new ChartData.Cell(formula, 2 * value(series.x(), last) - value(series.x(), last - 1)));
            ys.add(ys.get(ys.size() - 1));
        }
        String label = series.label() + (column.equals(series.y()) ? "" : " " + column);
        Range x = data.add(figure.name(), label + ", x", xs);
        Range y = data.add(figure.name(), label + ", y", ys);
        return new Values(x, values(xs), y, values(ys));
    }

    private boolean hasNonPositive(Series series, String column) {
        for (int row = series.fromRow(); row < series.toRow(); row++) {
            if (value(column, row) <= 0) {
                return true;
            }
        }
        return false;
    }

    private ChartData.Cell copy(String column, int row, boolean logarithmic) {
        String reference = reference(column, row);
        double value = value(column, row);
        if (logarithmic) {
            return new ChartData.Cell("IF(" + reference + ">0," + reference + ",NA())", value > 0 ? value : Double.NaN);
        }
        return Double.isFinite(value) ? new ChartData.Cell(reference, value) : new ChartData.Cell("NA()", Double.NaN);
    }

    private String reference(String column, int row) {
        return new CellReference(sheet, row + 1, position(column), true, true).formatAsString();
    }

    private int position(String column) {
        return figure.table().columns().indexOf(figure.table().column(column));
    }

    private static Double[] values(List<ChartData.Cell> cells) {
        return cells.stream()
                .map(cell -> Double.isNaN(cell.value()) ? null : (Double) cell.value())
                .toArray(Double[]::new);
    }

    private Range range(Series series, String column) {
        return new Range(sheet, position(column), series.fromRow() + 1, series.toRow());
    }

    private Double[] doubles(Series series, String column) {
        Double[] values = new Double[series.toRow() - series.fromRow()];
        for (int i = 0; i < values.length; i++) {
            double value = value(column, series.fromRow() + i);
            values[i] = Double.isFinite(value) ? (Double) value : null;
        }
        return values;
    }

    private static XDDFNumericalDataSource<Double> numbers(Range range, Double[] values) {
        return XDDFDataSourcesFactory.fromArray(values, range.text(), range.column());
    }

    private void bars() {
        boolean histogram = figure.kind() == Kind.HISTOGRAM;
        XDDFCategoryAxis x = chart.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis y = chart.createValueAxis(AxisPosition.LEFT);
        x.setTitle(
                histogram
                        ? figure.x().label() + ", lower edge of bin"
                        : figure.x().label());
        y.setTitle(figure.y().label());
        y.setCrossBetween(AxisCrossBetween.BETWEEN);
        finish(y, figure.y());
        x.setTickLabelPosition(AxisTickLabelPosition.LOW);
        x.getOrAddTextProperties().setFontSize(9.0);
        XDDFBarChartData bars = (XDDFBarChartData) chart.createData(ChartTypes.BAR, x, y);
        bars.setVaryColors(false);
        bars.setBarDirection(BarDirection.COL);
        bars.setBarGrouping(BarGrouping.CLUSTERED);
        bars.setGapWidth(histogram ? 0 : 60);
        int measured = 0;
        for (Series series : figure.series()) {
            if (series.style() != Style.OVERLAY) {
                var bar = (XDDFBarChartData.Series) bars.addSeries(categories(series), numbers(series));
                bar.setTitle(name(series), null);
                bar.setFillProperties(fill(ChartTheme.colour(measured++)));
                bar.setLineProperties(line(histogram ? Color.WHITE : ChartTheme.ink(), 0.5, PresetLineDash.SOLID));
                if (series.hasBand()) {
                    whiskers(bar.getCTBarSer().addNewErrBars(), series);
                }
            }
        }
        if (measured > 0) {
            chart.plot(bars);
        }
        if (measured < figure.series().size()) {
            overlays(x, y);
        }
    }

    private void overlays(XDDFCategoryAxis x, XDDFValueAxis y) {
        XDDFLineChartData lines = (XDDFLineChartData) chart.createData(ChartTypes.LINE, x, y);
        lines.setVaryColors(false);
        lines.setGrouping(Grouping.STANDARD);
        int overlays = 0;
        for (Series series : figure.series()) {
            if (series.style() == Style.OVERLAY) {
                var line = (XDDFLineChartData.Series) lines.addSeries(categories(series), numbers(series));
                line.setTitle(name(series), null);
                line.setSmooth(false);
                line.setMarkerStyle(MarkerStyle.NONE);
                line.setLineProperties(line(ChartTheme.ink(), 1.5, DASHES[++overlays % DASHES.length]));
            }
        }
        chart.plot(lines);
    }

    private void whiskers(CTErrBars bars, Series series) {
        List<ChartData.Cell> minus = new ArrayList<>();
        List<ChartData.Cell> plus = new ArrayList<>();
        for (int row = series.fromRow(); row < series.toRow(); row++) {
            minus.add(difference(series.y(), series.low(), row));
            plus.add(difference(series.high(), series.y(), row));
        }
        Range below = data.add(figure.name(), series.label() + ", below", minus);
        Range above = data.add(figure.name(), series.label() + ", above", plus);
        // POI's own error bars fail on parts that are not there yet.
        bars.addNewErrDir().setVal(STErrDir.Y);
        bars.addNewErrBarType().setVal(STErrBarType.BOTH);
        bars.addNewErrValType().setVal(STErrValType.CUST);
        bars.addNewNoEndCap().setVal(false);
        fill(bars.addNewPlus(), above, plus);
        fill(bars.addNewMinus(), below, minus);
        XDDFShapeProperties shape = new XDDFShapeProperties();
        shape.setLineProperties(line(ChartTheme.ink(), 0.75, PresetLineDash.SOLID));
        bars.setSpPr(shape.getXmlObject());
    }

    private static void fill(CTNumDataSource source, Range range, List<ChartData.Cell> cells) {
        CTNumRef reference = source.addNewNumRef();
        reference.setF(range.text());
        numbers(range, values(cells)).fillNumericalCache(reference.addNewNumCache());
    }

    private ChartData.Cell difference(String of, String less, int row) {
        double value = value(of, row) - value(less, row);
        return Double.isFinite(value)
                ? new ChartData.Cell(reference(of, row) + "-" + reference(less, row), value)
                : new ChartData.Cell("0", 0);
    }

    private XDDFNumericalDataSource<Double> numbers(Series series) {
        return numbers(range(series, series.y()), doubles(series, series.y()));
    }

    private XDDFDataSource<?> categories(Series series) {
        Column column = figure.table().column(series.x());
        Range range = range(series, series.x());
        if (column.type() == Column.Type.TEXT || column.type() == Column.Type.BOOLEAN) {
            String[] names = new String[series.toRow() - series.fromRow()];
            for (int i = 0; i < names.length; i++) {
                names[i] = column.textAt(series.fromRow() + i);
            }
            return XDDFDataSourcesFactory.fromArray(names, range.text(), range.column());
        }
        return numbers(range, doubles(series, series.x()));
    }

    private static void finish(XDDFValueAxis axis, Figure.Axis wanted) {
        if (wanted.logarithmic()) {
            axis.setLogBase(10);
        }
        if (!Double.isNaN(wanted.from()) && (wanted.from() > 0 || !wanted.logarithmic())) {
            axis.setMinimum(wanted.from());
        }
        if (!Double.isNaN(wanted.to())) {
            axis.setMaximum(wanted.to());
        }
        // Where the other axis crosses this one: at its lower end, also on logarithmic axes that begin below 1.
        axis.setCrosses(AxisCrosses.MIN);
        axis.setTickLabelPosition(AxisTickLabelPosition.LOW);
        axis.setNumberFormat("General");
        axis.getOrAddTextProperties().setFontSize(9.0);
        axis.getOrAddMajorGridProperties().setLineProperties(line(new Color(0xDDDDDD), 0.5, PresetLineDash.SOLID));
    }

    private static XDDFSolidFillProperties fill(Color colour) {
        return new XDDFSolidFillProperties(
                XDDFColor.from(new byte[] {(byte) colour.getRed(), (byte) colour.getGreen(), (byte) colour.getBlue()}));
    }

    private static XDDFLineProperties line(Color colour, double points, PresetLineDash dash) {
        XDDFLineProperties line = new XDDFLineProperties(fill(colour));
        line.setWidth(points);
        line.setPresetDash(new XDDFPresetLineDash(dash));
        return line;
    }

    private static XDDFLineProperties noLine() {
        return new XDDFLineProperties(new XDDFNoFillProperties());
    }

    private static void colourMarker(CTMarker marker, Color colour) {
        XDDFShapeProperties shape = new XDDFShapeProperties();
        shape.setFillProperties(fill(colour));
        shape.setLineProperties(line(colour, 0.75, PresetLineDash.SOLID));
        marker.setSpPr(shape.getXmlObject());
    }
}
