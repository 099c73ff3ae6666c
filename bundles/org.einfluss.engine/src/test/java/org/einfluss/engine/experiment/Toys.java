package org.einfluss.engine.experiment;

import java.io.IOException;
import java.util.List;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.None;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.Variable;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.DatasetLibrary;
import org.einfluss.api.data.Direction;
import org.einfluss.api.findings.Analysis;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.StudyAnalysis;
import org.einfluss.api.model.Campaign;
import org.einfluss.api.model.CascadeModel;
import org.einfluss.api.model.Generator;
import org.einfluss.api.model.Measure;
import org.einfluss.api.model.Model;
import org.einfluss.api.model.Seeding;
import org.einfluss.api.model.Simulation;
import org.einfluss.api.model.Transform;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.catalog.Origin;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;

/** Small components to plan with; only what they declare matters. */
final class Toys {
    private Toys() {}

    static Catalog catalog() {
        return catalog(new Origin("org.einfluss.toys", "1.0.0", "ab12"));
    }

    static Catalog catalog(Origin origin) {
        Catalog.Builder builder = Catalog.builder();
        for (Object toy : List.of(
                new RandomGraph(),
                new Ring(),
                new Weights(),
                new Core(),
                new Watts(),
                new Coins(),
                new Opinions(),
                new Chosen(),
                new Top(),
                new Pushes(),
                new Bystanders(),
                new Sizes(),
                new Clashing(),
                new Summary())) {
            builder.add(toy, origin);
        }
        return builder.add(new Shelf())
                .kernel(new Origin("org.einfluss.engine", "0.1.0", "cd34"))
                .build();
    }

    static Network triangle() {
        GraphBuilder builder = new GraphBuilder(3, false);
        builder.add(0, 1);
        builder.add(1, 2);
        builder.add(2, 0);
        return Network.of(builder.build().graph());
    }

    @Described(id = "random-graph", name = "Random graph")
    static final class RandomGraph implements Generator<RandomGraph.Parameters> {
        record Parameters(
                @Param(value = "Nodes", initial = "1000", range = "[1,5e6]", unit = "nodes")
                int nodes,

                @Param(value = "Mean degree", initial = "4", range = "[0,50]")
                double meanDegree) {}

        @Override
        public Network draw(Parameters parameters, RandomStream random) {
            return triangle();
        }
    }

    @Described(id = "ring", name = "Ring")
    static final class Ring implements Generator<Ring.Parameters> {
        record Parameters(
                @Param(value = "Nodes", initial = "10") int nodes) {}

        @Override
        public Network draw(Parameters parameters, RandomStream random) {
            return triangle();
        }

        @Override
        public boolean isRandom(Parameters parameters) {
            return false;
        }
    }

    @Described(id = "weights", name = "Random weights")
    static final class Weights implements Transform<Weights.Parameters> {
        record Parameters(
                @Param(value = "Spread", initial = "1") double spread) {}

        @Override
        public Network apply(Parameters parameters, Network network, RandomStream random) {
            return network;
        }
    }

    @Described(id = "core", name = "Core")
    static final class Core implements Transform<Core.Parameters> {
        record Parameters(
                @Param(value = "Degree", initial = "2") int degree) {}

        @Override
        public Network apply(Parameters parameters, Network network, RandomStream random) {
            return network;
        }

        @Override
        public boolean isRandom(Parameters parameters) {
            return false;
        }
    }

    sealed interface Threshold {}

    record Constant(
            @Param(value = "Threshold", range = "[0,1]", unit = "fraction of neighbours")
            double value) implements Threshold {}

    record Normal(
            @Param(value = "Mean") double mean,
            @Param(value = "Spread", initial = "0.05") double sd) implements Threshold {}

    @Described(id = "watts-threshold", name = "Watts threshold")
    static final class Watts extends CascadeModel<Watts.Parameters> {
        record Parameters(
                @Param(value = "Threshold", initial = "0.18")
                Threshold threshold) {}

        @Override
        protected Rule rule(Parameters parameters, Network network) {
            return (node, cascade) -> {};
        }
    }

    @Described(id = "independent-cascade", name = "Independent cascade")
    static final class Coins extends CascadeModel<Coins.Parameters> {
        record Parameters(
                @Param(value = "Activation probability", initial = "0.1", range = "[0,1]")
                double probability) {}

        @Override
        protected Rule rule(Parameters parameters, Network network) {
            return (node, cascade) -> {};
        }
    }

    @Described(id = "opinions", name = "Opinions")
    static final class Opinions implements Model<None> {
        @Override
        public Simulation bind(None parameters, Network network) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Variable> variables(None parameters) {
            return List.of(new Variable("size", "clusters", "Number of clusters of opinion"));
        }
    }

    @Described(id = "random", name = "Random nodes")
    static final class Chosen implements Seeding<Chosen.Parameters> {
        record Parameters(
                @Param(value = "Number", initial = "1", range = "[0,inf)", unit = "nodes")
                int size) {}

        @Override
        public Seeds bind(Parameters parameters, Network network, Progress progress) {
            throw new UnsupportedOperationException();
        }
    }

    @Described(id = "top-degree", name = "Highest degree")
    static final class Top implements Seeding<Chosen.Parameters> {
        @Override
        public Seeds bind(Chosen.Parameters parameters, Network network, Progress progress) {
            throw new UnsupportedOperationException();
        }
    }

    @Described(id = "pushes", name = "Pushes")
    static final class Pushes implements Campaign<Pushes.Parameters> {
        record Parameters(
                @Param(value = "Number", initial = "3") int number) {}

        @Override
        public Campaign.Pushes bind(Parameters parameters, Network network) {
            throw new UnsupportedOperationException();
        }
    }

    @Described(id = "bystanders", name = "Bystanders")
    static final class Bystanders implements Measure<Bystanders.Parameters> {
        record Parameters(
                @Param(value = "Distance", initial = "2") int distance) {}

        @Override
        public List<Variable> variables(Parameters parameters) {
            return List.of(new Variable("bystanders", "nodes", "Inactive nodes near active ones"));
        }

        @Override
        public Observer bind(Parameters parameters, Network network) {
            throw new UnsupportedOperationException();
        }
    }

    @Described(id = "clashing", name = "Clashing")
    static final class Clashing implements Measure<None> {
        @Override
        public List<Variable> variables(None parameters) {
            return Variable.CASCADE;
        }

        @Override
        public Observer bind(None parameters, Network network) {
            throw new UnsupportedOperationException();
        }
    }

    @Described(id = "cascade-sizes", name = "Cascade sizes")
    static final class Sizes implements StudyAnalysis<Sizes.Parameters> {
        record Parameters(
                @Param(value = "Global cut", initial = "0.1", range = "(0,1]")
                double cut) {}

        @Override
        public List<String> needs(Parameters parameters, Plan plan) {
            return parameters.cut() < 1 || plan.recording() == Plan.Recording.LOG
                    ? List.of()
                    : List.of("Whole cascades need the log, but the study keeps none; set 'recording: log'.");
        }

        @Override
        public Findings analyse(Study study, Parameters parameters, Progress progress) {
            throw new UnsupportedOperationException();
        }
    }

    @Described(id = "network-summary", name = "Network summary")
    static final class Summary implements Analysis<None> {
        @Override
        public Findings analyse(Dataset dataset, None parameters, Progress progress) {
            throw new UnsupportedOperationException();
        }
    }

    /** Two datasets, the second without a known hash. */
    static final class Shelf implements DatasetLibrary {
        private static DatasetDescriptor descriptor(String name, String hash) {
            return new DatasetDescriptor(
                    name, name, "", "", "CC0", List.of(), List.of(), "none", Direction.MUTUAL, hash);
        }

        @Override
        public List<DatasetDescriptor> datasets() {
            return List.of(descriptor("karate", "feed"), descriptor("medical-innovation", ""));
        }

        @Override
        public Dataset open(String name, Progress progress) throws IOException {
            if (!name.equals("medical-innovation")) {
                throw new InputException("not opened, since its hash is listed");
            }
            return new Dataset(descriptor(name, "beef"), triangle(), List.of());
        }
    }
}
