package org.einfluss.theory.watts;

import java.util.List;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Calculation;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Figure.Axis;
import org.einfluss.api.findings.Figure.Series;
import org.einfluss.api.findings.Figure.Style;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Rows;
import org.einfluss.api.findings.Table;
import org.osgi.service.component.annotations.Component;

/**
 * Outbreaks where each active node passes on along each arc with probability T, on an infinite network of Poisson degrees: the SIR variant of
 * influentials against average nodes.
 *
 * <p>s = 1 − e^{−zTs} is the size of an outbreak and the probability that a random node starts one; from a node of degree k it is
 * 1 − (1 − Ts)^k. M. E. J. Newman 2002, doi:10.1103/PhysRevE.66.016128, for T as bond percolation.
 */
@Component(service = Calculation.class)
@Described(
        id = "outbreak",
        name = "Outbreaks from influentials and average nodes",
        summary = "Probability and size of outbreaks when each arc passes on with a probability.",
        cite = {Influentials.WATTS_DODDS, Outbreak.NEWMAN})
public final class Outbreak implements Calculation<Outbreak.Parameters> {
    static final String NEWMAN = "doi:10.1103/PhysRevE.66.016128";
    private static final int DEGREES_SHOWN = 30;

    /** For the registry, and for use as a plain library. */
    public Outbreak() {}

    /**
     * Parameters of the calculation.
     *
     * @param meanDegree mean degree z
     * @param transmission how an active node passes on
     * @param top share of nodes that are influentials
     */
    public record Parameters(
            @Param(value = "Mean degree", symbol = "z", initial = "4", range = "(0,100]", unit = "links per node")
            double meanDegree,

            @Param(value = "Transmission", symbol = "T", initial = "once", unit = "per arc")
            Transmission transmission,

            @Param(value = "Share of influentials", initial = "0.1", range = "[0.001,0.5]", unit = "share of nodes")
            double top) {}

    @Override
    public Findings calculate(Parameters parameters, Progress progress) {
        double z = parameters.meanDegree();
        double t = parameters.transmission().transmissibility();
        Influence here = Influence.ofPercolation(z, t, parameters.top());
        String caption = "Infinite network with Poisson degrees, z = " + z + "; T = " + t + "; influentials: the top "
                + parameters.top() + " of nodes.";
        Rows one = Influentials.rows();
        Influentials.add(one, z, here);
        Rows degrees = new Rows()
                .number("degree", "links", "Degree of the seed")
                .number("outbreak", "share of seeds", "Probability that a seed of this degree starts an outbreak");
        for (int k = 0; k < DEGREES_SHOWN; k++) {
            degrees.add(k, Influence.outbreakFrom(k, t, here.average()));
        }
        Rows curve = Influentials.rows();
        for (int i = 1; i <= 80; i++) {
            progress.checkCancelled();
            Influentials.add(curve, i / 10.0, Influence.ofPercolation(i / 10.0, t, parameters.top()));
        }
        Table byDegree = degrees.table("by-degree", "Outbreaks by the seed's degree");
        Table all = curve.table("by-mean-degree", "Outbreaks by mean degree");
        List<Figure> figures = new java.util.ArrayList<>(Influentials.figures(all, caption));
        figures.add(new Figure(
                "by-degree",
                Figure.Kind.LINE,
                "Seeds of higher degree start more outbreaks",
                caption,
                byDegree,
                List.of(Series.of("1 − (1 − Ts)^k", "degree", "outbreak", Style.DATA, 0, byDegree.rows())),
                Axis.of("Degree of the seed k (links)"),
                Axis.of("Probability of an outbreak", 0, 1)));
        return new Findings(
                "outbreak",
                "Outbreaks from influentials and average nodes",
                List.of(one.table("outbreak", "One influential, one average node"), byDegree, all),
                figures,
                List.of(
                        CascadeWindow.exact("Size of an outbreak (s)", here.average(), "share of nodes"),
                        CascadeWindow.exact("Outbreaks from an influential (P_top)", here.top(), "share of seeds"),
                        CascadeWindow.exact("Multiplier (M = P_top / s)", here.multiplier(), ""),
                        CascadeWindow.exact("Relative direct influence (D)", here.relativeInfluence(), "")),
                List.of(caption, "s is at once the probability that an average node starts an outbreak."),
                List.of(Influentials.WATTS_DODDS, NEWMAN));
    }
}
