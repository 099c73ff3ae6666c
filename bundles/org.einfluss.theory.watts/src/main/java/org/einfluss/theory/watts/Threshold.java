package org.einfluss.theory.watts;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Erf;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;

/**
 * The law of the adoption thresholds φ: the share of a node's neighbours that must be active before it becomes active.
 *
 * <p>Thresholds are drawn once per run and node, independently. The comparison m/k ≥ φ is made with integers, see {@link #need}.
 */
public sealed interface Threshold
        permits Threshold.Constant, Threshold.Normal, Threshold.Uniform, Threshold.Mixture, Threshold.Table {
    /**
     * Returns the probability that a node of degree {@code degree} becomes active once {@code active} of its neighbours are: the
     * distribution function F(active/degree), with {@link #need}'s rounding at its jumps.
     *
     * @param active number of active neighbours m, from 0
     * @param degree number of neighbours k, from 0; at degree 0 only F(0) is meant
     * @return a probability
     * @throws InputException for thresholds that stand in a column of one network
     */
    double share(int active, int degree);

    /**
     * Returns the inverse distribution function, which turns a uniform number in [0, 1) into a threshold and allocates nothing.
     *
     * @throws InputException for thresholds that stand in a column of one network
     */
    DoubleUnaryOperator quantile();

    /**
     * Returns the number of active neighbours that a node needs: max(1, ⌈φk − 10⁻⁹⌉), and 0 when φ ≤ 0.
     *
     * <p>The subtraction undoes the rounding of products: 0.07 · 100 is a little more than 7 in doubles, yet 7 of 100 suffice.
     *
     * @param threshold the threshold φ; NaN: the node never becomes active
     * @param degree the number of neighbours k
     */
    static int need(double threshold, int degree) {
        if (threshold <= 0) {
            return 0;
        }
        return Double.isNaN(threshold) ? Integer.MAX_VALUE : Math.max(1, (int) Math.ceil(threshold * degree - 1e-9));
    }

    /**
     * The same threshold for everyone.
     *
     * @param value the threshold
     */
    record Constant(
            @Param(value = "Threshold", symbol = "φ", initial = "0.18", range = "[0,1]", unit = "share of neighbours")
            double value)
            implements Threshold {
        @Override
        public double share(int active, int degree) {
            return active >= need(value, degree) ? 1 : 0;
        }

        @Override
        public DoubleUnaryOperator quantile() {
            return u -> value;
        }

        @Override
        public String toString() {
            return "φ = " + value;
        }
    }

    /**
     * Normal thresholds.
     *
     * @param mean mean before truncation
     * @param sd standard deviation before truncation
     * @param truncated whether only positive thresholds are drawn
     */
    record Normal(
            @Param(value = "Mean threshold", initial = "0.18", range = "[0,1]", unit = "share of neighbours")
            double mean,

            @Param(
                    value = "Standard deviation of thresholds",
                    symbol = "σ",
                    initial = "0.05",
                    range = "(0,1]",
                    unit = "share of neighbours")
            double sd,

            @Param(
                    value = "Only positive thresholds",
                    initial = "true",
                    help = "Truncates the law at 0; otherwise nodes with a threshold of 0 or less start by themselves")
            boolean truncated)
            implements Threshold {
        @Override
        public double share(int active, int degree) {
            double below = truncated ? cdf(0) : 0;
            double phi = active == 0 ? 0 : (double) active / degree;
            return Math.max(0, (cdf(phi) - below) / (1 - below));
        }

        private double cdf(double phi) {
            return 0.5 * Erf.erfc((mean - phi) / (sd * Math.sqrt(2)));
        }

        @Override
        public DoubleUnaryOperator quantile() {
            double below = truncated ? cdf(0) : 0;
            double scale = sd * Math.sqrt(2);
            double least = truncated ? Double.MIN_VALUE : Double.NEGATIVE_INFINITY;
            return u -> Math.max(least, mean + scale * Erf.erfInv(2 * (below + (1 - below) * u) - 1));
        }

        @Override
        public String toString() {
            return "φ ~ N(" + mean + ", " + sd + ")" + (truncated ? ", φ > 0" : "");
        }
    }

    /**
     * Thresholds spread evenly over an interval.
     *
     * @param from lower end
     * @param to upper end
     */
    record Uniform(
            @Param(value = "Lowest threshold", initial = "0", range = "[0,1]", unit = "share of neighbours")
            double from,

            @Param(value = "Highest threshold", initial = "1", range = "[0,1]", unit = "share of neighbours")
            double to)
            implements Threshold {
        /** Checks the order of the ends. */
        public Uniform {
            if (from >= to) {
                throw new IllegalArgumentException(
                        "The lowest threshold must be below the highest, was " + from + " against " + to);
            }
        }

        @Override
        public double share(int active, int degree) {
            double phi = active == 0 ? 0 : (double) active / degree;
            return Math.min(1, Math.max(0, (phi - from) / (to - from)));
        }

        @Override
        public DoubleUnaryOperator quantile() {
            return u -> Math.max(Double.MIN_VALUE, from + (to - from) * u);
        }

        @Override
        public String toString() {
            return "φ ~ U(" + from + ", " + to + ")";
        }
    }

    /**
     * A few kinds of nodes, each with its threshold.
     *
     * @param parts the kinds; their weights are divided by the sum of weights
     */
    record Mixture(@Param("Thresholds and their weights") List<Part> parts) implements Threshold {
        /** Copies the list and checks it. */
        public Mixture {
            parts = List.copyOf(parts);
            if (!(sum(parts) > 0)) {
                throw new IllegalArgumentException("A mixture needs at least one threshold with a positive weight");
            }
        }

        private static double sum(List<Part> parts) {
            double sum = 0;
            for (Part part : parts) {
                sum += part.weight();
            }
            return sum;
        }

        @Override
        public double share(int active, int degree) {
            double share = 0;
            for (Part part : parts) {
                share += active >= need(part.value(), degree) ? part.weight() : 0;
            }
            return share / sum(parts);
        }

        @Override
        public DoubleUnaryOperator quantile() {
            // In ascending order, so that a larger uniform number never gives a smaller threshold.
            List<Part> sorted = parts.stream()
                    .sorted(java.util.Comparator.comparingDouble(Part::value))
                    .toList();
            double[] value = new double[parts.size()];
            double[] upTo = new double[parts.size()];
            double sum = 0;
            int last = 0;
            for (int i = 0; i < value.length; i++) {
                value[i] = sorted.get(i).value();
                sum += sorted.get(i).weight();
                upTo[i] = sum;
                last = sorted.get(i).weight() > 0 ? i : last;
            }
            double total = sum;
            int end = last;
            return u -> {
                int i = 0;
                while (i < end && upTo[i] <= u * total) {
                    i++;
                }
                return value[i];
            };
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder("φ in");
            parts.forEach(part -> text.append(' ')
                    .append(part.value())
                    .append(" (weight ")
                    .append(part.weight())
                    .append(')'));
            return text.toString();
        }

        /**
         * One kind of node.
         *
         * @param value its threshold
         * @param weight its weight
         */
        public record Part(
                @Param(
                        value = "Threshold",
                        symbol = "φ",
                        initial = "0.18",
                        range = "[0,1]",
                        unit = "share of neighbours")
                double value,

                @Param(value = "Weight", initial = "1", range = "[0,inf)")
                double weight) {}
    }

    /**
     * Thresholds that stand in a node column of the network; nodes without a value never become active unless they are seeds.
     *
     * @param column name of the column
     */
    record Table(
            @Param(value = "Node column", initial = "threshold", help = "Column that holds each node's threshold")
            String column)
            implements Threshold {
        @Override
        public double share(int active, int degree) {
            throw noLaw();
        }

        @Override
        public DoubleUnaryOperator quantile() {
            throw noLaw();
        }

        private InputException noLaw() {
            return new InputException("Closed forms need a law of thresholds, but column '" + column
                    + "' holds the thresholds of one network; choose constant, normal, uniform or mixture");
        }

        @Override
        public String toString() {
            return "φ from column " + column;
        }
    }
}
