package org.einfluss.theory.watts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.einfluss.api.Variable;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
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
import org.einfluss.graph.generate.ErdosRenyi;
import org.einfluss.math.Keys;
import org.einfluss.math.RandomStream;
import org.einfluss.math.RunningStatistics;

/** A study in memory, run without an engine: Erdős–Rényi networks, random seeds, every combination of z and φ. */
final class SmallStudy implements Study, Estimates {
    private record Row(int point, int draw, int run, int step, Observations.Stop stop, double[] values) {}

    private final Plan plan;
    private final int nodes;
    private final List<Row> rows = new ArrayList<>();

    SmallStudy(
            int nodes,
            double[] z,
            double[] phi,
            Component seeding,
            int seeds,
            int draws,
            int runs,
            Plan.Recording recording) {
        this.nodes = nodes;
        List<NetworkConfiguration> networks = new ArrayList<>();
        List<DesignPoint> points = new ArrayList<>();
        for (double degree : z) {
            Map<String, String> settings = new LinkedHashMap<>();
            settings.put("nodes", Integer.toString(nodes));
            settings.put("mean-degree", Double.toString(degree));
            networks.add(new NetworkConfiguration(
                    networks.size(),
                    new Component("erdos-renyi", settings, Optional.empty()),
                    List.of(),
                    false,
                    draws,
                    runs));
        }
        for (int i = 0; i < z.length; i++) {
            for (double one : phi) {
                Component model = new Component(
                        "watts-threshold",
                        Map.of("threshold.kind", "constant"),
                        Optional.of(new WattsThreshold.Parameters(new Threshold.Constant(one))));
                points.add(new DesignPoint(
                        points.size(),
                        i,
                        model,
                        seeding,
                        Optional.empty(),
                        Map.of("network.mean-degree", Double.toString(z[i]), "model.threshold", Double.toString(one))));
            }
        }
        plan = new Plan(
                "0",
                "test",
                42,
                networks,
                points,
                List.of(),
                List.of(),
                List.of(),
                Variable.CASCADE,
                List.of(),
                true,
                false,
                1000,
                recording,
                Optional.empty(),
                Map.of(),
                List.of());
        for (DesignPoint point : points) {
            for (int draw = 0; draw < draws; draw++) {
                Network network = network(point.network(), draw);
                Simulation simulation = new WattsThreshold()
                        .bind(
                                (WattsThreshold.Parameters)
                                        point.model().parameters().orElseThrow(),
                                network);
                for (int run = 0; run < runs; run++) {
                    record(point.index(), draw, run, simulation, seeds, recording);
                }
            }
        }
    }

    private void record(int point, int draw, int r, Simulation simulation, int seeds, Plan.Recording recording) {
        long key = Keys.mix(7, draw, r);
        int[] chosen = new int[seeds];
        new RandomStream(key).sample(nodes, seeds, chosen);
        simulation.begin(new Run().begin(key, chosen));
        int step = 0;
        boolean more = true;
        while (more) {
            double[] values = new double[6];
            simulation.observe(values, 0);
            if (recording == Plan.Recording.EVERY_STEP) {
                rows.add(new Row(point, draw, r, step, Observations.Stop.RUNNING, values));
            }
            more = simulation.step();
            step++;
        }
        double[] values = new double[6];
        simulation.observe(values, 0);
        rows.add(new Row(point, draw, r, step, Observations.Stop.SETTLED, values));
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
    public Observations observations() {
        return new Observations() {
            private int i = -1;

            @Override
            public boolean next() {
                return ++i < rows.size();
            }

            @Override
            public int point() {
                return rows.get(i).point();
            }

            @Override
            public int draw() {
                return rows.get(i).draw();
            }

            @Override
            public int run() {
                return rows.get(i).run();
            }

            @Override
            public int step() {
                return rows.get(i).step();
            }

            @Override
            public double time() {
                return rows.get(i).step();
            }

            @Override
            public Stop stop() {
                return rows.get(i).stop();
            }

            @Override
            public String failure() {
                return "";
            }

            @Override
            public double value(int variable) {
                return rows.get(i).values()[variable];
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public Events events() {
        throw new UnsupportedOperationException("no log");
    }

    @Override
    public Estimates estimates() {
        return this;
    }

    @Override
    public Network network(int configuration, int draw) {
        double z = Double.parseDouble(
                plan.networks().get(configuration).generator().settings().get("mean-degree"));
        return Network.of(
                ErdosRenyi.gnm(nodes, Math.round(nodes * z / 2), new RandomStream(Keys.mix(1, configuration, draw))));
    }

    @Override
    public Optional<Dataset> dataset(int configuration) {
        return Optional.empty();
    }

    private static Estimate estimate(double[] values) {
        RunningStatistics all = new RunningStatistics();
        Arrays.stream(values).forEach(all::add);
        double half = 2 * all.standardError();
        return new Estimate(
                all.mean(),
                all.standardError(),
                all.mean() - half,
                all.mean() + half,
                2,
                values.length,
                values.length,
                0,
                0,
                false,
                0.95);
    }

    @Override
    public Estimate mean(int point, String variable) {
        return estimate(values(point, variable));
    }

    @Override
    public Estimate share(int point, String variable, double cut) {
        return estimate(Arrays.stream(values(point, variable))
                .map(v -> v >= cut ? 1 : 0)
                .toArray());
    }

    @Override
    public Estimate meanAbove(int point, String variable, double cut) {
        return estimate(
                Arrays.stream(values(point, variable)).filter(v -> v >= cut).toArray());
    }

    @Override
    public Estimate pairedDifference(int point, int baseline, String variable) {
        throw new UnsupportedOperationException("not asked for");
    }

    @Override
    public double median(int point, String variable) {
        double[] sorted = Arrays.stream(values(point, variable)).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    @Override
    public double[] values(int point, String variable) {
        int index = plan.variable(variable);
        return rows.stream()
                .filter(row -> row.point() == point && row.stop() == Observations.Stop.SETTLED)
                .mapToDouble(row -> row.values()[index])
                .toArray();
    }
}
