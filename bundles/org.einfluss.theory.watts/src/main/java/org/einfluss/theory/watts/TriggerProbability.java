package org.einfluss.theory.watts;

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
import org.einfluss.api.findings.Findings.Headline;
import org.einfluss.api.findings.Rows;
import org.einfluss.api.findings.Table;
import org.osgi.service.component.annotations.Component;

/**
 * How often one random seed starts a global cascade on an infinite random network, and how large the cascade then is.
 *
 * <p>The frequency is P_trig = 1 − Σ p_k u^k ({@link VulnerableBranching}), for a seed of degree k 1 − u^k. The size of a global cascade is
 * not the giant vulnerable cluster but the fixed point of {@link SeedRecursion} for a vanishing seed fraction.
 */
@Component(service = Calculation.class)
@Described(
        id = "trigger-probability",
        name = "Trigger probability",
        summary = "How often one random seed starts a global cascade, and how large it then is.",
        cite = CascadeWindow.WATTS)
public final class TriggerProbability implements Calculation<TriggerProbability.Parameters> {
    /** Seed fraction that stands for one seed in an infinite network. */
    static final double VANISHING = 1e-9;

    private static final int DEGREES_SHOWN = 30;

    /** For the registry, and for use as a plain library. */
    public TriggerProbability() {}

    /**
     * Parameters of the calculation.
     *
     * @param threshold law of the thresholds
     * @param degrees law of the degrees
     */
    public record Parameters(
            @Param(value = "Threshold", symbol = "φ", initial = "constant", unit = "share of neighbours")
            Threshold threshold,

            @Param(value = "Degree law", initial = "poisson")
            DegreeLaw degrees) {}

    @Override
    public Findings calculate(Parameters parameters, Progress progress) {
        Threshold threshold = parameters.threshold();
        DegreeLaw law = parameters.degrees();
        VulnerableBranching here = VulnerableBranching.of(threshold, law);
        List<String> notes = new ArrayList<>();
        notes.add("One random seed on an infinite random network with " + law + "; " + threshold + ".");
        notes.add(
                "On finite networks cascades near the upper edge of the window are more frequent than this limit: at φ = 0.18, z = 5.5 "
                        + "and 10,000 nodes 0.424 instead of 0.376.");
        Rows one = curve();
        add(one, here, threshold, law);
        List<Headline> headlines = List.of(
                CascadeWindow.exact(
                        "Frequency of global cascades (P_trig)", here.triggerProbability(), "share of seeds"),
                CascadeWindow.exact("Giant vulnerable cluster (S_v)", here.vulnerableCluster(), "share of nodes"),
                CascadeWindow.exact("Vulnerable nodes behind a link (R_v)", here.reproduction(), ""));
        Rows degrees = new Rows()
                .number("degree", "links", "Degree of the seed")
                .number("share", "share of nodes", "Share of nodes with this degree")
                .number("trigger", "share of seeds", "Frequency of global cascades from a seed of this degree");
        double[] p = law.probabilities();
        for (int k = 0; k < DEGREES_SHOWN; k++) {
            degrees.add(k, k < p.length ? p[k] : 0, here.triggerProbability(k));
        }
        Table byDegree = degrees.table("by-degree", "Frequency of global cascades by the seed's degree");
        List<Table> tables = new ArrayList<>(List.of(one.table("trigger", "Trigger probability"), byDegree));
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                "by-degree",
                Figure.Kind.LINE,
                "Seeds of higher degree start more global cascades",
                notes.get(0),
                byDegree,
                List.of(Series.of("1 − u^k", "degree", "trigger", Style.DATA, 0, byDegree.rows())),
                Axis.of("Degree of the seed k (links)"),
                Axis.of("Frequency of global cascades", 0, 1)));
        if (CascadeWindow.family(law) != null) {
            Rows rows = curve();
            for (int i = 1; i <= 150; i++) {
                progress.checkCancelled();
                DegreeLaw other = CascadeWindow.family(law).apply(i / 10.0);
                add(rows, VulnerableBranching.of(threshold, other), threshold, other);
            }
            Table all = rows.table("by-mean-degree", "Trigger probability by mean degree");
            tables.add(all);
            figures.add(new Figure(
                    "by-mean-degree",
                    Figure.Kind.LINE,
                    "Frequency and size of global cascades",
                    "One random seed, infinite network; " + threshold + ".",
                    all,
                    List.of(
                            Series.of("frequency P_trig", "z", "P_trig", Style.DATA, 0, all.rows()),
                            Series.of("size, given global", "z", "size", Style.DATA, 0, all.rows()),
                            Series.of("giant vulnerable cluster S_v", "z", "S_v", Style.DATA, 0, all.rows())),
                    Axis.of(CascadeWindow.Z_AXIS),
                    Axis.of("Share", 0, 1)));
        }
        return new Findings(
                "trigger-probability",
                "Trigger probability",
                tables,
                figures,
                headlines,
                notes,
                List.of(CascadeWindow.WATTS));
    }

    private static Rows curve() {
        return new Rows()
                .number("z", "links per node", "Mean degree")
                .number("R_v", "", "Expected vulnerable nodes behind a link")
                .number("b", "", "Probability that the node behind a link is vulnerable")
                .number("u", "", "Probability that a link does not lead into the giant vulnerable cluster")
                .number("S_v", "share of nodes", "Nodes in the giant vulnerable cluster")
                .number("P_trig", "share of seeds", "Frequency of global cascades from one random seed")
                .number("size", "share of nodes", "Size of a global cascade; missing where there is none");
    }

    private static void add(Rows rows, VulnerableBranching one, Threshold threshold, DegreeLaw law) {
        rows.add(
                one.meanDegree(),
                one.reproduction(),
                one.behindLink(),
                one.extinction(),
                one.vulnerableCluster(),
                one.triggerProbability(),
                one.triggerProbability() > 0 ? new SeedRecursion(threshold, law).finalShare(VANISHING) : Double.NaN);
    }
}
