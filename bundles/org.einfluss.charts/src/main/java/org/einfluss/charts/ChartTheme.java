package org.einfluss.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.einfluss.api.findings.Figure;
import org.einfluss.charts.internal.CellRenderer;
import org.einfluss.charts.internal.DecadeAxis;
import org.einfluss.charts.internal.FittedLegend;
import org.einfluss.charts.internal.FittedTitle;
import org.einfluss.charts.internal.Margin;
import org.einfluss.charts.internal.MeasureAxis;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StackedXYAreaRenderer2;
import org.jfree.chart.renderer.xy.XYAreaRenderer;
import org.jfree.chart.renderer.xy.XYAreaRenderer2;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/**
 * The one look of all charts: white, with its own font, readable when printed in grey and for the colour-blind.
 *
 * <p>One unit of a chart's drawing is one point (1/72 inch), so that 8 pt type is 8 pt on paper whatever the resolution.
 * Series differ in lightness, dashes and point shapes as well as in hue; the first three colours are Paul Tol's high-contrast
 * scheme (SRON/EPS/TN/09-002), whose lightnesses are far apart. Thread-safe.
 */
public final class ChartTheme {
    /** Family of the bundled font, DejaVu Sans. */
    public static final String FONT_FAMILY = "DejaVu Sans";

    /** Points of all text but titles. */
    public static final float TEXT_POINTS = 8f;

    /** Points of a chart's title. */
    public static final float TITLE_POINTS = 9.5f;

    /** Room for half a mark beyond the first and last value. */
    private static final double MARK_ROOM = 4;

    private static final double TITLE_SHARE = 0.18;
    private static final double CAPTION_SHARE = 0.16;
    private static final Font REGULAR = load("DejaVuSans.ttf");
    private static final Font BOLD = load("DejaVuSans-Bold.ttf");
    private static final Color INK = new Color(0x222222);
    private static final Color GRID = new Color(0xDDDDDD);
    private static final Color AXIS = new Color(0x555555);
    private static final int[] COLOURS = {
        0x004488, 0xDDAA33, 0xBB5566, 0x6699CC, 0x117733, 0xCC79A7, 0x665544, 0x88CCAA,
    };
    private static final float[][] DASHES = {
        {}, {6, 2.5f}, {1.5f, 2}, {7, 2, 1.5f, 2}, {10, 3}, {4, 2, 1, 2, 1, 2}, {3, 3}, {12, 2, 3, 2},
    };
    private static final float[][] OVERLAY_DASHES = {{5, 3}, {1.5f, 2}, {8, 2, 2, 2}, {}};

    static {
        // JFreeChart's way around a defect of old JDKs draws rotated text as outlines, which is no text in SVG and PDF.
        TextUtils.setUseDrawRotatedStringWorkaround(false);
    }

    private ChartTheme() {}

    private static Font load(String file) {
        try (InputStream in = font(file)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + file + " of the charts cannot be read", e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("The font " + file + " of the charts is damaged", e);
        }
    }

    /** Opens the file of a bundled font. */
    static InputStream font(String file) {
        InputStream in = DecadeAxis.class.getResourceAsStream(file);
        if (in == null) {
            throw new IllegalStateException("The font " + file + " is missing from the bundle of the charts");
        }
        return in;
    }

    /**
     * Returns the house font.
     *
     * @param points size in points
     */
    public static Font font(float points) {
        return REGULAR.deriveFont(points);
    }

    /**
     * Returns the house font in bold.
     *
     * @param points size in points
     */
    public static Font bold(float points) {
        // The style is for the file formats; the glyphs are bold already and are not emboldened twice.
        return BOLD.deriveFont(Font.BOLD, points);
    }

    /**
     * Returns the colour of a series.
     *
     * @param series position of the series, from 0; colours repeat after eight
     */
    public static Color colour(int series) {
        return new Color(COLOURS[series % COLOURS.length]);
    }

    /**
     * Returns the line of a series of measured data: 1.3 pt, the first solid, the others dashed differently.
     *
     * @param series position of the series, from 0
     */
    public static BasicStroke line(int series) {
        return stroke(1.3f, DASHES[series % DASHES.length]);
    }

    /**
     * Returns the line of a closed form laid over data; drawn in the colour of the text.
     *
     * @param overlay position among the overlays, from 0
     */
    public static BasicStroke overlay(int overlay) {
        return stroke(1.1f, OVERLAY_DASHES[overlay % OVERLAY_DASHES.length]);
    }

    private static BasicStroke stroke(float width, float[] dashes) {
        return dashes.length == 0
                ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, dashes, 0f);
    }

    /**
     * Returns the mark of a data point, centred at (0, 0).
     *
     * @param series position of the series, from 0; marks repeat after eight
     * @param size width in points
     */
    public static Shape point(int series, double size) {
        double r = size / 2;
        Shape square = new Rectangle2D.Double(-0.9 * r, -0.9 * r, 1.8 * r, 1.8 * r);
        return switch (series % 8) {
            case 0 -> new Ellipse2D.Double(-r, -r, size, size);
            case 1 -> square;
            case 2 -> polygon(0, -1.2 * r, 1.1 * r, 0.8 * r, -1.1 * r, 0.8 * r);
            case 3 -> AffineTransform.getRotateInstance(Math.PI / 4).createTransformedShape(square);
            case 4 -> polygon(0, 1.2 * r, 1.1 * r, -0.8 * r, -1.1 * r, -0.8 * r);
            case 5 -> cross(r, 0);
            case 6 -> cross(r, Math.PI / 4);
            default -> polygon(-1.2 * r, 0, 0.8 * r, 1.1 * r, 0.8 * r, -1.1 * r);
        };
    }

    private static Shape polygon(double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
        return path;
    }

    private static Shape cross(double r, double turn) {
        double a = 1.2 * r;
        double b = 0.35 * r;
        Shape plus = polygon(-a, -b, -b, -b, -b, -a, b, -a, b, -b, a, -b, a, b, b, b, b, a, -b, a, -b, b, -a, b);
        return AffineTransform.getRotateInstance(turn).createTransformedShape(plus);
    }

    /** Returns the colour of text, overlays and outlines. */
    public static Color ink() {
        return INK;
    }

    /**
     * Makes an axis in the house style.
     *
     * @param axis label, scale and ends; ends that are NaN come from the data
     * @param low least value to show; for a logarithmic axis positive
     * @param high greatest value to show
     */
    public static ValueAxis axis(Figure.Axis axis, double low, double high) {
        double from = Double.isNaN(axis.from()) ? low : axis.from();
        double to = Double.isNaN(axis.to()) ? high : axis.to();
        if (axis.logarithmic()) {
            return new DecadeAxis(axis.label(), from, to);
        }
        MeasureAxis number = new MeasureAxis(axis.label());
        if (to > from) {
            number.setRange(from, to);
        } else {
            double half = from == 0 ? 0.5 : Math.abs(from) * 0.05;
            number.setRange(from - half, from + half);
        }
        return number;
    }

    /**
     * Gives a chart the house style and puts a caption below it; wrapped to the chart's width.
     *
     * <p>Lines, marks and colours of the series are left as they are; see {@link #colour}, {@link #line}, {@link #point}. A
     * legend the chart has is moved below the plot.
     *
     * @param chart the chart, changed in place
     * @param caption networks and runs, key, kind of band; empty for none
     * @return the same chart
     */
    public static JFreeChart finish(JFreeChart chart, String caption) {
        chart.setBackgroundPaint(Color.WHITE);
        chart.setBorderVisible(false);
        chart.setAntiAlias(true);
        chart.setTextAntiAlias(true);
        chart.setPadding(new RectangleInsets(5, 5, 5, 8));
        TextTitle title = chart.getTitle();
        if (title != null) {
            chart.setTitle(new FittedTitle(
                    title.getText(),
                    bold(TITLE_POINTS),
                    INK,
                    RectangleEdge.TOP,
                    new RectangleInsets(0, 2, 5, 0),
                    TITLE_SHARE));
        }
        LegendTitle legend = chart.getLegend();
        if (legend != null) {
            FittedLegend fitted = new FittedLegend(legend.getSources());
            fitted.setItemFont(font(TEXT_POINTS));
            fitted.setItemPaint(INK);
            fitted.setBackgroundPaint(Color.WHITE);
            fitted.setPosition(RectangleEdge.BOTTOM);
            fitted.setMargin(new RectangleInsets(3, 4, 1, 2));
            chart.removeSubtitle(legend);
            chart.addSubtitle(0, fitted);
        }
        if (!caption.isBlank()) {
            // Titles at the bottom are stacked upwards in their order: the caption goes below the legend.
            chart.addSubtitle(
                    0,
                    new FittedTitle(
                            caption,
                            font(7f),
                            AXIS,
                            RectangleEdge.BOTTOM,
                            new RectangleInsets(4, 2, 0, 2),
                            CAPTION_SHARE));
        }
        finish(chart.getPlot());
        return chart;
    }

    private static void finish(Plot plot) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setNoDataMessage("no data");
        plot.setNoDataMessageFont(font(TEXT_POINTS));
        plot.setNoDataMessagePaint(AXIS);
        plot.setInsets(new RectangleInsets(2, 0, 2, 2));
        BasicStroke thin = new BasicStroke(0.5f);
        List<Axis> axes = new ArrayList<>();
        if (plot instanceof XYPlot xy) {
            for (int i = 0; i < xy.getDomainAxisCount(); i++) {
                axes.add(xy.getDomainAxis(i));
            }
            for (int i = 0; i < xy.getRangeAxisCount(); i++) {
                axes.add(xy.getRangeAxis(i));
            }
            xy.setAxisOffset(RectangleInsets.ZERO_INSETS);
            xy.setDomainGridlinePaint(GRID);
            xy.setRangeGridlinePaint(GRID);
            xy.setDomainGridlineStroke(thin);
            xy.setRangeGridlineStroke(thin);
            xy.setDomainZeroBaselineVisible(false);
            keepRoomForMarks(xy);
        } else if (plot instanceof CategoryPlot bars) {
            axes.add(bars.getDomainAxis());
            axes.add(bars.getRangeAxis());
            bars.setAxisOffset(RectangleInsets.ZERO_INSETS);
            bars.setRangeGridlinePaint(GRID);
            bars.setRangeGridlineStroke(thin);
        }
        for (Axis axis : axes) {
            if (axis != null) {
                finish(axis);
            }
        }
    }

    /** Marks at the ends of an axis are drawn whole, unless bars, areas or cells stand on it. */
    private static void keepRoomForMarks(XYPlot plot) {
        boolean cells = false;
        boolean bars = false;
        for (int i = 0; i < plot.getDatasetCount(); i++) {
            XYItemRenderer renderer = plot.getRenderer(i);
            cells |= renderer instanceof CellRenderer || renderer instanceof XYBlockRenderer;
            bars |= renderer instanceof XYBarRenderer
                    || renderer instanceof XYAreaRenderer
                    || renderer instanceof XYAreaRenderer2
                    || renderer instanceof StackedXYAreaRenderer2;
        }
        for (int i = 0; i < plot.getDomainAxisCount(); i++) {
            if (plot.getDomainAxis(i) instanceof Margin axis) {
                axis.keepFree(cells || bars ? 0 : MARK_ROOM, cells || bars ? 0 : MARK_ROOM);
            }
        }
        for (int i = 0; i < plot.getRangeAxisCount(); i++) {
            if (plot.getRangeAxis(i) instanceof Margin axis) {
                axis.keepFree(cells || bars ? 0 : MARK_ROOM, cells ? 0 : MARK_ROOM);
            }
        }
    }

    /** Gives an axis the fonts and lines of the house; for axes beside the plot such as colour scales. */
    static void finish(Axis axis) {
        axis.setLabelFont(font(TEXT_POINTS));
        axis.setTickLabelFont(font(7.5f));
        axis.setLabelPaint(INK);
        axis.setTickLabelPaint(INK);
        axis.setAxisLinePaint(AXIS);
        axis.setTickMarkPaint(AXIS);
        axis.setAxisLineStroke(new BasicStroke(0.6f));
        axis.setTickMarkStroke(new BasicStroke(0.6f));
        axis.setTickMarkOutsideLength(3);
        axis.setMinorTickMarkOutsideLength(1.5f);
        axis.setTickLabelInsets(new RectangleInsets(2, 3, 2, 3));
        axis.setLabelInsets(new RectangleInsets(3, 3, 3, 3));
    }
}
