package org.einfluss.tck.check;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.einfluss.api.Progress;
import org.einfluss.api.Variable;
import org.einfluss.api.model.Measure;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.graph.Network;
import org.einfluss.math.Keys;

/** The contract of a measure, checked on runs of a plain cascade. */
public final class MeasureChecks extends ComponentChecks {
    private static final double UNTOUCHED = -7.013e-301;
    private static final int MARGIN = 3;
    private static final int RUNS = 8;

    private final Measure<Record> measure;

    /**
     * Makes the contract of one measure.
     *
     * @param measure the measure
     * @param setup with what it is checked
     */
    @SuppressWarnings("unchecked") // every measure takes the records that its own schema makes
    public MeasureChecks(Measure<?> measure, Setup setup) {
        super(measure, Kind.MEASURE, setup);
        this.measure = (Measure<Record>) measure;
        describedClause();
        parameterClauses();
        clause(
                "variables are named",
                "at least one variable, names unique, each with a meaning",
                "return one Variable per value that observe writes, in its order",
                this::checkVariables);
        setup.networks()
                .forEach((name, network) -> clause(
                        "observes on " + name,
                        "finite values in every declared slot and in no other",
                        "divide only by what is there; a variable that may be NaN says so in its meaning",
                        () -> {
                            for (Record parameters : parameters()) {
                                Bench bench = new Bench(parameters, network);
                                for (int run = 0; run < RUNS; run++) {
                                    checkFinite(parameters, bench.run(run));
                                }
                            }
                        }));
        clause(
                "a reused observer equals a fresh one",
                "the same values from an observer that has seen other runs as from a new one",
                "reset in begin all that the last run changed",
                () -> everyNetwork((parameters, network) -> {
                    Bench reused = new Bench(parameters, network);
                    for (int run = 0; run < RUNS; run++) {
                        double[] fresh = new Bench(parameters, network).run(run);
                        if (!Arrays.equals(fresh, reused.run(run))) {
                            throw new Violation("run " + run + " gives other values with " + parameters);
                        }
                    }
                }));
        clause(
                "two workers never interfere",
                "the same values whether or not another observer sees another run in between",
                "keep scratch in what bind returns, not in the measure",
                () -> everyNetwork((parameters, network) -> {
                    double[] alone = new Bench(parameters, network).run(1);
                    Bench one = new Bench(parameters, network);
                    Bench other = new Bench(parameters, network);
                    one.begin(1);
                    other.begin(2);
                    boolean alive = true;
                    while (alive) {
                        alive = one.step();
                        other.step();
                    }
                    if (!Arrays.equals(alone, one.observe())) {
                        throw new Violation("other values beside another worker with " + parameters);
                    }
                }));
        clause(
                "an observed run allocates nothing",
                "0 bytes allocated by begin, event, step and observe once warmed up",
                "allocate in bind; no boxing, no collections of objects",
                () -> everyNetwork((parameters, network) -> {
                    Bench bench = new Bench(parameters, network);
                    double[] row = new double[measure(parameters).size()];
                    long bytes = Allocation.least(() -> {
                        for (int run = 0; run < RUNS; run++) {
                            bench.begin(run);
                            while (bench.step()) {
                                // every step is observed
                            }
                            bench.observer.observe(bench.simulation, row, 0);
                        }
                    });
                    if (bytes > 0) {
                        throw new Violation(bytes + " bytes in " + RUNS + " runs with " + parameters);
                    }
                }));
        clause(
                "observing draws nothing",
                "the same run whether or not it is measured",
                "a measure draws no random numbers; it reads",
                () -> everyNetwork((parameters, network) -> {
                    Bench measured = new Bench(parameters, network);
                    measured.run(3);
                    double next = measured.run.stream(org.einfluss.api.model.Purpose.DYNAMICS)
                            .nextDouble();
                    Run untouched = new Run().begin(Keys.mix(setup.key(), 3));
                    if (next
                            != untouched.stream(org.einfluss.api.model.Purpose.DYNAMICS)
                                    .nextDouble()) {
                        throw new Violation("the stream of the run's dynamics has moved on with " + parameters);
                    }
                }));
    }

    private interface Each {
        void check(Record parameters, Network network);
    }

    private void everyNetwork(Each check) {
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

    private List<Variable> measure(Record parameters) {
        return measure.variables(parameters);
    }

    private void checkVariables() {
        for (Record parameters : parameters()) {
            Set<String> names = new HashSet<>();
            for (Variable variable : measure(parameters)) {
                FindingsRules.require(names.add(variable.name()), "two variables named " + variable.name());
                FindingsRules.require(!variable.meaning().isBlank(), variable.name() + " without meaning");
            }
            FindingsRules.require(!names.isEmpty(), "no variable with " + parameters);
        }
    }

    private void checkFinite(Record parameters, double[] values) {
        List<Variable> variables = measure(parameters);
        for (int i = 0; i < values.length; i++) {
            boolean mayBeNan =
                    variables.get(i).meaning().toLowerCase(Locale.ROOT).contains("nan");
            if (!Double.isFinite(values[i]) && !(Double.isNaN(values[i]) && mayBeNan)) {
                throw new Violation(variables.get(i).name() + " = " + values[i] + " with " + parameters);
            }
        }
    }

    /** A cascade by coins with an observer, as the engine drives them. */
    private final class Bench {
        private final Measure.Observer observer;
        private final Simulation simulation;
        private final Run run;
        private final int nodes;
        private final int width;

        Bench(Record parameters, Network network) {
            observer = measure.bind(parameters, network);
            simulation = new Samples.SampleModel().bind(new Samples.SampleModel.Chance(0.3), network);
            run = new Run(true, Progress.NONE, observer);
            nodes = network.nodes();
            width = measure(parameters).size();
        }

        void begin(int number) {
            run.begin(Keys.mix(setup.key(), number));
            if (nodes > 0 && number > 0) {
                run.seeds().add(number % nodes); // run 0 has no seeds
            }
            observer.begin(run);
            simulation.begin(run);
        }

        boolean step() {
            boolean alive = simulation.step();
            observer.step(simulation);
            return alive;
        }

        double[] run(int number) {
            begin(number);
            while (step()) {
                observe();
            }
            return observe();
        }

        double[] observe() {
            double[] row = new double[MARGIN + width + MARGIN];
            Arrays.fill(row, UNTOUCHED);
            observer.observe(simulation, row, MARGIN);
            for (int i = 0; i < row.length; i++) {
                boolean own = i >= MARGIN && i < MARGIN + width;
                if (own == (row[i] == UNTOUCHED)) {
                    throw new Violation(
                            own
                                    ? "observe does not write value " + (i - MARGIN)
                                    : "observe(…, row, " + MARGIN + ") writes row[" + i + "] though there are " + width
                                            + " variables");
                }
            }
            return Arrays.copyOfRange(row, MARGIN, MARGIN + width);
        }
    }
}
