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
 * The chain-binomial epidemic: whoever is infected is infectious in the next step only, then immune.
 *
 * <p>On a complete graph this is the Reed–Frost model (H. Abbey 1952, An examination of the Reed–Frost theory of epidemics, Human Biology
 * 24:201), whose exact distribution {@link ReedFrostDistribution} gives; on other graphs, bond percolation with probability p.
 */
@Component(service = Model.class)
@Described(
        id = "reed-frost",
        name = "Reed–Frost chain",
        summary = "Everybody infected is infectious for exactly one step.",
        cite = "doi:10.1098/rspa.1927.0118")
public final class ReedFrost implements Model<ReedFrost.Parameters> {
    /** For the registry, and for use as a plain library. */
    public ReedFrost() {}

    /**
     * Parameters of the model.
     *
     * @param infection probability p of contact between an infectious and a susceptible node
     */
    public record Parameters(
            @Param(
                    value = "Contact probability",
                    symbol = "p",
                    initial = "0.3",
                    range = "[0,1]",
                    unit = "per arc and step")
            double infection) {}

    @Override
    public List<String> states() {
        return Course.SIR.states();
    }

    @Override
    public List<Variable> variables(Parameters parameters) {
        return Course.SIR.variables("steps");
    }

    @Override
    public Simulation bind(Parameters p, Network network) {
        return new Epidemic(Course.SIR, network.graph(), p.infection(), 1, 1, Integer.MAX_VALUE);
    }
}
