package org.einfluss.theory.gladwell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.data.AdoptionLog;
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
import org.einfluss.api.study.Study;
import org.einfluss.graph.Network;
import org.einfluss.math.IntList;
import org.einfluss.math.RunningStatistics;
import org.osgi.service.component.annotations.Component;

/**
 * How well the role map finds roles that were planted: the area under the ROC curve of each score, and its stability when a tenth of the ties is
 * missing.
 *
 * <p>Each run on a network is taken as an item, its adoptions as the item's cascade, and {@link RoleMap}'s scores are computed from network and
 * cascades alone. Needs {@code recording: log} and networks with planted roles. The outcome says whether the classifier can work where the model is
 * true; it does not say that real people have such roles.
 */
@Component(service = StudyAnalysis.class)
@Described(
        id = "role-recovery",
        name = "Recovery of planted roles",
        summary =
                "Whether the role map finds the connectors, mavens and salesmen that were planted: AUC and stability.",
        cite = Traits.GLADWELL)
public final class RoleRecovery implements StudyAnalysis<RoleRecovery.Parameters> {
    private static final int SOURCES = 200;

    /** For the registry, and for use as a plain library. */
    public RoleRecovery() {}

    /**
     * Parameters of the analysis.
     *
     * @param items most runs of a network that are taken as items
     * @param cut quantile of the scores from which a node has a role
     * @param window how long after an adoption a listener's adoption counts
     * @param subsamples how often a tenth of the ties is left out
     */
    public record Parameters(
            @Param(
                    value = "Items",
                    initial = "1000",
                    range = "[1,inf)",
                    unit = "runs",
                    help = "Most runs taken as items.")
            int items,

            @Param(value = "Quantile of a role", initial = "0.9", range = "[0.5,1)", unit = "share of nodes")
            double cut,

            @Param(
                    value = "Window",
                    unit = "steps",
                    help = "How long after an adoption a listener's adoption counts; empty: until the end.")
            Optional<Double> window,

            @Param(
                    value = "Subsamples of ties",
                    initial = "2",
                    range = "[0,100]",
                    help = "How often the scores are computed again without a tenth of the ties.")
            int subsamples) {}

    /** Adoptions of one network in the making. */
    private static final class Collected {
        private final IntList cascade = new IntList();
        private final IntList node = new IntList();
        private final List<Double> time = new ArrayList<>();
        private int cascades;
        private int run = -1;

        void add(int newRun, int who, double when) {
            if (newRun != run) {
                run = newRun;
                cascades++;
            }
            cascade.add(cascades - 1);
            node.add(who);
            time.add(when);
        }

        AdoptionLog log() {
            return new AdoptionLog(
                    "runs",
                    "adoptions of each run",
                    "steps",
                    cascades,
                    cascade.toArray(),
                    node.toArray(),
                    time.stream().mapToDouble(Double::doubleValue).toArray(),
                    new int[0],
                    Double.NaN);
        }
    }

    @Override
    public Findings analyse(Study study, Parameters parameters, Progress progress) {
        if (study.plan().recording() != org.einfluss.api.study.Plan.Recording.LOG) {
            throw new InputException(
                    "Roles are recovered from adoptions, but this study kept no log; set 'recording: log' in "
                            + "the experiment and run it again");
        }
        Rows rows = new Rows()
                .text("point", "Design point")
                .text("role", "Planted role")
                .number("draw", "", "Number of the network")
                .number("items", "", "Runs taken as items")
                .number("planted", "nodes", "Nodes that carry the role")
                .number(
                        "auc",
                        "",
                        "Area under the ROC curve: probability that a planted node scores higher than another")
                .number("found", "share of planted", "Planted nodes that the role map gives the role")
                .number("precision", "share of assigned", "Nodes given the role that carry it")
                .number("tau", "", "Kendall's τ_b when a tenth of the ties is missing, mean over subsamples");
        RunningStatistics[] auc = {new RunningStatistics(), new RunningStatistics(), new RunningStatistics()};
        int scored = 0;
        try (Events events = study.events()) {
            boolean more = events.next();
            while (more) {
                int point = events.point();
                int draw = events.draw();
                Collected collected = new Collected();
                int adopter = adopterState(study.plan().points().get(point));
                int runs = 0;
                int lastRun = -1;
                while (more && events.point() == point && events.draw() == draw) {
                    runs += events.run() == lastRun ? 0 : 1;
                    lastRun = events.run();
                    if (events.to() == adopter && events.from() < adopter && runs <= parameters.items()) {
                        collected.add(events.run(), events.node(), events.time());
                    }
                    more = events.next();
                }
                progress.report(scored++, 0, "networks scored");
                score(study, point, draw, collected.log(), parameters, progress, rows, auc);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The log of the study cannot be read", unreadable);
        }
        if (rows.size() == 0) {
            throw new InputException(
                    "No network of this study carries planted roles, or nobody adopted; put plant-connectors, "
                            + "plant-mavens or plant-salesmen under 'prepare'");
        }
        return findings(study, rows.table("recovery", "Planted roles found by the role map"), auc);
    }

    private static int adopterState(DesignPoint point) {
        return point.model().id().equals("law-of-the-few") ? 2 : 1;
    }

    private static void score(
            Study study,
            int point,
            int draw,
            AdoptionLog log,
            Parameters parameters,
            Progress progress,
            Rows rows,
            RunningStatistics[] auc) {
        DesignPoint at = study.plan().points().get(point);
        NetworkConfiguration configuration = study.plan().network(at);
        Network network = study.network(configuration.index(), draw);
        boolean[][] planted = {
            Traits.marked(network, Traits.CONNECTOR),
            Traits.marked(network, Traits.MAVEN),
            Traits.marked(network, Traits.SALESMAN)
        };
        RoleScores.Options options = new RoleScores.Options(
                Optional.empty(), parameters.window().orElse(Double.POSITIVE_INFINITY), SOURCES, 1);
        RoleScores scores = new RoleScores(network, Optional.of(log), options, progress);
        double[][] tau = scores.stability(network, Optional.of(log), options, parameters.subsamples(), progress);
        for (int role = 0; role < planted.length; role++) {
            boolean[] assigned = scores.assigned(role, parameters.cut());
            int count = 0;
            int given = 0;
            int both = 0;
            for (int v = 0; v < assigned.length; v++) {
                count += planted[role][v] ? 1 : 0;
                given += assigned[v] ? 1 : 0;
                both += planted[role][v] && assigned[v] ? 1 : 0;
            }
            if (count == 0) {
                continue;
            }
            RunningStatistics mean = new RunningStatistics();
            for (double one : tau[role]) {
                mean.add(one);
            }
            double area = RoleScores.auc(scores.scores[role], planted[role]);
            if (!Double.isNaN(area)) {
                auc[role].add(area);
            }
            rows.add(
                    List.of(at.label(), RoleScores.ROLES[role]),
                    draw,
                    log.cascades(),
                    count,
                    area,
                    (double) both / count,
                    given == 0 ? Double.NaN : (double) both / given,
                    mean.count() == 0 ? Double.NaN : mean.mean());
        }
    }

    private static Findings findings(Study study, Table table, RunningStatistics[] auc) {
        List<Headline> headlines = new ArrayList<>();
        Rows means = new Rows()
                .text("role", "Planted role")
                .number("auc", "", "Mean area under the ROC curve")
                .number("networks", "", "Networks that entered");
        for (int role = 0; role < auc.length; role++) {
            if (auc[role].count() > 0) {
                headlines.add(new Headline(
                        "AUC of the " + RoleScores.ROLES[role] + " score",
                        auc[role].mean(),
                        Double.NaN,
                        Double.NaN,
                        "",
                        ""));
                means.add(List.of(RoleScores.ROLES[role]), auc[role].mean(), (double) auc[role].count());
            }
        }
        Table mean = means.table("means", "Mean area under the ROC curve");
        return new Findings(
                "role-recovery",
                "Recovery of planted roles",
                List.of(mean, table),
                List.of(new Figure(
                        "auc",
                        Figure.Kind.BAR,
                        "Planted roles found by the role map",
                        Sampled.caption(study) + "; 0.5: no better than chance.",
                        mean,
                        List.of(Series.of("AUC", "role", "auc", Style.DATA, 0, mean.rows())),
                        Axis.of("Role"),
                        Axis.of("Area under the ROC curve", 0, 1))),
                headlines,
                List.of(
                        "Roles were planted by the model whose traces the scores look for: a high AUC says that the classifier can work, "
                                + "not that real people have such roles.",
                        "An AUC of at least 0.8 with 200 items on 5,000 nodes is what we ask of the classifier."),
                List.of(Traits.GLADWELL));
    }
}
