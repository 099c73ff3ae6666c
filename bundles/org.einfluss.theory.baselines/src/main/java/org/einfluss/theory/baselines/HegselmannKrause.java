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
 * Each node takes the mean of its own opinion and those of its sources that differ from it by at most ε, all at once.
 *
 * <p>R. Hegselmann and U. Krause 2002, Opinion dynamics and bounded confidence, JASSS 5(3). The comparison allows 10⁻¹², so that
 * opinions at a distance of just ε count whatever their rounding. Ends when no opinion moves by 10⁻¹². No random numbers after the start.
 */
@Component(service = Model.class)
@Described(
        id = "hegselmann-krause",
        name = "Bounded confidence by averages (Hegselmann–Krause)",
        summary = "Each node takes the mean of all opinions close enough to its own.",
        cite = "https://jasss.soc.surrey.ac.uk/5/3/2.html")
public final class HegselmannKrause implements Model<HegselmannKrause.Parameters> {
    /** For the registry, and for use as a plain library. */
    public HegselmannKrause() {}

    /**
     * Parameters of the model.
     *
     * @param confidence confidence bound ε
     * @param initial opinions at the start of all nodes but the seeds, which start with opinion 1
     */
    public record Parameters(
            @Param(value = "Confidence bound", symbol = "ε", initial = "0.2", range = "[0,1]", unit = "opinion")
            double confidence,

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
        return new Averages(new Averages.Close(p.confidence()), p.initial(), network);
    }
}
