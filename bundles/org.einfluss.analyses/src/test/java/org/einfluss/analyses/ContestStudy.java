package org.einfluss.analyses;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.einfluss.api.Variable;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.study.Component;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.Estimate;
import org.einfluss.api.study.Estimates;
import org.einfluss.api.study.Events;
import org.einfluss.api.study.NetworkConfiguration;
import org.einfluss.api.study.Observations;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;

/** A study of hand-made observations: two networks, two contagions, costs, three seedings. */
final class ContestStudy implements Study, Estimates {
    static final int DRAWS = 30;
    static final int RUNS = 4;

    /** The true mean gain of a seeding. */
    interface Truth {
        double gain(String network, double multiple, int alpha, String seeding);
    }

    private final Plan plan;
    private final Truth truth;
    private final double spread;
    private final boolean fixed;
    private final int[] alphas;

    ContestStudy(Truth truth, double spread, boolean fixed, int... alphas) {
        this(truth, spread, fixed, Optional.empty(), alphas);
    }

    /** The same, where seeds cost 30 besides, which was measured or not. */
    ContestStudy priced(boolean measured) {
        return new ContestStudy(truth, spread, fixed, Optional.of(measured), alphas);
    }

    private ContestStudy(Truth truth, double spread, boolean fixed, Optional<Boolean> priced, int... alphas) {
        this.truth = truth;
        this.spread = spread;
        this.fixed = fixed;
        this.alphas = alphas;
        List<NetworkConfiguration> networks = new ArrayList<>();
        for (String id : List.of("erdos-renyi", "dataset")) {
            networks.add(new NetworkConfiguration(
                    networks.size(),
                    component(id, Map.of("name", "karate")),
                    List.of(),
                    fixed || id.equals("dataset"),
                    fixed || id.equals("dataset") ? 1 : DRAWS,
                    RUNS * (fixed || id.equals("dataset") ? DRAWS : 1)));
        }
        List<DesignPoint> points = new ArrayList<>();
        for (NetworkConfiguration network : networks) {
            for (String multiple : List.of("0.5", "3")) {
                for (String seeding : List.of("random", "top-degree", "degree-band")) {
                    for (int alpha : alphas) {
                        points.add(new DesignPoint(
                                points.size(),
                                network.index(),
                                component("independent-cascade", Map.of("probability.multiple", multiple)),
                                component(seeding, size(alpha, priced.isPresent())),
                                Optional.empty(),
                                Map.of()));
                    }
                }
            }
        }
        plan = new Plan(
                "0",
                "contest",
                42,
                networks,
                points,
                List.of(),
                List.of(),
                List.of(),
                variables(priced.orElse(false)),
                List.of(),
                true,
                false,
                1000,
                Plan.Recording.FINAL,
                Optional.empty(),
                Map.of(),
                List.of());
    }

    private static List<Variable> variables(boolean priced) {
        List<Variable> variables = new ArrayList<>(List.of(
                new Variable("gain", "share of nodes", "Reach without the seeds"),
                new Variable("seeds-bought", "nodes", "Seeds"),
                new Variable("seed-followers", "nodes", "Followers"),
                new Variable("mean-followers", "nodes", "Mean out-degree")));
        if (priced) {
            variables.add(new Variable("seed-price", "followers' worth", "What the seeds cost besides"));
        }
        return variables;
    }

    private static Map<String, String> size(int alpha, boolean priced) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("size.kind", "worth");
        settings.put("size.nodes", "10");
        settings.put("size.alpha", Integer.toString(alpha));
        if (priced) {
            settings.put("size.price", "effort");
        }
        return settings;
    }

    private static Component component(String id, Map<String, String> settings) {
        return new Component(id, settings, Optional.empty());
    }

    @Override
    public double[] values(int point, String variable) {
        DesignPoint at = plan.points().get(point);
        NetworkConfiguration network = plan.network(at);
        double[] values = new double[network.draws() * network.runs()];
        double alpha = Double.parseDouble(at.seeding().settings().get("size.alpha"));
        RandomStream random = new RandomStream(at.index());
        double gain = truth.gain(
                network.generator().id(),
                Double.parseDouble(at.model().settings().get("probability.multiple")),
                (int) alpha,
                at.seeding().id());
        Arrays.setAll(values, i -> switch (variable) {
            case "gain" -> gain + spread * random.nextGaussian();
            case "seeds-bought" -> 8;
            case "seed-followers" -> 40;
            case "seed-price" -> 30;
            default -> 4;
        });
        return values;
    }

    @Override
    public Estimate mean(int point, String variable) {
        double mean = Arrays.stream(values(point, variable)).average().orElseThrow();
        return new Estimate(mean, 0, mean, mean, DRAWS, 1, 1, 0, 0, false, 0.95);
    }

    @Override
    public Plan plan() {
        return plan;
    }

    @Override
    public String digest() {
        return "0";
    }

    @Override
    public Estimates estimates() {
        return this;
    }

    @Override
    public Observations observations() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Events events() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Network network(int configuration, int draw) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Dataset> dataset(int configuration) {
        return Optional.empty();
    }

    @Override
    public Estimate share(int point, String variable, double cut) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Estimate meanAbove(int point, String variable, double cut) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Estimate pairedDifference(int point, int baseline, String variable) {
        throw new UnsupportedOperationException();
    }

    @Override
    public double median(int point, String variable) {
        throw new UnsupportedOperationException();
    }
}
