import java.util.List;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Calculation;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Figure.Axis;
import org.einfluss.api.findings.Figure.Series;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Rows;
import org.einfluss.api.findings.Table;
import org.osgi.service.component.annotations.Component;

/** The share of a well-mixed population that an epidemic reaches: the largest z with z = 1 − exp(−R₀z). */
@Component(service = Calculation.class)
@Described(
        id = "my-calculation",
        name = "My calculation",
        summary = "Final size of an epidemic by its basic reproduction number.",
        cite = "doi:10.1098/rspa.1927.0118")
public final class MyCalculation implements Calculation<MyCalculation.Parameters> {
    private static final int ITERATIONS = 10_000;

    public record Parameters(
            @Param(value = "Largest R0", symbol = "R0", initial = "4", range = "(0,100]") double largest) {}

    @Override
    public Findings calculate(Parameters p, Progress progress) {
        Rows rows = new Rows()
                .number("r0", "", "Basic reproduction number")
                .number("size", "share of people", "Share that is infected in the end");
        for (int i = 0; i <= 40; i++) {
            progress.checkCancelled();
            double r0 = p.largest() * i / 40;
            double size = 1;
            for (int k = 0; k < ITERATIONS; k++) {
                size = 1 - StrictMath.exp(-r0 * size);
            }
            rows.add(r0, size);
        }
        Table table = rows.table("final-size", "Final size by basic reproduction number");
        Figure figure = new Figure(
                "size",
                Figure.Kind.LINE,
                "How far an epidemic gets",
                "Well-mixed population",
                table,
                List.of(Series.of("final size", "r0", "size", Figure.Style.DATA, 0, table.rows())),
                Axis.of("Basic reproduction number"),
                Axis.of("Infected in the end (share of people)", 0, 1));
        return new Findings(
                "my-calculation", "Final size", List.of(table), List.of(figure), List.of(), List.of(), List.of());
    }
}
