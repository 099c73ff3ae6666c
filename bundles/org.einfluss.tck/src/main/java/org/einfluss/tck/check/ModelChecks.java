package org.einfluss.tck.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.einfluss.api.CancelledException;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.Variable;
import org.einfluss.api.model.EventSink;
import org.einfluss.api.model.Model;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.engine.parameters.Setting;
import org.einfluss.engine.parameters.YamlSettings;
import org.einfluss.graph.Network;
import org.einfluss.math.Keys;
import org.einfluss.math.RandomStream;

/** The contract of a model. */
public final class ModelChecks extends ComponentChecks {
    private static final int MAX_STEPS = 40;
    private static final int RUNS = 12;
    private static final String SCRATCH =
            "allocate scratch in bind, reset it in begin, keep nothing in fields of the model or in static fields";

    private final Model<Record> model;
    private final Traits traits;

    /**
     * Makes the contract of one model.
     *
     * @param model the model
     * @param setup with what it is checked
     * @param traits what it claims beyond its contract
     */
    @SuppressWarnings("unchecked") // every model takes the records that its own schema makes
    public ModelChecks(Model<?> model, Setup setup, Traits traits) {
        super(model, Kind.MODEL, setup);
        this.model = (Model<Record>) model;
        this.traits = traits;
        describedClause();
        parameterClauses();
        ordinaryClauses();
        setup.networks()
                .forEach((name, network) -> clause(
                        "runs on " + name,
                        "finite values in every declared slot and in no other, whoever the seeds are",
                        "divide by the number of nodes only where there are nodes; check the ends of every loop; a variable "
                                + "that may be NaN says so in its meaning",
                        () -> runsOn(network)));
        reproducibilityClauses();
        clause(
                "a run allocates nothing",
                "0 bytes allocated by begin, step and observe once warmed up",
                "allocate in bind; no boxing, no lambdas that capture, no streams, no exceptions in a run",
                this::checkAllocation);
        clause(
                "events replay to the states",
                "each event leaves the state its node is in, and replaying them gives the states after every step",
                "call run.event once for each change of a discrete state, with the state the node had before",
                this::checkEvents);
        clause(
                "can be cancelled",
                "CancelledException out of a run on " + setup.large().nodes() + " nodes once the user has cancelled",
                "call run.checkCancelled() every few thousand node visits and let its exception pass",
                this::checkCancellation);
        traitClauses();
    }

    private void ordinaryClauses() {
        clause(
                "variables are named",
                "at least one variable, names unique, each with a meaning, the same whenever asked",
                "return one Variable per value that observe writes, in its order",
                this::checkVariables);
        clause(
                "isolated seeds stay alone",
                "a run that ends and influences nobody when the only seed has no ties, on any network",
                "a seed without arcs is active and spreads to nobody; arcBegin equals arcEnd",
                this::checkIsolatedSeed);
        clause(
                "runs at the ends of the ranges",
                "finite values for every value that the ranges of the parameters allow",
                "handle the end of the range or exclude it: (0,1] instead of [0,1]",
                this::checkEnds);
    }

    private void reproducibilityClauses() {
        clause(
                "the same key gives the same numbers",
                "every value, state and event the same, bit for bit, in a second run with the same key",
                "draw all randomness from the Run, iterate over no hash tables, read no clock",
                () -> everyNetwork((parameters, network) -> {
                    for (int[] seeds : seeds(network)) {
                        same(
                                "Two runs with one key",
                                parameters,
                                run(parameters, network, 1, seeds),
                                () -> run(parameters, network, 1, seeds));
                    }
                }));
        clause(
                "a reused simulation equals a fresh one",
                "the same bits from a simulation that has run before, to the end or not, as from a new one",
                "reset in begin all that the last run changed: scratch, counters, time; " + SCRATCH,
                () -> everyNetwork(this::checkReuse));
        clause(
                "two workers never interfere",
                "the same bits from a simulation whether or not another one of the same model takes steps in between",
                SCRATCH,
                () -> everyNetwork(this::checkInterleaving));
        clause(
                "two threads never interfere",
                "the same bits from runs on two threads at once as from one after the other",
                SCRATCH,
                this::checkThreads);
        clause(
                "observing changes nothing",
                "the same final values whether or not anybody observes, looks at nodes or listens to events",
                "write in observe, read in nodes; draw no random numbers there or for events",
                () -> everyNetwork(this::checkObservation));
    }

    private void traitClauses() {
        if (traits.neverShrinks()) {
            clause(
                    "never shrinks",
                    "no node comes back to state 0",
                    "drop the claim, or do not deactivate nodes",
                    () -> everyNetwork(this::checkNeverShrinks));
        }
        if (traits.orderIndependent()) {
            clause(
                    "is order independent",
                    "the same final states whatever the order of the seeds",
                    "drop the claim, or draw by node and arc (run.uniform, run.coin) instead of in order",
                    () -> everyNetwork(this::checkOrder));
        }
        for (Traits.Monotone monotone : traits.monotone()) {
            clause(
                    "grows along " + monotone.rising(),
                    "at least as many nodes outside state 0 with each setting as with the one before",
                    "drop the claim, or draw thresholds and coins by node and arc (run.uniform, run.coin)",
                    () -> checkMonotone(monotone));
        }
    }

    private interface Each {
        void check(Record parameters, Network network) throws Exception;
    }

    private void everyNetwork(Each check) throws Exception {
        for (Record parameters : parameters()) {
            for (Map.Entry<String, Network> network : setup.networks().entrySet()) {
                try {
                    check.check(parameters, network.getValue());
                } catch (Violation violation) {
                    throw new Violation("on " + network.getKey() + ": " + violation.getMessage());
                }
            }
        }
    }

    /** Nobody, the first node, the last node, three at random. */
    private List<int[]> seeds(Network network) {
        int n = network.nodes();
        if (n == 0) {
            return List.of(new int[0]);
        }
        int[] some = new int[Math.min(n, 3)];
        new RandomStream(Keys.mix(setup.key(), Keys.of("seeds"))).sample(n, some.length, some);
        return List.of(new int[0], new int[] {0}, new int[] {n - 1}, some);
    }

    private int[] someSeeds(Network network) {
        List<int[]> all = seeds(network);
        return all.get(all.size() - 1);
    }

    private long key(int number) {
        return Keys.mix(setup.key(), number);
    }

    private Trace run(Record parameters, Network network, int number, int... seeds) {
        return new Worker(model, parameters, network, true)
                .begin(key(number), seeds)
                .finish(MAX_STEPS);
    }

    private interface Again {
        Trace run() throws Exception;
    }

    private void same(String what, Record parameters, Trace first, Again second) throws Exception {
        Optional<String> difference = first.difference(second.run(), model.variables(parameters));
        if (difference.isPresent()) {
            throw new Violation(what + " differ: " + difference.get() + ", with " + parameters);
        }
    }

    private void checkVariables() {
        for (Record parameters : parameters()) {
            List<Variable> variables = model.variables(parameters);
            Set<String> names = new HashSet<>();
            for (Variable variable : variables) {
                if (!names.add(variable.name())) {
                    throw new Violation("two variables named " + variable.name());
                }
                if (variable.meaning().isBlank()) {
                    throw new Violation(variable.name() + " without meaning");
                }
            }
            if (variables.isEmpty()) {
                throw new Violation("no variable with " + parameters);
            }
            if (!variables.equals(model.variables(parameters))) {
                throw new Violation("other variables when asked again with " + parameters);
            }
        }
        List<String> states = model.states();
        if (states.size() == 1 || new HashSet<>(states).size() < states.size()) {
            throw new Violation("the states " + states + "; give no state or several, each name once");
        }
    }

    private void runsOn(Network network) {
        for (Record parameters : parameters()) {
            for (int[] seeds : seeds(network)) {
                for (boolean commonCoins : new boolean[] {true, false}) {
                    Trace trace = new Worker(model, parameters, network, commonCoins)
                            .begin(key(2), seeds)
                            .finish(MAX_STEPS);
                    checkFinite(trace, parameters, network);
                    checkCascadeVariables(trace, parameters, seeds);
                }
            }
        }
    }

    private void checkFinite(Trace trace, Record parameters, Network network) {
        List<Variable> variables = model.variables(parameters);
        double time = 0;
        for (Trace.Moment moment : trace.moments) {
            for (int i = 0; i < variables.size(); i++) {
                double value = moment.row()[i];
                boolean mayBeNan =
                        variables.get(i).meaning().toLowerCase(Locale.ROOT).contains("nan");
                if (!Double.isFinite(value) && !(Double.isNaN(value) && mayBeNan)) {
                    throw new Violation(variables.get(i).name() + " = " + value + " with " + parameters);
                }
            }
            if (!(moment.time() >= time && Double.isFinite(moment.time()))) {
                throw new Violation("time " + moment.time() + " after time " + time);
            }
            time = moment.time();
            for (int v = 0; v < network.nodes(); v++) {
                int state = moment.states()[v];
                if (state < 0 || state >= Math.max(1, model.states().size())) {
                    throw new Violation("node " + v + " is in state " + state + ", states are " + model.states());
                }
                if (!Double.isFinite(moment.values()[v])) {
                    throw new Violation("node " + v + " has value " + moment.values()[v]);
                }
            }
        }
    }

    /** Where a model observes the variables of a two-state cascade, they must say what the nodes say. */
    private void checkCascadeVariables(Trace trace, Record parameters, int[] seeds) {
        if (!model.variables(parameters).equals(Variable.CASCADE)
                || model.states().size() != 2) {
            return;
        }
        for (Trace.Moment moment : trace.moments) {
            long active =
                    Arrays.stream(moment.states()).filter(state -> state != 0).count();
            if (moment.row()[0] != active) {
                throw new Violation("size is " + moment.row()[0] + " and " + active + " nodes are active");
            }
            if (moment.row()[1] != seeds.length) {
                throw new Violation("seeds is " + moment.row()[1] + " and there are " + seeds.length);
            }
        }
    }

    private void checkIsolatedSeed() {
        Network network = setup.isolated();
        for (Record parameters : parameters()) {
            Trace trace = run(parameters, network, 3, 0);
            checkFinite(trace, parameters, network);
            boolean anyTies = network.layers().stream()
                    .anyMatch(layer -> network.graph(layer).arcs() > 0);
            for (Trace.Event event : trace.events) {
                if (event.cause() >= 0 && !anyTies) {
                    throw new Violation("node " + event.node() + " changed because of node " + event.cause()
                            + " though nobody has ties, with " + parameters);
                }
            }
        }
    }

    private void checkEnds() {
        for (Setting.Fields settings : ends()) {
            Record parameters;
            try {
                parameters = schema().bind(settings);
            } catch (InputException refused) {
                continue; // a rule between several parameters may refuse it, in a sentence
            }
            for (Map.Entry<String, Network> network : setup.networks().entrySet()) {
                try {
                    checkFinite(
                            run(parameters, network.getValue(), 4, someSeeds(network.getValue())),
                            parameters,
                            network.getValue());
                } catch (InputException refused) {
                    // the network may lack a column that this alternative needs
                } catch (RuntimeException thrown) {
                    throw new Violation(settings.flow() + " on " + network.getKey() + ": " + Clause.describe(thrown));
                }
            }
        }
    }

    private void checkReuse(Record parameters, Network network) throws Exception {
        for (boolean commonCoins : new boolean[] {true, false}) {
            Worker reused = new Worker(model, parameters, network, commonCoins);
            List<int[]> seeds = seeds(network);
            for (int i = 0; i < 2 * seeds.size(); i++) {
                int number = 10 + i;
                int[] chosen = seeds.get((seeds.size() - 1 + i) % seeds.size());
                Trace fresh = new Worker(model, parameters, network, commonCoins)
                        .begin(key(number), chosen)
                        .finish(MAX_STEPS);
                same(
                        "Reused and fresh simulation",
                        parameters,
                        reused.begin(key(number), chosen).finish(MAX_STEPS),
                        () -> fresh);
                reused.begin(key(number + 1), chosen).step(); // and leave it there
            }
        }
    }

    private void checkInterleaving(Record parameters, Network network) throws Exception {
        int[] mine = someSeeds(network);
        int[] theirs = seeds(network).get(network.nodes() == 0 ? 0 : 1);
        Trace alone = run(parameters, network, 30, mine);
        Trace otherAlone = run(parameters, network, 31, theirs);
        Worker one = new Worker(model, parameters, network, true);
        Worker other = new Worker(model, parameters, network, true);
        one.begin(key(30), mine);
        other.begin(key(31), theirs);
        for (int step = 0; step < MAX_STEPS; step++) {
            one.step();
            other.step();
        }
        same("A run alone and one beside another", parameters, alone, one::trace);
        same("A run alone and one beside another", parameters, otherAlone, other::trace);
    }

    private void checkThreads() throws Exception {
        for (Record parameters : parameters()) {
            for (Map.Entry<String, Network> network : setup.networks().entrySet()) {
                checkThreads(parameters, network.getKey(), network.getValue());
            }
        }
    }

    private void checkThreads(Record parameters, String name, Network network) throws InterruptedException {
        int[] seeds = someSeeds(network);
        List<Trace> alone = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            alone.add(run(parameters, network, 50 + i, seeds));
        }
        try {
            Twice.atOnce(
                    () -> repeat(parameters, network, alone, 0), () -> repeat(parameters, network, alone, RUNS / 2));
        } catch (Violation violation) {
            throw new Violation("on " + name + ": " + violation.getMessage());
        }
    }

    /** Does the runs that were done alone again, beginning with another one on each thread. */
    private void repeat(Record parameters, Network network, List<Trace> alone, int shift) throws Exception {
        Worker worker = new Worker(model, parameters, network, true);
        for (int i = 0; i < RUNS; i++) {
            int number = (i + shift) % RUNS;
            Trace trace = worker.begin(key(50 + number), someSeeds(network)).finish(MAX_STEPS);
            same("A run alone and one beside another thread", parameters, alone.get(number), () -> trace);
        }
    }

    private void checkObservation(Record parameters, Network network) {
        int[] seeds = someSeeds(network);
        Trace watched = run(parameters, network, 70, seeds);
        Simulation simulation = model.bind(parameters, network);
        simulation.begin(new Run(true, Progress.NONE, EventSink.NONE).begin(key(70), seeds));
        for (int step = 1; step < watched.moments.size(); step++) {
            simulation.step();
        }
        List<Variable> variables = model.variables(parameters);
        double[] row = new double[variables.size()];
        simulation.observe(row, 0);
        int i = Arrays.mismatch(row, watched.last().row());
        if (i >= 0) {
            throw new Violation(variables.get(i).name() + " is " + row[i] + " when nobody looked and "
                    + watched.last().row()[i] + " otherwise, with " + parameters);
        }
    }

    private void checkAllocation() {
        for (Record parameters : parameters()) {
            for (Map.Entry<String, Network> network : setup.networks().entrySet()) {
                for (boolean commonCoins : new boolean[] {true, false}) {
                    long bytes = allocated(parameters, network.getValue(), commonCoins);
                    if (bytes > 0) {
                        throw new Violation(bytes + " bytes in " + RUNS + " runs on " + network.getKey() + " with "
                                + parameters + (commonCoins ? "" : " and independent coins"));
                    }
                }
            }
        }
    }

    private long allocated(Record parameters, Network network, boolean commonCoins) {
        Simulation simulation = model.bind(parameters, network);
        double[] row = new double[model.variables(parameters).size()];
        int[] seeds = someSeeds(network);
        Run run = new Run(commonCoins, Progress.NONE, EventSink.NONE);
        return Allocation.least(() -> {
            for (int i = 0; i < RUNS; i++) {
                simulation.begin(run.begin(key(i), seeds));
                for (int step = 0; step < MAX_STEPS && simulation.step(); step++) {
                    simulation.observe(row, 0);
                }
                simulation.observe(row, 0);
            }
        });
    }

    private void checkEvents() throws Exception {
        everyNetwork((parameters, network) -> {
            for (int[] seeds : seeds(network)) {
                for (boolean commonCoins : new boolean[] {true, false}) {
                    Trace trace = new Worker(model, parameters, network, commonCoins)
                            .begin(key(80), seeds)
                            .finish(MAX_STEPS);
                    checkEvents(trace, network, seeds, !model.states().isEmpty());
                }
            }
        });
    }

    private static void checkEvents(Trace trace, Network network, int[] seeds, boolean discrete) {
        int n = network.nodes();
        double time = 0;
        int[] state = new int[n];
        boolean[] known = new boolean[n];
        int next = 0;
        for (int step = 0; step < trace.moments.size(); step++) {
            Trace.Moment moment = trace.moments.get(step);
            for (; next < moment.events(); next++) {
                Trace.Event event = trace.events.get(next);
                if (event.node() < 0 || event.node() >= n) {
                    throw new Violation(event + " names a node outside 0 … " + (n - 1));
                }
                if (!(event.time() >= time && event.time() <= moment.time())) {
                    throw new Violation(
                            event + " after an event at " + time + ", in the step that ends at " + moment.time());
                }
                time = event.time();
                checkCause(event, n, seeds);
                if (discrete && known[event.node()] && state[event.node()] != event.from()) {
                    throw new Violation(event + " though the node was in state " + state[event.node()]);
                }
                if (discrete && event.from() == event.to()) {
                    throw new Violation(event + " changes nothing");
                }
                state[event.node()] = event.to();
                known[event.node()] = true;
            }
            for (int v = 0; v < n && discrete; v++) {
                if (known[v] && state[v] != moment.states()[v]) {
                    throw new Violation("node " + v + " is in state " + moment.states()[v] + " after step " + step
                            + " and in state " + state[v] + " by its events");
                }
                state[v] = moment.states()[v];
                known[v] = true; // where a node starts need not be an event
            }
        }
    }

    private static void checkCause(Trace.Event event, int n, int[] seeds) {
        int cause = event.cause();
        boolean someone = cause >= 0 && cause < n && cause != event.node();
        boolean named = cause == Run.SPONTANEOUS || cause == Run.CAMPAIGN;
        boolean seed = cause == Run.SEED && Arrays.stream(seeds).anyMatch(node -> node == event.node());
        if (!someone && !named && !seed) {
            throw new Violation(event + ": a cause is another node, SPONTANEOUS, CAMPAIGN, or SEED for a seed");
        }
    }

    private void checkCancellation() {
        Network network = setup.large();
        int n = network.nodes();
        int[] seeds = new int[n / 2];
        new RandomStream(key(90)).sample(n, seeds.length, seeds);
        Progress cancelled = new Progress() {
            @Override
            public void report(long done, long total, String what) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        for (Record parameters : parameters()) {
            Simulation simulation = model.bind(parameters, network);
            Run run = new Run(true, cancelled, EventSink.NONE).begin(key(91), seeds);
            int steps = 0;
            try {
                simulation.begin(run);
                boolean alive = true;
                while (alive && steps < n) {
                    steps++;
                    alive = simulation.step();
                }
            } catch (CancelledException asExpected) {
                continue;
            }
            throw new Violation(steps + " steps without asking, with " + parameters);
        }
    }

    private void checkNeverShrinks(Record parameters, Network network) {
        Trace trace = run(parameters, network, 100, someSeeds(network));
        for (int step = 1; step < trace.moments.size(); step++) {
            for (int v = 0; v < network.nodes(); v++) {
                if (trace.moments.get(step - 1).states()[v] != 0
                        && trace.moments.get(step).states()[v] == 0) {
                    throw new Violation("node " + v + " is back in state 0 after step " + step);
                }
            }
        }
    }

    private void checkOrder(Record parameters, Network network) {
        int[] seeds = someSeeds(network);
        int[] reversed = new int[seeds.length];
        for (int i = 0; i < seeds.length; i++) {
            reversed[i] = seeds[seeds.length - 1 - i];
        }
        int[] forward = run(parameters, network, 110, seeds).last().states();
        int node = Arrays.mismatch(
                forward, run(parameters, network, 110, reversed).last().states());
        if (node >= 0) {
            throw new Violation("node " + node + " ends in another state when the seeds " + Arrays.toString(seeds)
                    + " come in reverse order");
        }
    }

    private void checkMonotone(Traits.Monotone monotone) {
        setup.networks().forEach((name, network) -> {
            for (int number = 120; number < 120 + RUNS; number++) {
                long before = 0;
                for (String text : monotone.rising()) {
                    Record parameters = schema().bind((Setting.Fields) YamlSettings.value(text, Setting.NOWHERE));
                    long active = Arrays.stream(run(parameters, network, number, someSeeds(network))
                                    .last()
                                    .states())
                            .filter(state -> state != 0)
                            .count();
                    if (active < before) {
                        throw new Violation(
                                "on " + name + ": " + text + " reaches " + active + " nodes after " + before);
                    }
                    before = active;
                }
            }
        });
    }
}
