package org.einfluss.theory.watts;

import java.util.ArrayList;
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
 * How much more often one influential than one average node starts a global threshold cascade on an infinite random network.
 *
 * <p>M = [1 − Σ w_k u^k] / [1 − Σ p_k u^k], w being the law of the number of listeners among the top share and u that of {@link
 * VulnerableBranching}; on one-way networks 1 − u = bS. Set against D, by how much influentials influence more others directly: M &lt; D means
 * that they are more influential, but by less than their share of links. After D. J. Watts and P. S. Dodds 2007, doi:10.1086/518527; the
 * closed form is ours.
 */
@Component(service = Calculation.class)
@Described(
        id = "influentials",
        name = "Influentials against average nodes",
        summary = "How much more often one influential than one average node starts a global cascade.",
        cite = {Influentials.WATTS_DODDS, CascadeWindow.WATTS})
public final class Influentials implements Calculation<Influentials.Parameters> {
    static final String WATTS_DODDS = "doi:10.1086/518527";

    /** For the registry, and for use as a plain library. */
    public Influentials() {}

    /**
     * Parameters of the calculation.
     *
     * @param threshold law of the thresholds
     * @param degrees law of the degrees
     * @param top share of nodes that are influentials
     */
    public record Parameters(
            @Param(value = "Threshold", symbol = "φ", initial = "constant", unit = "share of neighbours")
            Threshold threshold,

            @Param(value = "Degree law", initial = "poisson")
            DegreeLaw degrees,

            @Param(value = "Share of influentials", initial = "0.1", range = "[0.001,0.5]", unit = "share of nodes")
            double top) {}

    @Override
    public Findings calculate(Parameters parameters, Progress progress) {
        Threshold threshold = parameters.threshold();
        DegreeLaw law = parameters.degrees();
        Influence here = Influence.ofThresholds(threshold, law, parameters.top());
        progress.checkCancelled();
        List<String> notes = new ArrayList<>();
        notes.add("One seed on an infinite random network with " + law + "; " + threshold + "; influentials: the top "
                + parameters.top() + " of nodes by the number of others they influence.");
        notes.add("The average node is drawn from the whole population, influentials included.");
        Rows one = rows();
        add(one, VulnerableBranching.of(threshold, law).meanDegree(), here);
        List<Table> tables = new ArrayList<>(List.of(one.table("influentials", "One influential, one average node")));
        List<Figure> figures = new ArrayList<>();
        if (CascadeWindow.family(law) != null) {
            Rows curve = rows();
            for (int i = 1; i <= 80; i++) {
                progress.checkCancelled();
                double z = i / 10.0;
                add(
                        curve,
                        z,
                        Influence.ofThresholds(
                                threshold, CascadeWindow.family(law).apply(z), parameters.top()));
            }
            Table all = curve.table("by-mean-degree", "Influentials by mean degree");
            tables.add(all);
            figures.addAll(figures(all, notes.get(0)));
        }
        return new Findings(
                "influentials",
                "Influentials against average nodes",
                tables,
                figures,
                List.of(
                        CascadeWindow.exact("Multiplier (M = P_top / P_avg)", here.multiplier(), ""),
                        CascadeWindow.exact("Relative direct influence (D)", here.relativeInfluence(), ""),
                        CascadeWindow.exact(
                                "Global cascades from an influential (P_top)", here.top(), "share of seeds"),
                        CascadeWindow.exact(
                                "Global cascades from an average node (P_avg)", here.average(), "share of seeds")),
                notes,
                List.of(WATTS_DODDS, CascadeWindow.WATTS));
    }

    static Rows rows() {
        return new Rows()
                .number("z", "links per node", "Mean degree")
                .number("P_avg", "share of seeds", "Frequency of global cascades from an average node")
                .number("P_top", "share of seeds", "Frequency of global cascades from an influential")
                .number("M", "", "Multiplier P_top / P_avg; missing where no cascade becomes global")
                .number("D", "", "Mean number of others an influential influences, divided by that of all nodes")
                .number("size", "share of nodes", "Size of a global cascade")
                .number("S_avg", "share of nodes", "Mean cascade from an average node, P_avg times size")
                .number("S_top", "share of nodes", "Mean cascade from an influential, P_top times size");
    }

    static void add(Rows rows, double meanDegree, Influence one) {
        double size = one.average() > 0 ? one.size() : 0;
        rows.add(
                meanDegree,
                one.average(),
                one.top(),
                one.multiplier(),
                one.relativeInfluence(),
                one.size(),
                one.average() * size,
                one.top() * size);
    }

    static List<Figure> figures(Table table, String caption) {
        return List.of(
                new Figure(
                        "reach",
                        Figure.Kind.LINE,
                        "Mean cascade from one influential and from one average node",
                        caption,
                        table,
                        List.of(
                                Series.of("influential", "z", "S_top", Style.DATA, 0, table.rows()),
                                Series.of("average node", "z", "S_avg", Style.DATA, 0, table.rows())),
                        Axis.of(CascadeWindow.Z_AXIS),
                        Axis.of("Mean reach (share of nodes)", 0, 1)),
                new Figure(
                        "multiplier",
                        Figure.Kind.LINE,
                        "Influentials reach more, by less than their share of links",
                        caption,
                        table,
                        List.of(
                                Series.of("multiplier M", "z", "M", Style.DATA, 0, table.rows()),
                                Series.of("relative direct influence D", "z", "D", Style.OVERLAY, 0, table.rows())),
                        Axis.of(CascadeWindow.Z_AXIS),
                        Axis.of("Influential over average")));
    }
}
