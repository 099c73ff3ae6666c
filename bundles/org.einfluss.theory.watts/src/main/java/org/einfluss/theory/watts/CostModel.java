package org.einfluss.theory.watts;

import java.math.BigDecimal;
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
import org.einfluss.api.findings.Findings.Headline;
import org.einfluss.api.findings.Rows;
import org.einfluss.api.findings.Table;
import org.osgi.service.component.annotations.Component;

/**
 * Which number of followers is the cheapest per influence when influence grows as a power of followers.
 *
 * <p>Influence c f^g, cost c_f (α + f): the cost per influence (c_f/c)(α + f)/f^g falls for g ≥ 1 (buy the largest), has its minimum at
 * f* = α g/(1 − g) for 0 &lt; g &lt; 1, and at α = 0 rises (the smallest accounts win). Cost model of E. Bakshy, J. M. Hofman, W. A. Mason and D.
 * J. Watts 2011, doi:10.1145/1935826.1935845; the power law of influence is ours.
 */
@Component(service = Calculation.class)
@Described(
        id = "cost-per-influence",
        name = "Cost per influence",
        summary = "The number of followers with the lowest cost per influence.",
        cite = CostPerInfluence.BAKSHY)
public final class CostModel implements Calculation<CostModel.Parameters> {
    /** For the registry, and for use as a plain library. */
    public CostModel() {}

    /**
     * Parameters of the calculation.
     *
     * @param exponent g
     * @param acquisition α
     * @param followerCost c_f
     * @param scale c
     * @param followers the numbers of followers that are tabulated
     */
    public record Parameters(
            @Param(value = "Exponent of influence", symbol = "g", initial = "0.5", range = "[0,3]")
            double exponent,

            @Param(
                    value = "Cost of acquiring a user",
                    symbol = "α",
                    initial = "1000",
                    range = "[0,1000000]",
                    unit = "followers' equivalent")
            double acquisition,

            @Param(value = "Cost per follower", symbol = "c_f", initial = "0.01", range = "(0,inf)", unit = "money")
            double followerCost,

            @Param(
                    value = "Influence of one follower",
                    symbol = "c",
                    initial = "0.1",
                    range = "(0,inf)",
                    unit = "adopters")
            double scale,

            @Param(value = "Numbers of followers", initial = "[10, 100, 1000, 10000, 100000]", unit = "followers")
            List<Double> followers) {
        /** Copies the list and checks it. */
        public Parameters {
            followers = List.copyOf(followers);
            if (followers.isEmpty() || followers.stream().anyMatch(f -> !(f > 0 && f < 1e12))) {
                throw new IllegalArgumentException(
                        "Numbers of followers must lie above 0, at least one of them, was " + followers);
            }
        }

        private double influence(double f) {
            return scale * StrictMath.pow(f, exponent);
        }

        private double cost(double f) {
            return followerCost * (acquisition + f);
        }
    }

    @Override
    public Findings calculate(Parameters parameters, Progress progress) {
        double g = parameters.exponent();
        double alpha = parameters.acquisition();
        double best = g > 0 && g < 1 && alpha > 0 ? alpha * g / (1 - g) : Double.NaN;
        Rows rows = rows();
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (double f : parameters.followers()) {
            add(rows, parameters, f);
            low = Math.min(low, f);
            high = Math.max(high, f);
        }
        Rows curve = rows();
        for (int i = 0; i <= 200; i++) {
            add(curve, parameters, low * StrictMath.pow(high / low, i / 200.0));
        }
        Rows optimum = new Rows()
                .number(
                        "followers",
                        "followers",
                        "f*, the number of followers with the lowest cost per influence; missing where it lies at an end")
                .number("cpi", "money per adopter", "Cost per influence there");
        optimum.add(best, Double.isNaN(best) ? Double.NaN : parameters.cost(best) / parameters.influence(best));
        Table curveTable = curve.table("curve", "Cost per influence by followers");
        List<String> notes = new ArrayList<>();
        notes.add("Influence " + parameters.scale() + " f^" + g + ", cost " + plain(parameters.followerCost()) + " ("
                + plain(alpha) + " + f).");
        List<Headline> headlines = new ArrayList<>();
        if (Double.isNaN(best)) {
            notes.add(
                    g >= 1
                            ? "Influence grows at least as fast as followers: the largest accounts are the cheapest."
                            : "Where acquiring a user costs nothing, or followers bring no influence, the smallest accounts are the cheapest.");
        } else {
            headlines.add(CascadeWindow.exact("Cheapest number of followers (f*)", best, "followers"));
        }
        return new Findings(
                "cost-per-influence",
                "Cost per influence",
                List.of(
                        optimum.table("optimum", "Cheapest number of followers"),
                        rows.table("followers", "Cost per influence"),
                        curveTable),
                List.of(new Figure(
                        "curve",
                        Figure.Kind.LINE,
                        "Cost per influence by followers",
                        notes.get(0),
                        curveTable,
                        List.of(Series.of("(α + f)/f^g", "followers", "cpi", Style.DATA, 0, curveTable.rows())),
                        Axis.logarithmic("Followers f"),
                        Axis.logarithmic("Cost per influence (money per adopter)"))),
                headlines,
                notes,
                List.of(CostPerInfluence.BAKSHY));
    }

    private static Rows rows() {
        return new Rows()
                .number("followers", "followers", "Number of followers f")
                .number("influence", "adopters", "Influence c f^g")
                .number("cost", "money", "Cost c_f (α + f)")
                .number("cpi", "money per adopter", "Cost divided by influence");
    }

    private static void add(Rows rows, Parameters parameters, double f) {
        rows.add(f, parameters.influence(f), parameters.cost(f), parameters.cost(f) / parameters.influence(f));
    }

    /** A number as one writes it: 1000, not 1000.0. */
    static String plain(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
