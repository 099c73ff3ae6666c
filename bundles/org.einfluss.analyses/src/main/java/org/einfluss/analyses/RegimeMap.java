package org.einfluss.analyses;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.Variable;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.StudyAnalysis;
import org.einfluss.api.study.Component;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.NetworkConfiguration;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.ShortNames;
import org.einfluss.api.study.Study;

/**
 * Says which seeding spreads most under which assumption: on which network, by which contagion, at which cost.
 *
 * <p>One cell for each combination of network configuration, model, campaign and size of the seeding (number, budget, cost per seed). Within a cell all
 * seedings ran on the same networks with common random numbers, so they are compared in pairs, network by network, and all at once; on one network run by
 * run, which holds for this network only. A difference below the zone does not count. See {@link BestPolicies}.
 */
@org.osgi.service.component.annotations.Component(service = StudyAnalysis.class)
@Described(
        id = "regime-map",
        name = "Map of the best seeding",
        summary = "Which seeding spreads most under which network, contagion and cost, with simultaneous intervals",
        cite =
                "D. G. Edwards and J. C. Hsu 1983, Multiple comparisons with the best treatment, J. Am. Stat. Assoc. 78:965")
public final class RegimeMap implements StudyAnalysis<RegimeMap.Parameters> {
    private static final String SIZE = "size.";

    /** Whether the level holds for each cell on its own or for the whole map. */
    public enum Family {
        /** All statements of the map hold together. */
        MAP,
        /** The statements of each cell hold together. */
        CELL
    }

    /**
     * What is compared.
     *
     * @param variable what the seedings compete in
     * @param zone difference from which on it matters
     * @param level probability that all intervals of the family hold
     * @param family what the level is for
     */
    public record Parameters(
            @Param(value = "Variable", initial = "gain", help = "gain is the reach without the seeds themselves")
            String variable,

            @Param(
                    value = "Indifference zone",
                    initial = "0.01",
                    range = "[0,inf)",
                    unit = "unit of the variable",
                    help = "Smaller differences do not count")
            double zone,

            @Param(value = "Level", initial = "0.95", range = "[0.5,1)", unit = "probability")
            double level,

            @Param(
                    value = "The level holds for",
                    initial = "map",
                    help = "map: all cells together; cell: each on its own")
            Family family) {}

    /** Makes the analysis; it has no state. */
    public RegimeMap() {}

    record Cell(
            NetworkConfiguration configuration,
            String network,
            String contagion,
            String cost,
            List<DesignPoint> points) {
        boolean isAlone() {
            return points.size() < 2;
        }
    }

    @Override
    public List<String> needs(Parameters parameters, Plan plan) {
        List<String> lacking = new ArrayList<>(plan.missing(parameters.variable()));
        if (cells(plan).stream().allMatch(Cell::isAlone)) {
            lacking.add(
                    "It compares seedings of equal size or budget on the same networks with the same model, but no two are; give"
                            + " several seedings the same size.");
        }
        return lacking;
    }

    @Override
    public Findings analyse(Study study, Parameters parameters, Progress progress) {
        checkNeeds(parameters, study);
        Plan plan = study.plan();
        Variable variable = plan.variables().get(plan.variable(parameters.variable()));
        ShortNames policies = new ShortNames(
                plan.points().stream().map(DesignPoint::seeding).toList(), setting -> !setting.startsWith(SIZE));
        List<Cell> all = cells(plan);
        List<Cell> cells = all.stream().filter(cell -> !cell.isAlone()).toList();
        RegimeTables tables = new RegimeTables(study, variable, parameters);
        int family = parameters.family() == Family.MAP ? cells.size() : 1;
        for (Cell cell : cells) {
            progress.checkCancelled();
            double[][] units = new double[cell.points().size()][];
            double range = variable.isShare() ? 1 : 0;
            long runs = 0;
            for (int i = 0; i < units.length; i++) {
                double[] values = study.estimates().values(cell.points().get(i).index(), variable.name());
                runs = values.length;
                units[i] = isConditional(cell.configuration())
                        ? values
                        : means(values, cell.configuration().runs());
                double[] present =
                        Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
                if (range != 1) {
                    range = Math.max(
                            range,
                            Arrays.stream(present).max().orElse(0)
                                    - Arrays.stream(present).min().orElse(0));
                }
            }
            int least = Arrays.stream(units).mapToInt(one -> one.length).min().orElseThrow();
            double[][] common =
                    Arrays.stream(units).map(one -> Arrays.copyOf(one, least)).toArray(double[][]::new);
            tables.add(cell, policies, new BestPolicies(common, runs, range, parameters.level(), family));
        }
        return tables.findings(all.size() - cells.size());
    }

    /** The cells in the order of the plan: networks first, then contagions, then costs. */
    private static List<Cell> cells(Plan plan) {
        ShortNames models =
                new ShortNames(plan.points().stream().map(DesignPoint::model).toList(), setting -> true);
        ShortNames sizes = new ShortNames(
                plan.points().stream().map(point -> size(point.seeding())).toList(), setting -> true);
        List<String> networks = ShortNames.ofNetworks(plan);
        ShortNames campaigns = new ShortNames(
                plan.points().stream()
                        .flatMap(point -> point.campaign().stream())
                        .toList(),
                setting -> true);
        Map<List<Integer>, Cell> cells = new LinkedHashMap<>();
        List<String> contagions = new ArrayList<>();
        List<String> costs = new ArrayList<>();
        for (DesignPoint point : plan.points()) {
            String contagion = models.of(point.model())
                    + point.campaign()
                            .map(campaign -> ", " + campaigns.of(campaign))
                            .orElse("");
            Component size = size(point.seeding());
            String differing = sizes.of(size).replaceFirst("^size ?", "");
            String cost = differing.isEmpty()
                    ? size.settings().getOrDefault("alpha", "")
                    : differing.replaceFirst("^alpha ", "");
            NetworkConfiguration network = plan.network(point);
            cells.computeIfAbsent(
                            List.of(point.network(), place(contagion, contagions), place(cost, costs)),
                            key -> new Cell(network, networks.get(point.network()), contagion, cost, new ArrayList<>()))
                    .points()
                    .add(point);
        }
        return cells.entrySet().stream()
                .sorted(Map.Entry.comparingByKey((a, b) -> Arrays.compare(
                        a.stream().mapToInt(Integer::intValue).toArray(),
                        b.stream().mapToInt(Integer::intValue).toArray())))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static int place(String name, List<String> names) {
        if (!names.contains(name)) {
            names.add(name);
        }
        return names.indexOf(name);
    }

    /** The settings of a seeding that say how much it takes, as a component of their own. */
    private static Component size(Component seeding) {
        Map<String, String> settings = new LinkedHashMap<>();
        seeding.settings().forEach((name, value) -> {
            if (name.startsWith(SIZE)) {
                settings.put(name.substring(SIZE.length()), value);
            } else if (name.equals("size")) {
                settings.put("nodes", value);
            }
        });
        return new Component("size", settings, java.util.Optional.empty());
    }

    static boolean isConditional(NetworkConfiguration configuration) {
        return configuration.fixed() || configuration.draws() == 1;
    }

    /** Means over the runs on each network that have a value; NaN where none has. */
    private static double[] means(double[] values, int runs) {
        double[] means = new double[values.length / runs];
        for (int network = 0; network < means.length; network++) {
            means[network] = Arrays.stream(values, network * runs, (network + 1) * runs)
                    .filter(value -> !Double.isNaN(value))
                    .average()
                    .orElse(Double.NaN);
        }
        return means;
    }
}
