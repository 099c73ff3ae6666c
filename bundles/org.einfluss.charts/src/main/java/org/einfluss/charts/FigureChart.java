package org.einfluss.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
    static JFreeChart frame(Figure figure, Plot plot, int omitted, SeriesNames names, String remark) {
        boolean legend = figure.series().size() > 1;
        JFreeChart chart = new JFreeChart(figure.title(), ChartTheme.bold(ChartTheme.TITLE_POINTS), plot, legend);
        List<String> caption = new ArrayList<>();
        caption.add(names.note("series"));
        caption.add(remark);
        caption.add(figure.caption());
        if (omitted > 0) {
            caption.add(
                    omitted == 1
                            ? "1\u00a0value that is not positive has no place on a logarithmic axis."
                            : omitted + "\u00a0values that are not positive have no place on a logarithmic axis.");
        }
        caption.removeIf(String::isBlank);
        return ChartTheme.finish(chart, String.join(" ", caption));
    }

    /**
     * Returns short names of a figure's series for a legend: without what all labels have in common, which the caption says.
     *
     * @param figure the figure
     * @return a name for each series, in their order
     */
    public static List<String> seriesNames(Figure figure) {
        SeriesNames names = names(figure);
        return IntStream.range(0, figure.series().size()).mapToObj(names::get).toList();
    }

    /**
     * Returns the caption of a figure, with what its short series names leave out.
     *
     * @param figure the figure
     */
    public static String caption(Figure figure) {
        return (names(figure).note("series") + " " + figure.caption()).trim();
    }

    /** Names for the legend. */
    static SeriesNames names(Figure figure) {
        return SeriesNames.of(figure.series().stream().map(Figure.Series::label).toList());
    }
}
