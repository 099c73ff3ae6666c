package org.einfluss.excel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.einfluss.api.Param;
import org.einfluss.api.Variable;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.Direction;
import org.einfluss.api.study.Component;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.Estimates;
import org.einfluss.api.study.Events;
import org.einfluss.api.study.NetworkConfiguration;
import org.einfluss.api.study.Observations;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Shard;
import org.einfluss.api.study.Study;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;

/**
 * A study with two design points on drawn networks (3 networks of 4 runs each) and one on a fixed network (5 runs), each run with
 * {@code stepsPerRun} rows.
 *
 * <p>Reach by point, network and run: 0: {.2 .4 .0 .2} {.4 .4 .4 .4} {.0 .0 .1 .1}; 1: all .5, but the last run of the first
 * network failed; 2 (fixed): .0 .1 .2 .3 .4.
 */
class FakeStudy implements Study {
    static final double[][][] REACH = {
        {{.2, .4, .0, .2}, {.4, .4, .4, .4}, {.0, .0, .1, .1}},
        {{.5, .5, .5, Double.NaN}, {.5, .5, .5, .5}, {.5, .5, .5, .5}},
        {{.0, .1, .2, .3, .4}}
    };

    private final int stepsPerRun;

    FakeStudy(int stepsPerRun) {
        this.stepsPerRun = stepsPerRun;
    }

    record Threshold(
            @Param(value = "Threshold", symbol = "φ", unit = "fraction of neighbours")
            double threshold,

            @Param("Most steps") int mostSteps) {}

    @Override
    public Plan plan() {
        Component generator = new Component("erdos-renyi", Map.of("nodes", "1000"), Optional.empty());
        Component dataset = new Component("dataset", Map.of("name", "karate"), Optional.empty());
        Component seeding = new Component("random", Map.of("count", "1"), Optional.empty());
        List<DesignPoint> points = java.util.stream.IntStream.range(0, 3)
                .mapToObj(i -> {
                    String level = new String[] {"0.1", "0.2", "0.1"}[i];
                    Map<String, String> settings = new java.util.LinkedHashMap<>();
                    settings.put("threshold", level);
                    settings.put("most-steps", "10");
                    Map<String, String> factors = new java.util.LinkedHashMap<>();
                    factors.put("model.threshold", level);
                    factors.put("network", i < 2 ? "erdos-renyi" : "karate");
                    return new DesignPoint(
                            i,
                            i < 2 ? 0 : 1,
                            new Component(
                                    "watts-threshold",
                                    settings,
                                    Optional.of(new Threshold(Double.parseDouble(level), 10))),
                            seeding,
                            Optional.empty(),
                            factors);
                })
                .toList();
        return new Plan(
                "3f".repeat(32),
                "Thresholds on random networks & <karate>",
                20261122L,
                List.of(
                        new NetworkConfiguration(0, generator, List.of(), false, 3, 4),
                        new NetworkConfiguration(1, dataset, List.of(), true, 1, 5)),
                points,
                List.of(new Shard(0, 0, 0, 3, 0, 4, 0), new Shard(1, 1, 0, 1, 0, 5, 0)),
                List.of("model.threshold", "network"),
                List.of(),
                List.of(
                        new Variable("reach", "share of nodes", "Nodes active in the end divided by all nodes"),
                        new Variable("duration", "steps", "Time of the last activation")),
                List.of(),
                true,
                false,
                10,
                Plan.Recording.FINAL,
                Optional.empty(),
                Map.of("engine", "ab".repeat(32)),
                List.of("=1+1 is a note that looks like a formula."));
    }

    @Override
    public String digest() {
        return "7e".repeat(32);
    }

    @Override
    public Observations observations() {
        return new Rows(stepsPerRun);
    }

    @Override
    public Events events() {
        throw new UnsupportedOperationException("no events in this study");
    }

    @Override
    public Estimates estimates() {
        throw new UnsupportedOperationException("the workbook computes its own");
    }

    @Override
    public Network network(int configuration, int draw) {
        throw new UnsupportedOperationException("no networks in this study");
    }

    @Override
    public Optional<Dataset> dataset(int configuration) {
        if (configuration == 0) {
            return Optional.empty();
        }
        DatasetDescriptor descriptor = new DatasetDescriptor(
                "karate",
                "Zachary's karate club",
                "Friendships of 34 members",
                "Zachary 1977",
                "public domain",
                List.of("doi:10.1086/jar.33.4.3629752"),
                List.of("One club only."),
                "none",
                Direction.MUTUAL,
                "cd".repeat(32));
        return Optional.of(new Dataset(
                descriptor, Network.of(new GraphBuilder(1, true).build().graph()), List.of()));
    }

    private static final class Rows implements Observations {
        private final int steps;
        private int point;
        private int draw;
        private int run;
        private int step;

        Rows(int steps) {
            this.steps = steps;
        }

        @Override
        public boolean next() {
            if (++step > steps) {
                step = 1;
                run++;
            }
            if (run >= REACH[point][draw].length) {
                run = 0;
                draw++;
            }
            if (draw >= REACH[point].length) {
                draw = 0;
                point++;
            }
            return point < REACH.length;
        }

        @Override
        public int point() {
            return point;
        }

        @Override
        public int draw() {
            return draw;
        }

        @Override
        public int run() {
            return run;
        }

        @Override
        public int step() {
            return step;
        }

        @Override
        public double time() {
            return step;
        }

        @Override
        public Stop stop() {
            return step < steps ? Stop.RUNNING : Double.isNaN(value(0)) ? Stop.FAILED : Stop.SETTLED;
        }

        @Override
        public String failure() {
            return stop() == Stop.FAILED ? "=cmd|'/C calc'!A0" : "";
        }

        @Override
        public double value(int variable) {
            double reach = REACH[point][draw][run];
            return variable == 0 ? reach : Math.rint(10 * reach + draw);
        }

        @Override
        public void close() {}
    }
}
