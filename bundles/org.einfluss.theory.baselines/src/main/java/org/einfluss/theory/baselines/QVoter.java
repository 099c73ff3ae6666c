package org.einfluss.theory.baselines;

import java.util.List;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Variable;
import org.einfluss.api.model.Model;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * A random node asks q of its sources, with repetition; if they agree it takes their opinion, otherwise it flips with probability ε.
 *
 * <p>C. Castellano, M. A. Muñoz and R. Pastor-Satorras 2009, doi:10.1103/PhysRevE.80.041129. With q = 1 this is the voter model. Seeds
 * hold opinion 1. Ends when nobody has a source of the other opinion, or at the horizon as censored.
 */
@Component(service = Model.class)
@Described(
        id = "q-voter",
        name = "q-voter model",
        summary = "A random node copies q random neighbours if they agree.",
        cite = "doi:10.1103/PhysRevE.80.041129")
public final class QVoter implements Model<QVoter.Parameters> {
    /** For the registry, and for use as a plain library. */
    public QVoter() {}

    /**
     * Parameters of the model.
     *
     * @param q number q of neighbours asked, with repetition
     * @param noise probability ε of flipping when those asked disagree
     * @param initial who holds opinion 1 from the start, besides the seeds
     * @param horizon sweeps after which a run is cut off and counted as censored
     */
    public record Parameters(
            @Param(value = "Neighbours asked", symbol = "q", initial = "2", range = "[1,8]", unit = "nodes")
            int q,

            @Param(value = "Noise", symbol = "ε", initial = "0", range = "[0,1]", unit = "per update without agreement")
            double noise,

            @Param(value = "Initial holders of opinion 1", initial = "share")
            InitialHolders initial,

            @Param(
                    value = "Longest run",
                    symbol = "T",
                    initial = "10000",
                    range = "[1,1000000]",
                    unit = "sweeps",
                    advanced = true)
            int horizon) {}

    @Override
    public List<String> states() {
        return TwoOpinions.STATES;
    }

    @Override
    public List<Variable> variables(Parameters parameters) {
        return TwoOpinions.VARIABLES;
    }

    @Override
    public Simulation bind(Parameters p, Network network) {
        return new CopyingVoters(p.q(), p.noise(), p.initial(), p.horizon(), network);
    }
}
