package org.einfluss.theory.watts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * The course and the final size of the cascade from a random share of seeds on an infinite random network, the critical seed fraction,
 * and the upper edge of the window, by the recursion of Gleeson and Cahalane 2007; see {@link SeedRecursion}.
 */
@Component(service = Calculation.class)
@Described(
        id = "seed-fraction",
        name = "Seed fraction",
        summary = "Course and final size of the cascade from a random share of seeds, and the critical share.",
        cite = SeedFraction.GLEESON)
public final class SeedFraction implements Calculation<SeedFraction.Parameters> {
    static final String GLEESON = "doi:10.1103/PhysRevE.75.056103";
    private static final int MOST_STEPS = 1000;

    /** For the registry, and for use as a plain library. */
    public SeedFraction() {}

    /**
     * Parameters of the calculation.
     *
     * @param threshold law of the thresholds
     * @param degrees law of the degrees
     * @param seedFraction the share ρ₀
     */
    public record Parameters(
            @Param(value = "Threshold", symbol = "φ", initial = "constant", unit = "share of neighbours")
            Threshold threshold,

            @Param(value = "Degree law", initial = "poisson")
            DegreeLaw degrees,

            @Param(value = "Seed fraction", symbol = "ρ₀", initial = "0.01", range = "[0,1]", unit = "share of nodes")
            double seedFraction) {}

    @Override
    public Findings calculate(Parameters parameters, Progress progress) {
        Threshold threshold = parameters.threshold();
        DegreeLaw law = parameters.degrees();
        double seeds = parameters.seedFraction();
        SeedRecursion recursion = new SeedRecursion(threshold, law, progress);
        List<String> notes = new ArrayList<>();
        notes.add("Infinite random network with " + law + "; " + threshold + ". Seeds count as active.");
        if (recursion.selfStarters() > 0) {
            notes.add("A share F(0) = " + recursion.selfStarters() + " of nodes starts by itself.");
        }
        List<Headline> headlines = new ArrayList<>();
        headlines.add(CascadeWindow.exact(
                "Final share of active nodes from ρ₀ = " + seeds, recursion.finalShare(seeds), "share of nodes"));

        double[] course = recursion.trajectory(seeds, MOST_STEPS);
        Rows steps = new Rows()
                .number("step", "steps", "Synchronous step")
                .number("active", "share of nodes", "Active nodes, seeds included");
        for (int n = 0; n < course.length; n++) {
            steps.add(n, course[n]);
        }
        Table trajectory = steps.table("trajectory", "Active nodes over time");
        progress.checkCancelled();

        Rows sweep = new Rows()
                .number("seed-fraction", "share of nodes", "Share of nodes active from the start")
                .number("active", "share of nodes", "Final share of active nodes");
        for (int i = 0; i <= 100; i++) {
            progress.checkCancelled();
            double fraction = StrictMath.pow(10, (i - 100) / 20.0);
            sweep.add(fraction, recursion.finalShare(fraction));
        }
        Table sizes = sweep.table("by-seed-fraction", "Final share by seed fraction");

        Rows summary = new Rows()
                .number("seed-fraction", "share of nodes", "Share of nodes active from the start")
                .number("self-starters", "share of nodes", "Nodes with a threshold of 0 or less, F(0)")
                .number("final", "share of nodes", "Final share of active nodes")
                .number("critical", "share of nodes", "Seed fraction at which the final share jumps; missing: no jump")
                .number("below", "share of nodes", "Final share just below the jump")
                .number("above", "share of nodes", "Final share just above the jump")
                .number("upper-edge", "links per node", "Highest mean degree with a global cascade from this fraction");
        Optional<SeedRecursion.Jump> jump = recursion.jump();
        jump.ifPresentOrElse(
                found -> headlines.add(
                        CascadeWindow.exact("Critical seed fraction (ρ₀*)", found.seedFraction(), "share of nodes")),
                () -> notes.add("The final share grows with the seed fraction without a jump of 0.05 or more."));
        double edge = CascadeWindow.family(law) == null || seeds == 0
                ? Double.NaN
                : SeedRecursion.upperEdge(threshold, CascadeWindow.family(law), seeds, 30);
        if (!Double.isNaN(edge)) {
            headlines.add(CascadeWindow.exact("Upper edge of the window at ρ₀ = " + seeds, edge, "links per node"));
        }
        summary.add(
                seeds,
                recursion.selfStarters(),
                recursion.finalShare(seeds),
                jump.map(SeedRecursion.Jump::seedFraction).orElse(Double.NaN),
                jump.map(SeedRecursion.Jump::below).orElse(Double.NaN),
                jump.map(SeedRecursion.Jump::above).orElse(Double.NaN),
                edge);
        return new Findings(
                "seed-fraction",
                "Cascades from a share of seeds",
                List.of(summary.table("summary", "Cascade from a share of seeds"), trajectory, sizes),
                List.of(
                        new Figure(
                                "trajectory",
                                Figure.Kind.LINE,
                                "Active nodes over time",
                                notes.get(0) + " ρ₀ = " + seeds + ".",
                                trajectory,
                                List.of(Series.of("ρ(t)", "step", "active", Style.DATA, 0, trajectory.rows())),
                                Axis.of("Time (steps)"),
                                Axis.of("Active nodes (share)", 0, 1)),
                        new Figure(
                                "by-seed-fraction",
                                Figure.Kind.LINE,
                                "Final size by seed fraction",
                                notes.get(0),
                                sizes,
                                List.of(Series.of("ρ∞", "seed-fraction", "active", Style.DATA, 0, sizes.rows())),
                                Axis.logarithmic("Seed fraction ρ₀ (share of nodes)"),
                                Axis.of("Active nodes in the end (share)", 0, 1))),
                headlines,
                notes,
                List.of(GLEESON));
    }
}
