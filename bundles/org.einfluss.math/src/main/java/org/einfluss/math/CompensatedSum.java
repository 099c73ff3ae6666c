package org.einfluss.math;

/**
 * A sum of doubles that carries its rounding error along.
 *
 * <p>Neumaier's variant of Kahan's summation (A. Neumaier 1974, Z. angew. Math. Mech. 54:39,
 * doi:10.1002/zamm.19740540106): the result is nearly the rounded exact sum as long as n·2⁻⁵³ is small, and depends on
 * the order of the terms only in the last place. Not thread-safe.
 */
public final class CompensatedSum {
    private double sum;
    private double compensation;

    /** Makes a sum of no terms, which is 0. */
    public CompensatedSum() {}

    /**
     * Adds a term.
     *
     * @param term the term; infinite or NaN terms make the sum what plain addition would make it
     */
    public void add(double term) {
        double next = sum + term;
        if (Math.abs(sum) >= Math.abs(term)) {
            compensation += (sum - next) + term;
        } else {
            compensation += (term - next) + sum;
        }
        sum = next;
    }

    /**
     * Returns the sum of the terms so far.
     *
     * @return the compensated sum
     */
    public double value() {
        return Double.isFinite(sum) ? sum + compensation : sum;
    }

    /** Forgets all terms. */
    public void clear() {
        sum = 0;
        compensation = 0;
    }

    /**
     * Sums an array in index order.
     *
     * @param terms the terms, read only
     * @return their compensated sum, 0 for none
     */
    public static double of(double... terms) {
        CompensatedSum total = new CompensatedSum();
        for (double term : terms) {
            total.add(term);
        }
        return total.value();
    }
}
