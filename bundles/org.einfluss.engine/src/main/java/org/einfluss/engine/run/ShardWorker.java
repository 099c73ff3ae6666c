package org.einfluss.engine.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.einfluss.api.CancelledException;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.Variable;
import org.einfluss.api.model.Campaign;
import org.einfluss.api.model.EventSink;
import org.einfluss.api.model.Measure;
import org.einfluss.api.model.Model;
import org.einfluss.api.model.Purpose;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Seeding;
import org.einfluss.api.model.Simulation;
import org.einfluss.api.study.Component;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.NetworkConfiguration;
import org.einfluss.api.study.Observations.Stop;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Plan.Recording;
import org.einfluss.api.study.Runner;
import org.einfluss.api.study.Shard;
import org.einfluss.api.study.ShardStore;
import org.einfluss.api.study.ShardStore.ShardWriter;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.einfluss.math.IntList;

/**
 * Executes shards: makes each network once, binds seeding, campaign, model and measures once per design point, and then loops
 * over the runs without allocating. Thread-safe; all state belongs to one call.
 *
 * <p>A run that throws is recorded as failed with its reason and the rest goes on with a fresh simulation; an error of the virtual
 * machine, of the store, or a cancellation ends the shard. The first row of every recorded step is step 0, after the seeds became
 * active; the number of steps counts the calls of {@link Simulation#step}, the last of which may have changed nothing; for a failed run it is the step that failed, 0 when it failed before its first.
 */
public final class ShardWorker implements Runner.Worker {
    private final Plan plan;
    private final Catalog catalog;
    private final Networks networks;
    private final ShardStore store;
    /** What did not end when it was tried before. */
    private final Set<Attempt> givenUp = ConcurrentHashMap.newKeySet();

    /** A run of a design point on a draw; or the making of its network, or the binding to it, for which the run is below 0. */
    private record Attempt(int point, int draw, int run) {
        static final int NETWORK = -2;
        static final int BINDING = -1;
    }

    /**
     * Makes a worker.
     *
     * @param plan the plan
     * @param catalog where models, seedings, campaigns and measures are found
     * @param networks where networks are made
     * @param store where rows go
     */
    public ShardWorker(Plan plan, Catalog catalog, Networks networks, ShardStore store) {
        this.plan = plan;
        this.catalog = catalog;
        this.networks = networks;
        this.store = store;
    }

    @Override
    public void execute(Shard shard, Progress progress) throws IOException {
        try (ShardWriter writer = store.write(shard)) {
            execute(shard, writer, progress);
            progress.checkCancelled();
            writer.commit();
        }
    }

    void execute(Shard shard, ShardWriter writer, Progress asked) throws IOException {
        Watcher progress = Watcher.of(asked);
        NetworkConfiguration configuration = plan.networks().get(shard.network());
        networks.dataset(configuration); // a dataset that cannot be opened is no matter of single runs
        List<DesignPoint> points = plan.points().stream()
                .filter(point -> point.network() == shard.network())
                .toList();
        RunCounter counter = new RunCounter(
                progress,
                (long) points.size() * (shard.toDraw() - shard.fromDraw()) * (shard.toRun() - shard.fromRun()));
        for (int draw = shard.fromDraw(); draw < shard.toDraw(); draw++) {
            Optional<Network> network = Optional.empty();
            String failure = "";
            for (DesignPoint point : points) {
                progress.checkCancelled();
                if (network.isEmpty() && failure.isEmpty() || plan.independentNetworks()) {
                    network = Optional.empty();
                    failure = "";
                    NetworkPlace place = new NetworkPlace(configuration, point.index(), draw);
                    progress.at(place);
                    try {
                        if (givenUp.contains(place.attempt())) {
                            failure = "the network did not get done (given up)";
                        } else {
                            network = Optional.of(networks.network(configuration, draw, point.index()));
                        }
                    } catch (CancelledException cancelled) {
                        throw cancelled;
                    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError refused) {
                        failure = reason(refused);
                    } catch (OutOfMemoryError exhausted) {
                        throw exhausted(place, exhausted);
                    }
                }
                long networkKey = StudyKeys.network(plan, configuration, draw, point.index());
                PointRunner runner = new PointRunner(
                        point,
                        draw,
                        networkKey,
                        writer,
                        progress,
                        plan.recording() == Recording.EVERY_STEP,
                        plan.recording() == Recording.LOG);
                progress.at(runner);
                runner.runs(network, failure, shard.fromRun(), shard.toRun(), counter);
                progress.away();
            }
        }
    }

    /** How much memory there is depends on the machine, so this is no outcome of a run but ends the study, which can be resumed. */
    private static InputException exhausted(Watcher.Place place, OutOfMemoryError error) {
        return new InputException(
                "The memory did not suffice: " + place.describe()
                        + ". What is done is kept. Give Java more, as in EINFLUSS_OPTS=-Xmx8g, or use fewer --threads, and resume the"
                        + " study.",
                error);
    }

    /** The making of a network. */
    private final class NetworkPlace implements Watcher.Place {
        private final NetworkConfiguration configuration;
        private final int point;
        private final int draw;

        NetworkPlace(NetworkConfiguration configuration, int point, int draw) {
            this.configuration = configuration;
            this.point = point;
            this.draw = draw;
        }

        Attempt attempt() {
            return new Attempt(point, draw, Attempt.NETWORK);
        }

        @Override
        public String describe() {
            List<String> transforms = new ArrayList<>();
            configuration.prepare().forEach(transform -> transforms.add(" '" + transform.id() + "'"));
            return "network '" + configuration.generator().id() + "'"
                    + (transforms.isEmpty() ? "" : " with" + String.join(",", transforms)) + ", design point " + point
                    + ", draw " + draw;
        }

        @Override
        public void giveUp() {
            givenUp.add(attempt());
        }
    }

    /**
     * Executes one run again; stores the rows of every step and all events, whatever the plan records.
     *
     * @param point the design point
     * @param draw number of the network draw
     * @param run number of the run
     * @param writer receives rows and events
     * @param progress asked for cancellation
     * @throws IOException when the writer or a dataset fails
     * @throws RuntimeException whatever made the run fail
     */
    public void replay(DesignPoint point, int draw, int run, ShardWriter writer, Progress progress) throws IOException {
        Network network = networks.network(plan.network(point), draw, point.index());
        long networkKey = StudyKeys.network(plan, plan.network(point), draw, point.index());
        PointRunner runner = new PointRunner(point, draw, networkKey, writer, progress, true, true);
        runner.bind(network);
        try {
            runner.run(run);
        } catch (StoreFailure storeFailure) {
            throw storeFailure.ioCause();
        }
    }

    /**
     * Executes runs on one network again and shows every step of them; stores nothing.
     *
     * @param point the design point
     * @param draw number of the network draw
     * @param fromRun number of the first run
     * @param toRun number after the last run
     * @param watcher sees them
     * @param progress told how many runs are done, asked for cancellation
     * @throws IOException when a dataset cannot be read
     * @throws RuntimeException whatever made a run fail
     */
    public void watch(DesignPoint point, int draw, int fromRun, int toRun, RunWatcher watcher, Progress progress)
            throws IOException {
        Network network = networks.network(plan.network(point), draw, point.index());
        long networkKey = StudyKeys.network(plan, plan.network(point), draw, point.index());
        Watched watched = new Watched(watcher);
        PointRunner runner = new PointRunner(point, draw, networkKey, watched, progress, true, false);
        runner.bind(network);
        watched.simulation = runner.simulation;
        for (int run = fromRun; run < toRun; run++) {
            watcher.begin(run, network);
            runner.run(run);
            progress.report(run + 1L - fromRun, (long) toRun - fromRun, "runs");
        }
    }

    /**
     * How long the parts of the work took.
     *
     * @param networkNanos making one network
     * @param bindNanos binding a design point to it
     * @param runNanos one run, mean of the last half of the runs made
     * @param failure what was thrown, so that the rest means nothing; empty where nothing was
     */
    record Timing(long networkNanos, long bindNanos, double runNanos, Optional<RuntimeException> failure) {}

    /** Makes the first network of a point and runs on it for some time; stores nothing. */
    Timing time(DesignPoint point, long forNanos, Progress progress) throws IOException {
        NetworkConfiguration configuration = plan.network(point);
        long networkKey = StudyKeys.network(plan, configuration, 0, point.index());
        try {
            long start = System.nanoTime();
            Network network = networks.network(configuration, 0, point.index());
            long made = System.nanoTime();
            PointRunner runner = new PointRunner(point, 0, networkKey, Nowhere.WRITER, progress, false, false);
            runner.bind(network);
            long bound = System.nanoTime();
            int done = 0;
            double runNanos = 0;
            for (int batch = 1; System.nanoTime() - bound < forNanos && done < configuration.runs(); batch *= 2) {
                long from = System.nanoTime();
                int end = (int) Math.min(configuration.runs(), (long) done + batch);
                int count = end - done;
                while (done < end) {
                    runner.run(done++);
                }
                runNanos = (double) (System.nanoTime() - from) / count;
            }
            return new Timing(made - start, bound - made, runNanos, Optional.empty());
        } catch (CancelledException cancelled) {
            throw cancelled;
        } catch (RuntimeException failure) {
            return new Timing(0, 0, 0, Optional.of(failure)); // the study itself will record it, run by run
        } catch (StackOverflowError | LinkageError | AssertionError failure) {
            return new Timing(0, 0, 0, Optional.of(new IllegalStateException(reason(failure), failure)));
        }
    }

    private static boolean[] truths(Column column) {
        boolean[] truths = new boolean[column.size()];
        for (int v = 0; v < truths.length; v++) {
            truths[v] = !column.isMissing(v) && column.booleanAt(v);
        }
        return truths;
    }

    /**
     * Puts into one line why a run failed. What the virtual machine itself writes into a message differs between releases and may
     * even vanish once code is compiled, so it does not enter the results.
     */
    static String reason(Throwable failure) {
        if (failure instanceof InputException) {
            return failure.getMessage();
        }
        String name = failure.getClass().getSimpleName();
        boolean messageOfMachine = failure instanceof NullPointerException
                || failure instanceof ArithmeticException
                || failure instanceof ArrayIndexOutOfBoundsException
                || failure instanceof ArrayStoreException
                || failure instanceof NegativeArraySizeException
                || failure instanceof ClassCastException
                || failure instanceof StackOverflowError;
        String message = failure.getMessage();
        if (messageOfMachine || message == null) {
            return name + " (replay the run to see where)";
        }
        return name + ": " + message.lines().findFirst().orElse("");
    }

    private static <P extends Record> Simulation simulation(Model<P> model, Component component, Network network) {
        return model.bind(Networks.parameters(component), network);
    }

    private static <P extends Record> List<Variable> observed(Model<P> model, Component component) {
        return model.variables(Networks.parameters(component));
    }

    private static <P extends Record> Seeding.Seeds seeds(
            Seeding<P> seeding, Component component, Network network, Progress progress) {
        return seeding.bind(Networks.parameters(component), network, progress);
    }

    private static <P extends Record> Campaign.Pushes pushes(
            Campaign<P> campaign, Component component, Network network) {
        return campaign.bind(Networks.parameters(component), network);
    }

    private static <P extends Record> Measure.Observer observer(
            Measure<P> measure, Component component, Network network) {
        return measure.bind(Networks.parameters(component), network);
    }

    private static <P extends Record> List<Variable> measured(Measure<P> measure, Component component) {
        return measure.variables(Networks.parameters(component));
    }

    /** Counts finished runs for the front end. */
    private static final class RunCounter {
        private final Progress progress;
        private final long total;
        private long done;

        RunCounter(Progress progress, long total) {
            this.progress = progress;
            this.total = total;
        }

        void finished() {
            progress.report(++done, total, "runs");
        }
    }

    /** Carries an error of the store out through a model's code, so that it is not taken for a failure of the run. */
    private static final class StoreFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoreFailure(IOException cause) {
            super(cause);
        }

        IOException ioCause() {
            return (IOException) getCause();
        }
    }

    /** Shows a watcher where the simulation stands whenever a row would be written. */
    private static final class Watched implements ShardWriter {
        private final RunWatcher watcher;
        private Simulation simulation;

        Watched(RunWatcher watcher) {
            this.watcher = watcher;
        }

        @Override
        public void row(
                int point, int draw, int run, int step, double time, Stop stop, String failure, double[] values) {
            watcher.step(time, simulation.nodes());
        }

        @Override
        public void event(int point, int draw, int run, double time, int node, int from, int to, int cause) {}

        @Override
        public void commit() {}

        @Override
        public void close() {}
    }

    /** Forgets what is written. */
    private enum Nowhere implements ShardWriter {
        WRITER;

        @Override
        public void row(
                int point, int draw, int run, int step, double time, Stop stop, String failure, double[] values) {}

        @Override
        public void event(int point, int draw, int run, double time, int node, int from, int to, int cause) {}

        @Override
        public void commit() {}

        @Override
        public void close() {}
    }

    /** The runs of one design point on one network. */
    private final class PointRunner implements EventSink, Watcher.Place {
        private final DesignPoint point;
        private final int draw;
        private final long networkKey;
        private final ShardWriter writer;
        private final Watcher progress;
        private final boolean everyStep;
        private final boolean logged;
        private final double[] row = new double[plan.variables().size()];

        private Run run;
        private Seeding.Seeds seeds;
        private boolean[] blocked = {};
        private Campaign.Pushes pushes;
        private Simulation simulation;
        private Measure.Observer[] observers;
        private int[] modelColumns;
        private int[][] measureColumns;
        private double[] scratch;
        private int number;
        private int steps;
        private boolean binding;

        PointRunner(
                DesignPoint point,
                int draw,
                long networkKey,
                ShardWriter writer,
                Progress progress,
                boolean everyStep,
                boolean logged) {
            this.point = point;
            this.draw = draw;
            this.networkKey = networkKey;
            this.writer = writer;
            this.progress = Watcher.of(progress);
            this.everyStep = everyStep;
            this.logged = logged;
        }

        void runs(Optional<Network> network, String refusal, int from, int to, RunCounter counter) throws IOException {
            String unbound = isGivenUp(Attempt.BINDING) ? "the design point was not prepared (given up)" : refusal;
            boolean bound = false;
            for (number = from; number < to; number++) {
                progress.checkCancelled();
                steps = 0;
                String failure = unbound;
                if (unbound.isEmpty() && isGivenUp(number)) {
                    failure = "the run did not end (given up)";
                } else if (unbound.isEmpty()) {
                    binding = !bound;
                    try {
                        if (binding) {
                            bind(network.orElseThrow());
                            bound = true;
                            binding = false;
                        }
                        run(number);
                    } catch (CancelledException cancelled) {
                        throw cancelled;
                    } catch (StoreFailure storeFailure) {
                        throw storeFailure.ioCause();
                    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError thrown) {
                        bound = false;
                        failure = reason(thrown);
                        if (binding) {
                            unbound = failure;
                        }
                    } catch (OutOfMemoryError exhausted) {
                        throw exhausted(this, exhausted);
                    }
                }
                if (!failure.isEmpty()) {
                    progress.failed(this, failure);
                    Arrays.fill(row, Double.NaN);
                    writer.row(point.index(), draw, number, steps, Double.NaN, Stop.FAILED, failure, row);
                }
                counter.finished();
            }
        }

        private boolean isGivenUp(int attempt) {
            return !givenUp.isEmpty() && givenUp.contains(new Attempt(point.index(), draw, attempt));
        }

        @Override
        public String describe() {
            return "model '" + point.model().id() + "', seeding '"
                    + point.seeding().id() + "', design point " + point.index() + ", draw " + draw + ", run " + number
                    + (binding ? ", being prepared" : ", step " + steps);
        }

        @Override
        public void giveUp() {
            givenUp.add(new Attempt(point.index(), draw, binding ? Attempt.BINDING : number));
        }

        void bind(Network network) {
            List<Component> measures = plan.measures();
            run = new Run(plan.commonCoins(), progress, logged || !measures.isEmpty() ? this : EventSink.NONE)
                    .on(network);
            blocked =
                    network.nodeColumn(Network.BLOCKED).map(ShardWorker::truths).orElseGet(() -> new boolean[0]);
            seeds = ShardWorker.seeds(
                    (Seeding<?>)
                            catalog.find(Kind.SEEDING, point.seeding().id()).component(),
                    point.seeding(),
                    network,
                    progress);
            pushes = point.campaign().isPresent()
                    ? ShardWorker.pushes(
                            (Campaign<?>) catalog.find(
                                            Kind.CAMPAIGN,
                                            point.campaign().get().id())
                                    .component(),
                            point.campaign().get(),
                            network)
                    : (random, into) -> {};
            Model<?> model =
                    (Model<?>) catalog.find(Kind.MODEL, point.model().id()).component();
            modelColumns = columns(observed(model, point.model()));
            simulation = ShardWorker.simulation(model, point.model(), network);
            int widest = modelColumns.length;
            observers = new Measure.Observer[measures.size()];
            measureColumns = new int[measures.size()][];
            for (int i = 0; i < observers.length; i++) {
                Measure<?> measure = (Measure<?>)
                        catalog.find(Kind.MEASURE, measures.get(i).id()).component();
                measureColumns[i] = columns(measured(measure, measures.get(i)));
                observers[i] = observer(measure, measures.get(i), network);
                widest = Math.max(widest, measureColumns[i].length);
            }
            scratch = new double[widest];
        }

        private void dropBlocked(IntList chosen) {
            if (blocked.length == 0) {
                return;
            }
            int kept = 0;
            for (int i = 0; i < chosen.size(); i++) {
                if (!blocked[chosen.get(i)]) {
                    chosen.set(kept++, chosen.get(i));
                }
            }
            chosen.truncate(kept);
        }

        private int[] columns(List<Variable> variables) {
            List<Integer> columns = new ArrayList<>();
            for (Variable variable : variables) {
                columns.add(plan.variable(variable.name()));
            }
            return columns.stream().mapToInt(Integer::intValue).toArray();
        }

        /** Does one run; allocates nothing itself. */
        void run(int index) throws IOException {
            number = index;
            run.begin(StudyKeys.run(networkKey, number));
            seeds.draw(run.stream(Purpose.SEEDS), run.seeds());
            dropBlocked(run.seeds());
            pushes.draw(run.stream(Purpose.CAMPAIGN), run.campaign());
            for (Measure.Observer observer : observers) {
                observer.begin(run);
            }
            simulation.begin(run);
            steps = 0;
            boolean alive = true;
            int maxSteps = plan.maxSteps();
            while (alive && steps < maxSteps) {
                if (everyStep) {
                    observe(Stop.RUNNING);
                }
                run.checkCancelled();
                steps++;
                alive = simulation.step();
                for (Measure.Observer observer : observers) {
                    observer.step(simulation);
                }
            }
            Stop stop = alive ? Stop.STEP_LIMIT : simulation.isCensored() ? Stop.CENSORED : Stop.SETTLED;
            observe(stop);
        }

        private void observe(Stop stop) throws IOException {
            Arrays.fill(row, Double.NaN);
            simulation.observe(scratch, 0);
            scatter(modelColumns);
            for (int i = 0; i < observers.length; i++) {
                observers[i].observe(simulation, scratch, 0);
                scatter(measureColumns[i]);
            }
            writer.row(point.index(), draw, number, steps, simulation.time(), stop, "", row);
        }

        private void scatter(int[] columns) {
            for (int i = 0; i < columns.length; i++) {
                row[columns[i]] = scratch[i];
            }
        }

        @Override
        public void event(double time, int node, int from, int to, int cause) {
            for (Measure.Observer observer : observers) {
                observer.event(time, node, from, to, cause);
            }
            if (logged) {
                try {
                    writer.event(point.index(), draw, number, time, node, from, to, cause);
                } catch (IOException unwritable) {
                    throw new StoreFailure(unwritable);
                }
            }
        }
    }
}
