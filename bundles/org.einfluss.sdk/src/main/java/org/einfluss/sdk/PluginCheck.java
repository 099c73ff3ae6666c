package org.einfluss.sdk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetLibrary;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.DatasetWriter;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.findings.Analysis;
import org.einfluss.api.findings.Calculation;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.StudyAnalysis;
import org.einfluss.api.model.Campaign;
import org.einfluss.api.model.Generator;
import org.einfluss.api.model.Measure;
import org.einfluss.api.model.Model;
import org.einfluss.api.model.Seeding;
import org.einfluss.api.model.Transform;
import org.einfluss.api.study.ExperimentLibrary;
import org.einfluss.api.study.Export;
import org.einfluss.api.study.Runner;
import org.einfluss.api.study.Study;
import org.einfluss.api.study.TableReader;
import org.einfluss.charts.ChartView;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.catalog.Entry;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.engine.parameters.ParameterSchema;
import org.einfluss.engine.parameters.Setting;
import org.einfluss.engine.parameters.YamlSettings;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.einfluss.tck.check.AnalysisChecks;
import org.einfluss.tck.check.BasicChecks;
import org.einfluss.tck.check.ChartViewChecks;
import org.einfluss.tck.check.Clause;
import org.einfluss.tck.check.Contract;
import org.einfluss.tck.check.DatasetFormatChecks;
import org.einfluss.tck.check.DatasetLibraryChecks;
import org.einfluss.tck.check.ExperimentLibraryChecks;
import org.einfluss.tck.check.ExportChecks;
import org.einfluss.tck.check.GeneratorChecks;
import org.einfluss.tck.check.MeasureChecks;
import org.einfluss.tck.check.ModelChecks;
import org.einfluss.tck.check.Result;
import org.einfluss.tck.check.RunnerChecks;
import org.einfluss.tck.check.Samples;
import org.einfluss.tck.check.SeedingChecks;
import org.einfluss.tck.check.Setup;
import org.einfluss.tck.check.TableReaderChecks;
import org.einfluss.tck.check.Traits;
import org.einfluss.tck.check.TransformChecks;

/**
 * Holds everything that a plug-in contributes to the contract of its kind, and says what to do about the rest.
 *
 * <p>Whatever the plug-in does, the check ends: code that does not return is told of, with the place where it is, and left alone on a
 * thread that keeps no process alive. Not thread-safe.
 */
public final class PluginCheck {
    private static final Set<Kind> CITED = Set.of(Kind.MODEL, Kind.CALCULATION, Kind.ANALYSIS, Kind.STUDY_ANALYSIS);
    private static final String CODE = "code";
    /** Settings of readers to try; many formats cannot say who influences whom, so that their readers must be told. */
    private static final List<String> READING = List.of("{}", "{direction: influences}");

    private final Catalog own;
    private final Catalog installed;
    private final List<ChartView> views;
    private final byte[] jar;
    private final Watchdog watchdog;
    private final Setup setup;
    private final Optional<Example> example;
    private final Optional<Dataset> data;

    /**
     * Makes the check of one plug-in.
     *
     * @param own what the plug-in contributes
     * @param views the chart views it contributes
     * @param jar its bytes
     * @param installed what else is there: readers that read what its writers write, analyses whose findings its views draw
     * @param options how it is checked
     */
    public PluginCheck(Catalog own, List<ChartView> views, byte[] jar, Catalog installed, Options options) {
        this.own = own;
        this.views = List.copyOf(views);
        this.jar = jar.clone();
        this.installed = installed;
        this.watchdog = new Watchdog(options.limit());
        Setup plain = Setup.standard().withSettings(List.of(options.settings()));
        this.setup = options.data()
                .map(dataset -> plain.equipped(network -> withColumnsOf(dataset.network(), network)))
                .orElse(plain);
        this.example = options.example();
        this.data = options.data();
    }

    /**
     * How a plug-in is checked.
     *
     * @param settings parameters to check its components with, as YAML in flow style; <code>{}</code>: all defaults
     * @param example a file that its reader reads
     * @param data has what its components need: analyses are checked with it, the networks of all others get its columns
     * @param limit how long one rule may take
     */
    public record Options(String settings, Optional<Example> example, Optional<Dataset> data, Duration limit) {
        /** All defaults, no example, no data, a minute for each rule. */
        public static final Options STANDARD =
                new Options("{}", Optional.empty(), Optional.empty(), Duration.ofMinutes(1));
    }

    /**
     * A file that a reader reads.
     *
     * @param name its name without folder
     * @param text its content
     */
    public record Example(String name, String text) {}

    /**
     * Checks everything.
     *
     * @param progress asked for cancellation between rules
     * @param done hears of each part as soon as it is checked
     * @return all parts
     * @throws InterruptedException when the calling thread is interrupted
     */
    public List<CheckedPart> check(Progress progress, Consumer<CheckedPart> done) throws InterruptedException {
        List<CheckedPart> parts = new ArrayList<>();
        Consumer<CheckedPart> each = part -> {
            parts.add(part);
            done.accept(part);
        };
        each.accept(new CheckedPart(CODE, "all classes", code()));
        for (Kind kind : Kind.values()) {
            for (Entry entry : own.entries(kind)) {
                if (!entry.id().equals("none") || kind != Kind.SEEDING) { // every catalogue has that one
                    each.accept(part(kind.label(), entry.id(), () -> contracts(entry), cited(entry), progress));
                }
            }
        }
        for (ChartView view : views) {
            String name = view.getClass().getName();
            each.accept(part("chart view", name, () -> drawn(view), List.of(), progress));
        }
        for (DatasetLibrary library : own.libraries()) {
            each.accept(part(
                    "dataset library",
                    library.getClass().getName(),
                    () -> Contracts.of(new DatasetLibraryChecks(library)),
                    List.of(),
                    progress));
        }
        for (ExperimentLibrary library : own.experimentLibraries()) {
            each.accept(part(
                    "experiment library",
                    library.getClass().getName(),
                    () -> Contracts.of(new ExperimentLibraryChecks(library)),
                    List.of(),
                    progress));
        }
        for (TableReader reader : own.tables()) {
            each.accept(part("table reader", reader.getClass().getName(), () -> table(reader), List.of(), progress));
        }
        if (parts.size() == 1) {
            each.accept(new CheckedPart(
                    CODE,
                    "components",
                    List.of(Finding.broken(
                            "contributes something",
                            "a public class with @Component(service = …) and @Described(…)",
                            "nothing that Einfluss knows",
                            "annotate your class as the templates of 'einfluss new-plugin' do"))));
        }
        return parts;
    }

    /** Contracts to check, and what cannot be. */
    private record Contracts(List<Contract> contracts, List<Finding> unchecked) {
        static Contracts of(Contract contract) {
            return new Contracts(List.of(contract), List.of());
        }
    }

    private CheckedPart part(
            String kind, String name, Supplier<Contracts> contracts, List<Finding> more, Progress progress)
            throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        List<Clause> clauses = new ArrayList<>();
        String rule = "can be made";
        String expected = "a component that is made and answers in time";
        int next = 0;
        try {
            Contracts made = watchdog.watch(name, contracts);
            made.contracts().forEach(contract -> clauses.addAll(contract.clauses()));
            findings.addAll(made.unchecked());
            for (; next < clauses.size(); next++) {
                progress.checkCancelled();
                progress.report(next, clauses.size(), "Checking " + name);
                Clause clause = clauses.get(next);
                rule = clause.name();
                expected = "an answer in time";
                findings.add(finding(watchdog.watch(name, clause::check)));
            }
        } catch (Watchdog.Endless endless) {
            findings.add(Finding.broken(
                    rule,
                    expected,
                    "no end after " + watchdog.seconds() + " s: " + endless.getMessage(),
                    "look for a loop that never ends, and call checkCancelled() in loops that take long"));
        } catch (ExecutionException failed) {
            findings.add(Finding.broken(
                    rule,
                    expected,
                    describe(failed.getCause()),
                    "do in the constructor and in the rules nothing that fails"));
        }
        int left = clauses.size() - next - 1;
        if (left > 0) {
            findings.add(Finding.unchecked(
                    left + " further rules", "the check ended before", "mend what is broken and check again"));
        }
        findings.addAll(more);
        return new CheckedPart(kind, name, findings);
    }

    private static Finding finding(Result result) {
        return result.passed()
                ? Finding.kept(result.clause(), result.expected())
                : Finding.broken(result.clause(), result.expected(), result.found(), result.advice());
    }

    private static String describe(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return thrown + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    private List<Finding> code() {
        ForeignCalls calls;
        try {
            calls = ForeignCalls.of(jar);
        } catch (IOException unreadable) {
            return List.of(Finding.broken(
                    "can be read", "class files", unreadable.getMessage(), "compile it for Java 17 and pack it again"));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(
                none(
                        calls.randomness(),
                        "no foreign randomness and no clock",
                        "random numbers from the Run or the RandomStream that is given, and nothing else that differs between runs",
                        "draw with run.uniform, run.coin, run.stream or the RandomStream of the call; leave the time of day out"));
        if (own.entries(Kind.RUNNER).isEmpty()) {
            findings.add(none(
                    calls.threads(),
                    "no threads of its own",
                    "work on the thread that calls; the engine runs in parallel",
                    "let the engine do several runs at once; only a runner starts threads"));
        }
        findings.add(none(
                calls.exits(),
                "ends nothing but itself",
                "no call that ends the program",
                "throw an exception instead"));
        return findings;
    }

    private static Finding none(Set<String> calls, String rule, String expected, String advice) {
        return calls.isEmpty()
                ? Finding.kept(rule, expected)
                : Finding.broken(rule, expected, String.join("; ", calls), advice);
    }

    private static List<Finding> cited(Entry entry) {
        if (!CITED.contains(entry.kind())) {
            return List.of();
        }
        String rule = "is cited";
        String expected = "where the rule comes from: a DOI, a reference, or that it is your own";
        String advice = "add cite = \"doi:10.…\" or cite = \"own model\" to @Described";
        List<String> wrong = entry.cite().stream()
                .filter(source ->
                        source.isBlank() || source.startsWith("doi:") && !source.matches("doi:10\\.\\d{4,9}/\\S+"))
                .toList();
        return List.of(
                entry.cite().isEmpty()
                        ? Finding.broken(rule, expected, "no source", advice)
                        : wrong.isEmpty()
                                ? Finding.kept(rule, expected)
                                : Finding.broken(rule, expected, "'" + wrong.get(0) + "', which is no DOI", advice));
    }

    private Contracts contracts(Entry entry) {
        Object component = entry.component();
        return switch (entry.kind()) {
            case MODEL -> model((Model<?>) component);
            case GENERATOR -> Contracts.of(new GeneratorChecks((Generator<?>) component, setup));
            case TRANSFORM -> Contracts.of(new TransformChecks((Transform<?>) component, setup));
            case SEEDING -> Contracts.of(SeedingChecks.of((Seeding<?>) component, setup));
            case CAMPAIGN -> Contracts.of(SeedingChecks.of((Campaign<?>) component, setup));
            case MEASURE -> measure((Measure<?>) component);
            case CALCULATION -> Contracts.of(AnalysisChecks.of((Calculation<?>) component, setup));
            case ANALYSIS -> analysis((Analysis<?>) component);
            case STUDY_ANALYSIS -> studyAnalysis((StudyAnalysis<?>) component);
            case DATASET_READER -> reader((DatasetReader<?>) component);
            case DATASET_WRITER -> writer((DatasetWriter<?>) component);
            case EXPORT -> Contracts.of(new ExportChecks((Export) component));
            case RUNNER -> Contracts.of(new RunnerChecks((Runner) component));
        };
    }

    @SuppressWarnings("unchecked") // every component takes the records that its own schema makes
    private Contracts model(Model<?> model) {
        Model<Record> typed = (Model<Record>) model;
        return needs(model, Kind.MODEL, typed::bind)
                .orElseGet(() -> Contracts.of(new ModelChecks(model, setup, Traits.NONE)));
    }

    @SuppressWarnings("unchecked")
    private Contracts measure(Measure<?> measure) {
        Measure<Record> typed = (Measure<Record>) measure;
        return needs(measure, Kind.MEASURE, typed::bind)
                .orElseGet(() -> Contracts.of(new MeasureChecks(measure, setup)));
    }

    private interface Bind {
        Object on(Record parameters, Network network);
    }

    /** What is left to check of a component that refuses every network, since it needs a column, a layer or the like. */
    private Optional<Contracts> needs(Object component, Kind kind, Bind bind) {
        Optional<Record> parameters = parameters(component, kind.type());
        if (parameters.isEmpty()) {
            return Optional.empty();
        }
        List<String> refusals = new ArrayList<>();
        for (Network network : setup.networks().values()) {
            try {
                bind.on(parameters.get(), network);
                return Optional.empty();
            } catch (InputException refused) {
                refusals.add(refused.getMessage());
            } catch (RuntimeException broken) {
                return Optional.empty(); // the contract finds it again and says what to do
            }
        }
        return Optional.of(basic(
                component,
                kind,
                "it refuses plain networks: " + refusals.get(0),
                "name a dataset that has it with --data, or test it in a bundle project, where equip() gives the networks"
                        + " what it needs"));
    }

    /** A sample network with the columns of another one, as often from the start as its nodes and arcs are more. */
    private static Network withColumnsOf(Network data, Network sample) {
        Network equipped = sample;
        int[] nodes = cycle(sample.nodes(), data.nodes());
        int[] arcs = cycle(sample.graph().arcs(), data.graph().arcs());
        for (Column column : data.nodeColumns()) {
            boolean isReserved =
                    column.name().equals(Network.ID) || column.name().equals(Network.MODE);
            equipped = isReserved || data.nodes() == 0 ? equipped : equipped.withNodeColumn(column.at(nodes));
        }
        for (Column column : data.arcColumns()) {
            equipped = data.graph().arcs() == 0 ? equipped : equipped.withArcColumn(column.at(arcs));
        }
        return equipped;
    }

    private static int[] cycle(int count, int length) {
        return IntStream.range(0, count).map(i -> length == 0 ? 0 : i % length).toArray();
    }

    private Contracts basic(Object component, Kind kind, String found, String advice) {
        return new Contracts(
                List.of(new BasicChecks(component, kind, setup)),
                List.of(Finding.unchecked("its work", found, advice)));
    }

    private Optional<Record> parameters(Object component, Class<?> extension) {
        try {
            ParameterSchema schema = ParameterSchema.ofComponent(component, extension);
            return Optional.of(schema.bind(
                    (Setting.Fields) YamlSettings.value(setup.settings().get(0), Setting.NOWHERE)));
        } catch (RuntimeException wrong) {
            return Optional.empty(); // the clauses on parameters say what is wrong
        }
    }

    @SuppressWarnings("unchecked")
    private Contracts analysis(Analysis<?> analysis) {
        Analysis<Record> typed = (Analysis<Record>) analysis;
        Optional<Record> parameters = parameters(analysis, Analysis.class);
        String refusal = "";
        for (Dataset dataset : data.map(List::of).orElseGet(PluginCheck::datasets)) {
            try {
                if (parameters.isPresent()) {
                    typed.analyse(dataset, parameters.get(), Progress.NONE);
                }
                return Contracts.of(AnalysisChecks.of(analysis, List.of(dataset), setup));
            } catch (InputException refused) {
                refusal = refused.getMessage();
            } catch (RuntimeException broken) {
                return Contracts.of(AnalysisChecks.of(analysis, List.of(dataset), setup));
            }
        }
        return basic(
                analysis,
                Kind.ANALYSIS,
                "it refuses plain datasets: " + refusal,
                "name a dataset that has it with --data, or test it in a bundle project, where datasets() gives what it needs");
    }

    /** The sample datasets, the ordinary ones first. */
    private static List<Dataset> datasets() {
        List<Dataset> datasets = new ArrayList<>(Samples.datasets());
        Collections.reverse(datasets);
        return datasets;
    }

    private static List<Study> studies() {
        try {
            return Samples.studies();
        } catch (IOException | InterruptedException never) {
            throw new IllegalStateException("The sample studies could not be made", never);
        }
    }

    @SuppressWarnings("unchecked")
    private Contracts studyAnalysis(StudyAnalysis<?> analysis) {
        StudyAnalysis<Record> typed = (StudyAnalysis<Record>) analysis;
        Optional<Record> parameters = parameters(analysis, StudyAnalysis.class);
        List<String> lacking = List.of();
        for (Study study : studies()) {
            lacking = parameters.map(given -> typed.needs(given, study.plan())).orElse(List.of());
            if (lacking.isEmpty()) {
                return Contracts.of(AnalysisChecks.of(analysis, study, setup));
            }
        }
        return basic(
                analysis,
                Kind.STUDY_ANALYSIS,
                "it needs another study than the samples: " + lacking.get(0),
                "test it in a bundle project, where study() gives what it needs");
    }

    private Contracts reader(DatasetReader<?> reader) {
        Optional<DatasetWriter<?>> writer = both(Kind.DATASET_WRITER)
                .<DatasetWriter<?>>map(entry -> (DatasetWriter<?>) entry.component())
                .filter(one -> reader.extensions().contains(one.extension()))
                .findFirst();
        Optional<String> text = example.map(Example::text).or(() -> writer.map(PluginCheck::written));
        return text.map(given ->
                        Contracts.of(new DatasetFormatChecks(reader, Optional.empty(), given, List.of(), setup)))
                .orElseGet(() -> basic(
                        reader, Kind.DATASET_READER, "there is no file in its format", "give one with --example FILE"));
    }

    private Contracts table(TableReader reader) {
        return example.filter(file -> reader.reads(file.name()))
                .map(file -> Contracts.of(
                        new TableReaderChecks(reader, file.name(), file.text().getBytes(StandardCharsets.UTF_8))))
                .orElseGet(() -> new Contracts(
                        List.of(),
                        List.of(Finding.unchecked(
                                "its work", "there is no file in its format", "give one with --example FILE"))));
    }

    private Contracts writer(DatasetWriter<?> writer) {
        String text = written(writer);
        Optional<DatasetFormatChecks> format = both(Kind.DATASET_READER)
                .<DatasetReader<?>>map(entry -> (DatasetReader<?>) entry.component())
                .filter(reader -> reader.extensions().contains(writer.extension()))
                .flatMap(reader -> READING.stream()
                        .map(settings -> new DatasetFormatChecks(
                                reader,
                                Optional.of(writer),
                                text,
                                List.of(),
                                Setup.standard().withSettings(List.of(settings)))))
                .filter(DatasetFormatChecks::readsExample)
                .findFirst();
        return format.map(readable -> new Contracts(
                        List.of(new BasicChecks(writer, Kind.DATASET_WRITER, setup), readable), List.of()))
                .orElseGet(() -> basic(
                        writer,
                        Kind.DATASET_WRITER,
                        "nothing reads '." + writer.extension() + "'",
                        "contribute a reader of the format, too"));
    }

    private Stream<Entry> both(Kind kind) {
        return Stream.concat(own.entries(kind).stream(), installed.entries(kind).stream());
    }

    /** A sample dataset in the writer's format. */
    @SuppressWarnings("unchecked")
    private static String written(DatasetWriter<?> writer) {
        Record settings =
                ParameterSchema.ofComponent(writer, DatasetWriter.class).defaults();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ((DatasetWriter<Record>) writer).write(datasets().get(0), settings, out, new ImportReport(), Progress.NONE);
        } catch (IOException failed) {
            throw new IllegalStateException("A sample dataset could not be written", failed);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** A view is checked with what it draws of the findings of the plug-in's own components, else of those installed. */
    private Contracts drawn(ChartView view) {
        for (Catalog from : List.of(own, installed)) {
            Optional<Findings> found = findings(from).filter(view::draws).findFirst();
            if (found.isPresent()) {
                return Contracts.of(new ChartViewChecks(view, List.of(found.get())));
            }
        }
        return new Contracts(
                List.of(),
                List.of(Finding.unchecked(
                        "its drawing",
                        "it draws no findings that the analyses and calculations here make of the sample data",
                        "put the analysis whose findings it draws into the plug-ins folder, or test it in a bundle project,"
                                + " where findings() gives them")));
    }

    /** Findings of the sample data: of what is not the product's own first, as a view of a plug-in most likely draws these. */
    @SuppressWarnings("unchecked")
    private static Stream<Findings> findings(Catalog from) {
        Dataset dataset = datasets().get(0);
        Stream<Findings> ofData = foreignFirst(from, Kind.ANALYSIS)
                .flatMap(entry -> made(
                        entry,
                        parameters ->
                                ((Analysis<Record>) entry.component()).analyse(dataset, parameters, Progress.NONE)));
        Stream<Findings> calculated = foreignFirst(from, Kind.CALCULATION)
                .flatMap(entry -> made(
                        entry,
                        parameters -> ((Calculation<Record>) entry.component()).calculate(parameters, Progress.NONE)));
        Stream<Findings> ofStudies = Stream.of(0).flatMap(once -> {
            Study study = studies().get(0);
            return foreignFirst(from, Kind.STUDY_ANALYSIS)
                    .flatMap(entry -> made(
                            entry,
                            parameters -> ((StudyAnalysis<Record>) entry.component())
                                    .analyse(study, parameters, Progress.NONE)));
        });
        return Stream.of(ofData, ofStudies, calculated).flatMap(each -> each);
    }

    private static Stream<Entry> foreignFirst(Catalog from, Kind kind) {
        return from.entries(kind).stream()
                .sorted(Comparator.comparing(entry -> entry.origin().name().startsWith("org.einfluss.")));
    }

    private static Stream<Findings> made(Entry entry, Function<Record, Findings> work) {
        try {
            return Stream.of(work.apply(entry.schema().defaults()));
        } catch (RuntimeException refused) {
            return Stream.empty(); // another one may do
        }
    }
}
