package org.einfluss.theory.watts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * The cascade window of a family of networks that differ in their mean degree z: where R_v &gt; 1.
 *
 * @param windows the intervals of z with R_v &gt; 1, in ascending order; more than one is possible for mixed thresholds
 * @param largest greatest R_v found
 * @param largestAt mean degree at which it is found
 */
public record WindowEdges(List<Window> windows, double largest, double largestAt) {
    private static final double GRID = 0.01;

    /**
     * One interval of mean degrees with R_v &gt; 1.
     *
     * @param from lower edge z1
     * @param to upper edge z2; NaN when the window is still open at the highest mean degree looked at
     */
    public record Window(double from, double to) {}

    /** Copies the list. */
    public WindowEdges {
        windows = List.copyOf(windows);
    }

    /**
     * Finds the edges on a grid of mean degrees and refines them to 10⁻¹².
     *
     * @param threshold law of the thresholds
     * @param family the degree law at each mean degree
     * @param highest highest mean degree looked at
     */
    public static WindowEdges of(Threshold threshold, DoubleFunction<? extends DegreeLaw> family, double highest) {
        DoubleUnaryOperator excess = z -> VulnerableBranching.reproduction(threshold, family.apply(z)) - 1;
        BrentSolver solver = new BrentSolver(1e-14, 1e-13);
        List<Window> windows = new ArrayList<>();
        double open = Double.NaN;
        double best = GRID;
        double bestExcess = Double.NEGATIVE_INFINITY;
        double before = -1;
        int cells = (int) Math.ceil(highest / GRID);
        for (int i = 1; i <= cells; i++) {
            double z = Math.min(highest, i * GRID);
            double now = excess.applyAsDouble(z);
            if (now > bestExcess) {
                bestExcess = now;
                best = z;
            }
            if (now > 0 != before > 0) {
                double edge = solver.solve(1000, excess::applyAsDouble, Math.max(1e-9, (i - 1) * GRID), z);
                if (now > 0) {
                    open = edge;
                } else {
                    windows.add(new Window(open, edge));
                    open = Double.NaN;
                }
            }
            before = now;
        }
        if (!Double.isNaN(open)) {
            windows.add(new Window(open, Double.NaN));
        }
        var top = new BrentOptimizer(1e-9, 1e-12)
                .optimize(
                        new MaxEval(1000),
                        new UnivariateObjectiveFunction(excess::applyAsDouble),
                        GoalType.MAXIMIZE,
                        new SearchInterval(Math.max(1e-9, best - GRID), Math.min(highest, best + GRID), best));
        return new WindowEdges(windows, top.getValue() + 1, top.getPoint());
    }
}
