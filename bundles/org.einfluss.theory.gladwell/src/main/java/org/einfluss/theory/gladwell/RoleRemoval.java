package org.einfluss.theory.gladwell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
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
import org.einfluss.api.study.NetworkConfiguration;
import org.einfluss.api.study.Study;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.graph.measure.Components;
import org.einfluss.theory.gladwell.RemoveRoles.Instead;
import org.osgi.service.component.annotations.Component;

/**
 * The removal test of the law of the few: what taking out a role does to cascades, beside taking out random nodes of the same number and
 * of the same number of links.
 *
 * <p>Needs a study whose networks are prepared by {@link RemoveRoles} with several shares and with {@code instead} varied. Arms are compared
 * on the same networks, keys and seeds: differences are paired by network (by run on one network), with 95 % intervals by Student's t.
 *
 * <p>Two predictions stand beside the numbers. Gladwell: without the role nothing tips (0), without random people everything goes on (1).
 * Watts: global cascades from one random seed are as frequent as the share of nodes in or next to the largest cluster of vulnerable nodes
 * (those with at most ⌊1/φ⌋ sources; D. J. Watts 2002, doi:10.1073/pnas.082090499), computed on the networks that remain.
 */
@Component(service = StudyAnalysis.class)
@Described(
        id = "role-removal",
        name = "Removal of roles",
        summary = "Frequency of global cascades without connectors, mavens or salesmen, beside random nodes and links; "
                + "Gladwell's and Watts' predictions.",
        cite = {Traits.GLADWELL, "doi:10.1073/pnas.082090499"})
public final class RoleRemoval implements StudyAnalysis<RoleRemoval.Parameters> {
    private static final String TRANSFORM = "remove-roles";
    private static final int MOST_NETWORKS = 5;

    /** For the registry, and for use as a plain library. */
    public RoleRemoval() {}

    /**
     * Parameters of the analysis.
     *
     * @param global least reach of a global cascade
     * @param collapse share of the undisturbed frequency below which cascades have collapsed
     * @param threshold φ of Watts' prediction
     */
    public record Parameters(
            @Param(value = "Least reach of a global cascade", initial = "0.1", range = "(0,1)", unit = "share of nodes")
            double global,

            @Param(
                    value = "Collapse",
                    initial = "0.5",
                    range = "(0,1)",
                    unit = "share of the undisturbed frequency",
                    help = "Cascades have collapsed when they are less frequent than this share of what they were.")
            double collapse,

            @Param(
                    value = "Threshold of Watts' prediction",
                    symbol = "φ",
                    initial = "0.18",
                    range = "(0,1]",
                    unit = "share of sources")
            double threshold) {}

    /** One curve family: the same setting, role and way of taking out. */
    private record Family(String setting, String role, String how) {
        String label() {
            return role + (setting.equals("all") ? "" : ", " + setting) + (how.equals("remove") ? "" : ", " + how);
        }
    }

    @Override
    public Findings analyse(Study study, Parameters parameters, Progress progress) {
        Map<Family, Map<Instead, SortedMap<Double, DesignPoint>>> families = families(study);
        Rows curves = new Rows()
                .text("setting", "Levels of all other factors")
                .text("role", "Whose top nodes are taken out")
                .text("how", "What taking out means")
                .text("arm", "Who is taken out: the role, or random nodes matched by number or by links")
                .number("share", "share of nodes", "Share of all nodes that is ranked as the role's top")
                .number("nodes-out", "nodes", "Nodes taken out, mean of the networks looked at")
                .number("links-out", "ties", "Links taken out, mean of the networks looked at")
                .number("global", "share of runs", "Frequency of global cascades")
                .number("global-low", "share of runs", "Lower end of its 95 % interval")
                .number("global-high", "share of runs", "Upper end of its 95 % interval")
                .number("reach", "share of nodes", "Mean reach of all cascades")
                .number("reach-low", "share of nodes", "Lower end of its 95 % interval")
                .number("reach-high", "share of nodes", "Upper end of its 95 % interval")
                .number("kept", "share of the undisturbed", "Frequency divided by that with nobody taken out")
                .number("gladwell", "share of the undisturbed", "Gladwell: 0 without the role, 1 without random nodes")
                .number("watts", "share of runs", "Watts: nodes in or next to the largest vulnerable cluster")
                .number("watts-kept", "share of the undisturbed", "The same divided by that with nobody taken out");
        Rows paired = new Rows()
                .text("setting", "Levels of all other factors")
                .text("role", "Whose top nodes are taken out")
                .text("how", "What taking out means")
                .text("against", "Who is taken out in the other arm")
                .number("share", "share of nodes", "Share taken out")
                .number("difference", "share of nodes", "Mean reach without the role minus that without the others")
                .number("low", "share of nodes", "Lower end of its 95 % interval, paired")
                .number("high", "share of nodes", "Upper end of its 95 % interval, paired")
                .number("pairs", "", "Networks (runs, on one network) that were paired");
        Rows verdicts = new Rows()
                .text("setting", "Levels of all other factors")
                .text("role", "Whose top nodes are taken out")
                .text("how", "What taking out means")
                .text("against", "How random nodes are matched")
                .text("verdict", "What collapses at the largest share")
                .number("share", "share of nodes", "The largest share")
                .number("without-role", "share of the undisturbed", "Frequency kept without the role")
                .number("without-others", "share of the undisturbed", "Frequency kept without random nodes");
        List<Headline> headlines = new ArrayList<>();
        Map<Family, List<Series>> seriesOf = new LinkedHashMap<>();
        int done = 0;
        for (Map.Entry<Family, Map<Instead, SortedMap<Double, DesignPoint>>> entry : families.entrySet()) {
            progress.report(done++, families.size(), "curves");
            Family family = entry.getKey();
            List<Series> series = new ArrayList<>();
            Map<Double, DesignPoint> role = entry.getValue().getOrDefault(Instead.NOBODY, new TreeMap<>());
            double undisturbed = undisturbed(study, entry.getValue(), parameters);
            double wattsFull = Double.NaN;
            for (Map.Entry<Instead, SortedMap<Double, DesignPoint>> arm :
                    entry.getValue().entrySet()) {
                int begin = curves.size();
                for (Map.Entry<Double, DesignPoint> at : arm.getValue().entrySet()) {
                    progress.checkCancelled();
                    double[] before = taken(study, at.getValue(), parameters, progress);
                    wattsFull = at.getKey() == 0 ? before[2] : wattsFull;
                    add(curves, study, family, arm.getKey(), at, parameters, undisturbed, before, wattsFull);
                }
                series.add(new Series(
                        name(arm.getKey()),
                        "share",
                        "global",
                        "global-low",
                        "global-high",
                        Style.DATA,
                        begin,
                        curves.size()));
                if (arm.getKey() != Instead.NOBODY) {
                    pair(paired, study, family, arm.getKey(), role, arm.getValue());
                    verdict(
                            verdicts,
                            headlines,
                            study,
                            family,
                            arm.getKey(),
                            role,
                            arm.getValue(),
                            parameters,
                            undisturbed);
                } else {
                    series.add(Series.of(
                            "Watts: vulnerable nodes left without the role",
                            "share",
                            "watts",
                            Style.OVERLAY,
                            begin,
                            curves.size()));
                }
            }
            seriesOf.put(family, series);
        }
        Table table = curves.table("removal", "Cascades after removal");
        List<Figure> figures = new ArrayList<>();
        seriesOf.forEach((family, series) -> figures.add(new Figure(
                "removal-" + (figures.size() + 1),
                Figure.Kind.LINE,
                "Without " + family.label(),
                Sampled.caption(study) + "; bands: 95 % intervals; global: reach of at least " + parameters.global()
                        + "; Watts: φ = " + parameters.threshold() + ".",
                table,
                series,
                Axis.of("Taken out (share of nodes)"),
                Axis.of("Global cascades (share of runs)", 0, 1))));
        return new Findings(
                "role-removal",
                "Removal of roles",
                List.of(
                        verdicts.table("verdicts", "What collapses at the largest share"),
                        table,
                        paired.table("paired", "Differences of the mean reach, paired")),
                figures,
                headlines,
                notes(parameters, families),
                List.of(Traits.GLADWELL, "doi:10.1073/pnas.082090499"));
    }

    private static List<String> notes(
            Parameters parameters, Map<Family, Map<Instead, SortedMap<Double, DesignPoint>>> families) {
        List<String> notes = new ArrayList<>();
        notes.add("Global: reach of at least " + parameters.global()
                + ", seeds included; taken-out nodes stay in the network without ties and may be seeds.");
        notes.add(
                "Gladwell's prediction (0 without the role, 1 without random nodes) and Watts' (vulnerable nodes, φ = "
                        + parameters.threshold()
                        + ", one random seed) are our reading of the two; Watts' is computed on up to "
                        + MOST_NETWORKS + " networks of each point, whatever the study's model is.");
        notes.add(
                "A role that has many links takes many links along: compare with the arm of the same number of links before "
                        + "crediting the role.");
        for (Map.Entry<Family, Map<Instead, SortedMap<Double, DesignPoint>>> entry : families.entrySet()) {
            for (Instead arm : Instead.values()) {
                if (!entry.getValue().containsKey(arm)) {
                    notes.add("The arm '" + name(arm) + "' is missing for "
                            + entry.getKey().label()
                            + "; give remove-roles 'instead: [nobody, same-number, same-links]'.");
                }
            }
        }
        return notes;
    }

    private static Map<Family, Map<Instead, SortedMap<Double, DesignPoint>>> families(Study study) {
        Map<Family, Map<Instead, SortedMap<Double, DesignPoint>>> families = new LinkedHashMap<>();
        for (DesignPoint point : study.plan().points()) {
            Optional<RemoveRoles.Parameters> removal = study.plan().network(point).prepare().stream()
                    .filter(transform -> transform.id().equals(TRANSFORM))
                    .findFirst()
                    .flatMap(transform -> transform.as(RemoveRoles.Parameters.class));
            if (removal.isEmpty()) {
                continue;
            }
            RemoveRoles.Parameters p = removal.get();
            Family family = new Family(
                    Sampled.label(study, point, factor -> factor.contains(TRANSFORM)), word(p.role()), word(p.how()));
            families.computeIfAbsent(family, key -> new EnumMap<>(Instead.class))
                    .computeIfAbsent(p.instead(), key -> new TreeMap<>())
                    .put(p.share(), point);
        }
        if (families.isEmpty()) {
            throw new InputException("No design point of this study removes a role; put '- {id: " + TRANSFORM
                    + ", share: [0, 0.01, 0.02], instead: [nobody, same-number, same-links]}' under 'prepare'");
        }
        return families;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String name(Instead arm) {
        return switch (arm) {
            case NOBODY -> "the role";
            case SAME_NUMBER -> "random, same number";
            case SAME_LINKS -> "random, same links";
        };
    }

    /** Frequency with nobody taken out; NaN where no arm has share 0. */
    private static double undisturbed(
            Study study, Map<Instead, SortedMap<Double, DesignPoint>> arms, Parameters parameters) {
        for (SortedMap<Double, DesignPoint> arm : arms.values()) {
            if (arm.containsKey(0.0)) {
                return study.estimates()
                        .share(arm.get(0.0).index(), "reach", parameters.global())
                        .value();
            }
        }
        return Double.NaN;
    }

    /** Nodes and links taken out and Watts' prediction, means over some networks of a point. */
    private static double[] taken(Study study, DesignPoint point, Parameters parameters, Progress progress) {
        NetworkConfiguration configuration = study.plan().network(point);
        int networks = Math.min(MOST_NETWORKS, configuration.draws());
        double[] sum = new double[3];
        for (int draw = 0; draw < networks; draw++) {
            progress.checkCancelled();
            Network network = study.network(configuration.index(), draw);
            sum[0] += network.facts().getOrDefault("nodes taken out", Double.NaN);
            sum[1] += network.facts().getOrDefault("links taken out", Double.NaN);
            sum[2] += vulnerableMass(network.graph(), parameters.threshold());
        }
        return Arrays.stream(sum).map(value -> value / networks).toArray();
    }

    /** Share of nodes in the largest weak component of vulnerable nodes, or with an arc into it. */
    static double vulnerableMass(Graph graph, double threshold) {
        int n = graph.nodes();
        int most = (int) Math.floor(1 / threshold + 1e-9);
        BitSet vulnerable = new BitSet(n);
        for (int v = 0; v < n; v++) {
            vulnerable.set(v, graph.inDegree(v) >= 1 && graph.inDegree(v) <= most);
        }
        int[] offset = new int[n + 1];
        int[] target = new int[graph.arcs()];
        int size = 0;
        for (int u = 0; u < n; u++) {
            for (int a = graph.arcBegin(u), end = graph.arcEnd(u); a < end && vulnerable.get(u); a++) {
                if (vulnerable.get(graph.target(a))) {
                    target[size++] = graph.target(a);
                }
            }
            offset[u + 1] = size;
        }
        Components components = Components.weak(Graph.of(n, graph.isDirected(), offset, Arrays.copyOf(target, size)));
        int[] clusterSize = new int[Math.max(1, components.count())];
        int largest = -1;
        for (int v = vulnerable.nextSetBit(0); v >= 0; v = vulnerable.nextSetBit(v + 1)) {
            int cluster = components.of(v);
            clusterSize[cluster]++;
            largest = largest < 0 || clusterSize[cluster] > clusterSize[largest] ? cluster : largest;
        }
        int reaching = 0;
        for (int v = 0; v < n && largest >= 0; v++) {
            boolean reaches = vulnerable.get(v) && components.of(v) == largest;
            for (int a = graph.arcBegin(v), end = graph.arcEnd(v); a < end && !reaches; a++) {
                reaches = vulnerable.get(graph.target(a)) && components.of(graph.target(a)) == largest;
            }
            reaching += reaches ? 1 : 0;
        }
        return n == 0 ? 0 : (double) reaching / n;
    }

    private static void add(
            Rows curves,
            Study study,
            Family family,
            Instead arm,
            Map.Entry<Double, DesignPoint> at,
            Parameters parameters,
            double undisturbed,
            double[] taken,
            double wattsFull) {
        int point = at.getValue().index();
        Estimate global = study.estimates().share(point, "reach", parameters.global());
        Estimate reach = study.estimates().mean(point, "reach");
        curves.add(
                List.of(family.setting(), family.role(), family.how(), name(arm)),
                at.getKey(),
                taken[0],
                taken[1],
                global.value(),
                global.low(),
                global.high(),
                reach.value(),
                reach.low(),
                reach.high(),
                global.value() / undisturbed,
                arm == Instead.NOBODY && at.getKey() > 0 ? 0 : 1,
                taken[2],
                taken[2] / wattsFull);
    }

    private static void pair(
            Rows paired,
            Study study,
            Family family,
            Instead arm,
            Map<Double, DesignPoint> role,
            Map<Double, DesignPoint> other) {
        other.forEach((share, point) -> {
            if (share > 0 && role.containsKey(share)) {
                double[] difference = Sampled.difference(
                        new Sampled(study, role.get(share), "reach"), new Sampled(study, point, "reach"));
                paired.add(
                        List.of(family.setting(), family.role(), family.how(), name(arm)),
                        share,
                        difference[0],
                        difference[1],
                        difference[2],
                        difference[3]);
            }
        });
    }

    private static void verdict(
            Rows verdicts,
            List<Headline> headlines,
            Study study,
            Family family,
            Instead arm,
            Map<Double, DesignPoint> role,
            SortedMap<Double, DesignPoint> other,
            Parameters parameters,
            double undisturbed) {
        Double share = other.lastKey();
        if (share == 0 || !role.containsKey(share) || !(undisturbed > 0)) {
            return;
        }
        Estimate without = study.estimates().share(role.get(share).index(), "reach", parameters.global());
        Estimate control = study.estimates().share(other.get(share).index(), "reach", parameters.global());
        double cut = parameters.collapse() * undisturbed;
        verdicts.add(
                List.of(
                        family.setting(),
                        family.role(),
                        family.how(),
                        name(arm),
                        "without the role: " + state(without, cut) + "; without the others: " + state(control, cut)),
                share,
                without.value() / undisturbed,
                control.value() / undisturbed);
        double[] difference = Sampled.difference(
                new Sampled(study, role.get(share), "reach"), new Sampled(study, other.get(share), "reach"));
        headlines.add(new Headline(
                "Reach without " + family.label() + " minus " + name(arm) + ", " + share + " taken out",
                difference[0],
                difference[1],
                difference[2],
                "share of nodes",
                Double.isNaN(difference[1]) ? "" : "95 % over " + (long) difference[3] + " pairs"));
    }

    /** Collapsed or not only where the whole interval says so. */
    private static String state(Estimate frequency, double cut) {
        return frequency.high() < cut ? "collapse" : frequency.low() > cut ? "no collapse" : "undecided";
    }
}
