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
 * Two neighbours whose opinions differ by less than ε move towards each other by the share μ of their difference.
 *
 * <p>G. Deffuant, D. Neau, F. Amblard and G. Weisbuch 2000, doi:10.1142/S0219525900000078. One sweep is n meetings, each along a random
 * arc; both ends move, so that the mean opinion is conserved. Ends when for 100 sweeps no opinion moved by 10⁻⁶ and all neighbours are
 * either closer than that or at least ε apart, or at the horizon as censored.
 */
@Component(service = Model.class)
@Described(
        id = "deffuant",
        name = "Bounded confidence by pairs (Deffuant)",
        summary = "Two neighbours whose opinions are close enough move towards each other.",
        cite = "doi:10.1142/S0219525900000078")
public final class Deffuant implements Model<Deffuant.Parameters> {
    /** For the registry, and for use as a plain library. */
    public Deffuant() {}

    /**
     * Parameters of the model.
     *
     * @param confidence confidence bound ε
     * @param approach share μ of the difference that each of the two moves
     * @param initial opinions at the start of all nodes but the seeds, which start with opinion 1
     * @param horizon sweeps after which a run is cut off and counted as censored
     */
    public record Parameters(
            @Param(value = "Confidence bound", symbol = "ε", initial = "0.2", range = "[0,1]", unit = "opinion")
            double confidence,

            @Param(
                    value = "Approach",
                    symbol = "μ",
                    initial = "0.5",
                    range = "(0,0.5]",
                    unit = "share of the difference")
            double approach,

            @Param(value = "Initial opinions", initial = "uniform")
            InitialOpinions initial,

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
        return Opinions.STATES;
    }

    @Override
    public List<Variable> variables(Parameters parameters) {
        return Opinions.VARIABLES;
    }

    @Override
    public Simulation bind(Parameters p, Network network) {
        return new MeetingPairs(p.confidence(), p.approach(), p.initial(), p.horizon(), network);
    }
}
