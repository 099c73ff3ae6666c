package org.einfluss.charts;

import java.awt.Font;
import java.awt.Graphics;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.text.AttributedCharacterIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.einfluss.charts.internal.TextFit;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;

/**
 * A piece of text as it stands in a drawn chart: to see that a chart can be read, at the size at which it will be printed.
 *
 * @param text the text
 * @param place what it covers, in points from the upper left corner of the picture
 */
public record ChartText(String text, Shape place) {
    /** What letters may stick out of the picture or into each other before a reader sees it, in points. */
    private static final double TOLERANCE = 0.5;

    /**
     * Draws a chart and returns its texts in the order in which they are drawn.
     *
     * @param chart the chart; not changed
     * @param widthMm width on paper in mm
     * @param heightMm height on paper in mm
     */
    public static List<ChartText> of(JFreeChart chart, double widthMm, double heightMm) {
        Document document = ChartFile.document();
        Recorder recorder = new Recorder(SVGGeneratorContext.createDefault(document), new ArrayList<>());
        ChartFile.draw(chart, recorder, ChartFile.paper(widthMm, heightMm));
        return List.copyOf(recorder.texts);
    }

    /**
     * Returns what keeps a chart from being read at a size: texts that leave the picture and texts that cover each other. None for a chart
     * as it should be.
     *
     * @param chart the chart; not changed
     * @param widthMm width on paper in mm
     * @param heightMm height on paper in mm
     */
    public static List<String> faults(JFreeChart chart, double widthMm, double heightMm) {
        List<ChartText> texts = of(chart, widthMm, heightMm);
        Rectangle2D paper = ChartFile.paper(widthMm, heightMm);
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Rectangle2D bounds = texts.get(i).place().getBounds2D();
            if (bounds.getMinX() < -TOLERANCE
                    || bounds.getMinY() < -TOLERANCE
                    || bounds.getMaxX() > paper.getWidth() + TOLERANCE
                    || bounds.getMaxY() > paper.getHeight() + TOLERANCE) {
                faults.add("'" + texts.get(i).text() + "' leaves the picture: " + words(bounds));
            }
            for (int k = 0; k < i; k++) {
                if (covers(texts.get(i), texts.get(k))) {
                    faults.add("'" + texts.get(k).text() + "' and '"
                            + texts.get(i).text() + "' cover each other: " + words(bounds));
                }
            }
        }
        return faults;
    }

    private static boolean covers(ChartText one, ChartText other) {
        if (!one.place().getBounds2D().intersects(other.place().getBounds2D())) {
            return false;
        }
        Area both = new Area(one.place());
        both.intersect(new Area(other.place()));
        Rectangle2D common = both.getBounds2D();
        return common.getWidth() > TOLERANCE && common.getHeight() > TOLERANCE;
    }

    private static String words(Rectangle2D bounds) {
        return String.format(
                Locale.ROOT,
                "x %.1f to %.1f, y %.1f to %.1f points",
                bounds.getMinX(),
                bounds.getMaxX(),
                bounds.getMinY(),
                bounds.getMaxY());
    }

    /** A drawing that remembers where text goes. */
    private static final class Recorder extends SVGGraphics2D {
        private final List<ChartText> texts;

        Recorder(SVGGeneratorContext context, List<ChartText> texts) {
            super(context, false);
            this.texts = texts;
        }

        private Recorder(Recorder parent) {
            super(parent);
            this.texts = parent.texts;
        }

        @Override
        public Graphics create() {
            return new Recorder(this);
        }

        @Override
        public void drawString(String text, float x, float y) {
            if (!text.isBlank()) {
                Font font = getFont();
                double height = 0.75 * font.getSize2D();
                Rectangle2D box = new Rectangle2D.Double(x, y - height, TextFit.width(text, font), height);
                texts.add(new ChartText(text, new AffineTransform(getTransform()).createTransformedShape(box)));
            }
            super.drawString(text, x, y);
        }

        @Override
        public void drawString(AttributedCharacterIterator text, float x, float y) {
            StringBuilder plain = new StringBuilder();
            for (char c = text.first(); c != AttributedCharacterIterator.DONE; c = text.next()) {
                plain.append(c);
            }
            drawString(plain.toString(), x, y);
        }
    }
}
