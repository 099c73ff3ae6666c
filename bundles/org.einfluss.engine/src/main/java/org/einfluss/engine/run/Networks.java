package org.einfluss.engine.run;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.model.Generator;
import org.einfluss.api.model.Transform;
import org.einfluss.api.study.Component;
import org.einfluss.api.study.NetworkConfiguration;
import org.einfluss.api.study.Plan;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;

/**
 * Makes the networks of a plan: draws them or opens the dataset, and applies the transforms. Thread-safe.
 *
 * <p>A fixed network is made once and shared, as networks never change; others are made anew at each call.
 */
public final class Networks {
    /** Id of the configuration that takes its network from a dataset; its setting {@code name} names it. */
    public static final String DATASET = "dataset";

    private final Plan plan;
    private final Catalog catalog;
    private final Map<String, Dataset> datasets = new ConcurrentHashMap<>();
    private final Map<Integer, Network> fixed = new ConcurrentHashMap<>();

    /**
     * Makes the networks of a plan available.
     *
     * @param plan the plan
     * @param catalog where generators, transforms and datasets are found
     */
    public Networks(Plan plan, Catalog catalog) {
        this.plan = plan;
        this.catalog = catalog;
    }

    /**
     * Makes a network.
     *
     * @param configuration the network configuration
     * @param draw number of the draw
     * @param point design point for which it is made; matters only where each point draws networks of its own
     * @throws IOException when its dataset cannot be read
     * @throws InputException when the parameters allow no network
     */
    public Network network(NetworkConfiguration configuration, int draw, int point) throws IOException {
        if (!configuration.fixed()) {
            return make(configuration, draw, point);
        }
        Network network = fixed.get(configuration.index());
        if (network == null) {
            synchronized (fixed) {
                network = fixed.get(configuration.index());
                if (network == null) {
                    network = make(configuration, 0, point);
                    fixed.put(configuration.index(), network);
                }
            }
        }
        return network;
    }

    /**
     * Opens the dataset of a network configuration; empty where its networks are generated.
     *
     * @param configuration the network configuration
     * @throws IOException when it cannot be read
     */
    public Optional<Dataset> dataset(NetworkConfiguration configuration) throws IOException {
        if (!configuration.generator().id().equals(DATASET)) {
            return Optional.empty();
        }
        String name = configuration.generator().settings().get("name");
        if (name == null) {
            throw new InputException("A network of id 'dataset' needs the setting 'name'.");
        }
        Dataset dataset = datasets.get(name);
        if (dataset == null) {
            synchronized (datasets) {
                dataset = datasets.get(name);
                if (dataset == null) {
                    if (catalog.datasets().stream()
                            .noneMatch(known -> known.name().equals(name))) {
                        throw new InputException("The dataset '" + name
                                + "' of this study is not there any more. What was computed from it remains; for all that"
                                + " needs the dataset itself, import it again under this name.");
                    }
                    dataset = catalog.dataset(name, Progress.NONE);
                    datasets.put(name, dataset);
                }
            }
        }
        return Optional.of(dataset);
    }

    private Network make(NetworkConfiguration configuration, int draw, int point) throws IOException {
        long key = StudyKeys.network(plan, configuration, draw, point);
        Optional<Dataset> dataset = dataset(configuration);
        Network network = dataset.isPresent()
                ? dataset.get().network()
                : draw(
                        (Generator<?>) catalog.find(
                                        Kind.GENERATOR,
                                        configuration.generator().id())
                                .component(),
                        configuration.generator(),
                        new RandomStream(key));
        List<Component> prepare = configuration.prepare();
        for (int i = 0; i < prepare.size(); i++) {
            Component transform = prepare.get(i);
            network = apply(
                    (Transform<?>) catalog.find(Kind.TRANSFORM, transform.id()).component(),
                    transform,
                    network,
                    new RandomStream(StudyKeys.transform(key, i, transform)));
        }
        return network;
    }

    private static <P extends Record> Network draw(Generator<P> generator, Component component, RandomStream random) {
        return generator.draw(parameters(component), random);
    }

    private static <P extends Record> Network apply(
            Transform<P> transform, Component component, Network network, RandomStream random) {
        return transform.apply(parameters(component), network, random);
    }

    /** Returns a component's parameter record, of the type that the caller's component has: the planner made it by that component's schema. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    static <P extends Record> P parameters(Component component) {
        return (P) component
                .parameters()
                .orElseThrow(() -> new InputException("The component '" + component.id()
                        + "' is not installed; install the bundle that provides it and try again."));
    }
}
