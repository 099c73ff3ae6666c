package org.einfluss.engine.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.einfluss.api.InputException;
import org.einfluss.api.InputException.Place;
import org.einfluss.api.Progress;
import org.einfluss.api.Variable;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.findings.StudyAnalysis;
import org.einfluss.api.model.Generator;
import org.einfluss.api.model.Measure;
import org.einfluss.api.model.Model;
import org.einfluss.api.model.Transform;
import org.einfluss.api.study.Component;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.NetworkConfiguration;
import org.einfluss.api.study.Plan;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.catalog.Entry;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.engine.catalog.Origin;
import org.einfluss.engine.parameters.Names;
import org.einfluss.engine.parameters.Setting;

/**
 * Turns experiments into plans.
 *
 * <p>A plan is a function of the experiment's content, the components and the datasets: neither the order of keys in a file
 * nor the machine can change it. The bundles of analyses do not enter it, since they do not decide what is observed.
 */
public final class Planner {
    /** Id under which a dataset stands where a generator may stand; its parameters are {@link DatasetNetwork}. */
    public static final String DATASET = "dataset";
    /** Id of no campaign. */
    public static final String NONE = "none";

    private static final double MOST_RUNS = 1e11;
    private static final int MOST_SHARDS = 1_000_000;

    private final Experiment experiment;
    private final Catalog catalog;
    private final Progress progress;
    private final Factors factors;
    private final Map<String, Component> bound = new HashMap<>();
    private final Map<String, NetworkConfiguration> networks = new LinkedHashMap<>();
    private final Map<String, String> inputs = new TreeMap<>();
    private final Map<String, Named> variables = new LinkedHashMap<>();

    /** A variable and who observes it. */
    private record Named(Variable variable, String observer) {}

    private Planner(Experiment experiment, Catalog catalog, Progress progress) {
        this.experiment = experiment;
        this.catalog = catalog;
        this.progress = progress;
        this.factors = new Factors(experiment, catalog);
    }

    /**
     * Makes the plan of an experiment: everything that decides the numbers.
     *
     * @param experiment the experiment
     * @param catalog the components
     * @param folder where files named in the experiment are looked for
     * @param progress told about datasets being opened
     * @throws IOException when a dataset or a table cannot be read
     * @throws InputException when something is wrong, naming its place
     */
    public static Plan plan(Experiment experiment, Catalog catalog, Path folder, Progress progress) throws IOException {
        return new Planner(experiment, catalog, progress).plan(folder);
    }

    private Plan plan(Path folder) throws IOException {
        List<DesignPoint> points = new ArrayList<>();
        Map<List<Object>, Map<Factor, Setting>> seen = new HashMap<>();
        Set<String> names = new LinkedHashSet<>();
        factors.all().forEach(factor -> names.add(factor.name()));
        for (Map<Factor, Setting> assignment : Designs.points(factors, experiment, catalog, folder)) {
            progress.checkCancelled();
            DesignPoint point = point(points.size(), assignment);
            Map<Factor, Setting> same = seen.putIfAbsent(
                    List.of(point.network(), point.model(), point.seeding(), point.campaign()), assignment);
            if (same != null) {
                refuseRepeated(point, same, assignment);
            }
            // one-at-a-time designs meet their baseline once per factor, and samples of few levels the same point again
            if (same == null || !(experiment.design() instanceof Design.OneAtATime)) {
                points.add(point);
                names.addAll(point.factors().keySet());
            }
        }
        List<Component> measures = new ArrayList<>();
        for (Configured measure : experiment.measures()) {
            Entry entry = catalog.find(Kind.MEASURE, measure.id(), measure.place());
            measures.add(component(entry, measure));
            Measure<?> observer = entry.component(Measure.class);
            Record parameters = measures.get(measures.size() - 1).parameters().orElseThrow();
            for (Variable variable : variables(observer, parameters)) {
                observe(variable, "the measure '" + measure.id() + "'", measure, true);
            }
        }
        List<Component> analyses = new ArrayList<>();
        Set<String> asked = new HashSet<>();
        for (Configured analysis : experiment.analyses()) {
            if (!asked.add(analysis.id())) {
                throw Setting.mistake(
                        analysis.place(),
                        "'" + analysis.id() + "' is asked for twice, and the second findings would replace the first; "
                                + "keep one of them, and make the other with 'einfluss analyse' when the study is done");
            }
            analyses.add(component(analysis(analysis), analysis));
        }
        catalog.kernel().forEach(this::input);
        List<NetworkConfiguration> configurations = List.copyOf(networks.values());
        int[] pointsOf = new int[configurations.size()];
        points.forEach(point -> pointsOf[point.network()]++);
        Optional<Plan.Precision> until = experiment.replicates().until().map(this::precision);
        refuseAbsurd(configurations, pointsOf, until.isPresent());
        boolean comparing = points.size() > configurations.size();
        Sharing coins = experiment.coins().orElse(comparing ? Sharing.COMMON : Sharing.INDEPENDENT);
        Plan plan = new Plan(
                "",
                experiment.title(),
                experiment.key(),
                configurations,
                points,
                Shards.of(configurations, pointsOf, experiment.replicates().runs(), until.isPresent()),
                List.copyOf(names),
                measures,
                variables.values().stream().map(Named::variable).toList(),
                analyses,
                coins == Sharing.COMMON,
                experiment.networkDraws() == Sharing.INDEPENDENT,
                experiment.maxSteps(),
                experiment.recording(),
                until,
                inputs,
                notes(configurations, coins));
        for (int i = 0; i < analyses.size(); i++) {
            Configured analysis = experiment.analyses().get(i);
            StudyAnalysis<?> found = analysis(analysis).component(StudyAnalysis.class);
            List<String> lacking = needs(found, analyses.get(i).parameters().orElseThrow(), plan);
            if (!lacking.isEmpty()) {
                throw Setting.mistake(
                        analysis.place(),
                        "The analysis '" + analysis.id() + "' could not be made of this study. "
                                + String.join(" ", lacking));
            }
        }
        return PlanFile.identified(plan);
    }

    /** A plan is held in memory as a whole; what no machine could finish is refused before it is made. */
    private void refuseAbsurd(List<NetworkConfiguration> configurations, int[] pointsOf, boolean batched) {
        double runs = 0;
        for (NetworkConfiguration configuration : configurations) {
            runs += (double) configuration.draws() * configuration.runs() * pointsOf[configuration.index()];
        }
        if (runs > MOST_RUNS) {
            throw new InputException(String.format(
                    Locale.ROOT,
                    "The experiment asks for %.0f runs (%d design points, up to %d networks with %d runs each); a study has at"
                            + " most %.0f. Give fewer points, networks or runs.",
                    runs,
                    IntStream.of(pointsOf).sum(),
                    experiment.replicates().networks(),
                    experiment.replicates().runs(),
                    MOST_RUNS));
        }
        if (Shards.exceed(
                MOST_SHARDS, configurations, pointsOf, experiment.replicates().runs(), batched)) {
            throw new InputException(
                    "The experiment would be cut into more than " + MOST_SHARDS
                            + " shards, each a file. Give fewer network configurations or networks, or more runs on each network instead.");
        }
    }

    /** What is written down twice is a mistake. */
    private void refuseRepeated(DesignPoint point, Map<Factor, Setting> first, Map<Factor, Setting> again) {
        if (experiment.design() instanceof Design.Table) {
            Place here = again.values().iterator().next().place();
            Place there = first.values().iterator().next().place();
            throw new InputException(
                    new Place(here.source(), here.line(), 0),
                    "This row is the same design point as " + new Place(there.source(), there.line(), 0) + " ("
                            + point.label() + "); keep one of them (for more runs of a point raise 'replicates')");
        }
        if (experiment.design() instanceof Design.Factorial) {
            for (Map.Entry<Factor, Setting> level : again.entrySet()) {
                Setting other = first.get(level.getKey());
                if (other != level.getValue()) {
                    throw level.getValue()
                            .mistake("This gives the design point " + point.label() + " again; keep one of them");
                }
            }
        }
    }

    private DesignPoint point(int index, Map<Factor, Setting> assignment) throws IOException {
        Map<String, String> levels = new LinkedHashMap<>();
        Component generator = component(Slot.NETWORK, assignment, levels).orElseThrow();
        List<Component> prepare = new ArrayList<>();
        for (Candidate candidate : factors.candidates(Slot.PREPARE)) {
            prepare.add(component(candidate, assignment, levels));
        }
        Component model = component(Slot.MODEL, assignment, levels).orElseThrow();
        Component seeding = component(Slot.SEEDING, assignment, levels).orElseThrow();
        Optional<Component> campaign = component(Slot.CAMPAIGN, assignment, levels)
                .filter(component -> !component.id().equals(NONE));
        NetworkConfiguration network = network(generator, prepare);
        return new DesignPoint(index, network.index(), model, seeding, campaign, levels);
    }

    private Optional<Component> component(Slot slot, Map<Factor, Setting> assignment, Map<String, String> levels) {
        Optional<Candidate> chosen = factors.chosen(slot, assignment);
        if (chosen.isPresent() && factors.candidates(slot).size() > 1) {
            levels.put(slot.key(), chosen.get().label());
        }
        return chosen.map(candidate -> component(candidate, assignment, levels));
    }

    private Component component(Candidate candidate, Map<Factor, Setting> assignment, Map<String, String> levels) {
        Setting.Fields settings = candidate.configured().settings();
        List<Factor> own = new ArrayList<>();
        for (Map.Entry<Factor, Setting> level : assignment.entrySet()) {
            Factor factor = level.getKey();
            if (factor.slot() == candidate.slot() && factor.component() == candidate.index()) {
                settings = settings.with(factor.path(), level.getValue());
                own.add(factor);
            }
        }
        String key = candidate.slot() + " " + candidate.index() + " " + settings.flow();
        Component component = bound.get(key);
        if (component == null) {
            Record parameters = candidate.schema().bind(settings);
            component = new Component(
                    candidate.configured().id(), candidate.schema().settings(parameters), Optional.of(parameters));
            bound.put(key, component);
            candidate.entry().ifPresent(entry -> input(entry.origin()));
            if (candidate.slot() == Slot.MODEL) {
                Model<?> model = candidate.entry().orElseThrow().component(Model.class);
                for (Variable variable : variables(model, parameters)) {
                    observe(variable, "the model '" + candidate.configured().id() + "'", candidate.configured(), false);
                }
            }
        }
        for (Factor factor : own) {
            levels.put(
                    factor.name(),
                    candidate.schema().text(component.parameters().orElseThrow(), factor.path()));
        }
        return component;
    }

    private Component component(Entry entry, Configured configured) {
        Record parameters = entry.schema().bind(configured.settings());
        if (entry.kind() == Kind.MEASURE) {
            input(entry.origin());
        }
        return new Component(entry.id(), entry.schema().settings(parameters), Optional.of(parameters));
    }

    private Entry analysis(Configured analysis) {
        if (!catalog.contains(Kind.STUDY_ANALYSIS, analysis.id()) && catalog.contains(Kind.ANALYSIS, analysis.id())) {
            throw Setting.mistake(
                    analysis.place(),
                    "'" + analysis.id() + "' analyses a dataset, not a study; call it on the dataset itself");
        }
        return catalog.find(Kind.STUDY_ANALYSIS, analysis.id(), analysis.place());
    }

    private void input(Origin origin) {
        String hash = origin.sha256().isEmpty() ? "" : "sha256:" + origin.sha256();
        inputs.put("bundle " + origin.name(), (origin.version() + " " + hash).strip());
    }

    private void observe(Variable variable, String observer, Configured by, boolean mustBeNew) {
        Named known = variables.putIfAbsent(variable.name(), new Named(variable, observer));
        if (known != null && (mustBeNew || !known.variable().equals(variable))) {
            throw Setting.mistake(
                    by.place(),
                    "The variable '" + variable.name() + "' has two meanings: " + meaning(known) + ", and "
                            + meaning(new Named(variable, observer)) + "; they cannot be in one experiment");
        }
    }

    private static String meaning(Named named) {
        Variable variable = named.variable();
        return named.observer() + " measures '" + variable.meaning() + "'"
                + (variable.unit().isEmpty() ? "" : " in " + variable.unit());
    }

    private NetworkConfiguration network(Component generator, List<Component> prepare) throws IOException {
        String key = generator + " " + prepare;
        NetworkConfiguration known = networks.get(key);
        if (known != null) {
            return known;
        }
        boolean fixed = isFixed(generator, prepare);
        Replicates replicates = experiment.replicates();
        long runs = (long) replicates.runs() * (fixed ? replicates.networks() : 1);
        if (runs > Integer.MAX_VALUE) {
            throw new InputException("There are more than " + Integer.MAX_VALUE + " runs on one network; give fewer");
        }
        NetworkConfiguration made = new NetworkConfiguration(
                networks.size(), generator, prepare, fixed, fixed ? 1 : replicates.networks(), (int) runs);
        networks.put(key, made);
        return made;
    }

    private boolean isFixed(Component generator, List<Component> prepare) throws IOException {
        boolean fixed = true;
        if (generator.id().equals(DATASET)) {
            dataset(generator.as(DatasetNetwork.class).orElseThrow().name());
        } else {
            Generator<?> rule = catalog.find(Kind.GENERATOR, generator.id()).component(Generator.class);
            fixed = !isRandom(rule, generator.parameters().orElseThrow());
        }
        for (Component transform : prepare) {
            Transform<?> rule = catalog.find(Kind.TRANSFORM, transform.id()).component(Transform.class);
            fixed &= !isRandom(rule, transform.parameters().orElseThrow());
        }
        return fixed;
    }

    private void dataset(String name) throws IOException {
        String input = "dataset " + name;
        if (inputs.containsKey(input)) {
            return;
        }
        Configured by = experiment.networks().stream()
                .filter(network -> network.id().equals(DATASET))
                .findFirst()
                .orElseThrow();
        Place place = by.settings().find("name").map(Setting::place).orElse(by.place());
        List<String> listed = catalog.datasets().stream()
                .filter(dataset -> dataset.name().equals(name))
                .map(DatasetDescriptor::hash)
                .toList();
        // only a hash that is not listed, or not listed once, is worth opening the dataset for
        String hash = listed.size() == 1 && !listed.get(0).isEmpty()
                ? listed.get(0)
                : catalog.dataset(name, place, progress).descriptor().hash();
        if (hash.isEmpty()) {
            throw new IllegalStateException("the library that opened the dataset '" + name + "' gave no content hash");
        }
        inputs.put(input, "sha256:" + hash);
    }

    private Plan.Precision precision(Replicates.Until until) {
        if (!variables.containsKey(until.variable())) {
            throw Setting.mistake(
                    experiment.untilPlace(),
                    "replicates.until: " + Names.unknown("variable", until.variable(), variables.keySet()));
        }
        return new Plan.Precision(until.variable(), until.halfWidth());
    }

    private List<String> notes(List<NetworkConfiguration> configurations, Sharing coins) {
        List<String> notes = new ArrayList<>();
        long fixed = configurations.stream().filter(NetworkConfiguration::fixed).count();
        Replicates replicates = experiment.replicates();
        if (fixed > 0) {
            String which = configurations.size() == 1
                    ? "The network is the same in every draw"
                    : fixed + " of " + configurations.size() + " network configurations are the same in every draw";
            notes.add(which + ": it is used once, with " + replicates.networks() + " × " + replicates.runs() + " = "
                    + (long) replicates.networks() * replicates.runs()
                    + " runs per design point, and the results hold for this network only.");
        }
        if (experiment.coins().isEmpty()) {
            notes.add(
                    coins == Sharing.COMMON
                            ? "Coins are common to design points on the same network, so that these are compared on the same luck."
                            : "Coins are independent, since no two design points share a network.");
        }
        return notes;
    }

    @SuppressWarnings("unchecked")
    private static <P extends Record> List<String> needs(StudyAnalysis<P> analysis, Record parameters, Plan plan) {
        return analysis.needs((P) parameters, plan);
    }

    @SuppressWarnings("unchecked") // the schema made the record from the component's own type argument
    private static <P extends Record> List<Variable> variables(Model<P> model, Record parameters) {
        return model.variables((P) parameters);
    }

    @SuppressWarnings("unchecked")
    private static <P extends Record> List<Variable> variables(Measure<P> measure, Record parameters) {
        return measure.variables((P) parameters);
    }

    @SuppressWarnings("unchecked")
    private static <P extends Record> boolean isRandom(Generator<P> generator, Record parameters) {
        return generator.isRandom((P) parameters);
    }

    @SuppressWarnings("unchecked")
    private static <P extends Record> boolean isRandom(Transform<P> transform, Record parameters) {
        return transform.isRandom((P) parameters);
    }
}
