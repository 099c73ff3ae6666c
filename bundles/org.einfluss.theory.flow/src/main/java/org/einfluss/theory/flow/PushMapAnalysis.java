package org.einfluss.theory.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.einfluss.api.Described;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Figure.Axis;
import org.einfluss.api.findings.Figure.Series;
import org.einfluss.api.findings.Figure.Style;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Rows;
import org.einfluss.api.findings.StudyAnalysis;
import org.einfluss.api.findings.Table;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.Estimate;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.osgi.service.component.annotations.Component;

/**
 * The map of simulated adoption over pushes per source and number of sources, for studies of the campaign {@code even-pushes}, one curve
 * for each model and number of sources: the nested null models stand beside the full one.
 */
@Component(service = StudyAnalysis.class)
@Described(
        id = "push-map",
        name = "Map of pushes and sources",
        summary = "Adoption by pushes per source and number of sources, with the nested null models beside it.")
public final class PushMapAnalysis implements StudyAnalysis<None> {
    private static final String SOURCES = "campaign.sources";
    private static final String PUSHES = "campaign.pushes";

    /** For the registry, and for use as a plain library. */
    public PushMapAnalysis() {}

    @Override
    public List<String> needs(None parameters, Plan plan) {
        boolean varies = plan.points().stream()
                .allMatch(point -> point.number(SOURCES).isPresent()
                        && point.number(PUSHES).isPresent());
        return varies
                ? List.of()
                : List.of("A map of pushes and sources needs a study in which both vary, but its factors are "
                        + plan.factors()
                        + "; set 'campaign: {id: even-pushes, sources: [1, 2, 4], pushes: [1, 4, 12]}'.");
    }

    @Override
    public Findings analyse(Study study, None parameters, Progress progress) {
        checkNeeds(parameters, study);
        Map<String, List<double[]>> curves = new LinkedHashMap<>();
        List<String> labels = new ArrayList<>();
        String caption = "";
        Rows map = new Rows()
                .text("condition", "Model and network")
                .number("pushes", "pushes per source", "Pushes n by each source to each node addressed")
                .number("sources", "sources", "Number of sources S")
                .number("adoption", "share of nodes", "Mean reach")
                .number("low", "share of nodes", "Lower end of its 95 % interval")
                .number("high", "share of nodes", "Upper end of its 95 % interval");
        String first = null;
        Rows all = new Rows()
                .text("condition", "Model and network")
                .number("pushes", "pushes per source", "Pushes n by each source to each node addressed")
                .number("sources", "sources", "Number of sources S")
                .number("adoption", "share of nodes", "Mean reach")
                .number("low", "share of nodes", "Lower end of its 95 % interval")
                .number("high", "share of nodes", "Upper end of its 95 % interval");
        for (DesignPoint point : study.plan().points()) {
            progress.checkCancelled();
            Map<String, String> rest = new LinkedHashMap<>(point.factors());
            rest.remove(SOURCES);
            rest.remove(PUSHES);
            String condition = new DesignPoint(
                            point.index(), point.network(), point.model(), point.seeding(), point.campaign(), rest)
                    .label();
            Estimate reach = study.estimates().mean(point.index(), "reach");
            double n = point.number(PUSHES).getAsDouble();
            double s = point.number(SOURCES).getAsDouble();
            first = first == null ? condition : first;
            if (condition.equals(first)) {
                map.add(List.of(condition), n, s, reach.value(), reach.low(), reach.high());
            }
            String label = condition + ", " + (int) s + " sources";
            if (!curves.containsKey(label)) {
                labels.add(label);
                curves.put(label, new ArrayList<>());
            }
            curves.get(label).add(new double[] {n, s, reach.value(), reach.low(), reach.high()});
            caption = "Mean reach with " + reach.interval() + ".";
        }
        List<Series> series = new ArrayList<>();
        for (String label : labels) {
            int from = all.size();
            curves.get(label).sort((a, b) -> Double.compare(a[0], b[0]));
            for (double[] row : curves.get(label)) {
                all.add(List.of(label), row);
            }
            series.add(new Series(label, "pushes", "adoption", "low", "high", Style.DATA, from, all.size()));
        }
        Table curve = all.table("curves", "Adoption by pushes per source");
        return new Findings(
                "push-map",
                "Map of pushes and sources",
                List.of(curve, map.table(PushBudget.MAP, "Adoption under the first condition: " + first)),
                List.of(new Figure(
                        "curves",
                        Figure.Kind.LINE,
                        "Adoption by pushes per source",
                        caption,
                        curve,
                        series.subList(0, Math.min(8, series.size())),
                        Axis.of("Pushes per source n"),
                        Axis.of("Reach (share of nodes)", 0, 1))),
                List.of(),
                List.of(
                        "That more sources achieve more than more pushes is assumed by the model: compare the nested null models (no fatigue, "
                                + "no gate, no suspicion) and let real data decide.",
                        "The map shows the first condition; the curves show the first eight, the table all."),
                List.of());
    }
}
