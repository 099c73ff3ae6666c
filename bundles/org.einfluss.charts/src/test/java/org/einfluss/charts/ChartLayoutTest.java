package org.einfluss.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reader of a printed chart needs: whole texts beside each other, and a plot that is not pushed out by them. */
class ChartLayoutTest {
    private static Map<String, JFreeChart> all() {
        Map<String, JFreeChart> charts = new LinkedHashMap<>(Gallery.charts());
        charts.putAll(Gallery.difficult());
        return charts;
    }

    @ParameterizedTest
    @CsvSource({"60, 45", "84, 60", "84, 84", "120, 80", "150, 95", "174, 110", "300, 200"})
    void textsStayInsideThePictureAndApart(double width, double height) {
        all().forEach((name, chart) ->
                assertEquals(List.of(), ChartText.faults(chart, width, height), name + " at " + width + " mm"));
    }

    @ParameterizedTest
    @CsvSource({"60, 45", "84, 60", "150, 95"})
    void plotKeepsItsPart(double width, double height) {
        all().forEach((name, chart) -> {
            Rectangle2D paper = ChartFile.paper(width, height);
            ChartRenderingInfo info = new ChartRenderingInfo();
            chart.draw(
                    new java.awt.image.BufferedImage(10, 10, java.awt.image.BufferedImage.TYPE_INT_RGB)
                            .createGraphics(),
                    paper,
                    info);
            double share = info.getPlotInfo().getPlotArea().getHeight() / paper.getHeight();
            assertTrue(share > 0.3, name + " at " + width + " mm leaves the plot " + share);
        });
    }

    @ParameterizedTest
    @CsvSource({"84, 84", "120, 80", "174, 110"})
    void nothingIsCutThatHasRoom(double width, double height) {
        all().forEach((name, chart) -> {
            if (!name.startsWith("endless")) {
                String texts = ChartText.of(chart, width, height).stream()
                        .map(ChartText::text)
                        .collect(Collectors.joining(" "));
                assertFalse(texts.contains("…"), name + " at " + width + " mm: " + texts);
            }
        });
    }
}
