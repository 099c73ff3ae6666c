package org.einfluss.theory.gladwell;

import java.util.List;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Figure.Axis;
import org.einfluss.api.findings.Figure.Series;
import org.einfluss.api.findings.Figure.Style;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Rows;
import org.einfluss.api.findings.Table;
import org.einfluss.charts.ChartView;
import org.einfluss.tck.ChartViewContract;

final class EffectsOfTheFewContractTest extends ChartViewContract {
    @Override
    protected ChartView view() {
        return new EffectsOfTheFew();
    }

    @Override
    protected List<Findings> findings() {
        Rows rows = new Rows()
                .text("effect-of", "Factors")
                .number("effect", "", "Effect")
                .number("effect-low", "", "Lower end")
                .number("effect-high", "", "Upper end");
        rows.add(List.of("prepare.plant-mavens.share"), 0.02, 0.01, 0.03);
        rows.add(List.of("model.stickiness"), 0.3, 0.28, 0.32);
        rows.add(List.of("prepare.plant-mavens.share × model.stickiness"), -0.1, -0.12, -0.08);
        Table table = rows.table("effects", "Effects on reach");
        Figure figure = new Figure(
                "effects",
                Figure.Kind.BAR,
                "Effects on reach",
                "Whiskers: 95 % over 20 networks",
                table,
                List.of(Series.of("effect", "effect-of", "effect", Style.DATA, 0, 3)),
                Axis.of("Factor or interaction"),
                Axis.of("Effect on reach"));
        return List.of(new Findings(
                "factorial-effects",
                "Effects on reach",
                List.of(table),
                List.of(figure),
                List.of(),
                List.of(),
                List.of()));
    }
}
