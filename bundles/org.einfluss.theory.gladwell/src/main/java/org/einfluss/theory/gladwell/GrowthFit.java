package org.einfluss.theory.gladwell;

import java.util.Arrays;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.apache.commons.math3.special.Gamma;

/**
 * Growth laws fitted to a series of adoptions by maximum likelihood.
 *
 * <p>n_t of the M − A_{t−1} who had not adopted do so in period t, each with hazard h_t of the period; n_t is binomial. Exponential: h = r A/(M − A), growth
 * that knows no limit; logistic: h = r A/M; Bass: h = p + q A/M; change of regime: Bass whose q is another from period τ on. Periods before the first
 * adoption are left out, and the first is taken as given, since three of the laws need adopters to grow from.
 */
final class GrowthFit {
    /** The laws; all but the last are smooth. */
    enum Law {
        EXPONENTIAL("exponential", 1),
        LOGISTIC("logistic", 1),
        BASS("Bass", 2),
        CHANGE("change of regime", 4);

        private final String title;
        private final int parameters;

        Law(String title, int parameters) {
            this.title = title;
            this.parameters = parameters;
        }

        String title() {
            return title;
        }

        int parameters() {
            return parameters;
        }
    }

    private static final double FLOOR = 1e-9;
    /** Periods of each regime at least. */
    private static final int LEAST = 2;

    final Law law;
    /** r; or p, q; or p, q before, q after. */
    final double[] values;
    /** First period of the second regime, counted from 0; -1 where there is one regime. */
    final int change;

    final double logLikelihood;

    private GrowthFit(Law law, double[] values, int change, double logLikelihood) {
        this.law = law;
        this.values = values;
        this.change = change;
        this.logLikelihood = logLikelihood;
    }

    /** Fits to periods 1 … to−1, given period 0. */
    static GrowthFit fit(Law law, double[] adoptions, double population, int to) {
        if (law != Law.CHANGE) {
            return best(law, adoptions, population, to, -1);
        }
        GrowthFit best = null;
        for (int change = 1 + LEAST; change + LEAST <= to; change++) {
            GrowthFit one = best(law, adoptions, population, to, change);
            best = best == null || one.logLikelihood > best.logLikelihood ? one : best;
        }
        return best == null ? best(law, adoptions, population, to, to) : best;
    }

    private static GrowthFit best(Law law, double[] adoptions, double population, int to, int change) {
        double[][] starts = law == Law.CHANGE
                ? new double[][] {{0.01, 0.3, 0.3}, {0.03, 0.05, 0.6}, {0.01, 0.6, 0.05}}
                : law == Law.BASS ? new double[][] {{0.01, 0.3}, {0.1, 0.05}} : new double[][] {{0.3}};
        GrowthFit best = null;
        for (double[] start : starts) {
            double[] logs = Arrays.stream(start).map(StrictMath::log).toArray();
            double[] found = new SimplexOptimizer(1e-10, 1e-10)
                    .optimize(
                            new MaxEval(5000),
                            GoalType.MAXIMIZE,
                            new ObjectiveFunction(at -> likelihood(law, exp(at), change, adoptions, population, 1, to)),
                            new InitialGuess(logs),
                            new NelderMeadSimplex(logs.length, 0.5))
                    .getPoint();
            double[] values = exp(found);
            double value = likelihood(law, values, change, adoptions, population, 1, to);
            best = best == null || value > best.logLikelihood ? new GrowthFit(law, values, change, value) : best;
        }
        return best;
    }

    private static double[] exp(double[] logs) {
        // Beyond these bounds nothing changes in double precision, and the likelihood stays finite.
        return Arrays.stream(logs)
                .map(x -> StrictMath.exp(Math.max(-30, Math.min(5, x))))
                .toArray();
    }

    /** Hazard of a period, given how many had adopted before it. */
    double hazard(int period, double adopted, double population) {
        return hazard(law, values, change, period, adopted, population);
    }

    private static double hazard(Law law, double[] values, int change, int period, double adopted, double population) {
        double left = Math.max(1, population - adopted);
        double h = switch (law) {
            case EXPONENTIAL -> values[0] * adopted / left;
            case LOGISTIC -> values[0] * adopted / population;
            case BASS -> values[0] + values[1] * adopted / population;
            case CHANGE -> values[0] + (period < change ? values[1] : values[2]) * adopted / population;
        };
        return Math.max(FLOOR, Math.min(1 - FLOOR, h));
    }

    /** Logarithm of the probability of the adoptions in periods from … to−1. */
    static double likelihood(
            Law law, double[] values, int change, double[] adoptions, double population, int from, int to) {
        double adopted = 0;
        for (int t = 0; t < from; t++) {
            adopted += adoptions[t];
        }
        double sum = 0;
        for (int t = from; t < to; t++) {
            double h = hazard(law, values, change, t, adopted, population);
            double left = population - adopted;
            sum += binomial(left, adoptions[t])
                    + adoptions[t] * StrictMath.log(h)
                    + (left - adoptions[t]) * StrictMath.log1p(-h);
            adopted += adoptions[t];
        }
        return sum;
    }

    private static double binomial(double n, double k) {
        return Gamma.logGamma(n + 1) - Gamma.logGamma(k + 1) - Gamma.logGamma(n - k + 1);
    }

    /** Log score of period {@code to}, foretold from the periods before. */
    double forward(double[] adoptions, double population, int to) {
        return likelihood(law, values, change, adoptions, population, to, to + 1);
    }

    /** BIC = −2 log L + k ln(number of periods). */
    double bic(int periods) {
        return -2 * logLikelihood + law.parameters() * StrictMath.log(periods);
    }
}
