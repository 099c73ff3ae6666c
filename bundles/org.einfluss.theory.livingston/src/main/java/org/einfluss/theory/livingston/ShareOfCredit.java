package org.einfluss.theory.livingston;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.einfluss.api.findings.Findings.Headline;
import org.einfluss.api.findings.Rows;
import org.einfluss.api.findings.StudyAnalysis;
import org.einfluss.api.findings.Table;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.Estimate;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.ShortNames;
import org.einfluss.api.study.Study;
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
    private static final int MOST_SEEDINGS = 9;

    /** For the registry, and for use as a plain library. */
    public ShareOfCredit() {}

    @Override
    public List<String> needs(None parameters, Plan plan) {
        return plan.missing(SHARE, LEADER);
    }

    @Override
    public Findings analyse(Study study, None parameters, Progress progress) {
        checkNeeds(parameters, study);
        Plan plan = study.plan();
        List<String> networks = ShortNames.ofNetworks(plan);
        ShortNames contagions =
                new ShortNames(plan.points().stream().map(DesignPoint::model).toList(), setting -> true);
        ShortNames seedings =
                new ShortNames(plan.points().stream().map(DesignPoint::seeding).toList(), setting -> true);
        Map<String, Map<String, List<DesignPoint>>> bySeeding = new LinkedHashMap<>();
        for (DesignPoint point : plan.points()) {
            bySeeding
                    .computeIfAbsent(seedings.of(point.seeding()), name -> new LinkedHashMap<>())
                    .computeIfAbsent(networks.get(point.network()), name -> new ArrayList<>())
                    .add(point);
        }
        Rows rows = rows();
        long without = 0;
        long all = 0;
        Map<String, List<Bars>> bars = new LinkedHashMap<>();
        for (Map.Entry<String, Map<String, List<DesignPoint>>> seeding : bySeeding.entrySet()) {
            for (Map.Entry<String, List<DesignPoint>> network :
                    seeding.getValue().entrySet()) {
                int from = rows.size();
                for (DesignPoint point : network.getValue()) {
                    progress.checkCancelled();
                    double[] values = study.estimates().values(point.index(), SHARE);
                    long with = Arrays.stream(values)
                            .filter(value -> !Double.isNaN(value))
                            .count();
                    Estimate share = study.estimates().meanAbove(point.index(), SHARE, 0);
                    Estimate leader = study.estimates().meanAbove(point.index(), LEADER, 0);
                    rows.add(
                            List.of(network.getKey(), contagions.of(point.model()), seeding.getKey()),
                            share.value(),
                            share.low(),
                            share.high(),
                            leader.value(),
                            leader.low(),
                            leader.high(),
                            (double) with,
                            values.length);
                    without += values.length - with;
                    all += values.length;
                }
                bars.computeIfAbsent(seeding.getKey(), name -> new ArrayList<>())
                        .add(new Bars(network.getKey(), from, rows.size()));
            }
        }
        Table table = rows.table("points", "Credit of the few by design point");
        List<String> notes = new ArrayList<>();
        notes.add("Runs in which nobody was brought to adopt have no credit to share; they are left out and counted.");
        if (bars.size() > MOST_SEEDINGS) {
            notes.add("Figures show the first " + MOST_SEEDINGS + " of " + bars.size()
                    + " seedings; all are in the table.");
        }
        return new Findings(
                "share-of-credit",
                "Share of credit",
                List.of(table),
                figures(table, bars),
                List.of(new Headline("Runs without credit", without, Double.NaN, Double.NaN, "runs", "of " + all)),
                notes,
                List.of());
    }

    /** The rows of one network under one seeding. */
    private record Bars(String network, int from, int to) {}

    private static List<Figure> figures(Table table, Map<String, List<Bars>> bars) {
        List<Figure> figures = new ArrayList<>();
        for (Map.Entry<String, List<Bars>> seeding : bars.entrySet()) {
            if (figures.size() == 2 * MOST_SEEDINGS) {
                break;
            }
            int number = figures.size() / 2 + 1;
            figures.add(figure(
                    "credit-" + number,
                    "Credit of the few, seeds: " + seeding.getKey(),
                    table,
                    seeding.getValue(),
                    SHARE,
                    Axis.of("Share of the credit (of adoptions)")));
            figures.add(figure(
                    "leader-" + number,
                    "Was the leader to be foreseen? Seeds: " + seeding.getKey(),
                    table,
                    seeding.getValue(),
                    LEADER,
                    Axis.of("Percentile before the run / 100", 0, 1)));
        }
        return figures;
    }

    private static Figure figure(String name, String title, Table table, List<Bars> bars, String column, Axis axis) {
        List<Series> series = bars.stream()
                .map(one -> new Series(
                        one.network(),
                        "contagion",
                        column,
                        column + "-low",
                        column + "-high",
                        Style.DATA,
                        one.from(),
                        one.to()))
                .toList();
        return new Figure(
                name,
                Figure.Kind.BAR,
                title,
                "Means over the runs that have credit to share; 95 % intervals, clustered by network, each on its own.",
                table,
                series,
                Axis.of("Contagion"),
                axis);
    }

    private static Rows rows() {
        return new Rows()
                .text("network", "Network configuration")
                .text("contagion", "Model, with the settings that differ")
                .text("seeding", "Seeding, with the settings that differ")
                .number(SHARE, "share of adoptions", "Mean share of a run's credit that went to the few")
                .number(SHARE + "-low", "share of adoptions", "Lower end of its 95 % interval")
                .number(SHARE + "-high", "share of adoptions", "Upper end of its 95 % interval")
                .number(LEADER, "percentile / 100", "Mean percentile before the run of the node of most credit")
                .number(LEADER + "-low", "percentile / 100", "Lower end of its 95 % interval")
                .number(LEADER + "-high", "percentile / 100", "Upper end of its 95 % interval")
                .number("with-credit", "runs", "Runs in which somebody was brought to adopt")
                .number("runs", "runs", "All runs");
    }
}
