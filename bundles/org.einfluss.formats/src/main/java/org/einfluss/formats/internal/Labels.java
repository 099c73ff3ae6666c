package org.einfluss.formats.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.einfluss.formats.Attribute;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;

/**
 * Labels met in a file, numbered in the order met, and their canonical order: whole numbers by value, anything else by code point.
 * With modes, the labels of each mode are a space of their own, the first mode's come first.
 */
public final class Labels {
    private final List<Map<String, Integer>> known = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final List<Integer> modes = new ArrayList<>();
    private boolean integers = true;
    private int[] order = new int[0];

    /**
     * Starts without any label.
     *
     * @param modes number of label spaces, usually 1
     */
    public Labels(int modes) {
        for (int i = 0; i < modes; i++) {
            known.add(new HashMap<>());
        }
    }

    /**
     * Returns the provisional number of a label, adding it when it is new.
     *
     * @param mode the label space
     * @param label the label
     */
    public int add(int mode, String label) {
        Integer number = known.get(mode).get(label);
        if (number != null) {
            return number;
        }
        known.get(mode).put(label, labels.size());
        labels.add(label);
        modes.add(mode);
        integers &= isInteger(label);
        return labels.size() - 1;
    }

    /**
     * Finds the provisional number of a label.
     *
     * @param label the label, in the first space
     * @return the number, or -1 if the label was not added
     */
    public int find(String label) {
        return known.get(0).getOrDefault(label, -1);
    }

    /**
     * Finds a label.
     *
     * @param wanted what is looked for
     * @return the first in the order met
     */
    public Optional<String> find(Predicate<String> wanted) {
        return labels.stream().filter(wanted).findFirst();
    }

    /** Says which labels differ by nothing but leading zeros; nothing where there are none. */
    public Optional<String> leadingZeros() {
        if (integers) {
            return Optional.empty();
        }
        String example = "";
        int pairs = 0;
        for (int i = 0; i < labels.size(); i++) {
            String bare = labels.get(i).replaceFirst("^0+(?=[0-9]+$)", "");
            if (!bare.equals(labels.get(i)) && known.get(modes.get(i)).containsKey(bare)) {
                example = example.isEmpty() ? labels.get(i) + " and " + bare : example;
                pairs++;
            }
        }
        return pairs == 0
                ? Optional.empty()
                : Optional.of(
                        example + " are two nodes" + (pairs == 1 ? "" : ", and so are " + (pairs - 1) + " more pairs"));
    }

    /** Returns the number of labels. */
    public int size() {
        return labels.size();
    }

    /**
     * Returns a label.
     *
     * @param number its provisional number
     */
    public String label(int number) {
        return labels.get(number);
    }

    /** Returns, for each provisional number, the node it becomes. */
    public int[] nodes() {
        int[] sorted = order();
        int[] nodes = new int[sorted.length];
        for (int node = 0; node < sorted.length; node++) {
            nodes[sorted[node]] = node;
        }
        return nodes;
    }

    /** Returns, for each node, the provisional number of its label. */
    private int[] order() {
        if (order.length == labels.size()) {
            return order;
        }
        Comparator<Integer> byMode = Comparator.comparing(modes::get);
        Comparator<Integer> byLabel = integers
                ? Comparator.comparingLong(i -> Long.parseLong(labels.get(i)))
                : (a, b) -> compareCodePoints(labels.get(a), labels.get(b));
        List<Integer> sorted = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            sorted.add(i);
        }
        sorted.sort(byMode.thenComparing(byLabel));
        order = sorted.stream().mapToInt(Integer::intValue).toArray();
        return order;
    }

    /** Returns the column {@code id}: whole numbers or texts; nothing when every label is its node's number. */
    public Optional<Column> column() {
        int[] sorted = order();
        boolean same = integers && known.size() == 1;
        for (int node = 0; node < sorted.length && same; node++) {
            same = Long.parseLong(labels.get(sorted[node])) == node;
        }
        if (same) {
            return Optional.empty();
        }
        if (integers && known.size() == 1) {
            long[] values = new long[sorted.length];
            for (int node = 0; node < values.length; node++) {
                values[node] = Long.parseLong(labels.get(sorted[node]));
            }
            return Optional.of(Column.integers(Network.ID, "", values).withMeaning("identifier in the source"));
        }
        String[] values = new String[sorted.length];
        for (int node = 0; node < values.length; node++) {
            values[node] = labels.get(sorted[node]);
        }
        return Optional.of(Column.texts(Network.ID, values).withMeaning("identifier in the source"));
    }

    /**
     * Returns the column {@code mode}.
     *
     * @param names the names of the label spaces
     */
    public Column modeColumn(List<String> names) {
        int[] sorted = order();
        String[] values = new String[sorted.length];
        for (int node = 0; node < values.length; node++) {
            values[node] = names.get(modes.get(sorted[node]));
        }
        return Column.texts(Network.MODE, values).withMeaning("kind of node in two-mode data");
    }

    static boolean isInteger(String text) {
        return Attribute.isInteger(text);
    }

    /** Order by code point, which is not the order of Java's chars beyond the basic plane. */
    static int compareCodePoints(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean surrogates = Character.isSurrogate(x) != Character.isSurrogate(y);
                return surrogates ? Boolean.compare(Character.isSurrogate(x), Character.isSurrogate(y)) : x - y;
            }
        }
        return a.length() - b.length();
    }
}
