package org.einfluss.theory.baselines;

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
import org.einfluss.api.findings.Table;
import org.einfluss.graph.Column;
import org.osgi.service.component.annotations.Component;

/**
 * The Bass curve: F(t) = (1 − e^{−(p+q)t}) / (1 + (q/p)e^{−(p+q)t}), the solution of F′ = (p + qF)(1 − F) with F(0) = 0.
 *
 * <p>Adoption peaks at t* = ln(q/p)/(p + q) if q exceeds p, else at once. F. M. Bass 1969, doi:10.1287/mnsc.15.5.215.
 */
@Component(service = Calculation.class)
@Described(
        id = "bass-curve",
        name = "Bass curve",
        summary = "Adopters and adoption rate over time, and the time of the peak.",
        cite = "doi:10.1287/mnsc.15.5.215")
public final class BassCurve implements Calculation<BassCurve.Parameters> {
    private static final int POINTS = 200;

    /** For the registry, and for use as a plain library. */
    public BassCurve() {}

    /**
     * Parameters of the calculation.
     *
     * @param innovation p
     * @param imitation q
     * @param until last time of the curve
     */
    public record Parameters(
            @Param(value = "Innovation", symbol = "p", initial = "0.03", range = "[0.0001,0.2]", unit = "per year")
            double innovation,

            @Param(value = "Imitation", symbol = "q", initial = "0.38", range = "[0,1]", unit = "per year")
            double imitation,

            @Param(value = "Until", symbol = "t", initial = "20", range = "(0,1000]", unit = "years")
            double until) {
        /**
         * Returns the share of adopters F(t).
         *
         * @param time time t in years
         */
        public double adopters(double time) {
            double decay = (innovation + imitation) * time;
            return -StrictMath.expm1(-decay) / (1 + imitation / innovation * StrictMath.exp(-decay));
        }

        /**
         * Returns the adoption rate f(t) = (p + qF)(1 − F), per year.
         *
         * @param time time t in years
         */
        public double rate(double time) {
            double share = adopters(time);
            return (innovation + imitation * share) * (1 - share);
        }

        /** Returns the time t* at which the adoption rate peaks, in years. */
        public double peak() {
            return imitation > innovation ? StrictMath.log(imitation / innovation) / (innovation + imitation) : 0;
        }
    }

    @Override
    public Findings calculate(Parameters p, Progress progress) {
        progress.checkCancelled();
        double[] times = Curves.grid(p.until(), POINTS);
        double[] share = new double[times.length];
        double[] rate = new double[times.length];
        for (int k = 0; k < times.length; k++) {
            share[k] = p.adopters(times[k]);
            rate[k] = p.rate(times[k]);
        }
        Table table = new Table(
                "adoption",
                "Adoption over time",
                List.of(
                        Column.doubles("time", "years", times).withMeaning("Time since the start"),
                        Column.doubles("adopters", "share of nodes", share).withMeaning("Adopters F(t)"),
                        Column.doubles("rate", "share of nodes per year", rate).withMeaning("Adoption rate f(t)")));
        List<Headline> headlines = new ArrayList<>();
        headlines.add(Curves.exact("Time of the peak (t*)", p.peak(), "years"));
        headlines.add(Curves.exact("Adopters at the peak", p.adopters(p.peak()), "share of nodes"));
        headlines.add(Curves.exact("Adoption rate at the peak", p.rate(p.peak()), "share of nodes per year"));
        return new Findings(
                "bass-curve",
                "Bass curve",
                List.of(table),
                List.of(
                        figure(table, "adopters", "Adopters (share)"),
                        figure(table, "rate", "Adoption rate (share per year)")),
                headlines,
                List.of("Infinite population in which everybody sees everybody."),
                List.of("doi:10.1287/mnsc.15.5.215"));
    }

    private static Figure figure(Table table, String column, String axis) {
        return new Figure(
                column,
                Figure.Kind.LINE,
                "Bass curve: " + column,
                "Closed form.",
                table,
                List.of(Series.of(column, "time", column, Style.OVERLAY, 0, table.rows())),
                Axis.of("Time (years)"),
                Axis.of(axis));
    }
}
