package org.einfluss.theory.baselines;

import java.util.ArrayList;
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
 * Compartments over time in a large, evenly mixed population, and the final size of the epidemic.
 *
 * <p>s′ = −R₀γsi, e′ = R₀γsi − σe, i′ = σe − γi, r′ = γi (W. O. Kermack and A. G. McKendrick 1927, doi:10.1098/rspa.1927.0118), by
 * Dormand–Prince 8(5,3). Without onset rate there is no exposed stage. The final size of a major outbreak from a vanishing start is the
 * largest solution of s = 1 − e^{−R₀s}; with exposed stage or not. SI is i(t) = i₀e^{bt} / (1 − i₀ + i₀e^{bt}) with b = R₀γ; SIS settles
 * at 1 − 1/R₀.
 */
@Component(service = Calculation.class)
@Described(
        id = "epidemic-curves",
        name = "Epidemic curves",
        summary = "Compartments over time under even mixing, final size, endemic share, and the logistic curve of SI.",
        cite = "doi:10.1098/rspa.1927.0118")
public final class EpidemicCurves implements Calculation<EpidemicCurves.Parameters> {
    private static final int POINTS = 200;

    /** For the registry, and for use as a plain library. */
    public EpidemicCurves() {}

    /**
     * Parameters of the calculation.
     *
     * @param reproduction R₀, the nodes that one infectious node infects where all others are susceptible
     * @param recovery rate γ
     * @param onset rate σ at which exposed nodes become infectious; 0: no exposed stage
     * @param start share i₀ infectious at time 0
     * @param until last time of the curves
     */
    public record Parameters(
            @Param(value = "Basic reproduction number", symbol = "R₀", initial = "2", range = "[0,100]")
            double reproduction,

            @Param(value = "Recovery rate", symbol = "γ", initial = "0.1", range = "(0,100]", unit = "per unit of time")
            double recovery,

            @Param(
                    value = "Onset rate",
                    symbol = "σ",
                    initial = "0",
                    range = "[0,100]",
                    unit = "per unit of time",
                    help = "0: infected nodes are infectious at once")
            double onset,

            @Param(
                    value = "Infectious at the start",
                    symbol = "i₀",
                    initial = "0.001",
                    range = "(0,1]",
                    unit = "share of nodes")
            double start,

            @Param(value = "Until", symbol = "t", initial = "200", range = "(0,100000]", unit = "units of time")
            double until) {}

    /**
     * Returns the final size of a major outbreak, the largest s in [0, 1] with s = 1 − e^{−R₀s}.
     *
     * @param reproduction R₀; on a Poisson network the mean degree times the probability that an arc transmits
     * @return 0 for R₀ ≤ 1; to about 1e-15
     */
    public static double finalSize(double reproduction) {
        if (!(reproduction > 1)) {
            return 0;
        }
        // g(s) = 1 − e^{−R₀s} − s is above 0 left of the root and falls on its right: bisection cannot go astray.
        double low = 0;
        double high = 1;
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (-StrictMath.expm1(-reproduction * middle) > middle) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Returns the share infectious in SI under even mixing.
     *
     * @param start share at time 0
     * @param rate contacts per node and unit of time b
     * @param time time t
     * @return i₀e^{bt} / (1 − i₀ + i₀e^{bt})
     */
    public static double logistic(double start, double rate, double time) {
        return start / (start + (1 - start) * StrictMath.exp(-rate * time));
    }

    /**
     * Returns s, e, i and r at given times.
     *
     * @param p the parameters; {@code until} is not read
     * @param times times in ascending order, the first at least 0
     * @return four shares of nodes for each time
     */
    public static double[][] compartments(Parameters p, double[] times) {
        return MixedEpidemic.everywhere(
                p.reproduction() * p.recovery(), p.onset(), p.recovery(), false, p.start(), times);
    }

    @Override
    public Findings calculate(Parameters parameters, Progress progress) {
        double[] times = Curves.grid(parameters.until(), POINTS);
        double[][] course = compartments(parameters, times);
        progress.checkCancelled();
        double[] si = new double[times.length];
        for (int k = 0; k < si.length; k++) {
            si[k] = logistic(parameters.start(), parameters.reproduction() * parameters.recovery(), times[k]);
        }
        String[] names = {"susceptible", "exposed", "infectious", "recovered"};
        List<Column> columns = new ArrayList<>();
        List<Series> series = new ArrayList<>();
        columns.add(Column.doubles("time", "units of time", times).withMeaning("Time since the start"));
        for (int c = 0; c < names.length; c++) {
            double[] values = new double[times.length];
            for (int k = 0; k < values.length; k++) {
                values[k] = course[k][c];
            }
            columns.add(Column.doubles(names[c], "share of nodes", values).withMeaning("Nodes that are " + names[c]));
            if (c != 1 || parameters.onset() > 0) {
                series.add(Series.of(names[c], "time", names[c], Style.OVERLAY, 0, times.length));
            }
        }
        columns.add(
                Column.doubles("si", "share of nodes", si).withMeaning("Nodes infectious if nobody recovered (SI)"));
        series.add(Series.of("infectious in SI", "time", "si", Style.OVERLAY, 0, times.length));
        Table table = new Table("compartments", "Compartments over time", columns);
        double r0 = parameters.reproduction();
        return new Findings(
                "epidemic-curves",
                "Epidemic curves",
                List.of(table),
                List.of(new Figure(
                        "compartments",
                        Figure.Kind.LINE,
                        "Compartments over time",
                        "Even mixing, infinite population; R₀ = " + r0 + ".",
                        table,
                        series,
                        Axis.of("Time (units of time)"),
                        Axis.of("Nodes (share)"))),
                List.of(
                        Curves.exact("Final size of a major outbreak", finalSize(r0), "share of nodes"),
                        Curves.exact(
                                "Endemic share if nobody stays immune (SIS)",
                                r0 > 1 ? 1 - 1 / r0 : 0,
                                "share of nodes")),
                List.of("Even mixing of an infinite population; networks differ, above all where degrees do."),
                List.of("doi:10.1098/rspa.1927.0118"));
    }
}
