package org.einfluss.theory.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
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
import org.einfluss.api.study.Events;
import org.einfluss.api.study.NetworkConfiguration;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.ShortNames;
import org.einfluss.api.study.Study;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.einfluss.math.RunningStatistics;

/**
 * What is lost without a node, under any model: the same runs, once with the node and once with it blocked.
 *
 * <p>Needs a study whose networks are prepared by {@link BlockNode} with several nodes, one of them nobody, with common coins and the log recorded. Lost are the adoptions of
 * others that do not happen when the node is blocked; negative where it held others back. A node adopts when it leaves state 0 for the first time, or is a seed. That is causal
 * within the model; beside it stands the last-touch credit of the same runs, the adoptions whose logged cause the node is, which is accounting.
 *
 * <p>Intervals are 95 % by Student's t over networks (over runs, on one network), paired run by run.
 */
@org.osgi.service.component.annotations.Component(service = StudyAnalysis.class)
@Described(
        id = "lost-without",
        name = "Lost without a source",
        summary = "Adoptions of others that do not happen when a node is blocked, under any model, beside its credit.")
public final class LostWithoutNode implements StudyAnalysis<None> {
    private static final String BLOCK = "block-node";

    /** For the registry, and for use as a plain library. */
    public LostWithoutNode() {}

    /** The runs of one design point whose networks have a node blocked, beside those of the point that has not. */
    private static final class Arm {
        final DesignPoint blocked;
        final DesignPoint full;
        final BlockNode.Parameters who;
        /** By draw the blocked node. */
        final int[] node;
        /** By run whether the node adopts unless blocked, and what is credited to it. */
        final int[] adopts;

        final int[] credit;

        Arm(Study study, DesignPoint blocked, DesignPoint full, BlockNode.Parameters who) {
            this.blocked = blocked;
            this.full = full;
            this.who = who;
            NetworkConfiguration configuration = study.plan().network(blocked);
            node = new int[configuration.draws()];
            for (int draw = 0; draw < node.length; draw++) {
                Network network = study.network(configuration.index(), draw);
                Column column = network.nodeColumn(Network.BLOCKED).orElseThrow();
                node[draw] = IntStream.range(0, network.nodes())
                        .filter(column::booleanAt)
                        .findFirst()
                        .orElseThrow();
            }
            adopts = new int[configuration.draws() * configuration.runs()];
            credit = new int[adopts.length];
        }
    }

    @Override
    public List<String> needs(None parameters, Plan plan) {
        List<String> lacking = new ArrayList<>(Cascades.needs(plan));
        if (!plan.commonCoins()) {
            lacking.add("It compares runs on the same luck; write 'coins: common'.");
        }
        boolean nobody = false;
        boolean somebody = false;
        for (NetworkConfiguration network : plan.networks()) {
            Optional<BlockNode.Parameters> who = who(network);
            nobody |= who.isPresent() && who.get().isNobody();
            somebody |= who.isPresent() && !who.get().isNobody();
        }
        if (!nobody || !somebody) {
            lacking.add("It compares networks with a node blocked and with nobody; write 'prepare: {id: " + BLOCK
                    + ", rank: [0, 1, 2]}'.");
        }
        return lacking;
    }

    private static Optional<BlockNode.Parameters> who(NetworkConfiguration network) {
        return network.prepare().stream()
                .filter(transform -> transform.id().equals(BLOCK))
                .findFirst()
                .flatMap(transform -> transform.as(BlockNode.Parameters.class));
    }

    @Override
    public Findings analyse(Study study, None parameters, Progress progress) {
        checkNeeds(parameters, study);
        Plan plan = study.plan();
        List<Arm> arms = arms(study, progress);
        int[][] adopters = adopters(study, arms, progress);
        ShortNames models =
                new ShortNames(plan.points().stream().map(DesignPoint::model).toList(), setting -> true);
        ShortNames seedings =
                new ShortNames(plan.points().stream().map(DesignPoint::seeding).toList(), setting -> true);
        Rows rows = new Rows()
                .text("setting", "Network, model and seeding")
                .text("node", "Who is blocked")
                .number("lost", "adoptions per run", "Adoptions of others that do not happen without the node")
                .number("lost-low", "adoptions per run", "Lower end of the 95 % interval, paired")
                .number("lost-high", "adoptions per run", "Upper end of the 95 % interval, paired")
                .number("credit", "adoptions per run", "Adoptions whose logged cause the node is")
                .number("adopts", "share of runs", "How often the node adopts unless blocked, as a seed or later")
                .number("units", "", "Networks, or runs on one network");
        Map<String, int[]> ranges = new LinkedHashMap<>();
        RunningStatistics all = new RunningStatistics();
        for (Arm arm : arms) {
            NetworkConfiguration configuration = plan.network(arm.full);
            String setting = ShortNames.ofNetworks(plan).get(arm.full.network()).replaceAll(", block-node.*", "") + ", "
                    + models.of(arm.full.model()) + ", " + seedings.of(arm.full.seeding());
            double[] lost = lost(study, arm, adopters);
            double[] interval = interval(lost, configuration.draws() == 1 ? 1 : configuration.runs());
            int row = rows.size();
            rows.add(
                    List.of(setting, arm.who.node().orElse("rank " + arm.who.rank())),
                    interval[0],
                    interval[1],
                    interval[2],
                    Arrays.stream(arm.credit).average().orElse(Double.NaN),
                    Arrays.stream(arm.adopts).average().orElse(Double.NaN),
                    interval[3]);
            ranges.computeIfAbsent(setting, name -> new int[] {row, row})[1] = row + 1;
            all.add(interval[0]);
        }
        Table table = rows.table("nodes", "Lost without a node, and credited to it");
        return new Findings(
                "lost-without",
                "Lost without a node",
                List.of(table),
                figures(table, ranges),
                List.of(new Headline(
                        "Lost without a node, mean of all blocked",
                        all.mean(),
                        Double.NaN,
                        Double.NaN,
                        "adoptions per run",
                        "")),
                List.of(
                        "The same networks, seeds, thresholds and coins with the node and without it: what is lost is causal within the model. Credit is accounting.",
                        "Losses do not add up over nodes: an adoption is lost with every node that it needs, and with none where others would have done."),
                List.of());
    }

    private static List<Arm> arms(Study study, Progress progress) {
        Plan plan = study.plan();
        Map<String, DesignPoint> full = new LinkedHashMap<>();
        for (DesignPoint point : plan.points()) {
            if (who(plan.network(point)).map(BlockNode.Parameters::isNobody).orElse(false)) {
                full.put(setting(plan, point), point);
            }
        }
        List<Arm> arms = new ArrayList<>();
        for (DesignPoint point : plan.points()) {
            progress.checkCancelled();
            BlockNode.Parameters who = who(plan.network(point)).orElse(new BlockNode.Parameters(0, Optional.empty()));
            DesignPoint beside = full.get(setting(plan, point));
            if (!who.isNobody() && beside != null) {
                arms.add(new Arm(study, point, beside, who));
            }
        }
        return arms;
    }

    /** Everything but who is blocked. */
    private static String setting(Plan plan, DesignPoint point) {
        NetworkConfiguration network = plan.network(point);
        return network.generator()
                + network.prepare().stream()
                        .filter(transform -> !transform.id().equals(BLOCK))
                        .map(Object::toString)
                        .collect(Collectors.joining())
                + point.model()
                + point.seeding()
                + point.campaign();
    }

    /** Reads the log: by point and run the number of adopters; fills in the arms what their nodes did. */
    private static int[][] adopters(Study study, List<Arm> arms, Progress progress) {
        Plan plan = study.plan();
        int[][] adopters = new int[plan.points().size()][];
        for (DesignPoint point : plan.points()) {
            NetworkConfiguration configuration = plan.network(point);
            adopters[point.index()] = new int[configuration.draws() * configuration.runs()];
        }
        int[] adoptedIn = {};
        int present = 0;
        long before = -1;
        int point = -1;
        try (Events events = study.events()) {
            while (events.next()) {
                int runs = plan.network(plan.points().get(events.point())).runs();
                int run = events.draw() * runs + events.run();
                if (events.point() != point || run != before) {
                    progress.checkCancelled();
                    present++;
                    point = events.point();
                    before = run;
                }
                int node = events.node();
                if (node >= adoptedIn.length) {
                    adoptedIn = Arrays.copyOf(adoptedIn, Math.max(node + 1, 2 * adoptedIn.length));
                }
                if (events.from() != 0 || adoptedIn[node] == present) {
                    continue;
                }
                adoptedIn[node] = present;
                adopters[point][run]++;
                for (Arm arm : arms) {
                    if (arm.full.index() == point) {
                        arm.adopts[run] += node == arm.node[events.draw()] ? 1 : 0;
                        arm.credit[run] += events.cause() == arm.node[events.draw()] ? 1 : 0;
                    } else if (arm.blocked.index() == point && node == arm.node[events.draw()]) {
                        throw new InputException("Node " + node
                                + " adopts although it is blocked, by itself or by a campaign; what is lost without it"
                                + " can be told for models and campaigns only that need a source in the network");
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The log of the study cannot be read", unreadable);
        }
        return adopters;
    }

    /** By run; NaN where a run failed. */
    private static double[] lost(Study study, Arm arm, int[][] adopters) {
        String any = study.plan().variables().get(0).name();
        double[] full = study.estimates().values(arm.full.index(), any);
        double[] blocked = study.estimates().values(arm.blocked.index(), any);
        double[] lost = new double[adopters[arm.full.index()].length];
        Arrays.setAll(
                lost,
                run -> Double.isNaN(full[run]) || Double.isNaN(blocked[run])
                        ? Double.NaN
                        : adopters[arm.full.index()][run] - arm.adopts[run] - adopters[arm.blocked.index()][run]);
        return lost;
    }

    /** Mean, ends of the interval and number of units. */
    private static double[] interval(double[] lost, int runs) {
        RunningStatistics units = new RunningStatistics();
        for (int unit = 0; unit < lost.length / runs; unit++) {
            double mean = Arrays.stream(lost, unit * runs, (unit + 1) * runs)
                    .filter(value -> !Double.isNaN(value))
                    .average()
                    .orElse(Double.NaN);
            if (!Double.isNaN(mean)) {
                units.add(mean);
            }
        }
        double half = units.count() < 2
                ? Double.NaN
                : units.standardError()
                        * new TDistribution(null, units.count() - 1).inverseCumulativeProbability(0.975);
        double mean = units.count() == 0 ? Double.NaN : units.mean();
        return new double[] {mean, mean - half, mean + half, units.count()};
    }

    private static List<Figure> figures(Table table, Map<String, int[]> ranges) {
        List<Figure> figures = new ArrayList<>();
        ranges.forEach((setting, rows) -> figures.add(new Figure(
                "lost-" + (figures.size() + 1),
                Figure.Kind.BAR,
                "Lost without a node: " + setting,
                "Bars of losses: 95 % intervals by Student's t, paired.",
                table,
                List.of(
                        new Series(
                                "lost without it",
                                "node",
                                "lost",
                                "lost-low",
                                "lost-high",
                                Style.DATA,
                                rows[0],
                                rows[1]),
                        Series.of("last-touch credit", "node", "credit", Style.DATA, rows[0], rows[1])),
                Axis.of("Node that is blocked"),
                Axis.of("Adoptions of others (per run)"))));
        return figures;
    }
}
