package org.einfluss.tck.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.einfluss.api.Described;
import org.einfluss.api.None;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.Direction;
import org.einfluss.api.model.CascadeModel;
import org.einfluss.api.model.Generator;
import org.einfluss.api.model.Seeding;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.experiment.ExperimentFile;
import org.einfluss.engine.experiment.Planner;
import org.einfluss.engine.run.LocalRunner;
import org.einfluss.engine.study.Studies;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;

/** Datasets and studies on which components are checked. */
public final class Samples {
    static final Catalog CATALOG = Catalog.of(new SampleGenerator(), new SampleModel(), new SampleSeeding());

    private Samples() {}

    /** Returns one dataset per sample network; those with nodes carry a log of two adoptions. */
    public static List<Dataset> datasets() {
        return datasets(SampleNetworks.small());
    }

    static List<Dataset> datasets(Map<String, Network> networks) {
        List<Dataset> datasets = new ArrayList<>();
        networks.forEach((name, network) ->
                datasets.add(new Dataset(descriptor(name), network, network.nodes() < 2 ? List.of() : List.of(log()))));
        return datasets;
    }

    private static DatasetDescriptor descriptor(String title) {
        return new DatasetDescriptor(
                title.replaceAll("^an? ", "").replace(' ', '-'),
                title,
                "Made for checks.",
                "org.einfluss.tck",
                "CC0-1.0",
                List.of(),
                List.of(),
                "none",
                Direction.INFLUENCES,
                "");
    }

    private static AdoptionLog log() {
        return new AdoptionLog(
                "adoption",
                "adoption of nothing in particular",
                "days",
                1,
                new int[] {0, 0},
                new int[] {0, 1},
                new double[] {0, 1},
                new int[] {-1, 0},
                2);
    }

    /**
     * Returns studies: two design points with a log, one design point, a single run, and one whose runs all fail.
     *
     * @throws IOException never, as they are kept in memory
     * @throws InterruptedException when the calling thread is interrupted
     */
    public static List<Study> studies() throws IOException, InterruptedException {
        List<Study> studies = new ArrayList<>();
        for (String settings : List.of(
                "model: {id: tck-spread, probability: [0.1, 0.3]}\nreplicates: {networks: 4, runs: 5}\nrecording: log",
                "model: {id: tck-spread, probability: 0.2}\nreplicates: {networks: 3, runs: 2}\nrecording: every-step",
                "model: {id: tck-spread}\nreplicates: {networks: 1, runs: 1}",
                "model: {id: tck-spread}\nreplicates: {networks: 2, runs: 2}\nseeding: {id: tck-seeds, size: 1000}")) {
            studies.add(study(settings));
        }
        return studies;
    }

    private static Study study(String settings) throws IOException, InterruptedException {
        return Studies.inMemory(plan(settings), CATALOG, new LocalRunner(1), Progress.NONE);
    }

    static Plan plan(String settings) throws IOException {
        String seeding = settings.contains("seeding:") ? "" : "seeding: {id: tck-seeds}\n";
        String yaml =
                "format: 1\ntitle: Sample study\nnetwork: {id: tck-network}\n" + seeding + "key: 7\n" + settings + "\n";
        return Planner.plan(ExperimentFile.read(yaml, "sample"), CATALOG, Path.of(""), Progress.NONE);
    }

    /** Draws random digraphs of 30 nodes. */
    @Described(id = "tck-network", name = "Sample network", summary = "Random digraphs of 30 nodes.")
    static final class SampleGenerator implements Generator<None> {
        @Override
        public Network draw(None parameters, RandomStream random) {
            GraphBuilder graph = new GraphBuilder(30, true);
            for (int i = 0; i < 90; i++) {
                graph.add(random.nextInt(30), random.nextInt(30));
            }
            return Network.of(graph.build().graph());
        }
    }

    /** Spreads by coins. */
    @Described(id = "tck-spread", name = "Sample spread", summary = "Each active node tries each neighbour once.")
    static final class SampleModel extends CascadeModel<SampleModel.Chance> {
        record Chance(
                @Param(value = "Probability", initial = "0.2", range = "[0,1]", unit = "per arc")
                double probability) {}

        @Override
        protected Rule rule(Chance parameters, Network network) {
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

    /** Chooses random seeds. */
    @Described(id = "tck-seeds", name = "Sample seeds", summary = "Random nodes, each once.")
    static final class SampleSeeding implements Seeding<SampleSeeding.Size> {
        record Size(
                @Param(value = "Seeds", initial = "2", range = "[0,inf)", unit = "nodes")
                int size) {}

        @Override
        public Seeds bind(Size parameters, Network network, Progress progress) {
            if (parameters.size() > network.nodes()) {
                throw new org.einfluss.api.InputException("There are only " + network.nodes()
                        + " nodes to choose from, was " + parameters.size() + "; ask for fewer");
            }
            int[] chosen = new int[parameters.size()];
            return (random, into) -> {
                random.sample(network.nodes(), chosen.length, chosen);
                for (int node : chosen) {
                    into.add(node);
                }
            };
        }
    }
}
