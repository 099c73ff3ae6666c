package org.einfluss.workbench.results;

import org.einfluss.workbench.texts.Texts;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYZDataset;

/** Lets the points of a chart tell their values, where the chart has no words of its own for them. */
final class ChartTips {
    private ChartTips() {}

    static void add(JFreeChart chart, Texts texts) {
        if (chart.getPlot() instanceof XYPlot plot) {
            for (int i = 0; i < plot.getRendererCount(); i++) {
                if (plot.getRenderer(i) != null && plot.getRenderer(i).getDefaultToolTipGenerator() == null) {
                    plot.getRenderer(i)
                            .setDefaultToolTipGenerator((data, series, item) -> tip(data, series, item, texts));
                }
            }
        } else if (chart.getPlot() instanceof CategoryPlot plot) {
            for (int i = 0; i < plot.getRendererCount(); i++) {
                if (plot.getRenderer(i) != null && plot.getRenderer(i).getDefaultToolTipGenerator() == null) {
                    plot.getRenderer(i)
                            .setDefaultToolTipGenerator((data, row, column) -> tip(data, row, column, texts));
                }
            }
        }
    }

    private static String tip(XYDataset data, int series, int item, Texts texts) {
        String place = texts.text(
                "chart.value",
                data.getSeriesKey(series),
                texts.number(data.getXValue(series, item)),
                texts.number(data.getYValue(series, item)));
        return data instanceof XYZDataset cells ? place + ": " + texts.number(cells.getZValue(series, item)) : place;
    }

    private static String tip(CategoryDataset data, int row, int column, Texts texts) {
        Number value = data.getValue(row, column);
        return texts.text(
                "chart.value",
                data.getRowKey(row),
                data.getColumnKey(column),
                texts.number(value == null ? Double.NaN : value.doubleValue()));
    }
}
