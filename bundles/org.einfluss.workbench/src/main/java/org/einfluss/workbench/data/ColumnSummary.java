package org.einfluss.workbench.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.einfluss.graph.Column;

/**
 * What a column holds, in numbers. Missing values count as missing only.
 *
 * @param values how many values there are
 * @param missing how many are missing
 * @param distinct how many differ
 * @param numbers statistics of numbers; empty for words and truth values, and without any value
 * @param top the most frequent values with their counts, most frequent first, equal counts in the order of the values
 */
record ColumnSummary(
        int values, int missing, int distinct, Optional<Numbers> numbers, List<Map.Entry<String, Integer>> top) {
    private static final int MOST_TOP = 5;
    private static final int MOST_BINS = 20;

    /**
     * Statistics of numbers.
     *
     * @param least the least
     * @param median the middle one, or the mean of the two in the middle
     * @param mean their mean
     * @param greatest the greatest
     * @param lower lower edges of equally wide bins
     * @param counts how many fall into each; the last bin holds its upper edge
     */
    record Numbers(double least, double median, double mean, double greatest, double[] lower, long[] counts) {}

    /**
     * Counts.
     *
     * @param column the column
     */
    static ColumnSummary of(Column column) {
        Map<String, Integer> counts = new HashMap<>();
        boolean isNumber = column.type() == Column.Type.DOUBLE || column.type() == Column.Type.INTEGER;
        double[] numbers = new double[isNumber ? column.size() : 0];
        int values = 0;
        for (int i = 0; i < column.size(); i++) {
            if (column.isMissing(i) || column.type() == Column.Type.DOUBLE && Double.isNaN(column.doubleAt(i))) {
                continue;
            }
            if (isNumber) {
                numbers[values] = column.type() == Column.Type.DOUBLE ? column.doubleAt(i) : (double) column.longAt(i);
            }
            values++;
            counts.merge(text(column, i), 1, Integer::sum);
        }
        List<Map.Entry<String, Integer>> top = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_TOP)
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .toList();
        return new ColumnSummary(
                values,
                column.size() - values,
                counts.size(),
                isNumber && values > 0 ? Optional.of(numbers(Arrays.copyOf(numbers, values))) : Optional.empty(),
                top);
    }

    private static Numbers numbers(double[] values) {
        Arrays.sort(values);
        int n = values.length;
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double least = values[0];
        double greatest = values[n - 1];
        int bins = least == greatest ? 1 : (int) Math.max(1, Math.min(MOST_BINS, Math.ceil(Math.sqrt(n))));
        double width = bins == 1 ? 1 : (greatest - least) / bins;
        double[] lower = new double[bins];
        long[] counts = new long[bins];
        for (int i = 0; i < bins; i++) {
            lower[i] = least + i * width;
        }
        for (double value : values) {
            counts[Math.max(0, Math.min(bins - 1, (int) ((value - least) / width)))]++;
        }
        return new Numbers(
                least,
                n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2,
                sum / n,
                greatest,
                lower,
                counts);
    }

    private static String text(Column column, int row) {
        return switch (column.type()) {
            case DOUBLE -> String.valueOf(column.doubleAt(row));
            case INTEGER -> String.valueOf(column.longAt(row));
            case BOOLEAN -> String.valueOf(column.booleanAt(row));
            case TEXT -> column.textAt(row);
        };
    }
}
