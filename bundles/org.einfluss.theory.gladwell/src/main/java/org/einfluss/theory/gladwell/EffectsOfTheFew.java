package org.einfluss.theory.gladwell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Figure.Axis;
import org.einfluss.api.findings.Figure.Series;
import org.einfluss.api.findings.Figure.Style;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Rows;
import org.einfluss.api.findings.Table;
import org.einfluss.charts.ChartTheme;
import org.einfluss.charts.ChartView;
import org.einfluss.charts.FigureChart;
import org.jfree.chart.JFreeChart;
import org.osgi.service.component.annotations.Component;

/** Main effects and interactions of planted roles, stickiness and context, the largest first, under the names of the book. */
@Component(service = ChartView.class)
public final class EffectsOfTheFew implements ChartView {
    private static final int MOST = 14;

    /** For the registry. */
    public EffectsOfTheFew() {}

    @Override
    public boolean draws(Findings findings) {
        return findings.kind().equals("factorial-effects")
                && !findings.figures().isEmpty()
                && findings.table("effects").filter(EffectsOfTheFew::isOurs).isPresent();
    }

    private static boolean isOurs(Table effects) {
        for (int row = 0; row < effects.rows(); row++) {
            if (effects.column("effect-of").textAt(row).contains("plant-")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public JFreeChart draw(Findings findings) {
        Table effects = findings.table("effects").orElseThrow();
        Figure all = findings.figures().get(0);
        Integer[] order = new Integer[effects.rows()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                Comparator.comparingDouble(
                        row -> -Math.abs(effects.column("effect").doubleAt(row))));
        int shown = Math.min(MOST, order.length);
        Rows rows = new Rows()
                .text("of", "Factor, or factors that interact")
                .number("effect", "", "Effect, high minus low")
                .number("low", "", "Lower end of its interval")
                .number("high", "", "Upper end of its interval");
        for (int row : Arrays.copyOf(order, shown)) {
            rows.add(
                    List.of(name(effects.column("effect-of").textAt(row))),
                    effects.column("effect").doubleAt(row),
                    effects.column("effect-low").doubleAt(row),
                    effects.column("effect-high").doubleAt(row));
        }
        Table sorted = rows.table("effects", all.title());
        Figure figure = new Figure(
                "effects",
                Figure.Kind.BAR,
                all.title() + ": connectors, mavens, salesmen, stickiness, context",
                all.caption() + (shown < order.length ? "; the " + shown + " largest of " + order.length : ""),
                sorted,
                List.of(new Series("effect", "of", "effect", "low", "high", Style.DATA, 0, shown)),
                Axis.of("Factor or interaction"),
                all.y());
        JFreeChart chart = FigureChart.draw(figure);
        chart.getCategoryPlot().setRangeZeroBaselineVisible(true);
        chart.getCategoryPlot().setRangeZeroBaselinePaint(ChartTheme.ink());
        return chart;
    }

    /** {@code prepare.plant-mavens.share × model.stickiness} becomes {@code mavens × stickiness}. */
    static String name(String effect) {
        List<String> words = new ArrayList<>();
        for (String factor : effect.split(" × ", -1)) {
            int plant = factor.indexOf("plant-");
            String word = plant >= 0
                    ? factor.substring(plant + "plant-".length()).replaceAll("\\..*", "")
                    : factor.substring(factor.lastIndexOf('.') + 1);
            words.add(word);
        }
        return String.join(" × ", words);
    }
}
