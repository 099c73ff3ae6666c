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
 * Repeated averaging x ← Wx: each node takes the weighted mean of its own opinion and its sources', all at once.
 *
 * <p>M. H. DeGroot 1974, doi:10.1080/01621459.1974.10480137. W_vv = a + (1 − a)(1 − Σ_u b_uv) and W_vu = (1 − a)b_uv, so that whoever
 * listens to nobody keeps the opinion. Ends when no opinion moves by 10⁻¹²; with a = 0 a bipartite network may alternate for ever.
 */
@Component(service = Model.class)
@Described(
        id = "degroot",
        name = "DeGroot learning",
        summary = "Each node takes a weighted mean of its own opinion and its neighbours'.",
        cite = "doi:10.1080/01621459.1974.10480137")
public final class DeGroot implements Model<DeGroot.Parameters> {
    /** For the registry, and for use as a plain library. */
    public DeGroot() {}

    /**
     * Parameters of the model.
     *
     * @param selfWeight weight a of a node's own opinion
     * @param weights relative weight of each source
     * @param initial opinions at the start of all nodes but the seeds, which start with opinion 1
     */
    public record Parameters(
            @Param(value = "Weight of the own opinion", symbol = "a", initial = "0.5", range = "[0,1]", unit = "share")
            double selfWeight,

            @Param(value = "Influence along arcs", symbol = "w", initial = "in-degree")
            Weights weights,

            @Param(value = "Initial opinions", initial = "uniform")
            InitialOpinions initial) {}

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
        return new Averages(
                Averages.Linear.of(p.selfWeight(), p.weights(), Susceptibility.FULL, network), p.initial(), network);
    }
}
