package org.einfluss.theory.baselines;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Calculation;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Figure.Axis;
import org.einfluss.api.findings.Figure.Series;
import org.einfluss.api.findings.Figure.Style;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.graph.Column;
import org.osgi.service.component.annotations.Component;

/**
 * Final opinions of the Friedkin–Johnsen model, (I − ΛW)⁻¹(I − Λ)s.
 *
 * <p>N. E. Friedkin and E. C. Johnsen 1990, doi:10.1080/0022250X.1990.9990069. By LU decomposition, O(n³).
 */
@Component(service = Calculation.class)
@Described(
        id = "friedkin-johnsen-limit",
        name = "Friedkin–Johnsen limit",
        summary = "Final opinions of agents that stay attached to their initial opinions, by a linear system.",
        cite = "doi:10.1080/0022250X.1990.9990069")
public final class FriedkinJohnsenLimit implements Calculation<FriedkinJohnsenLimit.Parameters> {
    /** For the registry, and for use as a plain library. */
    public FriedkinJohnsenLimit() {}

    /**
     * The weights one agent gives to all.
     *
     * @param weights one for each agent
     */
    public record Row(
            @Param(value = "Weights", initial = "[1]", range = "[0,1]", unit = "share")
            List<Double> weights) {}

    /**
     * Parameters of the calculation.
     *
     * @param influence rows of W, each adding up to 1
     * @param susceptibility λ of each agent
     * @param opinions initial opinion s of each agent
     */
    public record Parameters(
            @Param(
                    value = "Influence",
                    symbol = "W",
                    initial = "[{weights: [0.5, 0.5, 0]}, {weights: [0.25, 0.5, 0.25]}, {weights: [0, 0.5, 0.5]}]",
                    unit = "share")
            List<Row> influence,

            @Param(value = "Susceptibility", symbol = "λ", initial = "[0.5, 0.8, 0.2]", range = "[0,1]", unit = "share")
            List<Double> susceptibility,

            @Param(value = "Initial opinions", symbol = "s", initial = "[0, 0.5, 1]", range = "[0,1]", unit = "opinion")
            List<Double> opinions) {}

    /**
     * Returns the final opinions.
     *
     * @param influence W, rows adding up to 1
     * @param susceptibility λ of each agent
     * @param opinions s of each agent
     * @throws InputException where no unique limit exists because a group of agents is attached to nothing
     */
    public static double[] limit(double[][] influence, double[] susceptibility, double[] opinions) {
        int n = opinions.length;
        RealMatrix system = new Array2DRowRealMatrix(n, n);
        double[] attached = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                system.setEntry(i, j, (i == j ? 1 : 0) - susceptibility[i] * influence[i][j]);
            }
            attached[i] = (1 - susceptibility[i]) * opinions[i];
        }
        DecompositionSolver solver = new LUDecomposition(system).getSolver();
        if (!solver.isNonSingular()) {
            throw new InputException(
                    "The limit must be unique, but some agents with susceptibility 1 listen, directly or "
                            + "not, to nobody with less; lower one of their susceptibilities");
        }
        return solver.solve(new ArrayRealVector(attached)).toArray();
    }

    private static double[][] rows(Parameters p) {
        int n = p.opinions().size();
        if (n == 0 || p.influence().size() != n || p.susceptibility().size() != n) {
            throw new InputException(
                    "Influence, susceptibility and initial opinions must have as many entries as there are agents, at least one; found "
                            + p.influence().size() + " rows, "
                            + p.susceptibility().size() + " and " + n);
        }
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++) {
            rows[i] = numbers(p.influence().get(i).weights());
            double sum = 0;
            for (double weight : rows[i]) {
                sum += weight;
            }
            if (rows[i].length != n || Math.abs(sum - 1) > 1e-9) {
                throw new InputException("Row " + (i + 1) + " of the influence must have " + n
                        + " weights that add up to 1, found " + rows[i].length + " that add up to " + sum);
            }
        }
        return rows;
    }

    private static double[] numbers(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public Findings calculate(Parameters p, Progress progress) {
        progress.checkCancelled();
        double[] opinions = numbers(p.opinions());
        double[] limit = limit(rows(p), numbers(p.susceptibility()), opinions);
        double[] agents = new double[limit.length];
        double mean = 0;
        for (int i = 0; i < agents.length; i++) {
            agents[i] = i + 1;
            mean += limit[i] / agents.length;
        }
        Table table = new Table(
                "opinions",
                "Initial and final opinions",
                List.of(
                        Column.doubles("agent", "", agents).withMeaning("Number of the agent"),
                        Column.doubles("initial", "opinion", opinions).withMeaning("Initial opinion"),
                        Column.doubles("final", "opinion", limit).withMeaning("Final opinion")));
        return new Findings(
                "friedkin-johnsen-limit",
                "Friedkin–Johnsen limit",
                List.of(table),
                List.of(new Figure(
                        "opinions",
                        Figure.Kind.SCATTER,
                        "Initial and final opinions",
                        "Exact limit of repeated averaging with attachment.",
                        table,
                        List.of(
                                Series.of("initial", "agent", "initial", Style.DATA, 0, table.rows()),
                                Series.of("final", "agent", "final", Style.DATA, 0, table.rows())),
                        Axis.of("Agent"),
                        Axis.of("Opinion", 0, 1))),
                List.of(Curves.exact("Mean final opinion", mean, "opinion")),
                List.of(),
                List.of("doi:10.1080/0022250X.1990.9990069"));
    }
}
