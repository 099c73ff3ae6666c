package org.einfluss.theory.watts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Calculation;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Figure.Axis;
import org.einfluss.api.findings.Figure.Series;
import org.einfluss.api.findings.Figure.Style;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Findings.Headline;
import org.einfluss.api.findings.Rows;
import org.einfluss.api.findings.Table;
import org.osgi.service.component.annotations.Component;

/**
 * The cascade window: for which mean degrees a single seed can start a global cascade on an infinite random network, R_v &gt; 1.
 *
 * <p>Watts 2002, doi:10.1073/pnas.082090499; see {@link VulnerableBranching} for R_v and {@link WindowEdges} for the edges. The staircase
 * is the window as a function of a constant threshold φ: its edges depend on K = ⌊1/φ⌋ alone.
 */
@Component(service = Calculation.class)
@Described(
        id = "cascade-window",
        name = "Cascade window",
        summary = "Mean degrees at which one seed can start a global cascade (R_v > 1).",
        cite = CascadeWindow.WATTS)
public final class CascadeWindow implements Calculation<CascadeWindow.Parameters> {
    static final String WATTS = "doi:10.1073/pnas.082090499";
    static final String PHI_AXIS = "Threshold φ (share of neighbours)";
    static final String Z_AXIS = "Mean degree z (links per node)";
    private static final int FLATTEST_STEP = 20;

    /** For the registry, and for use as a plain library. */
    public CascadeWindow() {}

    /**
     * Parameters of the calculation.
     *
     * @param threshold law of the thresholds
     * @param degrees law of the degrees
     * @param highestMeanDegree how far the window is followed
     */
    public record Parameters(
            @Param(value = "Threshold", symbol = "φ", initial = "constant", unit = "share of neighbours")
            Threshold threshold,

            @Param(value = "Degree law", initial = "poisson")
            DegreeLaw degrees,

            @Param(
                    value = "Highest mean degree",
                    initial = "30",
                    range = "[1,100]",
                    unit = "links per node",
                    advanced = true)
            double highestMeanDegree) {}

    @Override
    public Findings calculate(Parameters parameters, Progress progress) {
        Threshold threshold = parameters.threshold();
        DegreeLaw law = parameters.degrees();
        List<Table> tables = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        List<Headline> headlines = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        notes.add("Single seed on an infinite random network with " + law + "; " + threshold + ".");
        if (threshold.share(0, 0) > 0) {
            notes.add("A share F(0) = " + threshold.share(0, 0)
                    + " of nodes starts by itself, so that cascades need no seed; see the calculation seed-fraction.");
        }
        VulnerableBranching here = VulnerableBranching.of(threshold, law);
        headlines.add(exact("Vulnerable nodes behind a link (R_v)", here.reproduction(), ""));
        if (family(law) == null) {
            Rows rows = reproductions();
            rows.add(here.meanDegree(), here.reproduction(), 1);
            tables.add(rows.table("reproduction", "Reproduction of vulnerable nodes"));
            notes.add("This degree law is not one of a family over the mean degree, so there is no window to follow.");
            return new Findings("cascade-window", "Cascade window", tables, figures, headlines, notes, List.of(WATTS));
        }
        WindowEdges edges = WindowEdges.of(threshold, family(law), parameters.highestMeanDegree());
        progress.checkCancelled();
        Rows windows = new Rows()
                .number("z1", "links per node", "Lower edge of a window")
                .number("z2", "links per node", "Upper edge of a window; missing where it is still open");
        edges.windows().forEach(window -> windows.add(window.from(), window.to()));
        tables.add(windows.table("windows", "Mean degrees with R_v > 1"));
        if (edges.windows().isEmpty()) {
            notes.add("R_v stays below 1 at every mean degree: one seed starts no global cascade.");
        } else {
            headlines.add(
                    0,
                    exact(
                            "Lower edge of the window (z1)",
                            edges.windows().get(0).from(),
                            "links per node"));
            double last = edges.windows().get(edges.windows().size() - 1).to();
            if (Double.isNaN(last)) {
                notes.add("The window is still open at z = " + parameters.highestMeanDegree() + ".");
            } else {
                headlines.add(1, exact("Upper edge of the window (z2)", last, "links per node"));
            }
        }
        headlines.add(exact("Largest R_v, at z = " + Math.rint(100 * edges.largestAt()) / 100, edges.largest(), ""));
        Rows curve = reproductions();
        for (int i = 1; i <= 300; i++) {
            double z = parameters.highestMeanDegree() * i / 300;
            curve.add(z, VulnerableBranching.reproduction(threshold, family(law).apply(z)), 1);
        }
        Table reproduction = curve.table("reproduction", "Reproduction of vulnerable nodes");
        tables.add(reproduction);
        figures.add(new Figure(
                "reproduction",
                Figure.Kind.LINE,
                "Where one seed can start a global cascade",
                notes.get(0),
                reproduction,
                List.of(
                        Series.of("R_v", "z", "R_v", Style.DATA, 0, reproduction.rows()),
                        Series.of("R_v = 1", "z", "critical", Style.OVERLAY, 0, reproduction.rows())),
                Axis.of(Z_AXIS),
                Axis.of("Vulnerable nodes behind a link, R_v")));
        Table staircase = staircase(family(law), parameters.highestMeanDegree(), progress);
        tables.add(staircase);
        figures.add(new Figure(
                "staircase",
                Figure.Kind.LINE,
                "Cascade window for equal thresholds",
                "Inside the lines R_v > 1; infinite network, one seed.",
                staircase,
                List.of(
                        Series.of("lower edge z1", "phi", "z1", Style.OVERLAY, 0, staircase.rows()),
                        Series.of("upper edge z2", "phi", "z2", Style.OVERLAY, 0, staircase.rows())),
                Axis.of(PHI_AXIS),
                Axis.of(Z_AXIS)));
        return new Findings("cascade-window", "Cascade window", tables, figures, headlines, notes, List.of(WATTS));
    }

    private static Rows reproductions() {
        return new Rows()
                .number("z", "links per node", "Mean degree")
                .number("R_v", "", "Expected vulnerable nodes behind a link")
                .number("critical", "", "Global cascades need more than this");
    }

    /** The family over the mean degree to which a law belongs; null where it belongs to none. */
    static DoubleFunction<DegreeLaw> family(DegreeLaw law) {
        return law instanceof DegreeLaw.Poisson
                ? DegreeLaw.Poisson::new
                : law instanceof DegreeLaw.DirectedPoisson ? DegreeLaw.DirectedPoisson::new : null;
    }

    /**
     * The boundary R_v = 1 in the plane of (φ, z) for equal thresholds: two rows per step, from its lowest to its highest φ.
     */
    static Table staircase(DoubleFunction<DegreeLaw> family, double highest, Progress progress) {
        Rows rows = new Rows()
                .number("phi", "share of neighbours", "Threshold; the lower end of a step is open, the upper closed")
                .number("K", "neighbours", "Largest degree of a vulnerable node")
                .number("z1", "links per node", "Lower edge of the window")
                .number(
                        "z2",
                        "links per node",
                        "Upper edge of the window; missing where it lies higher than looked for")
                .number("largest", "", "Largest R_v over all mean degrees")
                .number("largest-at", "links per node", "Mean degree of the largest R_v");
        for (int most = FLATTEST_STEP; most >= 1; most--) {
            progress.checkCancelled();
            WindowEdges edges = WindowEdges.of(new Threshold.Constant(1.0 / most), family, highest);
            for (WindowEdges.Window window : edges.windows()) {
                for (double phi : new double[] {1.0 / (most + 1), 1.0 / most}) {
                    rows.add(phi, most, window.from(), window.to(), edges.largest(), edges.largestAt());
                }
            }
        }
        return rows.table("staircase", "Window for equal thresholds");
    }

    static Headline exact(String label, double value, String unit) {
        return new Headline(label, value, Double.NaN, Double.NaN, unit, "");
    }
}
