package org.einfluss.engine.verify;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A number that a computation must give, as it is printed in its source, and how far off it may be.
 *
 * <p>{@link Kind#EXACT}: 10⁻⁹ of it, {@link Kind#NUM}: 10⁻⁵ of it; in both cases never less than half a unit of its last printed digit.
 * A whole number printed without a point has no such last digit. {@link Kind#MC}: four standard errors of the difference, that of the
 * reference and that of the estimate together, plus the bias.
 *
 * @param text the number as printed, {@code NaN} for a value that is not defined
 * @param kind what the tolerance follows from
 * @param standardError standard error of the number itself; 0 where it is exact
 * @param bias what the estimate may be off for a known reason, such as a finite network; only for {@link Kind#MC}
 * @param precision largest standard error of an estimate that may be compared with it; only for {@link Kind#MC}
 */
public record Reference(String text, Kind kind, double standardError, double bias, double precision) {
    private static final double STANDARD_ERRORS = 4;

    /** Where a tolerance comes from. */
    public enum Kind {
        /** A formula, or a rule without chance. */
        EXACT(1e-9),
        /** A fixed point or integral, computed numerically. */
        NUM(1e-5),
        /** Simulation. */
        MC(0);

        private final double relative;

        Kind(double relative) {
            this.relative = relative;
        }
    }

    /** Checks the numbers. */
    public Reference {
        Objects.requireNonNull(kind);
        Double.parseDouble(text);
    }

    /** Returns the number. */
    public double value() {
        return Double.parseDouble(text);
    }

    /**
     * Returns how far a computed number may be from it.
     *
     * @param estimated standard error of the computed number; not asked for but for {@link Kind#MC}
     */
    public double tolerance(double estimated) {
        if (kind == Kind.MC) {
            return STANDARD_ERRORS * Math.hypot(standardError, estimated) + bias;
        }
        return Math.max(kind.relative * Math.abs(value()), halfOfLastDigit());
    }

    private double halfOfLastDigit() {
        boolean printedToADigit =
                text.contains(".") || text.toLowerCase(java.util.Locale.ROOT).contains("e");
        return Double.isNaN(value()) || !printedToADigit
                ? 0
                : new BigDecimal(text).ulp().doubleValue() / 2;
    }
}
