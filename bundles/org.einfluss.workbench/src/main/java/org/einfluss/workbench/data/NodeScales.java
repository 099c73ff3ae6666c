package org.einfluss.workbench.data;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.einfluss.graph.Column;
import org.einfluss.workbench.network.Colouring;
import org.einfluss.workbench.network.Palette;
import org.einfluss.workbench.texts.Texts;

/** Colours and sizes of nodes by the values of a column. */
final class NodeScales {
    private static final int MOST_GROUPS = 7;
    private static final float SMALLEST = 0.7f;
    private static final float LARGEST = 2.6f;

    private NodeScales() {}

    static Colouring plain(int nodes, Texts texts) {
        return new Colouring("", new byte[nodes], List.of(texts.text("network.all")), List.of(Palette.group(0)));
    }

    /** Few different values get a colour each, many numbers shades from low to high; missing values the colour of rest. */
    static Colouring colours(Column column, Texts texts) {
        boolean numbers = column.type() == Column.Type.DOUBLE || column.type() == Column.Type.INTEGER;
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < column.size(); i++) {
            if (!column.isMissing(i)) {
                counts.merge(text(column, i, texts), 1, Integer::sum);
            }
        }
        return numbers && counts.size() > MOST_GROUPS ? shades(column, texts) : groups(column, counts, texts);
    }

    private static Colouring groups(Column column, Map<String, Integer> counts, Texts texts) {
        List<String> frequent = counts.entrySet().stream()
                .sorted((a, b) -> b.getValue() - a.getValue())
                .limit(MOST_GROUPS)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        List<String> names = new ArrayList<>();
        List<Color> colours = new ArrayList<>();
        names.add(counts.size() > MOST_GROUPS ? texts.text("network.others") : missing(column, texts));
        colours.add(Palette.group(0));
        for (int i = 0; i < frequent.size(); i++) {
            names.add(frequent.get(i));
            colours.add(Palette.group(i + 1));
        }
        byte[] group = new byte[column.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = (byte) (column.isMissing(i) ? 0 : 1 + frequent.indexOf(text(column, i, texts)));
        }
        return new Colouring(column.label(), group, names, colours);
    }

    /** Classes hold equally many nodes as far as equal values allow, since most columns of networks are skew. */
    private static Colouring shades(Column column, Texts texts) {
        double[] sorted = new double[column.size()];
        int count = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (!column.isMissing(i) && !Double.isNaN(number(column, i))) {
                sorted[count++] = number(column, i);
            }
        }
        sorted = Arrays.copyOf(sorted, count);
        Arrays.sort(sorted);
        List<Double> edges = new ArrayList<>();
        for (int k = 0; k <= Palette.SHADES; k++) {
            double edge = sorted[(int) ((long) k * (count - 1) / Palette.SHADES)];
            if (edges.isEmpty() || edge > edges.get(edges.size() - 1)) {
                edges.add(edge);
            }
        }
        int classes = Math.max(1, edges.size() - 1);
        List<String> names = new ArrayList<>();
        List<Color> colours = new ArrayList<>();
        names.add(missing(column, texts));
        colours.add(Palette.group(0));
        for (int k = 0; k < classes; k++) {
            double to = edges.get(Math.min(k + 1, edges.size() - 1));
            names.add(texts.text(
                    k + 1 < classes ? "network.class" : "live.range", texts.number(edges.get(k)), texts.number(to)));
            colours.add(Palette.shade(classes == 1 ? 0 : k * (Palette.SHADES - 1) / (classes - 1)));
        }
        byte[] group = new byte[column.size()];
        for (int i = 0; i < group.length; i++) {
            if (!column.isMissing(i) && !Double.isNaN(number(column, i))) {
                int k = 0;
                while (k + 1 < classes && number(column, i) >= edges.get(k + 1)) {
                    k++;
                }
                group[i] = (byte) (k + 1);
            }
        }
        return new Colouring(column.label(), group, names, colours);
    }

    /** A class that holds nobody has no name and no line in the legend. */
    private static String missing(Column column, Texts texts) {
        return column.missing() > 0 ? texts.text("network.missing") : "";
    }

    static float[] equal(int nodes) {
        float[] times = new float[nodes];
        Arrays.fill(times, 1);
        return times;
    }

    /** The area of a node grows with the value, from the least to the greatest; what is no number is small. */
    static float[] sizes(Column column) {
        boolean numbers = column.type() == Column.Type.DOUBLE || column.type() == Column.Type.INTEGER;
        if (!numbers) {
            return equal(column.size());
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < column.size(); i++) {
            if (!column.isMissing(i) && !Double.isNaN(number(column, i))) {
                low = Math.min(low, number(column, i));
                high = Math.max(high, number(column, i));
            }
        }
        float[] times = new float[column.size()];
        for (int i = 0; i < times.length; i++) {
            boolean known = !column.isMissing(i) && !Double.isNaN(number(column, i)) && high > low;
            double share = known ? (number(column, i) - low) / (high - low) : 0;
            times[i] = (float) Math.sqrt(SMALLEST * SMALLEST + share * (LARGEST * LARGEST - SMALLEST * SMALLEST));
        }
        return times;
    }

    private static double number(Column column, int i) {
        return column.type() == Column.Type.DOUBLE ? column.doubleAt(i) : column.longAt(i);
    }

    private static String text(Column column, int i, Texts texts) {
        return switch (column.type()) {
            case DOUBLE -> texts.number(column.doubleAt(i));
            case INTEGER -> String.valueOf(column.longAt(i));
            case BOOLEAN -> String.valueOf(column.booleanAt(i));
            case TEXT -> column.textAt(i);
        };
    }
}
