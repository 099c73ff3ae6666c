package org.einfluss.theory.flow;

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
 * What pushes achieve in one decision: the evidence of one source, a budget of pushes spread over sources, and the map of pushes per source
 * against sources.
 *
 * <p>One node decides once, after all pushes: P = (1 − exp(−S g(n))) · factor(S), with S sources in as many contexts, n pushes each, and
 * g as in {@link SourceDiverseContagion}. A budget of N pushes spread evenly gives P = 1 − exp(−N a exp(−N/(S n₀))) without gate, which
 * grows with S whatever the budget: an identity of g, not a finding.
 */
@Component(service = Calculation.class)
@Described(
        id = "push-budget",
        name = "Pushes and sources",
        summary = "What pushes achieve by their number and by the number of their sources, in one decision.")
public final class PushBudget implements Calculation<PushBudget.Parameters> {
    static final String MAP = "map";

    /** For the registry, and for use as a plain library. */
    public PushBudget() {}

    /**
     * Parameters of the calculation.
     *
     * @param evidence evidence a per push of a source that does not tire
     * @param fatigue whether repeated pushes tire
     * @param gate how adoption depends on the number of contexts
     * @param suspicion part b of the evidence that a visibly paid source loses
     * @param paid share of the sources that is visibly paid
     * @param budget number of pushes that are spread over the sources
     * @param mostSources greatest number of sources
     * @param mostPushes greatest number of pushes per source
     */
    public record Parameters(
            @Param(value = "Evidence per push", symbol = "a", initial = "0.3", range = "(0,inf)")
            double evidence,

            @Param(value = "Push fatigue", symbol = "n₀", initial = "at")
            Fatigue fatigue,

            @Param(value = "Diversity gate", initial = "{kind: hard, contexts: 1}")
            Gate gate,

            @Param(
                    value = "Suspicion of paid sources",
                    symbol = "b",
                    initial = "0.5",
                    range = "[0,1]",
                    unit = "share of evidence")
            double suspicion,

            @Param(value = "Paid sources", initial = "0", range = "[0,1]", unit = "share of sources")
            double paid,

            @Param(value = "Budget", symbol = "N", initial = "12", range = "[1,1000]", unit = "pushes")
            int budget,

            @Param(value = "Most sources", symbol = "S", initial = "12", range = "[1,100]", unit = "sources")
            int mostSources,

            @Param(value = "Most pushes", symbol = "n", initial = "16", range = "[1,200]", unit = "pushes per source")
            int mostPushes) {}

    @Override
    public Findings calculate(Parameters p, Progress progress) {
        Rows single = new Rows()
                .number("pushes", "pushes", "Pushes n by one source")
                .number("evidence", "", "g(n) = a n exp(−n/n₀)");
        for (int n = 0; n <= p.mostPushes(); n++) {
            single.add(n, p.fatigue().evidence(p.evidence(), n));
        }
        Rows budget = new Rows()
                .number("sources", "sources", "Sources S that the budget is spread over evenly")
                .number("per-source", "pushes per source", "Pushes per source N/S, need not be whole")
                .number("adoption", "probability", "Probability of adoption in one decision");
        double best = 0;
        int bestSources = 1;
        for (int s = 1; s <= p.mostSources(); s++) {
            double each = (double) p.budget() / s;
            double g = p.evidence() * each * StrictMath.exp(-each / p.fatigue().pushes());
            double adoption = adoption(p, s, g);
            budget.add(s, each, adoption);
            if (adoption > best) {
                best = adoption;
                bestSources = s;
            }
        }
        Rows map = new Rows()
                .number("pushes", "pushes per source", "Pushes n by each source")
                .number("sources", "sources", "Number of sources S, each a context of its own")
                .number("adoption", "probability", "Probability of adoption in one decision");
        for (int s = 1; s <= p.mostSources(); s++) {
            for (int n = 1; n <= p.mostPushes(); n++) {
                map.add(n, s, adoption(p, s, p.fatigue().evidence(p.evidence(), n)));
            }
        }
        Table singleTable = single.table("evidence", "Evidence of one source");
        Table budgetTable = budget.table("budget", "A budget of " + p.budget() + " pushes spread over sources");
        String caption =
                "a = " + p.evidence() + ", " + p.fatigue() + ", " + p.gate() + "; one decision after all pushes.";
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                "evidence",
                Figure.Kind.LINE,
                "Evidence of one source by the number of its pushes",
                caption,
                singleTable,
                List.of(Series.of("g(n)", "pushes", "evidence", Style.OVERLAY, 0, singleTable.rows())),
                Axis.of("Pushes of one source n"),
                Axis.of("Evidence g(n)")));
        figures.add(new Figure(
                "budget",
                Figure.Kind.LINE,
                p.budget() + " pushes spread over sources",
                caption,
                budgetTable,
                List.of(Series.of("P", "sources", "adoption", Style.DATA, 0, budgetTable.rows())),
                Axis.of("Sources S"),
                Axis.of("Probability of adoption", 0, 1)));
        return new Findings(
                "push-budget",
                "Pushes and sources",
                List.of(singleTable, budgetTable, map.table(MAP, "Adoption by pushes per source and sources")),
                figures,
                List.of(new Headline(
                        "Greatest adoption with the budget, on " + bestSources + " sources",
                        best,
                        Double.NaN,
                        Double.NaN,
                        "probability",
                        "")),
                List.of(
                        "That more sources achieve more than more pushes follows from the form of g: it is assumed here, and for data to "
                                + "decide.",
                        "Our operationalisation; no source gives these formulas."),
                List.of("doi:10.1086/521848", "doi:10.1073/pnas.1116502109"));
    }

    private static double adoption(Parameters p, int sources, double evidence) {
        double paid = sources * p.paid();
        double total = evidence * (sources - paid + paid * (1 - p.suspicion()));
        return -StrictMath.expm1(-total) * p.gate().factor(sources);
    }
}
