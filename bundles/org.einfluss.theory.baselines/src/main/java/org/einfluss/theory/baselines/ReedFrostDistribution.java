package org.einfluss.theory.baselines;

import java.util.List;
import org.einfluss.api.Described;
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
 * Exact distribution of the number of nodes a Reed–Frost chain infects on a complete graph.
 *
 * <p>By enumeration of all chains of (susceptible, infectious): given s and i, the number of new infections is binomial with s trials of
 * probability 1 − (1 − p)^i. H. Abbey 1952, Human Biology 24:201. O(s³) time, O(s²) space.
 */
@Component(service = Calculation.class)
@Described(
        id = "reed-frost-distribution",
        name = "Reed–Frost distribution",
        summary = "Exact distribution of the final size of a Reed–Frost chain on a complete graph.")
public final class ReedFrostDistribution implements Calculation<ReedFrostDistribution.Parameters> {
    /** For the registry, and for use as a plain library. */
    public ReedFrostDistribution() {}

    /**
     * Parameters of the calculation.
     *
     * @param susceptible nodes susceptible at the start
     * @param infectious nodes infectious at the start
     * @param infection contact probability p
     */
    public record Parameters(
            @Param(value = "Susceptible at the start", symbol = "S₀", initial = "9", range = "[0,500]", unit = "nodes")
            int susceptible,

            @Param(value = "Infectious at the start", symbol = "I₀", initial = "1", range = "[1,500]", unit = "nodes")
            int infectious,

            @Param(
                    value = "Contact probability",
                    symbol = "p",
                    initial = "0.1",
                    range = "[0,1]",
                    unit = "per pair and step")
            double infection) {}

    /**
     * Returns the probability of each number of nodes infected, the first ones not counted.
     *
     * @param p the parameters
     * @return probabilities of 0 … S₀
     */
    public static double[] distribution(Parameters p) {
        int most = p.susceptible();
        double[][] chance = new double[most + 1][Math.max(most, p.infectious()) + 1];
        double[] total = new double[most + 1];
        chance[most][p.infectious()] = 1;
        // The number still susceptible never rises: each state is complete before it is left.
        for (int s = most; s >= 0; s--) {
            for (int i = chance[s].length - 1; i >= 1; i--) {
                if (chance[s][i] == 0) {
                    continue;
                }
                double escape = StrictMath.pow(1 - p.infection(), i);
                double logRatio = StrictMath.log1p(-escape) - StrictMath.log(escape);
                double logNone = s == 0 ? 0 : s * StrictMath.log(escape);
                double logChoices = 0;
                for (int hit = 0; hit <= s; hit++) {
                    double binomial;
                    if (escape >= 1 || escape <= 0) {
                        binomial = hit == (escape >= 1 ? 0 : s) ? 1 : 0;
                    } else {
                        binomial = StrictMath.exp(logChoices + logNone + hit * logRatio);
                    }
                    if (hit == 0) {
                        total[most - s] += chance[s][i] * binomial;
                    } else {
                        chance[s - hit][hit] += chance[s][i] * binomial;
                    }
                    logChoices += StrictMath.log((s - hit) / (hit + 1.0));
                }
            }
        }
        return total;
    }

    @Override
    public Findings calculate(Parameters parameters, Progress progress) {
        progress.checkCancelled();
        double[] chance = distribution(parameters);
        double[] size = new double[chance.length];
        double mean = 0;
        for (int k = 0; k < size.length; k++) {
            size[k] = parameters.infectious() + k;
            mean += chance[k] * size[k];
        }
        Table table = new Table(
                "distribution",
                "Final size of a Reed–Frost chain",
                List.of(
                        Column.doubles("size", "nodes", size).withMeaning("Nodes ever infectious, the first included"),
                        Column.doubles("probability", "", chance).withMeaning("Probability of this size")));
        return new Findings(
                "reed-frost-distribution",
                "Final size of a Reed–Frost chain",
                List.of(table),
                List.of(new Figure(
                        "distribution",
                        Figure.Kind.LINE,
                        "Final size of a Reed–Frost chain",
                        "Complete graph, exact.",
                        table,
                        List.of(Series.of("exact", "size", "probability", Style.OVERLAY, 0, table.rows())),
                        Axis.of("Nodes ever infectious (nodes)"),
                        Axis.of("Probability"))),
                List.of(
                        Curves.exact("Mean final size, the first infectious nodes included", mean, "nodes"),
                        Curves.exact("Nobody else is infected", chance[0], "probability"),
                        Curves.exact("Everybody is infected", chance[chance.length - 1], "probability")),
                List.of("Complete graph; every infection lasts one step."),
                List.of());
    }
}
