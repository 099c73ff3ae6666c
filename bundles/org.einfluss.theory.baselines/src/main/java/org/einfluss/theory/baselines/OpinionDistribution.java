package org.einfluss.theory.baselines;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Variable;
import org.einfluss.api.model.Measure;
import org.einfluss.api.model.NodeStates;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/** The shares of nodes whose opinion lies in each of some equal parts of the scale from 0 to 1. */
@Component(service = Measure.class)
@Described(
        id = "opinion-distribution",
        name = "Distribution of opinions",
        summary = "Share of nodes in each part of the scale of opinions.")
public final class OpinionDistribution implements Measure<OpinionDistribution.Parameters> {
    /** For the registry, and for use as a plain library. */
    public OpinionDistribution() {}

    /**
     * Parameters of the measure.
     *
     * @param parts number of equal parts
     */
    public record Parameters(
            @Param(value = "Parts of the scale", initial = "50", range = "[2,200]", unit = "parts")
            int parts) {
        /** Returns the variable of a part, counted from 0. */
        String variable(int part) {
            return String.format(Locale.ROOT, "opinions-%03d", part + 1);
        }

        /** Returns the opinion in the middle of a part, counted from 0. */
        double middle(int part) {
            return (part + 0.5) / parts;
        }
    }

    @Override
    public List<Variable> variables(Parameters p) {
        return IntStream.range(0, p.parts())
                .mapToObj(part -> new Variable(
                        p.variable(part),
                        "share of nodes",
                        String.format(
                                Locale.ROOT,
                                "Nodes with an opinion from %.4g to %.4g, divided by all nodes",
                                (double) part / p.parts(),
                                (part + 1.0) / p.parts())))
                .toList();
    }

    @Override
    public Observer bind(Parameters p, Network network) {
        return new Counter(network.nodes(), p.parts());
    }

    private static final class Counter implements Observer {
        private final int nodes;
        private final int[] count;
        private Optional<Simulation> known = Optional.empty();
        private NodeStates states = node -> 0;

        Counter(int nodes, int parts) {
            this.nodes = nodes;
            count = new int[parts];
        }

        @Override
        public void begin(Run run) {}

        @Override
        public void observe(Simulation simulation, double[] row, int offset) {
            if (known.isEmpty()
                    || known.get() != simulation) { // asked for once, as the view is live and may be a new object
                known = Optional.of(simulation);
                states = simulation.nodes();
            }
            Arrays.fill(count, 0);
            for (int v = 0; v < nodes; v++) {
                int part = (int) (count.length * states.value(v));
                count[Math.max(0, Math.min(count.length - 1, part))]++;
            }
            for (int part = 0; part < count.length; part++) {
                row[offset + part] = nodes == 0 ? 0 : (double) count[part] / nodes;
            }
        }
    }
}
