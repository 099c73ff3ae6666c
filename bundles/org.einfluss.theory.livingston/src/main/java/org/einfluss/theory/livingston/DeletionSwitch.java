package org.einfluss.theory.livingston;

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
 * From which anger on a deletion sets off protest, on an infinite network of Poisson degrees: the switch line σ_D* = 1/(z p₀) − 1.
 *
 * <p>Protest passes each arc with probability p = min(1, p₀ (1 + σ_D)), so that a protester moves R = z p others. For R ≤ 1 protest dies out, after 1/(1 − R)
 * protesters on average from one; for R &gt; 1 one protester starts an outbreak with probability s = 1 − e^{−R s}, the greatest root, which is also its share of
 * nodes. A negative σ_D* means that p₀ spreads without any anger.
 */
@Component(service = Calculation.class)
@Described(
        id = "deletion-switch",
        name = "Where deletion sets off protest",
        summary = "Anger from which on protest against a deletion breaks out, and how large it grows.")
public final class DeletionSwitch implements Calculation<DeletionSwitch.Parameters> {
    /** For the registry, and for use as a plain library. */
    public DeletionSwitch() {}

    /**
     * Parameters of the calculation.
     *
     * @param meanDegree mean number of listeners z
     * @param spreading p₀
     * @param anger σ_D
     */
    public record Parameters(
            @Param(value = "Mean degree", symbol = "z", initial = "10", range = "(0,1000]", unit = "links per node")
            double meanDegree,

            @Param(value = "Spreading", symbol = "p₀", initial = "0.04", range = "(0,1]", unit = "per arc")
            double spreading,

            @Param(value = "Anger at deletion", symbol = "σ_D", initial = "3", range = "[0,1000]", unit = "of p₀")
            double anger) {
        /** Returns σ_D*. */
        double switchLine() {
            return switchLine(meanDegree * spreading);
        }

        static double switchLine(double branching) {
            return 1 / branching - 1;
        }

        /** Returns R. */
        double branching() {
            return meanDegree * Math.min(1, spreading * (1 + anger));
        }

        /** Returns s, 0 where protest dies out. */
        double outbreak() {
            return outbreak(branching());
        }

        static double outbreak(double branching) {
            double s = branching > 1 ? 1 : 0;
            for (double before = 2; Math.abs(before - s) > 1e-14; ) {
                before = s;
                s = -StrictMath.expm1(-branching * s);
            }
            return s;
        }
    }

    @Override
    public Findings calculate(Parameters parameters, Progress progress) {
        double r = parameters.branching();
        Rows line = new Rows()
                .number("branching", "onward activations", "z p₀")
                .number("anger", "of p₀", "σ_D*, from which on protest breaks out");
        for (int i = 1; i <= 100; i++) {
            line.add(i / 100.0, Parameters.switchLine(i / 100.0));
        }
        Rows growth = new Rows()
                .number("anger", "of p₀", "σ_D")
                .number("outbreak", "share", "Probability, and share of nodes, of an outbreak from one protester");
        double end = Math.max(2 * parameters.anger(), 2 * Math.max(0.5, parameters.switchLine()));
        for (int i = 0; i <= 200; i++) {
            progress.checkCancelled();
            double anger = end * i / 200;
            growth.add(anger, new Parameters(parameters.meanDegree(), parameters.spreading(), anger).outbreak());
        }
        Table plane = line.table("switch-line", "Where deletion sets off protest");
        Table sizes = growth.table("outbreaks", "Outbreaks of protest by anger");
        String caption = "Infinite network with Poisson degrees; z = " + parameters.meanDegree() + ", p₀ = "
                + parameters.spreading() + ", σ_D = " + parameters.anger() + ".";
        return new Findings(
                "deletion-switch",
                "Where deletion sets off protest",
                List.of(plane, sizes),
                List.of(
                        new Figure(
                                "switch-line",
                                Figure.Kind.LINE,
                                "Above the line protest breaks out",
                                caption,
                                plane,
                                List.of(Series.of(
                                        "σ_D* = 1/(z p₀) − 1", "branching", "anger", Style.DATA, 0, plane.rows())),
                                Axis.of("How well posts spread, z p₀ (onward activations)", 0, 1),
                                Axis.of("Anger at deletion σ_D (of p₀)", 0, 10)),
                        new Figure(
                                "outbreaks",
                                Figure.Kind.LINE,
                                "How protest grows with anger",
                                caption,
                                sizes,
                                List.of(Series.of(
                                        "s = 1 − e^{−z p₀ (1 + σ_D) s}",
                                        "anger",
                                        "outbreak",
                                        Style.DATA,
                                        0,
                                        sizes.rows())),
                                Axis.of("Anger at deletion σ_D (of p₀)"),
                                Axis.of("Outbreak (probability, share of nodes)", 0, 1))),
                headlines(parameters, r),
                List.of(
                        caption,
                        r > 1
                                ? "Protest breaks out: deletion spreads what it was to hide."
                                : "Protest dies out; deletion pays only if the post would have been seen by more."),
                List.of());
    }

    private static List<Headline> headlines(Parameters parameters, double r) {
        return List.of(
                exact("Anger from which on protest breaks out (σ_D*)", parameters.switchLine(), "of p₀"),
                exact("Moved by a protester (R)", r, "nodes"),
                r < 1
                        ? exact("Protesters in the end, from one", 1 / (1 - r), "nodes")
                        : exact(
                                "Outbreak from one protester (s)",
                                parameters.outbreak(),
                                "probability, share of nodes"));
    }

    private static Headline exact(String label, double value, String unit) {
        return new Headline(label, value, Double.NaN, Double.NaN, unit, "");
    }
}
