package org.einfluss.engine.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.einfluss.api.CancelledException;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.Events;
import org.einfluss.api.study.NetworkConfiguration;
import org.einfluss.api.study.Observations;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Runner;
import org.einfluss.api.study.Shard;
import org.einfluss.api.study.ShardStore;
import org.einfluss.api.study.ShardStore.ShardWriter;
import org.einfluss.api.study.Storage;
import org.einfluss.api.study.Study;
import org.einfluss.engine.Json;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.catalog.Entry;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.engine.catalog.Origin;
import org.einfluss.engine.catalog.PluginFile;
import org.einfluss.engine.experiment.ExperimentFile;
import org.einfluss.engine.experiment.PlanFile;
import org.einfluss.engine.run.Networks;
import org.einfluss.engine.run.RunWatcher;
import org.einfluss.engine.run.ShardWorker;

/**
 * The folder that holds a study.
 *
 * <pre>
 * experiment.yaml            what was asked, as the user wrote it
 * plan.json                  the resolved plan; its id is the study's id
 * study.json                 when it was made, and a hash of the experiment without its comments
 * inputs/                    what is known of the datasets: source, licence, caveats, hash; the plug-ins themselves, sources or jars
 * shards/, observations.*    the rows, as the storage keeps them
 * outcome.json               digest, counts and where a stopping rule ended it; there once the study is complete
 * findings/                  tables as CSV
 * ro-crate-metadata.json     provenance (RO-Crate 1.1, Process Run Crate 0.5); of a study that was stopped, why
 * log.txt                    what was done to it and when
 * </pre>
 *
 * <p>A folder comes into being whole. Resuming executes the shards that are missing and refuses a study whose experiment, plan, bundles
 * or datasets are no longer those it was planned with. Methods may be called by any thread; only one of all processes can run a study.
 */
public final class StudyFolder {
    private static final String EXPERIMENT = "experiment.yaml";
    private static final String PLAN = "plan.json";
    private static final String STUDY = "study.json";
    private static final String BUNDLE_INPUT = "bundle ";
    private static final String DATASET_INPUT = "dataset ";

    private final Path folder;
    private final Plan plan;
    private final Catalog catalog;
    private final Storage storage;

    private StudyFolder(Path folder, Plan plan, Catalog catalog, Storage storage) {
        this.folder = folder;
        this.plan = plan;
        this.catalog = catalog;
        this.storage = storage;
    }

    /**
     * Makes the folder of a new study.
     *
     * @param folder the folder; it must not exist, or be empty
     * @param experiment text of the experiment file, kept as it stands
     * @param plan the plan made of it
     * @param catalog the components the plan was made with
     * @param storage keeps the rows
     * @throws IOException when it cannot be written
     * @throws InputException when the folder is in use
     */
    public static StudyFolder create(Path folder, String experiment, Plan plan, Catalog catalog, Storage storage)
            throws IOException {
        Path target = folder.toAbsolutePath().normalize();
        requireFree(folder);
        Path aside;
        try {
            Files.createDirectories(target.getParent());
            // A name of its own, as another process may be making the same study; readable by whom new folders are.
            aside = Files.createDirectory(target.resolveSibling("." + target.getFileName() + ".writing-"
                    + ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime())));
            Files.createDirectories(aside.resolve("inputs"));
        } catch (IOException unwritable) {
            throw new InputException(
                    "The study's folder " + folder + " cannot be made (" + unwritable + "); choose another one.",
                    unwritable);
        }
        try {
            Files.writeString(aside.resolve(EXPERIMENT), experiment, StandardCharsets.UTF_8);
            PlanFile.write(plan, aside.resolve(PLAN));
            Map<String, Object> study = new LinkedHashMap<>();
            study.put("format", 1);
            study.put("plan", plan.id());
            study.put("experiment", experimentHash(experiment));
            study.put("created", now());
            WholeFile.write(aside.resolve(STUDY), Json.text(study));
            describeInputs(plan, catalog, aside.resolve("inputs"));
            try {
                Files.deleteIfExists(target);
                Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException taken) {
                requireFree(folder); // another process was faster
                throw taken;
            }
        } finally {
            delete(aside);
        }
        StudyFolder created = new StudyFolder(target, plan, catalog, storage);
        created.log("created, plan " + plan.id());
        return created;
    }

    /**
     * Refuses a folder in which no new study can be made, so that this is known before anything is computed for it.
     *
     * @param folder the folder
     * @throws IOException when it cannot be read
     * @throws InputException when it holds a study, or anything else
     */
    public static void requireFree(Path folder) throws IOException {
        if (Files.exists(folder.resolve(PLAN))) {
            throw new InputException(
                    "The folder " + folder + " holds a study already; resume it, or choose another folder.");
        }
        if (Files.exists(folder) && !isEmpty(folder)) {
            throw new InputException("The folder " + folder
                    + " exists and is no study; choose another one, so that nothing is mixed up.");
        }
    }

    /**
     * Opens the folder of a study, complete or not.
     *
     * @param folder the folder
     * @param catalog the components that are there
     * @param storage keeps the rows
     * @throws IOException when it cannot be read
     * @throws InputException when it is no study, or its plan was changed
     */
    public static StudyFolder open(Path folder, Catalog catalog, Storage storage) throws IOException {
        Path target = folder.toAbsolutePath().normalize();
        if (!Files.exists(target.resolve(PLAN)) || !Files.exists(target.resolve(STUDY))) {
            throw new InputException("There is no study in " + folder + "; a study's folder has the files " + PLAN
                    + " and " + STUDY + ".");
        }
        return new StudyFolder(target, PlanFile.read(target.resolve(PLAN), catalog), catalog, storage);
    }

    /** Returns the folder. */
    public Path path() {
        return folder;
    }

    /** Returns the plan. */
    public Plan plan() {
        return plan;
    }

    /**
     * Runs the study, or what is missing of it, and completes it.
     *
     * @param runner where shards are executed
     * @param provenance what the user says about it
     * @param progress told how far it is, asked for cancellation
     * @return the outcome
     * @throws IOException when something cannot be read or written; what was done stays
     * @throws InterruptedException when the calling thread is interrupted
     * @throws InputException when another process works on it, a component is missing, or something was changed, naming what
     * @throws org.einfluss.api.CancelledException once cancelled; what was done stays
     */
    public Outcome run(Runner runner, Provenance provenance, Progress progress)
            throws IOException, InterruptedException {
        StudyLock lock = StudyLock.take(folder);
        try (ShardStore store = storage.open(folder, plan)) {
            refuseChanges();
            log("run: " + store.present().cardinality() + " of " + plan.shards().size() + " shards are there");
            Networks networks = new Networks(plan, catalog);
            Optional<Outcome> before = isComplete() ? Optional.of(outcome()) : Optional.empty();
            Outcome outcome;
            try {
                outcome = outcome(store, Execution.execute(plan, catalog, networks, store, runner, progress));
            } catch (IOException | InterruptedException | RuntimeException | Error stopped) {
                tellStopped(stopped, provenance);
                throw stopped;
            }
            if (before.isPresent() && !before.get().digest().equals(outcome.digest())) {
                throw new InputException("The shards of the study " + folder + " give the digest " + outcome.digest()
                        + ", but it was completed with " + before.get().digest()
                        + ": somebody has changed or replaced files in it. 'einfluss check' names the shards; delete their"
                        + " files and resume the study, or run the experiment into a new folder.");
            }
            outcome.write(folder);
            ResearchObject.write(folder, plan, outcome, provenance);
            log("complete: " + outcome.runs() + " runs, " + outcome.failed() + " failed, digest " + outcome.digest());
            return outcome;
        } catch (IOException | RuntimeException stopped) {
            log("stopped: " + stopped.getMessage());
            throw stopped;
        } finally {
            lock.close();
        }
    }

    private void tellStopped(Throwable stopped, Provenance provenance) {
        try {
            if (!isComplete()) {
                String error = Optional.ofNullable(stopped.getMessage())
                        .orElse(stopped.getClass().getSimpleName());
                ResearchObject.writeStopped(
                        folder, plan, (String) studyFile().get("created"), now(), error, provenance);
            }
        } catch (IOException unwritten) {
            stopped.addSuppressed(unwritten); // why it stopped matters more
        }
    }

    private Outcome outcome(ShardStore store, BitSet shards) throws IOException {
        int[] sampled = new int[plan.networks().size()];
        for (Shard shard : plan.shards()) {
            if (shards.get(shard.index())) {
                boolean fixed = plan.networks().get(shard.network()).fixed();
                sampled[shard.network()] = Math.max(sampled[shard.network()], fixed ? shard.toRun() : shard.toDraw());
            }
        }
        List<Integer> stoppedAfter = new ArrayList<>();
        for (int units : sampled) {
            stoppedAfter.add(units);
        }
        Digest.Summary summary = summary(store);
        return new Outcome(
                plan.id(),
                summary.digest(),
                store.fingerprint(),
                shards.cardinality(),
                stoppedAfter,
                summary.runs(),
                summary.failed(),
                summary.censored(),
                summary.failures(),
                (String) studyFile().get("created"),
                now());
    }

    private Digest.Summary summary(ShardStore store) throws IOException {
        try (Observations rows = store.observations();
                Events events = store.events()) {
            return Digest.summary(plan.variables(), rows, events);
        }
    }

    /** Returns whether the study is complete. */
    public boolean isComplete() {
        return Files.exists(folder.resolve(Outcome.FILE));
    }

    /**
     * Returns how the study ended.
     *
     * @throws IOException when it cannot be read
     * @throws InputException when the study is not complete
     */
    public Outcome outcome() throws IOException {
        if (!isComplete()) {
            throw new InputException("The study " + folder + " is not complete; resume it first.");
        }
        return Outcome.read(folder);
    }

    /**
     * Returns the complete study, to be analysed.
     *
     * @throws IOException when it cannot be read
     * @throws InputException when it is not complete, or its merged rows are not those it was completed with
     */
    public Study study() throws IOException {
        Outcome outcome = outcome();
        ShardStore store = storage.open(folder, plan);
        String fingerprint = store.fingerprint();
        if (fingerprint.isEmpty() || !fingerprint.equals(outcome.fingerprint())) {
            requireRows(store, outcome);
        }
        return new StoredStudy(plan, outcome.digest(), store, new Networks(plan, catalog));
    }

    /** Rows that are stored otherwise than when the study was completed may still be the same rows. */
    private void requireRows(ShardStore store, Outcome outcome) throws IOException {
        Digest.Summary found;
        try {
            found = summary(store);
        } catch (IOException | UncheckedIOException unreadable) {
            throw new InputException(
                    "The merged rows of the study " + folder + " cannot be read (" + firstLine(unreadable)
                            + "); resume the study to merge them again.",
                    unreadable);
        }
        if (!found.digest().equals(outcome.digest())) {
            throw new InputException("The merged rows of the study " + folder + " are not those it was completed with: "
                    + found.runs() + " runs with the digest " + found.digest() + ", but it had " + outcome.runs()
                    + " with " + outcome.digest()
                    + ". Resume the study to merge its shards again; 'einfluss check' says what else was changed.");
        }
    }

    /**
     * Names what is not as it was when the study was planned: the experiment, bundles, datasets.
     *
     * @return sentences; empty where nothing changed
     * @throws IOException when something cannot be read
     */
    public List<String> changes() throws IOException {
        List<String> changes = new ArrayList<>();
        Path experiment = folder.resolve(EXPERIMENT);
        if (!Files.exists(experiment)
                || !experimentHash(Files.readString(experiment, StandardCharsets.UTF_8))
                        .equals(studyFile().get("experiment"))) {
            changes.add("The file " + EXPERIMENT + " was changed.");
        }
        if (!plan.id().equals(studyFile().get("plan"))) {
            changes.add("The file " + PLAN + " belongs to another study.");
        }
        Map<String, Origin> bundles = new HashMap<>();
        catalog.kernel().forEach(origin -> bundles.put(origin.name(), origin));
        for (Kind kind : Kind.values()) {
            for (Entry entry : catalog.entries(kind)) {
                bundles.put(entry.origin().name(), entry.origin());
            }
        }
        for (Map.Entry<String, String> input : plan.inputs().entrySet()) {
            String name = input.getKey();
            Optional<String> found = Optional.empty();
            if (name.startsWith(BUNDLE_INPUT)) {
                found = Optional.ofNullable(bundles.get(name.substring(BUNDLE_INPUT.length())))
                        .map(origin -> (origin.version()
                                        + (origin.sha256().isEmpty() ? "" : " sha256:" + origin.sha256()))
                                .strip());
            } else if (name.startsWith(DATASET_INPUT)) {
                String dataset = name.substring(DATASET_INPUT.length());
                if (catalog.datasets().stream()
                        .anyMatch(offered -> offered.name().equals(dataset))) {
                    found = Optional.of("sha256:"
                            + catalog.dataset(dataset, Progress.NONE)
                                    .descriptor()
                                    .hash());
                }
            } else {
                continue; // what a later release will name
            }
            if (found.isEmpty()) {
                changes.add("The " + name + " is not installed.");
            } else if (!found.get().equals(input.getValue())) {
                changes.add("The " + name + " was changed: the plan has " + input.getValue() + ", now it is "
                        + found.get() + ".");
            }
        }
        return changes;
    }

    private void refuseChanges() throws IOException {
        List<String> changes = changes();
        if (!changes.isEmpty()) {
            throw new InputException("The study cannot be resumed, as its runs would not fit together. "
                    + String.join(" ", changes)
                    + " Restore what was changed, or run the experiment into a new folder.");
        }
    }

    /**
     * Checks that the study is complete, that its merged rows and log are those of the shards that make it and those it was completed
     * with, and that they cover the plan.
     *
     * @param progress told how far it is, asked for cancellation
     * @throws IOException when something cannot be read
     */
    public StudyCheck check(Progress progress) throws IOException {
        List<String> problems = new ArrayList<>(changes());
        try (ShardStore store = storage.open(folder, plan)) {
            BitSet present = store.present();
            StoppingRule rule = new StoppingRule(plan);
            ShardHashes parts = new ShardHashes(plan);
            int found = 0;
            boolean whole = true;
            boolean readable = true;
            for (List<Shard> batch = rule.next(); whole && !batch.isEmpty(); batch = rule.next()) {
                for (Shard shard : batch) {
                    progress.checkCancelled();
                    progress.report(found, plan.shards().size(), "checking shards");
                    if (present.get(shard.index())) {
                        found++;
                        try (Observations rows = store.observations(shard);
                                Events events = store.events(shard)) {
                            checkShard(shard, rows, events, parts, problems);
                        } catch (IOException | UncheckedIOException unreadable) {
                            problems.add("Shard " + shard.index() + " cannot be read (" + firstLine(unreadable)
                                    + "); delete its file and resume the study.");
                            readable = false;
                            // Without its rows a stopping rule cannot say what comes next.
                            whole &= !rule.isAdaptive();
                            continue;
                        }
                        if (rule.isAdaptive()) {
                            try (Observations rows = store.observations(shard)) {
                                rule.add(shard, rows);
                            }
                        }
                    } else {
                        whole = false;
                    }
                }
            }
            int needed = rule.shards().cardinality();
            if (!whole || !isComplete()) {
                problems.add(found + " of " + needed + " shards are there; resume the study.");
                return new StudyCheck(false, found, needed, "", problems);
            }
            if (!readable) {
                return new StudyCheck(false, found, needed, "", problems);
            }
            progress.report(0, 0, "checking the merged rows");
            ShardHashes merged = new ShardHashes(plan);
            try (Observations rows = store.observations();
                    Events events = store.events()) {
                checkOrder(rows, merged, problems);
                merged.add(events);
            } catch (IOException | UncheckedIOException unreadable) {
                problems.add("The merged rows cannot be read (" + firstLine(unreadable)
                        + "); resume the study to merge them again.");
                return new StudyCheck(false, found, needed, "", problems);
            }
            Outcome outcome = outcome();
            String digest = summary(store).digest();
            boolean mergedIsWhole = digest.equals(outcome.digest());
            if (!merged.isSame(parts)) {
                problems.add("The merged rows (" + merged.describe() + ") are not those of the shards ("
                        + parts.describe() + ")"
                        + (mergedIsWhole ? "." : "; resume the study to merge them again."));
                List<Integer> others = merged.differing(parts);
                if (mergedIsWhole && !others.isEmpty()) {
                    problems.add(
                            (others.size() == 1 ? "Shard " : "The shards ")
                                    + others.stream()
                                            .limit(20)
                                            .map(String::valueOf)
                                            .collect(Collectors.joining(", "))
                                    + (others.size() > 20 ? " and " + (others.size() - 20) + " more" : "")
                                    + (others.size() == 1 ? " holds" : " hold")
                                    + " other rows than those the study was completed with; delete the files and resume the study.");
                }
            }
            if (!mergedIsWhole) {
                problems.add(
                        "The digest is " + digest + ", but was " + outcome.digest() + " when the study was completed.");
            }
            if (outcome.shards() != needed) {
                problems.add(
                        "The study ended after " + outcome.shards() + " shards, but its rows ask for " + needed + ".");
            }
            return new StudyCheck(true, found, needed, digest, problems);
        }
    }

    /** The reason itself: what a database adds below it is for its own developers. */
    private static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason given");
    }

    /** Checks that a shard has exactly one last row of each of its runs, in order. */
    private void checkShard(Shard shard, Observations rows, Events events, ShardHashes hashes, List<String> problems) {
        long points = plan.points().stream()
                .filter(point -> point.network() == shard.network())
                .count();
        long expected = points * (shard.toDraw() - shard.fromDraw()) * (shard.toRun() - shard.fromRun());
        long ended = 0;
        boolean fits = true;
        while (rows.next()) {
            hashes.add(rows);
            ended += rows.stop() == Observations.Stop.RUNNING ? 0 : 1;
            fits &= rows.point() < plan.points().size()
                    && plan.points().get(rows.point()).network() == shard.network()
                    && rows.draw() >= shard.fromDraw()
                    && rows.draw() < shard.toDraw()
                    && rows.run() >= shard.fromRun()
                    && rows.run() < shard.toRun();
        }
        hashes.add(events);
        if (!fits || ended != expected) {
            problems.add("Shard " + shard.index() + " does not hold the runs that the plan gives it ("
                    + (ended == expected ? "but others" : ended + " instead of " + expected)
                    + "); delete its file and resume the study.");
        }
    }

    private void checkOrder(Observations rows, ShardHashes hashes, List<String> problems) {
        int[] last = {-1, -1, -1, -1};
        boolean sorted = true;
        boolean ended = true;
        while (rows.next()) {
            hashes.add(rows);
            int[] here = {rows.point(), rows.draw(), rows.run(), rows.step()};
            boolean newRun = Arrays.mismatch(here, last) < 3;
            // A run's rows follow each other up to its end, and only then comes the next run.
            sorted &= Arrays.compare(last, here) < 0 && newRun == ended;
            ended = rows.stop() != Observations.Stop.RUNNING;
            System.arraycopy(here, 0, last, 0, here.length);
        }
        if (!sorted) {
            problems.add(
                    "The merged rows are not in order, or a run has two ends; resume the study to merge them again.");
        }
    }

    /**
     * Computes a sample of the study's shards again and compares them row by row. Bundles and datasets may have changed since; the
     * result names what has.
     *
     * @param sample number of shards, spread evenly over the study
     * @param progress told how far it is, asked for cancellation
     * @throws IOException when something cannot be read
     * @throws InputException when the study is not complete or a component is missing
     */
    public Reproduction reproduce(int sample, Progress progress) throws IOException {
        outcome();
        Execution.requireComponents(plan, catalog);
        List<Integer> recomputed = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        long compared = 0;
        try (ShardStore store = storage.open(folder, plan)) {
            List<Shard> there =
                    plan.shards().stream().filter(presentIn(store.present())).toList();
            int count = Math.min(sample, there.size());
            Networks networks = new Networks(plan, catalog);
            for (int i = 0; i < count; i++) {
                Shard shard = there.get((int) ((long) there.size() * i / count));
                progress.report(i, count, "computing shards again");
                MemoryStore again = new MemoryStore();
                new ShardWorker(plan, catalog, networks, again).execute(shard, quietly(progress));
                recomputed.add(shard.index());
                try (Observations kept = store.observations(shard);
                        Observations made = again.observations(shard)) {
                    compared += compare(shard, kept, made, differences);
                }
            }
        }
        return new Reproduction(recomputed, compared, differences, changes());
    }

    private static Predicate<Shard> presentIn(BitSet present) {
        return shard -> present.get(shard.index());
    }

    /** Passes on cancellation only. */
    private static Progress quietly(Progress progress) {
        return new Progress() {
            @Override
            public void report(long done, long total, String what) {}

            @Override
            public boolean isCancelled() {
                return progress.isCancelled();
            }
        };
    }

    private long compare(Shard shard, Observations kept, Observations made, List<String> differences) {
        long rows = 0;
        while (true) {
            boolean more = kept.next();
            if (more != made.next()) {
                differences.add("Shard " + shard.index() + " has another number of rows than before.");
                return rows;
            }
            if (!more) {
                return rows;
            }
            rows++;
            String different = difference(kept, made);
            if (!different.isEmpty()) {
                differences.add("Shard " + shard.index() + ", point " + kept.point() + ", draw " + kept.draw()
                        + ", run " + kept.run() + ", step " + kept.step() + ": " + different + ".");
                return rows;
            }
        }
    }

    private String difference(Observations kept, Observations made) {
        if (kept.point() != made.point()
                || kept.draw() != made.draw()
                || kept.run() != made.run()
                || kept.step() != made.step()) {
            return "there is another row in this place";
        }
        if (kept.stop() != made.stop() || !kept.failure().equals(made.failure())) {
            return "it ended with " + kept.stop() + " " + kept.failure() + ", now " + made.stop() + " "
                    + made.failure();
        }
        if (RowHash.bits(kept.time()) != RowHash.bits(made.time())) {
            return "time was " + kept.time() + ", now " + made.time();
        }
        for (int i = 0; i < plan.variables().size(); i++) {
            if (RowHash.bits(kept.value(i)) != RowHash.bits(made.value(i))) {
                return plan.variables().get(i).name() + " was " + kept.value(i) + ", now " + made.value(i);
            }
        }
        return "";
    }

    /**
     * Executes one run of the study again and keeps all of its steps and events.
     *
     * @param point design point
     * @param draw network draw
     * @param run run
     * @param progress asked for cancellation
     * @throws IOException when a dataset cannot be read
     * @throws InputException when there is no such run or a component is missing
     */
    public Replay replay(int point, int draw, int run, Progress progress) throws IOException {
        requireRun(point, draw, run);
        DesignPoint chosen = plan.points().get(point);
        Execution.requireComponents(plan, catalog);
        Recorder recorder = new Recorder();
        Optional<RuntimeException> failure = Optional.empty();
        try {
            new ShardWorker(plan, catalog, new Networks(plan, catalog), new MemoryStore())
                    .replay(chosen, draw, run, recorder, progress);
        } catch (CancelledException cancelled) {
            throw cancelled;
        } catch (RuntimeException thrown) {
            failure = Optional.of(thrown);
        } catch (StackOverflowError | LinkageError | AssertionError thrown) {
            failure = Optional.of(new IllegalStateException(thrown));
        }
        return new Replay(plan, point, draw, run, recorder.steps, recorder.events, failure);
    }

    /**
     * Executes runs of the study again and shows every step of them. The study need not be complete.
     *
     * @param point design point
     * @param draw network draw
     * @param fromRun first run
     * @param toRun run after the last
     * @param watcher sees them
     * @param progress told how many runs are done, asked for cancellation
     * @throws IOException when a dataset cannot be read
     * @throws InputException when there are no such runs or a component is missing
     */
    public void watch(int point, int draw, int fromRun, int toRun, RunWatcher watcher, Progress progress)
            throws IOException {
        requireRun(point, draw, fromRun);
        requireRun(point, draw, toRun - 1);
        Execution.requireComponents(plan, catalog);
        new ShardWorker(plan, catalog, new Networks(plan, catalog), new MemoryStore())
                .watch(plan.points().get(point), draw, fromRun, toRun, watcher, progress);
    }

    private void requireRun(int point, int draw, int run) {
        if (point < 0 || point >= plan.points().size()) {
            throw new InputException(
                    "Design points are numbered 0 to " + (plan.points().size() - 1) + ", was " + point + ".");
        }
        NetworkConfiguration configuration = plan.network(plan.points().get(point));
        if (draw < 0 || draw >= configuration.draws() || run < 0 || run >= configuration.runs()) {
            throw new InputException("Design point " + point + " has the draws 0 to " + (configuration.draws() - 1)
                    + " with the runs 0 to " + (configuration.runs() - 1) + ", was draw " + draw + ", run " + run
                    + ".");
        }
    }

    /** Keeps what a replayed run says. */
    private static final class Recorder implements ShardWriter {
        private final List<Replay.Step> steps = new ArrayList<>();
        private final List<Replay.Event> events = new ArrayList<>();

        @Override
        public void row(
                int point,
                int draw,
                int run,
                int step,
                double time,
                Observations.Stop stop,
                String failure,
                double[] values) {
            List<Double> copy = new ArrayList<>();
            for (double value : values) {
                copy.add(value);
            }
            steps.add(new Replay.Step(step, time, stop, List.copyOf(copy)));
        }

        @Override
        public void event(int point, int draw, int run, double time, int node, int from, int to, int cause) {
            events.add(new Replay.Event(time, node, from, to, cause));
        }

        @Override
        public void commit() {}

        @Override
        public void close() {}
    }

    /**
     * Writes findings under {@code findings/}: a folder of their kind with each table as CSV and {@code about.json}.
     *
     * @param findings the findings
     * @return the folder
     * @throws IOException when it cannot be written
     */
    public Path write(Findings findings) throws IOException {
        Map<String, Object> origin = new LinkedHashMap<>();
        origin.put("study", plan.id());
        origin.put("digest", outcome().digest());
        return FindingsFolder.write(folder.resolve("findings"), findings, origin);
    }

    private Map<String, Object> studyFile() throws IOException {
        Path file = folder.resolve(STUDY);
        return Json.read(Files.readString(file, StandardCharsets.UTF_8), file.toString());
    }

    /** Hashes what an experiment asks for, so that comments and spelling do not matter. */
    private static String experimentHash(String experiment) {
        String canonical = experiment;
        try {
            canonical = ExperimentFile.write(ExperimentFile.read(experiment, EXPERIMENT));
        } catch (InputException noExperiment) {
            canonical = experiment; // what cannot be read is compared as it stands
        }
        return Digest.of(canonical.getBytes(StandardCharsets.UTF_8));
    }

    private static void describeInputs(Plan plan, Catalog catalog, Path inputs) throws IOException {
        for (String input : plan.inputs().keySet()) {
            if (input.startsWith(BUNDLE_INPUT)) {
                Optional<PluginFile> plugin = catalog.plugin(input.substring(BUNDLE_INPUT.length()));
                if (plugin.isPresent()) {
                    Files.write(
                            inputs.resolve(plugin.get().name()),
                            plugin.get().content().read());
                }
            } else if (input.startsWith(DATASET_INPUT)) {
                DatasetDescriptor dataset = catalog.dataset(input.substring(DATASET_INPUT.length()), Progress.NONE)
                        .descriptor();
                Map<String, Object> tree = new LinkedHashMap<>();
                tree.put("name", dataset.name());
                tree.put("title", dataset.title());
                tree.put("description", dataset.description());
                tree.put("source", dataset.source());
                tree.put("licence", dataset.licence());
                tree.put("citations", dataset.citations());
                tree.put("caveats", dataset.caveats());
                tree.put("sensitivity", dataset.sensitivity());
                tree.put("consent", dataset.consent());
                tree.put("retention", dataset.retention());
                tree.put("history", dataset.history());
                tree.put("direction", dataset.direction().name());
                tree.put("sha256", dataset.hash());
                WholeFile.write(inputs.resolve(dataset.name() + ".json"), Json.text(tree));
            }
        }
    }

    private void log(String what) throws IOException {
        Files.writeString(
                folder.resolve("log.txt"),
                now() + " " + what + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            return !files.iterator().hasNext();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            List<Path> inside = new ArrayList<>();
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                files.forEach(inside::add);
            }
            for (Path file : inside) {
                delete(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
