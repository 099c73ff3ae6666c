package org.einfluss.example;

import java.util.List;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Calculation;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Findings.Headline;
import org.einfluss.api.findings.Rows;
import org.osgi.service.component.annotations.Component;

/**
 * How many hear a {@link FadingRumour} at each step, where nobody hears it twice: on a tree in which everybody has z neighbours.
 *
 * <p>H₀ = 1, H₁ = z·p, and H_{t+1} = H_t·(z − 1)·p/(1 + f·t): whoever hears it at step t has z − 1 others to tell.
 */
@Component(service = Calculation.class)
@Described(
        id = "example-rumour-on-tree",
        name = "Fading rumour on a tree",
        summary = "Expected hearers of the fading rumour at each step.",
        cite = "own derivation")
public final class RumourOnTree implements Calculation<RumourOnTree.Parameters> {
    /** Parameters. */
    public record Parameters(
            @Param(value = "Neighbours", symbol = "z", initial = "6", range = "[1,1000]", unit = "nodes")
            int neighbours,

            @Param(value = "Probability at the start", symbol = "p", initial = "0.3", range = "[0,1]", unit = "per arc")
            double probability,

            @Param(value = "Fading", symbol = "f", initial = "0.2", range = "[0,inf)", unit = "per step")
            double fading,

            @Param(value = "Steps", initial = "20", range = "[1,100]", unit = "steps")
            int steps) {}

    @Override
    public Findings calculate(Parameters p, Progress progress) {
        Rows rows = new Rows()
                .number("step", "steps", "Steps since the rumour began")
                .number("hearers", "nodes", "Expected nodes that hear it at this step");
        double hearers = 1;
        double all = 1;
        rows.add(0, hearers);
        for (int step = 1; step <= p.steps(); step++) {
            progress.checkCancelled();
            int others = step == 1 ? p.neighbours() : p.neighbours() - 1;
            hearers *= others * p.probability() / (1 + p.fading() * (step - 1));
            all += hearers;
            rows.add(step, hearers);
        }
        return new Findings(
                "example-rumour-on-tree",
                "Hearers of a fading rumour on a tree",
                List.of(rows.table("hearers", "Expected hearers by step")),
                List.of(),
                List.of(new Headline("Expected hearers in all", all, Double.NaN, Double.NaN, "nodes", "")),
                List.of("On other networks some hear the rumour twice, so that fewer hear it."),
                List.of());
    }
}
