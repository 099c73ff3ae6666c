package org.einfluss.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.Arrays;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.jupiter.api.Test;

class ChartThemeTest {
    private static final int SERIES = 8;

    /** CIE lightness L* of an sRGB colour, 0 black to 100 white: what is left of it in grey. */
    private static double lightness(Color colour) {
        double y = 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
        return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y;
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    @Test
    void firstFourColoursDifferInGrey() {
        for (int a = 0; a < 4; a++) {
            for (int b = 0; b < a; b++) {
                double difference = Math.abs(lightness(ChartTheme.colour(a)) - lightness(ChartTheme.colour(b)));
                assertTrue(difference >= 10, a + " and " + b + " differ by " + difference);
            }
        }
    }

    @Test
    void neighbouringColoursDifferInGreyAndAllStandOutFromPaper() {
        for (int i = 0; i < SERIES; i++) {
            assertTrue(lightness(ChartTheme.colour(i)) < 80, "colour " + i + " on white");
            double next = lightness(ChartTheme.colour((i + 1) % SERIES));
            assertTrue(Math.abs(lightness(ChartTheme.colour(i)) - next) >= 10, "colours " + i + " and the next");
        }
    }

    @Test
    void everySeriesHasDashesAndMarksOfItsOwn() {
        for (int a = 0; a < SERIES; a++) {
            for (int b = 0; b < a; b++) {
                assertNotEquals(
                        Arrays.toString(ChartTheme.line(a).getDashArray()),
                        Arrays.toString(ChartTheme.line(b).getDashArray()));
                assertNotEquals(
                        ChartTheme.point(a, 5).getBounds2D() + corners(a),
                        ChartTheme.point(b, 5).getBounds2D() + corners(b));
            }
        }
    }

    private static String corners(int series) {
        StringBuilder text = new StringBuilder();
        double[] at = new double[6];
        for (var i = ChartTheme.point(series, 5).getPathIterator(null); !i.isDone(); i.next()) {
            text.append(i.currentSegment(at)).append(Arrays.toString(at));
        }
        return text.toString();
    }

    @Test
    void captionStandsBelowTheLegend() {
        JFreeChart chart = FigureChart.draw(Gallery.line());
        TextTitle caption = (TextTitle) chart.getSubtitle(0);
        assertEquals(Gallery.CAPTION, caption.getText());
        assertEquals(RectangleEdge.BOTTOM, caption.getPosition());
        assertEquals(RectangleEdge.BOTTOM, chart.getLegend().getPosition());
        assertEquals("DejaVu Sans", caption.getFont().getFamily());
    }
}
