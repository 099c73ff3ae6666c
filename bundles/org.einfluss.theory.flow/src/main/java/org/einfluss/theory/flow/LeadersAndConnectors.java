package org.einfluss.theory.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.TDistribution;
import org.einfluss.api.Described;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.Variable;
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
import org.einfluss.api.study.Estimates;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.osgi.service.component.annotations.Component;

/**
 * Opinion leaders at home, critical connectors abroad? For each contagion and network of the study: the reach of leaders and of connectors
 * against that of random seeds, in the seeds' own communities and in all others, early and in the end.
 *
 * <p>Needs the seeding {@code block} with its {@code choice} as a factor, and the measure {@code own-and-others}. Differences are paired by
 * network. A choice is named the winner of a cell only where its difference to each of the others has an interval without 0; these intervals hold
 * simultaneously, for all pairs of choices in all cells, with probability 0.95 (Student's t, Bonferroni).
 */
@Component(service = StudyAnalysis.class)
@Described(
        id = "leaders-and-connectors",
        name = "Leaders and connectors",
        summary = "Who reaches the own community, who reaches the others: leaders, connectors or random seeds.",
        cite = "doi:10.1016/j.socnet.2010.03.003")
public final class LeadersAndConnectors implements StudyAnalysis<None> {
    static final String CHOICE = "seeding.choice";
    static final String OUTSIDE = "network.outside";
    /** Between choices that are not told apart. */
    static final String OR = " or ";

    private static final String NONE = "no difference";

    /** For the registry, and for use as a plain library. */
    public LeadersAndConnectors() {}

    /** What is the same but for the choice of seeds; points by choice, −1 where missing. */
    private record Cell(DesignPoint first, String label, String contagion, int[] points) {}

    private enum Choice {
        RANDOM,
        LEADERS,
        CONNECTORS;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private record Outcome(String variable, String place, String horizon) {}

    private static final List<Outcome> OUTCOMES = List.of(
            new Outcome(OwnAndOthers.OWN_EARLY, "own", "early"),
            new Outcome(OwnAndOthers.OTHERS_EARLY, "others", "early"),
            new Outcome(OwnAndOthers.OWN, "own", "end"),
            new Outcome(OwnAndOthers.OTHERS, "others", "end"));

    @Override
    public List<String> needs(None parameters, Plan plan) {
        List<String> lacking = new ArrayList<>();
        List<String> variables = plan.variables().stream().map(Variable::name).toList();
        if (!OUTCOMES.stream().allMatch(outcome -> variables.contains(outcome.variable()))) {
            lacking.add("Leaders and connectors need the measure 'own-and-others', but the study observes " + variables
                    + "; add 'measures: [{id: own-and-others}]' to the experiment.");
        }
        if (!plan.points().stream().allMatch(point -> point.factors().containsKey(CHOICE))) {
            lacking.add("Leaders and connectors need the seeding 'block' with several choices, but the factors are "
                    + plan.factors() + "; set 'seeding: {id: block, choice: [random, leaders, connectors]}'.");
        }
        return lacking;
    }

    @Override
    public Findings analyse(Study study, None parameters, Progress progress) {
        checkNeeds(parameters, study);
        List<Cell> cells = cells(study);
        Estimates estimates = study.estimates();
        Rows rows = new Rows()
                .text("condition", "Contagion and network")
                .text("model", "Contagion")
                .text("place", "own: communities that hold a seed; others: all others")
                .text("horizon", "early: until the measure's early time; end: end of the run")
                .text(
                        "winner",
                        "The choice whose paired differences to the others have simultaneous 95 % intervals above 0; else none")
                .text("best", "The winner, or two that are not told apart and both beat the third, or no difference")
                .text("contagion", "Short name of the contagion: initials and levels, without the links abroad")
                .number("outside", "links per node", "Mean degree to other blocks k_out, where the network has it")
                .number("strength", "", "Probability or threshold of the contagion, where the study varies it");
        for (Choice choice : Choice.values()) {
            rows.number(choice.word(), "share of nodes", "Mean reach of " + choice.word() + " seeds")
                    .number(choice.word() + "-error", "share of nodes", "Its standard error");
        }
        rows.number("leaders-ratio", "", "Reach of leaders / reach of random seeds")
                .number("connectors-ratio", "", "Reach of connectors / reach of random seeds")
                .number("leaders-lead", "share of nodes", "Leaders − connectors, paired")
                .number("lead-low", "share of nodes", "Lower end of its 95 % interval")
                .number("lead-high", "share of nodes", "Upper end of its 95 % interval");
        int family = 3 * OUTCOMES.size() * cells.size();
        int[] home = new int[4];
        int[] abroad = new int[4];
        for (int i = 0; i < cells.size(); i++) {
            progress.report(i, cells.size(), "conditions");
            progress.checkCancelled();
            for (Outcome outcome : OUTCOMES) {
                int winner = row(rows, cells.get(i), outcome, estimates, family);
                if (outcome.place().equals("own")) {
                    home[winner + 1]++;
                } else {
                    abroad[winner + 1]++;
                }
            }
        }
        Table table = rows.table("reach", "Reach at home and abroad by choice of seeds");
        Estimate any = estimates.mean(cells.get(0).first().index(), OwnAndOthers.OWN);
        String caption = "Each condition with " + any.interval() + "; seeds count in the own communities.";
        Table map = map(table);
        return new Findings(
                "leaders-and-connectors",
                "Leaders and connectors",
                List.of(table, map),
                List.of(
                        figure("abroad", "Reach abroad against random seeds", map, "others", caption),
                        figure("home", "Reach at home against random seeds", map, "own", caption)),
                List.of(
                        count("Cells at home where leaders win", home[2], 2 * cells.size()),
                        count("Cells abroad where connectors win", abroad[3], 2 * cells.size()),
                        count("Cells at home without a winner", home[0], 2 * cells.size()),
                        count("Cells abroad without a winner", abroad[0], 2 * cells.size())),
                List.of(
                        "The claim under test is that leaders win at home and connectors abroad. It is a map, not a yes or no: it depends on "
                                + "the contagion, on its strength, on the ties abroad and on the horizon.",
                        "Winners hold simultaneously with probability 0.95 (" + family
                                + " paired differences, Student's t, Bonferroni)."),
                List.of("doi:10.1016/j.socnet.2010.03.003"));
    }

    private static Headline count(String label, int found, int all) {
        return new Headline(label + ", of " + all, found, Double.NaN, Double.NaN, "cells", "");
    }

    private static Figure figure(String name, String title, Table map, String place, String caption) {
        List<Series> series = new ArrayList<>();
        for (String horizon : List.of("early", "end")) {
            int from = 0;
            while (from < map.rows() && !is(map, from, place, horizon)) {
                from++;
            }
            int to = from;
            while (to < map.rows() && is(map, to, place, horizon)) {
                to++;
            }
            series.add(Series.of("leaders, " + horizon, "cell", "leaders-ratio", Style.DATA, from, to));
            series.add(Series.of("connectors, " + horizon, "cell", "connectors-ratio", Style.DATA, from, to));
        }
        return new Figure(
                name,
                Figure.Kind.SCATTER,
                title,
                caption,
                map,
                series,
                Axis.of("Condition, numbered as in the table"),
                Axis.of("Reach / reach of random seeds"));
    }

    private static boolean is(Table map, int row, String place, String horizon) {
        return map.column("place").textAt(row).equals(place)
                && map.column("horizon").textAt(row).equals(horizon);
    }

    /** The rows by place and horizon, so that each figure and map is a run of rows. */
    private static Table map(Table table) {
        Rows rows = new Rows()
                .text("place", "own or others")
                .text("horizon", "early or end")
                .text("condition", "Contagion and network")
                .text("model", "Contagion")
                .number("cell", "", "Number of the condition, from 1")
                .number("outside", "links per node", "Mean degree to other blocks k_out")
                .number("strength", "", "Probability or threshold of the contagion")
                .number("leaders-ratio", "", "Reach of leaders / reach of random seeds")
                .number("connectors-ratio", "", "Reach of connectors / reach of random seeds")
                .number("advantage", "", "ln of reach of connectors / reach of leaders");
        for (String place : List.of("own", "others")) {
            for (String horizon : List.of("early", "end")) {
                int cell = 0;
                for (int r = 0; r < table.rows(); r++) {
                    if (is(table, r, place, horizon)) {
                        cell++;
                        double leaders = table.column("leaders").doubleAt(r);
                        double connectors = table.column("connectors").doubleAt(r);
                        rows.add(
                                List.of(
                                        place,
                                        horizon,
                                        table.column("condition").textAt(r),
                                        table.column("model").textAt(r)),
                                cell,
                                table.column("outside").doubleAt(r),
                                table.column("strength").doubleAt(r),
                                table.column("leaders-ratio").doubleAt(r),
                                table.column("connectors-ratio").doubleAt(r),
                                leaders > 0 && connectors > 0 ? Math.log(connectors / leaders) : Double.NaN);
                    }
                }
            }
        }
        return rows.table("map", "Leaders and connectors against random seeds");
    }

    /** Adds a row; returns the winner's ordinal, or −1. */
    private static int row(Rows rows, Cell cell, Outcome outcome, Estimates estimates, int family) {
        Choice[] choices = Choice.values();
        double[] mean = new double[3];
        double[] error = new double[3];
        for (Choice choice : choices) {
            int point = cell.points()[choice.ordinal()];
            mean[choice.ordinal()] = Double.NaN;
            error[choice.ordinal()] = Double.NaN;
            if (point >= 0) {
                Estimate one = estimates.mean(point, outcome.variable());
                mean[choice.ordinal()] = one.value();
                error[choice.ordinal()] = one.standardError();
            }
        }
        int[] beaten = new int[3];
        int[] beats = new int[3];
        int chosen = 0;
        for (Choice choice : choices) {
            chosen += cell.points()[choice.ordinal()] >= 0 ? 1 : 0;
            for (Choice other : choices) {
                if (other != choice && beats(cell, choice, other, outcome, estimates, family)) {
                    beats[choice.ordinal()]++;
                    beaten[other.ordinal()]++;
                }
            }
        }
        int winner = -1;
        List<String> best = new ArrayList<>();
        for (Choice choice : choices) {
            int i = choice.ordinal();
            winner = chosen > 1 && beats[i] == chosen - 1 ? i : winner;
            if (cell.points()[i] >= 0 && beaten[i] == 0 && beats[i] > 0) {
                best.add(choice.word());
            }
        }
        boolean pair = best.size() == 2;
        double[] lead = {Double.NaN, Double.NaN, Double.NaN};
        int leaders = cell.points()[Choice.LEADERS.ordinal()];
        int connectors = cell.points()[Choice.CONNECTORS.ordinal()];
        if (leaders >= 0 && connectors >= 0) {
            Estimate difference = estimates.pairedDifference(leaders, connectors, outcome.variable());
            lead = new double[] {difference.value(), difference.low(), difference.high()};
        }
        rows.add(
                List.of(
                        cell.label(),
                        cell.first().model().id(),
                        outcome.place(),
                        outcome.horizon(),
                        winner < 0 ? "none" : choices[winner].word(),
                        winner >= 0 ? choices[winner].word() : pair ? String.join(OR, best) : NONE,
                        cell.contagion()),
                cell.first().number(OUTSIDE).orElse(Double.NaN),
                strength(cell.first()),
                mean[0],
                error[0],
                mean[1],
                error[1],
                mean[2],
                error[2],
                mean[1] / mean[0],
                mean[2] / mean[0],
                lead[0],
                lead[1],
                lead[2]);
        return winner;
    }

    private static boolean beats(
            Cell cell, Choice one, Choice other, Outcome outcome, Estimates estimates, int family) {
        int point = cell.points()[one.ordinal()];
        int baseline = cell.points()[other.ordinal()];
        if (point < 0 || baseline < 0) {
            return false;
        }
        Estimate difference = estimates.pairedDifference(point, baseline, outcome.variable());
        long units = difference.conditional() ? difference.runs() : difference.networks();
        if (units < 2 || !(difference.standardError() > 0)) { // where all units agree nothing tells how sure that is
            return false;
        }
        double t = new TDistribution(null, units - 1).inverseCumulativeProbability(1 - 0.05 / family / 2);
        return difference.value() > t * difference.standardError();
    }

    private static double strength(DesignPoint point) {
        for (String factor : point.factors().keySet()) {
            if (factor.startsWith("model.") && point.number(factor).isPresent()) {
                return point.number(factor).getAsDouble();
            }
        }
        return Double.NaN;
    }

    /** IC for independent-cascade. */
    static String initials(String id) {
        StringBuilder initials = new StringBuilder();
        for (String word : id.split("-", -1)) {
            initials.append(word, 0, Math.min(1, word.length()));
        }
        return initials.toString().toUpperCase(java.util.Locale.ROOT);
    }

    private static List<Cell> cells(Study study) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (DesignPoint point : study.plan().points()) {
            Map<String, String> rest = new LinkedHashMap<>(point.factors());
            String choice = rest.remove(CHOICE);
            DesignPoint without = new DesignPoint(
                    point.index(), point.network(), point.model(), point.seeding(), point.campaign(), rest);
            String label = point.model().id() + (rest.isEmpty() ? "" : ", " + without.label());
            rest.remove(OUTSIDE);
            rest.remove("model");
            String contagion = (initials(point.model().id()) + " " + String.join(", ", rest.values())).strip();
            Cell cell = cells.computeIfAbsent(
                    point.network() + " " + label, key -> new Cell(point, label, contagion, new int[] {-1, -1, -1}));
            cell.points()[
                    Choice.valueOf(choice.toUpperCase(java.util.Locale.ROOT)).ordinal()] = point.index();
        }
        return List.copyOf(cells.values());
    }
}
