package org.einfluss.theory.livingston;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.einfluss.api.Described;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Findings.Headline;
import org.einfluss.api.findings.StudyAnalysis;
import org.einfluss.api.findings.Table;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.Estimate;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.einfluss.graph.Column;
import org.osgi.service.component.annotations.Component;

/**
 * Share of the credit that went to the few at each design point of a study that observed {@link CreditOfTheFew}.
 *
 * <p>A run in which nobody was brought to adopt has no credit to share, 0/0. Such runs are left out of the means and counted; the others count alike, wherever
 * they ran. Intervals are those of {@link org.einfluss.api.study.Estimates#meanAbove}, clustered by network.
 */
@Component(service = StudyAnalysis.class)
@Described(
        id = "share-of-credit",
        name = "Share of credit",
        summary = "Credit of the few among the runs that have credit to share, which are counted.")
public final class ShareOfCredit implements StudyAnalysis<None> {
    private static final String SHARE = "credit-share";
    private static final String LEADER = "leader-percentile";

    /** For the registry, and for use as a plain library. */
    public ShareOfCredit() {}

    @Override
    public List<String> needs(None parameters, Plan plan) {
        return plan.missing(SHARE, LEADER);
    }

    @Override
    public Findings analyse(Study study, None parameters, Progress progress) {
        checkNeeds(parameters, study);
        List<String> settings = new ArrayList<>();
        Map<String, double[]> columns = new LinkedHashMap<>();
        List<DesignPoint> points = study.plan().points();
        long without = 0;
        long all = 0;
        for (int i = 0; i < points.size(); i++) {
            progress.checkCancelled();
            DesignPoint point = points.get(i);
            double[] values = study.estimates().values(point.index(), SHARE);
            long with = java.util.Arrays.stream(values)
                    .filter(value -> !Double.isNaN(value))
                    .count();
            Estimate share = study.estimates().meanAbove(point.index(), SHARE, 0);
            Estimate leader = study.estimates().meanAbove(point.index(), LEADER, 0);
            settings.add(String.join(
                    ", ",
                    point.factors().entrySet().stream()
                            .map(factor -> factor.getKey() + " = " + factor.getValue())
                            .toList()));
            double[] row = {
                share.value(),
                share.low(),
                share.high(),
                leader.value(),
                leader.low(),
                leader.high(),
                with,
                values.length
            };
            for (int c = 0; c < row.length; c++) {
                columns.computeIfAbsent(NAMES.get(c)[0], name -> new double[points.size()])[i] = row[c];
            }
            without += values.length - with;
            all += values.length;
        }
        List<Column> table = new ArrayList<>();
        table.add(Column.texts("setting", settings.toArray(String[]::new)).withMeaning("Levels of the design point"));
        for (String[] name : NAMES) {
            table.add(Column.doubles(name[0], name[1], columns.get(name[0])).withMeaning(name[2]));
        }
        return new Findings(
                "share-of-credit",
                "Share of credit",
                List.of(new Table("points", "Credit of the few by design point", table)),
                List.of(),
                List.of(new Headline("Runs without credit", without, Double.NaN, Double.NaN, "runs", "of " + all)),
                List.of(
                        "Runs in which nobody was brought to adopt have no credit to share; they are left out and counted."),
                List.of());
    }

    private static final List<String[]> NAMES = List.of(
            new String[] {SHARE, "share of adoptions", "Mean share of a run's credit that went to the few"},
            new String[] {SHARE + "-low", "share of adoptions", "Lower end of its 95 % interval"},
            new String[] {SHARE + "-high", "share of adoptions", "Upper end of its 95 % interval"},
            new String[] {LEADER, "percentile / 100", "Mean percentile before the run of the node of most credit"},
            new String[] {LEADER + "-low", "percentile / 100", "Lower end of its 95 % interval"},
            new String[] {LEADER + "-high", "percentile / 100", "Upper end of its 95 % interval"},
            new String[] {"with-credit", "runs", "Runs in which somebody was brought to adopt"},
            new String[] {"runs", "runs", "All runs"});
}
