package org.einfluss.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.einfluss.api.Described;
import org.einfluss.api.None;
import org.einfluss.api.Param;
import org.einfluss.api.Variable;
import org.einfluss.api.model.Cascade;
import org.einfluss.api.model.CascadeModel;
import org.einfluss.api.model.Model;
import org.einfluss.api.model.NodeStates;
import org.einfluss.api.model.Purpose;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.tck.check.ModelChecks;
import org.einfluss.tck.check.Result;
import org.einfluss.tck.check.Setup;
import org.einfluss.tck.check.Traits;
import org.junit.jupiter.api.Test;

/** Each of these models breaks its contract in one way; the clause that says so must be the one that catches it. */
final class BrokenModelsTest {
    private static List<String> broken(Model<?> model, Traits traits) {
        List<Result> results = new ModelChecks(model, Setup.standard(), traits).check();
        for (Result result : results) {
            assertTrue(
                    result.passed()
                            || !result.found().isBlank() && !result.advice().isBlank(),
                    result.clause());
        }
        return results.stream()
                .filter(result -> !result.passed())
                .map(Result::clause)
                .toList();
    }

    private static void catches(String clause, Model<?> model) {
        List<String> broken = broken(model, Traits.NONE);
        assertTrue(broken.contains(clause), "expected '" + clause + "', broken were " + broken);
    }

    /** A correct model of the general kind; the others change one thing. */
    @Described(id = "one-hop", name = "One hop", summary = "Seeds activate their neighbours with probability one half.")
    static class OneHop implements Model<None> {
        @Override
        public Simulation bind(None parameters, Network network) {
            return new Hop(network.graph());
        }
    }

    static class Hop implements Simulation {
        final Graph graph;
        final boolean[] active;
        Run run = new Run();
        int time;
        int size;

        Hop(Graph graph) {
            this.graph = graph;
            this.active = new boolean[graph.nodes()];
        }

        @Override
        public void begin(Run newRun) {
            run = newRun;
            clear();
            time = 0;
            size = 0;
            for (int i = 0; i < run.seeds().size(); i++) {
                activate(run.seeds().get(i), Run.SEED);
            }
        }

        void clear() {
            java.util.Arrays.fill(active, false);
        }

        void activate(int node, int cause) {
            if (!active[node]) {
                active[node] = true;
                size++;
                tell(node, cause);
            }
        }

        void tell(int node, int cause) {
            run.event(time, node, 0, 1, cause);
        }

        boolean coin(int arc) {
            return run.coin(arc, 0, 0.5);
        }

        void check() {
            run.checkCancelled();
        }

        @Override
        public boolean step() {
            check();
            time++;
            for (int i = 0; i < run.seeds().size(); i++) {
                int node = run.seeds().get(i);
                for (int a = graph.arcBegin(node); a < graph.arcEnd(node); a++) {
                    if (coin(a)) {
                        activate(graph.target(a), node);
                    }
                }
            }
            return false;
        }

        @Override
        public double time() {
            return time;
        }

        @Override
        public void observe(double[] row, int offset) {
            int n = active.length;
            int seeds = run.seeds().size();
            row[offset] = size;
            row[offset + 1] = seeds;
            row[offset + 2] = 0;
            row[offset + 3] = n == 0 ? 0 : (double) size / n;
            row[offset + 4] = n == 0 ? 0 : (double) (size - seeds) / n;
            row[offset + 5] = size > seeds ? 1 : 0;
        }

        @Override
        public NodeStates nodes() {
            return node -> active[node] ? 1 : 0;
        }
    }

    @Test
    void aCorrectModelKeepsEveryClause() {
        assertEquals(
                List.of(), broken(new OneHop(), Traits.NONE.thatNeverShrinks().thatIsOrderIndependent()));
    }

    @Test
    void allocationInARunIsCaught() {
        catches("a run allocates nothing", new OneHop() {
            @Override
            public Simulation bind(None parameters, Network network) {
                return new Hop(network.graph()) {
                    private int[] scratch = new int[0];

                    @Override
                    public void begin(Run newRun) {
                        scratch = new int[graph.nodes() + 1 + scratch.length % 2];
                        super.begin(newRun);
                    }
                };
            }
        });
    }

    @Test
    void randomnessFromElsewhereIsCaught() {
        catches("the same key gives the same numbers", new OneHop() {
            private final AtomicLong calls = new AtomicLong();

            @Override
            public Simulation bind(None parameters, Network network) {
                return new Hop(network.graph()) {
                    @Override
                    boolean coin(int arc) {
                        return calls.incrementAndGet() % 3 == 0;
                    }
                };
            }
        });
    }

    @Test
    void scratchSharedBetweenWorkersIsCaught() {
        Model<?> shared = new OneHop() {
            private boolean late;

            @Override
            public Simulation bind(None parameters, Network network) {
                return new Hop(network.graph()) {
                    @Override
                    public void begin(Run newRun) {
                        super.begin(newRun);
                        late = newRun.uniform(Purpose.STATES, 0) < 0.5;
                    }

                    @Override
                    boolean coin(int arc) {
                        return late;
                    }
                };
            }
        };
        // the two keys that are interleaved may agree by chance; a few keys leave no doubt
        boolean caught = false;
        for (int key = 0; key < 8; key++) {
            Setup standard = Setup.standard();
            Setup setup = new Setup(standard.settings(), standard.networks(), standard.large(), key);
            caught |= new ModelChecks(shared, setup, Traits.NONE)
                    .check().stream()
                            .anyMatch(result ->
                                    !result.passed() && result.clause().equals("two workers never interfere"));
        }
        assertTrue(caught);
    }

    @Test
    void stateLeftFromTheLastRunIsCaught() {
        catches("a reused simulation equals a fresh one", new OneHop() {
            @Override
            public Simulation bind(None parameters, Network network) {
                return new Hop(network.graph()) {
                    @Override
                    void clear() {
                        // forgets to
                    }
                };
            }
        });
    }

    @Test
    void writingBeyondTheDeclaredVariablesIsCaught() {
        catches("runs on a path", new OneHop() {
            @Override
            public Simulation bind(None parameters, Network network) {
                return new Hop(network.graph()) {
                    @Override
                    public void observe(double[] row, int offset) {
                        super.observe(row, offset);
                        row[offset + 6] = 1;
                    }
                };
            }
        });
    }

    @Test
    void aVariableThatIsNeverWrittenIsCaught() {
        catches("runs on a path", new OneHop() {
            @Override
            public List<Variable> variables(None parameters) {
                return java.util.stream.Stream.concat(
                                Variable.CASCADE.stream(), java.util.stream.Stream.of(new Variable("more", "", "More")))
                        .toList();
            }
        });
    }

    @Test
    void aModelThatNeverAsksForCancellationIsCaught() {
        catches("can be cancelled", new OneHop() {
            @Override
            public Simulation bind(None parameters, Network network) {
                return new Hop(network.graph()) {
                    @Override
                    void check() {
                        // never
                    }
                };
            }
        });
    }

    @Test
    void missingEventsAreCaught() {
        catches("events replay to the states", new OneHop() {
            @Override
            public Simulation bind(None parameters, Network network) {
                return new Hop(network.graph()) {
                    @Override
                    void tell(int node, int cause) {
                        run.event(time, node, 0, 1, cause == Run.SEED ? cause : node);
                    }
                };
            }
        });
    }

    @Test
    void divisionByNobodyIsCaught() {
        catches("runs on an empty graph", new OneHop() {
            @Override
            public Simulation bind(None parameters, Network network) {
                return new Hop(network.graph()) {
                    @Override
                    public void observe(double[] row, int offset) {
                        super.observe(row, offset);
                        row[offset + 3] = (double) size / active.length;
                    }
                };
            }
        });
    }

    @Test
    void numbersDrawnWhileObservingAreCaught() {
        catches("the same key gives the same numbers", new OneHop() {
            private int observations;

            @Override
            public Simulation bind(None parameters, Network network) {
                return new Hop(network.graph()) {
                    @Override
                    public void observe(double[] row, int offset) {
                        super.observe(row, offset);
                        row[offset + 2] = observations++;
                    }
                };
            }
        });
    }

    @Test
    void anUndescribedModelIsCaught() {
        catches("is described", new CascadeModel<None>() {
            @Override
            protected Rule rule(None parameters, Network network) {
                return (int node, Cascade cascade) -> {};
            }
        });
    }

    @Test
    void aDefaultOutsideItsRangeIsCaught() {
        record Wrong(
                @Param(value = "Chance", initial = "2", range = "[0,1]")
                double chance) {}
        @Described(id = "wrong", name = "Wrong", summary = "Wrong.")
        final class WrongDefault extends CascadeModel<Wrong> {
            @Override
            protected Rule rule(Wrong parameters, Network network) {
                return (node, cascade) -> {};
            }
        }
        catches("defaults are valid", new WrongDefault());
    }

    @Test
    void aTraitThatDoesNotHoldIsCaught() {
        record Chance(
                @Param(value = "Chance", initial = "0.5", range = "[0,1]")
                double chance) {}
        @Described(id = "falling", name = "Falling", summary = "Spreads less the greater its chance.")
        final class Falling extends CascadeModel<Chance> {
            @Override
            protected Rule rule(Chance parameters, Network network) {
                Graph graph = network.graph();
                return (node, cascade) -> {
                    for (int a = graph.arcBegin(node); a < graph.arcEnd(node); a++) {
                        if (cascade.coin(a, 1 - parameters.chance())) {
                            cascade.activate(graph.target(a), node);
                        }
                    }
                };
            }
        }
        List<String> broken = broken(new Falling(), Traits.NONE.thatGrowsWith("{chance: 0}", "{chance: 1}"));
        assertEquals(List.of("grows along [{chance: 0}, {chance: 1}]"), broken);
    }
}
