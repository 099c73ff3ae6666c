package org.einfluss.theory.baselines;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.findings.Analysis;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Figure.Axis;
import org.einfluss.api.findings.Figure.Series;
import org.einfluss.api.findings.Figure.Style;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Findings.Headline;
import org.einfluss.api.findings.Rows;
import org.einfluss.api.findings.Table;
import org.einfluss.graph.Graph;
import org.einfluss.graph.InArcs;
import org.einfluss.math.CompensatedSum;
import org.osgi.service.component.annotations.Component;

/**
 * The ratio β/γ above which an infection without immunity (SIS) stays in a network, and the share infectious there, in the mean-field
 * approximation of N intertwined nodes (NIMFA).
 *
 * <p>The approximation takes neighbours as independent. Its threshold is 1/λ₁, with the largest eigenvalue λ₁ of the adjacency matrix; the
 * shares solve y_v = τ Σ_u y_u / (1 + τ Σ_u y_u) over the sources u of v, τ = β/γ (P. Van Mieghem 2011,
 * doi:10.1007/s00607-011-0155-y). It lies above the process itself, so that 1/λ₁ is a lower bound of where an infection can stay for long.
 * Beside it stands ⟨k⟩/⟨k²⟩, the threshold where only degrees are known (R. Pastor-Satorras and A. Vespignani 2001,
 * doi:10.1103/PhysRevLett.86.3200).
 */
@Component(service = Analysis.class)
@Described(
        id = "epidemic-threshold",
        name = "Epidemic threshold",
        summary = "Mean-field threshold 1/λ₁ of an infection without immunity, and the endemic share above it.",
        cite = {EpidemicThreshold.NIMFA, EpidemicThreshold.DEGREES})
public final class EpidemicThreshold implements Analysis<EpidemicThreshold.Parameters> {
    static final String NIMFA = "doi:10.1007/s00607-011-0155-y";
    static final String DEGREES = "doi:10.1103/PhysRevLett.86.3200";
    private static final int POINTS = 40;
    private static final double AT_REST = 1e-9;
    private static final int MOST_ITERATIONS = 5000;

    /** For the registry, and for use as a plain library. */
    public EpidemicThreshold() {}

    /**
     * Parameters of the analysis.
     *
     * @param until end of the curve, in thresholds
     */
    public record Parameters(
            @Param(
                    value = "Curve up to",
                    initial = "5",
                    range = "(1,100]",
                    unit = "times the threshold",
                    advanced = true)
            double until) {}

    /**
     * Returns the mean share infectious of NIMFA.
     *
     * @param ratio τ = β/γ
     * @param y a solution for a ratio at least as large, or ones; becomes the solution
     * @return whether iteration came to rest
     */
    static boolean settle(Graph graph, double ratio, double[] y, Progress progress) {
        InArcs in = graph.inArcs();
        for (int i = 0; i < MOST_ITERATIONS; i++) {
            progress.checkCancelled();
            double change = 0;
            // From above, one node after the other with what is already known of the others: every step stays above the
            // solution.
            for (int v = 0; v < y.length; v++) {
                double heard = 0;
                for (int a = in.begin(v); a < in.end(v); a++) {
                    heard += y[in.source(a)];
                }
                double next = ratio * heard / (1 + ratio * heard);
                change = Math.max(change, Math.abs(y[v] - next));
                y[v] = next;
            }
            if (change < AT_REST) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Findings analyse(Dataset dataset, Parameters parameters, Progress progress) {
        Graph graph = dataset.network().graph();
        int n = graph.nodes();
        SpectralRadius radius = SpectralRadius.of(graph, progress);
        CompensatedSum degrees = new CompensatedSum();
        CompensatedSum products = new CompensatedSum();
        for (int v = 0; v < n; v++) {
            degrees.add(graph.inDegree(v));
            products.add((double) graph.inDegree(v) * graph.outDegree(v));
        }
        boolean spreads = radius.value() > 0;
        double threshold = spreads ? 1 / radius.value() : Double.NaN;
        double byDegrees = products.value() > 0 ? degrees.value() / products.value() : Double.NaN;
        Rows rows = new Rows()
                .number("lambda1", "", "Largest eigenvalue λ₁ of the adjacency matrix")
                .number("lambda1-low", "", "Its lower bound")
                .number("lambda1-high", "", "Its upper bound")
                .number("threshold", "β/γ", "Mean-field threshold 1/λ₁; empty where there is no cycle")
                .number(
                        "by-degrees",
                        "β/γ",
                        "Threshold ⟨k⟩/⟨k²⟩ (directed: ⟨k⟩/⟨k_in k_out⟩) where only degrees are known");
        rows.add(radius.value(), radius.low(), radius.high(), threshold, byDegrees);
        List<String> notes = new ArrayList<>(dataset.descriptor().caveats());
        notes.add(
                "Mean-field: neighbours are taken as independent. On a finite network every infection dies out in the end; below "
                        + "1/λ₁ it does so fast, above it may stay for long.");
        notes.add("Holds for SIS. With immunity (SIR) the threshold is higher.");
        if (!radius.isConverged()) {
            notes.add("λ₁ is known between its bounds only; iteration was slow.");
        }
        Table curve = curve(graph, spreads ? threshold : 1, parameters.until(), spreads, notes, progress);
        List<Headline> headlines = new ArrayList<>();
        headlines.add(new Headline("Largest eigenvalue λ₁", radius.value(), radius.low(), radius.high(), "", "bounds"));
        if (spreads) {
            headlines.add(Curves.exact("Epidemic threshold 1/λ₁ (mean-field)", threshold, "β/γ"));
            headlines.add(Curves.exact("Threshold by degrees alone", byDegrees, "β/γ"));
        } else {
            notes.add("The network has no cycle along its arcs: no infection can stay.");
        }
        return new Findings(
                "epidemic-threshold",
                "Epidemic threshold",
                List.of(rows.table("threshold", "Threshold"), curve),
                List.of(new Figure(
                        "endemic",
                        Figure.Kind.LINE,
                        "Share infectious for good (mean-field)",
                        dataset.descriptor().title() + "; NIMFA"
                                + (spreads ? "; threshold 1/λ₁ = " + (float) threshold : "") + ".",
                        curve,
                        List.of(Series.of("NIMFA", "ratio", "infectious", Style.OVERLAY, 0, curve.rows())),
                        Axis.of("Infection over recovery β/γ"),
                        Axis.of("Infectious nodes (share)", 0, 1))),
                headlines,
                notes,
                List.of(NIMFA, DEGREES));
    }

    private static Table curve(
            Graph graph, double threshold, double until, boolean spreads, List<String> notes, Progress progress) {
        int n = graph.nodes();
        double[] ratio = new double[POINTS + 1];
        double[] share = new double[POINTS + 1];
        double[] y = new double[n];
        Arrays.fill(y, 1);
        boolean settled = true;
        for (int k = POINTS; k >= 0; k--) {
            progress.report(POINTS - k, POINTS + 1, "points of the curve");
            ratio[k] = threshold * until * k / POINTS;
            if (spreads && ratio[k] > threshold) {
                settled &= settle(graph, ratio[k], y, progress);
                share[k] = CompensatedSum.of(y) / n;
            }
        }
        if (!settled) {
            notes.add("Near the threshold the curve is up to a little too high: iteration was slow.");
        }
        Rows rows = new Rows()
                .number("ratio", "β/γ", "Infection over recovery")
                .number("infectious", "share of nodes", "Mean share of infectious nodes in NIMFA");
        for (int k = 0; k <= POINTS; k++) {
            rows.add(ratio[k], share[k]);
        }
        return rows.table("endemic", "Share infectious for good (mean-field)");
    }
}
