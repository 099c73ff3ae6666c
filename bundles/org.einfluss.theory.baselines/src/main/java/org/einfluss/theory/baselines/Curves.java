package org.einfluss.theory.baselines;

import org.einfluss.api.findings.Findings.Headline;

/** What the calculations have in common. */
final class Curves {
    private Curves() {}

    static Headline exact(String label, double value, String unit) {
        return new Headline(label, value, Double.NaN, Double.NaN, unit, "");
    }

    /** Returns n + 1 evenly spaced numbers from 0 to an end. */
    static double[] grid(double end, int n) {
        double[] at = new double[n + 1];
        for (int i = 0; i <= n; i++) {
            at[i] = end * i / n;
        }
        return at;
    }
}
