package org.einfluss.theory.baselines;

import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.CascadeModel;
import org.einfluss.api.model.Model;
import org.einfluss.api.model.NodeStates;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Each newly active node gets one chance to activate each inactive listener, with probability p_uv; what it achieves shows in the next
 * step.
 *
 * <p>D. Kempe, J. Kleinberg and É. Tardos 2003, doi:10.1145/956750.956769. The spread counts the seeds. With common coins the arc's
 * own coin decides, so that strategies compared on one network meet the same live arcs; otherwise faster loops draw from the run's stream,
 * with the same distribution.
 */
@Component(service = Model.class)
@Described(
        id = "independent-cascade",
        name = "Independent cascade",
        summary = "Each newly active node gets one chance to activate each inactive neighbour.",
        cite = "doi:10.1145/956750.956769")
public final class IndependentCascade implements Model<IndependentCascade.Parameters> {
    /** For the registry, and for use as a plain library. */
    public IndependentCascade() {}

    /**
     * Parameters of the model.
     *
     * @param probability probability of activation along an arc
     */
    public record Parameters(
            @Param(value = "Activation probability", symbol = "p", initial = "constant", unit = "per arc")
            Probability probability) {}

    @Override
    public Simulation bind(Parameters parameters, Network network) {
        if (parameters.probability() instanceof Probability.Table
                || parameters.probability() instanceof Probability.Critical) {
            parameters.probability().ofArcs(network); // a wrong column shows here, not when the first run begins
        }
        return new ByCoins(parameters, network);
    }

    /** The model as one would write it down. */
    static final class Plain extends CascadeModel<Parameters> {
        @Override
        protected Rule rule(Parameters parameters, Network network) {
            Graph graph = network.graph();
            double[] probability = parameters.probability().ofArcs(network);
            return (node, cascade) -> {
                for (int a = graph.arcBegin(node), end = graph.arcEnd(node); a < end; a++) {
                    int listener = graph.target(a);
                    if (!cascade.isActive(listener) && cascade.coin(a, probability[a])) {
                        cascade.activate(listener, node);
                    }
                }
            };
        }
    }

    /** Goes the plain way with common coins, the fast one without; makes either when it is first needed. */
    private static final class ByCoins implements Simulation {
        private final Parameters parameters;
        private final Network network;
        private Simulation common = NONE;
        private Simulation independent = NONE;
        private Simulation present = NONE;

        ByCoins(Parameters parameters, Network network) {
            this.parameters = parameters;
            this.network = network;
        }

        @Override
        public void begin(Run run) {
            if (run.hasCommonCoins()) {
                if (common == NONE) {
                    common = new Plain().bind(parameters, network);
                }
                present = common;
            } else {
                if (independent == NONE) {
                    independent = FastCascade.of(parameters.probability(), network);
                }
                present = independent;
            }
            present.begin(run);
        }

        @Override
        public boolean step() {
            return present.step();
        }

        @Override
        public double time() {
            return present.time();
        }

        @Override
        public void observe(double[] row, int offset) {
            present.observe(row, offset);
        }

        @Override
        public NodeStates nodes() {
            return node -> present.nodes().state(node);
        }
    }

    private static final Simulation NONE = new Simulation() {
        @Override
        public void begin(Run run) {
            throw new IllegalStateException("A run begins on a bound cascade");
        }

        @Override
        public boolean step() {
            return false;
        }

        @Override
        public double time() {
            return 0;
        }

        @Override
        public void observe(double[] row, int offset) {
            throw new IllegalStateException("Nothing to observe before a run has begun");
        }

        @Override
        public NodeStates nodes() {
            return node -> 0;
        }
    };
}
