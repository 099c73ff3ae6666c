package org.einfluss.workbench.results;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.einfluss.api.Variable;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.study.Component;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.Estimates;
import org.einfluss.api.study.Events;
import org.einfluss.api.study.NetworkConfiguration;
import org.einfluss.api.study.Observations;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.einfluss.graph.Network;

/**
 * Three design points whose runs end with given values of reach; before each final row there is one of a run that goes on.
 *
 * @param reach the values, of as many runs at each point; a missing one failed
 */
record TinyStudy(double[] reach) implements Study {
    private static final int POINTS = 3;

    @Override
    public Plan plan() {
        Component part = new Component("x", Map.of(), Optional.empty());
        int runs = reach.length / POINTS;
        return new Plan(
                "id",
                "Tiny",
                1,
                List.of(new NetworkConfiguration(0, part, List.of(), true, 1, runs)),
                List.of(
                        point(0, Map.of("model", "watts", "model.threshold", "0.2")),
                        point(1, Map.of("model", "cascade")),
                        point(2, Map.of("model", "voter"))),
                List.of(),
                List.of("model", "model.threshold"),
                List.of(),
                List.of(new Variable("reach", "share of nodes", "Reach")),
                List.of(),
                true,
                false,
                100,
                Plan.Recording.EVERY_STEP,
                Optional.empty(),
                Map.of(),
                List.of());
    }

    private static DesignPoint point(int index, Map<String, String> factors) {
        Component part = new Component("x", Map.of(), Optional.empty());
        return new DesignPoint(index, 0, part, part, Optional.empty(), factors);
    }

    @Override
    public Observations observations() {
        return new Rows(reach);
    }

    @Override
    public String digest() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Events events() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Estimates estimates() {
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

    /** Two rows a run. */
    private static final class Rows implements Observations {
        private final double[] reach;
        private int row = -1;

        Rows(double[] reach) {
            this.reach = reach;
        }

        private int index() {
            return row / 2;
        }

        private boolean isFinal() {
            return row % 2 == 1;
        }

        @Override
        public boolean next() {
            return ++row < 2 * reach.length;
        }

        @Override
        public int point() {
            return index() * POINTS / Math.max(POINTS, reach.length);
        }

        @Override
        public int draw() {
            return 0;
        }

        @Override
        public int run() {
            return index() % Math.max(1, reach.length / POINTS);
        }

        @Override
        public int step() {
            return isFinal() ? 1 + index() % 4 : 0;
        }

        @Override
        public double time() {
            return step();
        }

        @Override
        public Stop stop() {
            return !isFinal() ? Stop.RUNNING : Double.isNaN(reach[index()]) ? Stop.FAILED : Stop.SETTLED;
        }

        @Override
        public String failure() {
            return stop() == Stop.FAILED ? "no luck" : "";
        }

        @Override
        public double value(int variable) {
            return isFinal() ? reach[index()] : -1;
        }

        @Override
        public void close() {}
    }
}
