package org.einfluss.theory.gladwell;

import java.util.List;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.charts.ChartTheme;
import org.einfluss.charts.ChartView;
import org.einfluss.charts.FigureChart;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.CombinedDomainCategoryPlot;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.data.category.DefaultCategoryDataset;
import org.osgi.service.component.annotations.Component;

/** Who has which roles: bars of exact combinations over a matrix of dots that says which roles they combine. */
@Component(service = ChartView.class)
public final class RoleOverlap implements ChartView {
    private static final List<String> ROLES = List.of("salesman", "maven", "connector");

    /** For the registry. */
    public RoleOverlap() {}

    @Override
    public boolean draws(Findings findings) {
        return findings.kind().equals("role-map")
                && findings.table("overlap").isPresent()
                && findings.figures().stream().anyMatch(figure -> figure.name().equals("overlap"));
    }

    @Override
    public JFreeChart draw(Findings findings) {
        Figure figure = findings.figures().stream()
                .filter(one -> one.name().equals("overlap"))
                .findFirst()
                .orElseThrow();
        Table table = findings.table("overlap").orElseThrow();
        CategoryPlot bars = FigureChart.draw(figure).getCategoryPlot();
        DefaultCategoryDataset dots = new DefaultCategoryDataset();
        // One series a role draws that role's dots; lines would join combinations, so that there are none.
        for (int role = 0; role < ROLES.size(); role++) {
            for (int row = 0; row < table.rows(); row++) {
                boolean has = table.column(ROLES.get(role)).doubleAt(row) == 1;
                dots.addValue(
                        has ? (Number) role : null,
                        ROLES.get(role),
                        table.column("roles").textAt(row));
            }
        }
        LineAndShapeRenderer renderer = new LineAndShapeRenderer(false, true);
        for (int role = 0; role < ROLES.size(); role++) {
            renderer.setSeriesShape(role, ChartTheme.point(0, 9));
            renderer.setSeriesPaint(role, ChartTheme.ink());
        }
        SymbolAxis names = new SymbolAxis("", ROLES.toArray(String[]::new));
        names.setRange(-0.5, ROLES.size() - 0.5);
        names.setTickLabelFont(ChartTheme.font(ChartTheme.TEXT_POINTS));
        names.setGridBandsVisible(false);
        CategoryPlot matrix = new CategoryPlot(dots, null, names, renderer);
        matrix.setRangeGridlinesVisible(true);
        org.jfree.chart.axis.CategoryAxis domain = bars.getDomainAxis();
        domain.setTickLabelsVisible(false);
        domain.setLabel("Exactly the roles with a dot");
        CombinedDomainCategoryPlot both = new CombinedDomainCategoryPlot(domain);
        both.setGap(6);
        both.add(bars, 3);
        both.add(matrix, 1);
        both.setFixedLegendItems(bars.getLegendItems());
        JFreeChart chart = new JFreeChart(figure.title(), ChartTheme.bold(ChartTheme.TITLE_POINTS), both, true);
        return ChartTheme.finish(chart, figure.caption());
    }
}
