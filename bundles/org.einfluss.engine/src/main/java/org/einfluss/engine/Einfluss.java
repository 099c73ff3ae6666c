package org.einfluss.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.findings.Analysis;
import org.einfluss.api.findings.Calculation;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.StudyAnalysis;
import org.einfluss.api.study.Component;
import org.einfluss.api.study.Export;
import org.einfluss.api.study.NetworkConfiguration;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Runner;
import org.einfluss.api.study.Storage;
import org.einfluss.api.study.Study;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.catalog.Entry;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.engine.data.Disclosure;
import org.einfluss.engine.data.NetworkNotes;
import org.einfluss.engine.experiment.Configured;
import org.einfluss.engine.experiment.Experiment;
import org.einfluss.engine.experiment.Planner;
import org.einfluss.engine.run.CostEstimate;
import org.einfluss.engine.run.ForeignCall;
import org.einfluss.engine.run.Networks;
import org.einfluss.engine.run.ShardWorker;
import org.einfluss.engine.run.Tolerance;
import org.einfluss.engine.study.MemoryStore;
import org.einfluss.engine.study.Studies;
import org.einfluss.engine.study.StudyFolder;
import org.einfluss.engine.verify.OracleRegistry;
import org.einfluss.engine.verify.Verdict;
import org.einfluss.engine.verify.Verification;
import org.einfluss.graph.Network;

/**
 * All that a front end does with experiments, studies, datasets and formulas. Values go in and come out; nothing is kept. Thread-safe.
 *
 * <p>Each call takes the catalogue as it is at that moment; a {@link StudyFolder} keeps the one it was opened with.
 */
public final class Einfluss {
    private static final Duration LONGEST_ESTIMATE = Duration.ofMinutes(1);

    private final Supplier<Catalog> catalogs;
    private final Storage storage;
    private final Supplier<Tolerance> tolerance;
    private final Disclosure disclosure;

    /**
     * Makes the façade.
     *
     * @param catalogs gives the present catalogue
     * @param storage keeps the rows of studies
     */
    public Einfluss(Supplier<Catalog> catalogs, Storage storage) {
        this(catalogs, storage, () -> Tolerance.DEFAULT);
    }

    /**
     * Makes the façade.
     *
     * @param catalogs gives the present catalogue
     * @param storage keeps the rows of studies
     * @param tolerance says what to do about components that fail or do not end
     */
    public Einfluss(Supplier<Catalog> catalogs, Storage storage, Supplier<Tolerance> tolerance) {
        this(catalogs, storage, tolerance, Disclosure.DEFAULT);
    }

    private Einfluss(
            Supplier<Catalog> catalogs, Storage storage, Supplier<Tolerance> tolerance, Disclosure disclosure) {
        this.catalogs = catalogs;
        this.storage = storage;
        this.tolerance = tolerance;
        this.disclosure = disclosure;
    }

    /**
     * Returns the same façade with another rule of what findings may tell of the people in sensitive data.
     *
     * @param other the rule; {@link Disclosure#DEFAULT} where none was given
     */
    public Einfluss disclosing(Disclosure other) {
        return new Einfluss(catalogs, storage, tolerance, other);
    }

    /** Returns the present catalogue. */
    public Catalog catalog() {
        return catalogs.get();
    }

    /**
     * Plans an experiment.
     *
     * @param experiment the experiment
     * @param folder where files named in it are looked for
     * @param progress told about datasets being opened
     * @throws IOException when a dataset or table cannot be read
     * @throws InputException when something in it is wrong
     */
    public Plan plan(Experiment experiment, Path folder, Progress progress) throws IOException {
        return Planner.plan(experiment, catalog(), folder, progress);
    }

    /**
     * Estimates what a study will cost by timing a few runs. Where these do not end within a minute, or exhaust the memory, it is not
     * known: the study itself will record or tell it, run by run.
     *
     * @param plan the plan
     * @param threads number of threads that will work
     * @param progress asked for cancellation
     * @throws IOException when a dataset cannot be read
     * @throws InputException when what was asked for is impossible, for example more seeds than nodes
     */
    public CostEstimate estimate(Plan plan, int threads, Progress progress) throws IOException {
        Catalog catalog = catalog();
        ShardWorker worker = new ShardWorker(plan, catalog, new Networks(plan, catalog), new MemoryStore());
        AtomicBoolean refused = new AtomicBoolean();
        try {
            return ForeignCall.make(
                    "estimate of the study's cost", tolerance.get().atMost(LONGEST_ESTIMATE), progress, alive -> {
                        try {
                            return CostEstimate.of(plan, worker, threads, alive);
                        } catch (InputException impossible) {
                            refused.set(true);
                            throw impossible;
                        }
                    });
        } catch (InputException failed) {
            if (refused.get()) {
                throw failed;
            }
            tolerance.get().told().accept(failed.getMessage());
            return CostEstimate.unknown(plan);
        }
    }

    /**
     * Makes the folder of a new study; run it by {@link StudyFolder#run}.
     *
     * @param folder the folder, which must not exist or be empty
     * @param experiment text of the experiment file, kept as it stands
     * @param plan the plan made of it
     * @throws IOException when it cannot be written
     * @throws InputException when the folder is in use
     */
    public StudyFolder create(Path folder, String experiment, Plan plan) throws IOException {
        return StudyFolder.create(folder, experiment, plan, catalog(), storage);
    }

    /**
     * Opens the folder of a study, complete or not.
     *
     * @param folder the folder
     * @throws IOException when it cannot be read
     * @throws InputException when it is no study
     */
    public StudyFolder open(Path folder) throws IOException {
        return StudyFolder.open(folder, catalog(), storage);
    }

    /**
     * Runs a plan and keeps its rows in memory.
     *
     * @param plan the plan
     * @param runner where shards are executed; in this process
     * @param progress told how far it is, asked for cancellation
     * @throws IOException when a dataset cannot be read
     * @throws InterruptedException when the calling thread is interrupted
     */
    public Study run(Plan plan, Runner runner, Progress progress) throws IOException, InterruptedException {
        return Studies.inMemory(plan, catalog(), runner, progress);
    }

    /**
     * Makes the analyses that a study's experiment asks for.
     *
     * @param study the study
     * @param progress told how far it is, asked for cancellation
     * @return the findings, in the order asked for
     * @throws InputException when an analysis is not installed, or the study lacks what it needs
     */
    public List<Findings> analyse(Study study, Progress progress) {
        List<Findings> findings = new ArrayList<>();
        for (Component analysis : study.plan().analyses()) {
            findings.add(analyse(study, analysis, progress));
        }
        return findings;
    }

    /**
     * Makes one of the analyses that a study's experiment asks for.
     *
     * @param study the study
     * @param analysis one of the analyses of the study's plan
     * @param progress told how far it is, asked for cancellation
     * @throws InputException when the analysis is not installed, or the study lacks what it needs
     */
    public Findings analyse(Study study, Component analysis, Progress progress) {
        Entry entry = entry(Kind.STUDY_ANALYSIS, analysis.id());
        Record parameters = analysis.parameters()
                .orElseThrow(() -> new InputException("The study analysis '" + analysis.id()
                        + "' no longer has the parameters of this study's plan: " + analysis.settings() + "."));
        return told(
                study,
                call(
                        entry,
                        progress,
                        alive -> analyse((StudyAnalysis<?>) entry.component(), study, parameters, alive)));
    }

    /**
     * Makes one analysis of a study.
     *
     * @param study the study
     * @param analysis id and settings of the analysis
     * @param progress told how far it is, asked for cancellation
     * @throws InputException when there is no such analysis, its settings are wrong, or the study lacks what it needs
     */
    public Findings analyse(Study study, Configured analysis, Progress progress) {
        Entry entry = entry(Kind.STUDY_ANALYSIS, analysis.id());
        return told(
                study,
                call(
                        entry,
                        progress,
                        alive -> analyse(
                                (StudyAnalysis<?>) entry.component(),
                                study,
                                entry.schema().bind(analysis.settings()),
                                alive)));
    }

    private Findings told(Study study, Findings found) {
        List<Dataset> datasets = new ArrayList<>();
        List<Network> unprepared = new ArrayList<>();
        for (NetworkConfiguration network : study.plan().networks()) {
            dataset(study, network).ifPresent(dataset -> {
                datasets.add(dataset);
                if (network.prepare().isEmpty()) {
                    unprepared.add(dataset.network());
                }
            });
        }
        return disclosure.ofSimulated(NetworkNotes.beside(found, unprepared), datasets);
    }

    /**
     * Returns a sentence for each dataset of a study that is not there any more.
     *
     * @param study the study
     */
    public static List<String> missingDatasets(Study study) {
        Set<String> sentences = new LinkedHashSet<>();
        for (NetworkConfiguration network : study.plan().networks()) {
            try {
                study.dataset(network.index());
            } catch (InputException gone) {
                sentences.add(gone.getMessage());
            }
        }
        return List.copyOf(sentences);
    }

    /** A dataset that is no longer there has told nobody's name. */
    private static Optional<Dataset> dataset(Study study, NetworkConfiguration network) {
        try {
            return study.dataset(network.index());
        } catch (InputException gone) {
            return Optional.empty();
        }
    }

    /**
     * Makes one analysis of a dataset.
     *
     * @param dataset the dataset
     * @param analysis id and settings of the analysis
     * @param progress told how far it is, asked for cancellation
     * @throws InputException when there is no such analysis, its settings are wrong, or the dataset lacks what it needs
     */
    public Findings analyse(Dataset dataset, Configured analysis, Progress progress) {
        Entry entry = entry(Kind.ANALYSIS, analysis.id());
        Findings found = call(
                entry,
                progress,
                alive -> analyse(
                        (Analysis<?>) entry.component(), dataset, entry.schema().bind(analysis.settings()), alive));
        return disclosure.of(NetworkNotes.beside(found, List.of(dataset.network())), dataset);
    }

    /**
     * Makes a calculation.
     *
     * @param calculation id and settings of the calculation
     * @param progress told how far it is, asked for cancellation
     * @throws InputException when there is no such calculation or its settings are wrong
     */
    public Findings calculate(Configured calculation, Progress progress) {
        Entry entry = entry(Kind.CALCULATION, calculation.id());
        return call(
                entry,
                progress,
                alive -> calculate(
                        (Calculation<?>) entry.component(), entry.schema().bind(calculation.settings()), alive));
    }

    /**
     * Opens a dataset of the catalogue.
     *
     * @param name its name
     * @param progress told how far it is
     * @throws IOException when it cannot be read
     * @throws InputException when there is none of this name
     */
    public Dataset dataset(String name, Progress progress) throws IOException {
        return catalog().dataset(name, progress);
    }

    /**
     * Finds the known numbers that bundles ship: their files by the name of the bundle, sorted. A bundle without any has no file.
     */
    public Map<String, List<URL>> oracles() {
        return OracleRegistry.files(catalog());
    }

    /**
     * Computes the numbers of one file of oracles and compares them with what is known.
     *
     * @param file one of {@link #oracles}
     * @param runner where shards of experiments are executed; in this process
     * @param progress told which oracle is computed, asked for cancellation
     * @return one verdict for each oracle, in the order of the file
     * @throws IOException when the file or a dataset cannot be read
     * @throws InterruptedException when the calling thread is interrupted
     * @throws InputException when the file is wrong
     */
    public List<Verdict> verify(URL file, Runner runner, Progress progress) throws IOException, InterruptedException {
        OracleRegistry registry = OracleRegistry.read(file);
        Catalog catalog = catalog().with(registry);
        Einfluss whole = new Einfluss(() -> catalog, storage, tolerance, Disclosure.EVERYTHING);
        return new Verification(whole, runner).of(registry, progress);
    }

    /**
     * Exports a study to a file, which is replaced as a whole or not at all.
     *
     * @param export id of the export
     * @param study the study
     * @param findings what was found in it
     * @param file the file
     * @param progress told how far it is, asked for cancellation
     * @throws IOException when it cannot be written
     * @throws InputException when there is no such export
     */
    public void export(String export, Study study, List<Findings> findings, Path file, Progress progress)
            throws IOException {
        Entry found = entry(Kind.EXPORT, export);
        Path aside = file.resolveSibling("." + file.getFileName() + ".writing");
        // A second Ctrl-C, or an export that is slow to notice the first, ends the process without the finally below.
        aside.toFile().deleteOnExit();
        try {
            ForeignCall.make(who(found), tolerance.get(), progress, alive -> {
                found.component(Export.class).write(study, findings, aside, alive);
                return aside;
            });
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private Findings call(Entry entry, Progress progress, ForeignCall<Findings> call) {
        try {
            return ForeignCall.make(who(entry), tolerance.get(), progress, call);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String who(Entry entry) {
        return entry.kind().label() + " '" + entry.id() + "' of "
                + entry.origin().name();
    }

    private Entry entry(Kind kind, String id) {
        return catalog().find(kind, id);
    }

    /** The record was made by the component's own schema, hence is of its type. */
    @SuppressWarnings("unchecked")
    private static <P extends Record> Findings analyse(
            StudyAnalysis<P> analysis, Study study, Record parameters, Progress progress) {
        return analysis.analyse(study, (P) parameters, progress);
    }

    @SuppressWarnings("unchecked")
    private static <P extends Record> Findings analyse(
            Analysis<P> analysis, Dataset dataset, Record parameters, Progress progress) {
        return analysis.analyse(dataset, (P) parameters, progress);
    }

    @SuppressWarnings("unchecked")
    private static <P extends Record> Findings calculate(
            Calculation<P> calculation, Record parameters, Progress progress) {
        return calculation.calculate((P) parameters, progress);
    }
}
