package org.einfluss.analyses;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.Variable;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Figure.Axis;
import org.einfluss.api.findings.Figure.Series;
import org.einfluss.api.findings.Figure.Style;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Findings.Headline;
import org.einfluss.api.findings.StudyAnalysis;
import org.einfluss.api.findings.Table;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.einfluss.graph.Column;
import org.einfluss.math.CompensatedSum;
import org.einfluss.math.Keys;
import org.osgi.service.component.annotations.Component;

/**
 * First-order and total Sobol indices of every factor: the share of the response's variance that a factor explains alone,
 * S_j = V(E(y | x_j))/V(y), and the share that is left when all other factors are known, T_j = E(V(y | x_~j))/V(y).
 *
 * <p>Needs a {@code saltelli} design: N base points, each with positions A and B of all factors and, for every factor j, A with factor j
 * taken from B. With y centred at the mean of all y(A) and y(B), and V their sample variance, S_j = Σ y(B)(y(A_B^j) − y(A))/(N V) (Saltelli
 * et al. 2010, doi:10.1016/j.cpc.2009.09.018, table 2 b) and T_j = Σ (y(A) − y(A_B^j))²/(2 N V) (Jansen 1999,
 * doi:10.1016/S0010-4655(98)00154-4). y is the mean over the runs of a design point. Intervals by bootstrap over base points. An estimate of
 * a small index may lie below 0. O(B N k) time for B resamples and k factors.
 */
@Component(service = StudyAnalysis.class)
@Described(
        id = "sobol-indices",
        name = "Sobol indices",
        summary = "Shares of a variable's variance that each factor explains alone and in all its interactions",
        cite = {"doi:10.1016/j.cpc.2009.09.018", "doi:10.1016/S0010-4655(98)00154-4"})
public final class SobolIndices implements StudyAnalysis<SobolIndices.Parameters> {
    /**
     * What is explained.
     *
     * @param variable name of the variable; empty: {@code reach} where it is observed, else the first
     * @param resamples number of bootstrap resamples
     */
    public record Parameters(
            @Param(value = "Variable", help = "Leave it out for reach, or else the first variable")
            Optional<String> variable,

            @Param(value = "Bootstrap resamples", initial = "1000", range = "[100,100000]", advanced = true)
            int resamples) {}

    /** For the registry, and for use as a plain library. */
    public SobolIndices() {}

    @Override
    public List<String> needs(Parameters parameters, Plan plan) {
        return Responses.needs(
                plan,
                parameters.variable(),
                isSaltelli(plan),
                "It needs a study with the design saltelli, for example 'design: {kind: saltelli, points: 256}'.");
    }

    @Override
    public Findings analyse(Study study, Parameters parameters, Progress progress) {
        checkNeeds(parameters, study);
        Plan plan = study.plan();
        List<String> factors = plan.factors();
        int k = factors.size();
        int n = plan.points().size() / (k + 2);
        Variable variable = Responses.variable(plan, parameters.variable());
        double[] y = Responses.means(study, variable);
        int block = k + 2;
        int[] all = new int[n];
        for (int i = 0; i < n; i++) {
            all[i] = i;
        }
        if (!(variance(y, block, all) > 0)) {
            throw new InputException("The variable '" + variable.name()
                    + "' has the same value everywhere, so that there is no variance to share out.");
        }
        List<ToDoubleFunction<int[]>> statistics = new ArrayList<>();
        for (int f = 0; f < k; f++) {
            int factor = f;
            statistics.add(drawn -> firstOrder(y, block, factor, drawn));
            statistics.add(drawn -> total(y, block, factor, drawn));
        }
        Bootstrap.Spread[] spread = Bootstrap.of(
                n, parameters.resamples(), Keys.mix(plan.key(), Keys.of("sobol-indices")), progress, statistics);
        double[][] columns = new double[8][k];
        for (int f = 0; f < k; f++) {
            for (int s = 0; s < 2; s++) {
                Bootstrap.Spread one = spread[2 * f + s];
                columns[4 * s][f] = statistics.get(2 * f + s).applyAsDouble(all);
                columns[4 * s + 1][f] = one.standardError();
                columns[4 * s + 2][f] = one.low();
                columns[4 * s + 3][f] = one.high();
            }
        }
        String interval = "95 % bootstrap over " + n + " base points";
        List<Column> all8 = new ArrayList<>();
        all8.add(Column.texts("factor", factors.toArray(String[]::new)).withMeaning("What varied"));
        String[] names = {"first-order", "total"};
        String[] meanings = {
            "Share of the variance that the factor explains alone",
            "Share of the variance that the factor explains alone and in all interactions"
        };
        for (int s = 0; s < 2; s++) {
            all8.add(Responses.column(names[s], "share of variance", meanings[s], columns[4 * s]));
            all8.add(Responses.column(
                    names[s] + "-se", "share of variance", "Its standard error, by bootstrap", columns[4 * s + 1]));
            all8.add(Responses.column(
                    names[s] + "-low", "share of variance", "Lower end, " + interval, columns[4 * s + 2]));
            all8.add(Responses.column(
                    names[s] + "-high", "share of variance", "Upper end, " + interval, columns[4 * s + 3]));
        }
        String title = "Sobol indices of " + variable.name();
        Table table = new Table("indices", title, all8);
        int largest = 0;
        for (int f = 1; f < k; f++) {
            largest = columns[4][f] > columns[4][largest] ? f : largest;
        }
        Figure figure = new Figure(
                "indices",
                Figure.Kind.BAR,
                title,
                "Whiskers: " + interval + "; key " + plan.key(),
                table,
                List.of(
                        new Series(
                                "alone",
                                "factor",
                                "first-order",
                                "first-order-low",
                                "first-order-high",
                                Style.DATA,
                                0,
                                k),
                        new Series(
                                "with interactions", "factor", "total", "total-low", "total-high", Style.DATA, 0, k)),
                Axis.of("Factor"),
                Axis.of("Share of the variance of " + variable.name()));
        List<String> notes = Responses.notes(plan);
        notes.add("Estimators: Saltelli et al. 2010 for the first order, Jansen 1999 for the total.");
        return new Findings(
                "sobol-indices",
                title,
                List.of(table),
                List.of(figure),
                List.of(new Headline(
                        "Largest total index: " + factors.get(largest),
                        columns[4][largest],
                        columns[6][largest],
                        columns[7][largest],
                        "share of variance",
                        interval)),
                notes,
                List.of("doi:10.1016/j.cpc.2009.09.018", "doi:10.1016/S0010-4655(98)00154-4"));
    }

    /** Whether the points are base points of the design: A, B, and A with one factor of B after the other. */
    private static boolean isSaltelli(Plan plan) {
        List<String> factors = plan.factors();
        List<DesignPoint> points = plan.points();
        int block = factors.size() + 2;
        boolean is = !factors.isEmpty() && points.size() % block == 0 && points.size() >= 2 * block;
        for (int i = 0; is && i < points.size(); i += block) {
            for (int f = 0; f < factors.size(); f++) {
                Map<String, String> expected = new HashMap<>(points.get(i).factors());
                expected.put(factors.get(f), points.get(i + 1).factors().get(factors.get(f)));
                is &= expected.equals(points.get(i + 2 + f).factors());
            }
        }
        return is;
    }

    private static double mean(double[] y, int block, int[] drawn) {
        CompensatedSum sum = new CompensatedSum();
        for (int i : drawn) {
            sum.add(y[i * block]);
            sum.add(y[i * block + 1]);
        }
        return sum.value() / (2 * drawn.length);
    }

    private static double variance(double[] y, int block, int[] drawn) {
        double mean = mean(y, block, drawn);
        CompensatedSum sum = new CompensatedSum();
        for (int i : drawn) {
            double a = y[i * block] - mean;
            double b = y[i * block + 1] - mean;
            sum.add(a * a);
            sum.add(b * b);
        }
        return sum.value() / (2 * drawn.length - 1);
    }

    private static double firstOrder(double[] y, int block, int factor, int[] drawn) {
        double mean = mean(y, block, drawn);
        CompensatedSum sum = new CompensatedSum();
        for (int i : drawn) {
            sum.add((y[i * block + 1] - mean) * (y[i * block + 2 + factor] - y[i * block]));
        }
        return sum.value() / drawn.length / variance(y, block, drawn);
    }

    private static double total(double[] y, int block, int factor, int[] drawn) {
        CompensatedSum sum = new CompensatedSum();
        for (int i : drawn) {
            double difference = y[i * block] - y[i * block + 2 + factor];
            sum.add(difference * difference);
        }
        return sum.value() / (2 * drawn.length) / variance(y, block, drawn);
    }
}
