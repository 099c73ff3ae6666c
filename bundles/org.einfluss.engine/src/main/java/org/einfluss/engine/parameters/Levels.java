package org.einfluss.engine.parameters;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.einfluss.api.Param;

/** The levels of a factor. */
public sealed interface Levels {
    /** Returns how they are written after {@code vary:}. */
    Setting setting();

    /**
     * Levels given one by one.
     *
     * @param values at least one
     */
    record Values(List<Setting> values) implements Levels {
        /** Copies the list and checks it. */
        public Values {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("A factor needs at least one level");
            }
        }

        @Override
        public Setting setting() {
            return new Setting.Items(values, values.get(0).place());
        }
    }

    /**
     * A range of numbers; with a step or a number of levels these, else any number of it, for designs that sample. Levels are
     * rounded to 12 significant digits, so that 0.1 + 2 · 0.1 is 0.3.
     *
     * @param from first number
     * @param to last number
     * @param step distance of the levels
     * @param levels number of levels, both ends included
     * @param scale whether levels, or samples, are evenly spread on a linear or a logarithmic scale
     */
    record Range(
            @Param("From") double from,
            @Param("To") double to,
            @Param("Step") Optional<Double> step,

            @Param(value = "Number of levels", range = "[2,100000]")
            Optional<Integer> levels,

            @Param(value = "Scale", initial = "linear") Scale scale)
            implements Levels {
        private static final MathContext ROUNDING = new MathContext(12, RoundingMode.HALF_EVEN);
        private static final int MOST_LEVELS = 100_000;

        /** Checks that the parts fit together. */
        public Range {
            Objects.requireNonNull(scale);
            if (!(from < to) || Double.isInfinite(from) || Double.isInfinite(to)) {
                throw new IllegalArgumentException("A range needs finite numbers 'from' below 'to', was from "
                        + NumberText.of(from) + " to " + NumberText.of(to));
            }
            if (step.isPresent() && levels.isPresent()) {
                throw new IllegalArgumentException("A range has either 'step' or 'levels', not both");
            }
            if (scale == Scale.LOG && from <= 0) {
                throw new IllegalArgumentException(
                        "A logarithmic range needs 'from' above 0, was " + NumberText.of(from));
            }
            if (scale == Scale.LOG && step.isPresent()) {
                throw new IllegalArgumentException("A logarithmic range has 'levels' instead of 'step'");
            }
            if (step.isPresent() && !(step.get() > 0 && (to - from) / step.get() < MOST_LEVELS)) {
                throw new IllegalArgumentException("'step' must be above 0 and give at most " + MOST_LEVELS
                        + " levels, was " + NumberText.of(step.get()));
            }
        }

        /** Returns whether it has neither step nor number of levels. */
        public boolean isContinuous() {
            return step.isEmpty() && levels.isEmpty();
        }

        /**
         * Returns the levels of a range that is not continuous, each once.
         *
         * @param whole whether they are rounded to whole numbers
         */
        public List<String> texts(boolean whole) {
            Set<String> texts = new LinkedHashSet<>();
            if (step.isPresent()) {
                BigDecimal first = decimal(from);
                BigDecimal width = decimal(step.get());
                int count = (int) StrictMath.floor((to - from) / step.get() + 1e-9) + 1;
                for (int i = 0; i < count; i++) {
                    add(texts, first.add(width.multiply(BigDecimal.valueOf(i))).doubleValue(), whole);
                }
            } else {
                int count = levels.orElseThrow(() -> new IllegalStateException("a continuous range has no levels"));
                for (int i = 0; i < count; i++) {
                    add(
                            texts,
                            i == 0 ? from : i == count - 1 ? to : between((double) i / (count - 1), from, to),
                            whole);
                }
            }
            return List.copyOf(texts);
        }

        private static void add(Set<String> texts, double value, boolean whole) {
            texts.add(text(whole ? StrictMath.rint(value) : value));
        }

        /**
         * Returns the number at a position of the range.
         *
         * @param u position in [0, 1)
         * @param whole whether it is rounded to a whole number, all of which are then equally likely on a linear scale
         */
        public String at(double u, boolean whole) {
            if (!whole) {
                return text(between(u, from, to));
            }
            double low = scale == Scale.LOG ? Math.max(from - 0.5, from / 2) : from - 0.5;
            double value = StrictMath.floor(between(u, low, to + 0.5) + 0.5);
            return text(Math.min(Math.max(value, StrictMath.ceil(from)), StrictMath.floor(to)));
        }

        private double between(double u, double low, double high) {
            return scale == Scale.LOG ? low * StrictMath.pow(high / low, u) : low + (high - low) * u;
        }

        private static String text(double value) {
            return NumberText.of(new BigDecimal(value).round(ROUNDING).doubleValue());
        }

        private static BigDecimal decimal(double value) {
            return new BigDecimal(NumberText.of(value));
        }

        @Override
        public Setting setting() {
            return ParameterSchema.of(Range.class).tree(this);
        }
    }

    /** How a range is divided. */
    enum Scale {
        /** Equal differences. */
        LINEAR,
        /** Equal ratios. */
        LOG
    }
}
