package org.einfluss.engine.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.Variable;
import org.einfluss.api.model.CascadeModel;
import org.einfluss.api.model.Generator;
import org.einfluss.api.model.Measure;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Seeding;
import org.einfluss.api.model.Simulation;
import org.einfluss.api.study.Component;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.NetworkConfiguration;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Plan.Precision;
import org.einfluss.api.study.Plan.Recording;
import org.einfluss.api.study.Shard;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;

/** A study small enough to be planned by hand: random digraphs, a cascade by coins, random seeds. */
public final class Tiny {
    public static final Catalog CATALOG =
            Catalog.of(new Digraph(), new Contagion(), new Fragile(), new AnyNodes(), new EventCount());

    private final long key;
    private int networks = 4;
    private int runs = 6;
    private int drawsPerShard = 1;
    private boolean fixed;
    private boolean independent;
    private int maxSteps = 100;
    private Recording recording = Recording.FINAL;
    private Optional<Precision> until = Optional.empty();
    private double[] probabilities = {0.2, 0.5};
    private int seeds = 2;
    private int nodes = 40;
    private String model = "contagion";
    private boolean measured = true;

    private Tiny(long key) {
        this.key = key;
    }

    public static Tiny study(long key) {
        return new Tiny(key);
    }

    public Tiny networks(int count) {
        networks = count;
        return this;
    }

    public Tiny runs(int count) {
        runs = count;
        return this;
    }

    public Tiny drawsPerShard(int count) {
        drawsPerShard = count;
        return this;
    }

    public Tiny fixed() {
        fixed = true;
        return this;
    }

    public Tiny independentNetworks() {
        independent = true;
        return this;
    }

    public Tiny maxSteps(int steps) {
        maxSteps = steps;
        return this;
    }

    public Tiny recording(Recording kept) {
        recording = kept;
        return this;
    }

    public Tiny until(String variable, double halfWidth) {
        until = Optional.of(new Precision(variable, halfWidth));
        return this;
    }

    public Tiny probabilities(double... levels) {
        probabilities = levels;
        return this;
    }

    public Tiny seeds(int count) {
        seeds = count;
        return this;
    }

    public Tiny nodes(int count) {
        nodes = count;
        return this;
    }

    public Tiny fragile() {
        model = "fragile";
        return this;
    }

    public Tiny unmeasured() {
        measured = false;
        return this;
    }

    public Plan plan() {
        Component generator =
                component("digraph", new Digraph.Parameters(nodes, 3), Map.of("nodes", nodes, "degree", 3));
        List<NetworkConfiguration> configurations =
                List.of(new NetworkConfiguration(0, generator, List.of(), fixed, fixed ? 1 : networks, runs));
        List<DesignPoint> points = new ArrayList<>();
        for (int i = 0; i < probabilities.length; i++) {
            String level = Double.toString(probabilities[i]);
            points.add(new DesignPoint(
                    i,
                    0,
                    component(model, new Contagion.Parameters(probabilities[i]), Map.of("probability", level)),
                    component("any-nodes", new AnyNodes.Parameters(seeds), Map.of("size", seeds)),
                    Optional.empty(),
                    Map.of("model.probability", level)));
        }
        List<Shard> shards = new ArrayList<>();
        int pieces = fixed ? runs : networks;
        for (int from = 0; from < pieces; from += drawsPerShard) {
            int to = Math.min(pieces, from + drawsPerShard);
            shards.add(
                    fixed
                            ? new Shard(shards.size(), 0, 0, 1, from, to, shards.size())
                            : new Shard(shards.size(), 0, from, to, 0, runs, shards.size()));
        }
        List<Variable> variables = new ArrayList<>(Variable.CASCADE);
        variables.addAll(measured ? EventCount.VARIABLES : List.of());
        return new Plan(
                "00",
                "Tiny",
                key,
                configurations,
                points,
                shards,
                List.of("model.probability"),
                measured ? List.of(component("event-count", new EventCount.Parameters(), Map.of())) : List.of(),
                variables,
                List.of(),
                true,
                independent,
                maxSteps,
                recording,
                until,
                Map.of(),
                List.of());
    }

    private static Component component(String id, Record parameters, Map<String, Object> settings) {
        Map<String, String> texts = new LinkedHashMap<>();
        settings.forEach((name, value) -> texts.put(name, value.toString()));
        return new Component(id, texts, Optional.of(parameters));
    }

    @Described(id = "digraph", name = "Random digraph")
    public static final class Digraph implements Generator<Digraph.Parameters> {
        public record Parameters(
                @Param(value = "Nodes", initial = "40") int nodes,
                @Param(value = "Degree", initial = "3") int degree) {}

        @Override
        public Network draw(Parameters parameters, RandomStream random) {
            GraphBuilder builder = new GraphBuilder(parameters.nodes(), true);
            for (int i = 0; i < parameters.nodes() * parameters.degree(); i++) {
                builder.add(random.nextInt(parameters.nodes()), random.nextInt(parameters.nodes()));
            }
            return Network.of(builder.build().graph());
        }
    }

    /** Each newly active node activates each neighbour by a coin. */
    @Described(id = "contagion", name = "Contagion")
    public static final class Contagion extends CascadeModel<Contagion.Parameters> {
        public record Parameters(@Param("Probability") double probability) {}

        @Override
        protected Rule rule(Parameters parameters, Network network) {
            Graph graph = network.graph();
            return (node, cascade) -> {
                for (int a = graph.arcBegin(node), end = graph.arcEnd(node); a < end; a++) {
                    if (cascade.coin(a, parameters.probability())) {
                        cascade.activate(graph.target(a), node);
                    }
                }
            };
        }
    }

    /** Like contagion, but breaks whenever node 0 becomes active, and leaves a mark that would spoil a reused simulation. */
    @Described(id = "fragile", name = "Fragile")
    public static final class Fragile extends CascadeModel<Contagion.Parameters> {
        @Override
        protected Rule rule(Contagion.Parameters parameters, Network network) {
            Rule sound = new Contagion().rule(parameters, network);
            boolean[] broken = new boolean[1];
            return new Rule() {
                @Override
                public void begin(Run run, org.einfluss.api.model.Cascade cascade) {
                    if (broken[0]) {
                        throw new IllegalStateException("used again after it broke");
                    }
                }

                @Override
                public void spread(int node, org.einfluss.api.model.Cascade cascade) {
                    if (node == 0) {
                        broken[0] = true;
                        throw new IllegalStateException("node 0 breaks");
                    }
                    sound.spread(node, cascade);
                }
            };
        }
    }

    @Described(id = "any-nodes", name = "Any nodes")
    public static final class AnyNodes implements Seeding<AnyNodes.Parameters> {
        public record Parameters(
                @Param(value = "Size", initial = "2") int size) {}

        @Override
        public Seeds bind(Parameters parameters, Network network, Progress progress) {
            if (parameters.size() > network.nodes()) {
                throw new InputException("Seeding asks for " + parameters.size() + " seeds, but the network has only "
                        + network.nodes() + " nodes.");
            }
            return (random, into) -> {
                int first = random.nextInt(network.nodes());
                for (int i = 0; i < parameters.size(); i++) {
                    into.add((first + i) % network.nodes());
                }
            };
        }
    }

    /** Counts events and steps. */
    @Described(id = "event-count", name = "Event count")
    public static final class EventCount implements Measure<EventCount.Parameters> {
        static final List<Variable> VARIABLES = List.of(
                new Variable("events", "events", "Events heard"), new Variable("steps-heard", "steps", "Steps heard"));

        public record Parameters() {}

        @Override
        public List<Variable> variables(Parameters parameters) {
            return VARIABLES;
        }

        @Override
        public Observer bind(Parameters parameters, Network network) {
            return new Observer() {
                private int events;
                private int steps;

                @Override
                public void begin(Run run) {
                    events = 0;
                    steps = 0;
                }

                @Override
                public void event(double time, int node, int from, int to, int cause) {
                    events++;
                }

                @Override
                public void step(Simulation simulation) {
                    steps++;
                }

                @Override
                public void observe(Simulation simulation, double[] row, int offset) {
                    row[offset] = events;
                    row[offset + 1] = steps;
                }
            };
        }
    }
}
