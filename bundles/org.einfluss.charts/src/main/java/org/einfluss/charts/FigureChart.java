package org.einfluss.charts;

import org.einfluss.api.findings.Figure;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.Plot;

/**
 * Draws any {@link Figure} as a JFreeChart in the house style.
 *
 * <p>Bands are translucent areas around lines and whiskers on points and bars. Values that are missing interrupt a line; values
 * a logarithmic axis cannot show (zero, negative) are left out, and the caption says how many.
 */
public final class FigureChart {
    private FigureChart() {}

    /**
     * Draws a figure.
     *
     * @param figure the figure
     * @return a new chart, which belongs to the caller
     */
    public static JFreeChart draw(Figure figure) {
        return switch (figure.kind()) {
            case BAR -> new BarChart(figure).draw();
            case LINE, SCATTER, HISTOGRAM -> new PlaneChart(figure).draw();
        };
    }

    /** Puts title, legend and caption around a plot. */
    static JFreeChart frame(Figure figure, Plot plot, int omitted) {
        boolean legend = figure.series().size() > 1;
        JFreeChart chart = new JFreeChart(figure.title(), ChartTheme.bold(ChartTheme.TITLE_POINTS), plot, legend);
        String note = omitted == 0
                ? ""
                : omitted == 1
                        ? "1\u00a0value that is not positive has no place on a logarithmic axis."
                        : omitted + "\u00a0values that are not positive have no place on a logarithmic axis.";
        String caption = figure.caption();
        return ChartTheme.finish(chart, caption.isEmpty() || note.isEmpty() ? caption + note : caption + " " + note);
    }
}
