package org.einfluss.formats.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.einfluss.formats.Attribute;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;

/**
 * Labels met in a file, numbered in the order met, and their canonical order: whole numbers by value, anything else by code point.
 * With modes, the labels of each mode are a space of their own, the first mode's come first.
 *
 * <p>A table of open addressing (linear probing, at most half full) over one array of labels. As long as all of them are whole numbers they are
 * held as such, 8 bytes each, and no text is kept.
 */
public final class Labels {
    private static final int FIRST = 16;
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private final int modes;
    private int[] table = new int[2 * FIRST]; // 1 + number, 0 where there is none
    private long[] values = new long[FIRST];
    private String[] texts = new String[0];
    private int[] hashes = new int[0]; // of the texts, so that only equal ones are looked at
    private byte[] mode = new byte[0];
    private boolean integers = true;
    private int size;
    private int[] order = new int[0];

    /**
     * Starts without any label.
     *
     * @param modes number of label spaces, usually 1
     */
    public Labels(int modes) {
        this.modes = modes;
    }

    /**
     * Returns the provisional number of a label, adding it when it is new.
     *
     * @param inMode the label space
     * @param label the label
     */
    public int add(int inMode, String label) {
        if (integers && !isInteger(label)) {
            makeTexts();
        }
        long value = integers ? Long.parseLong(label) : 0;
        int slot = slot(inMode, label, value);
        if (table[slot] > 0) {
            return table[slot] - 1;
        }
        if (2 * (size + 1) > table.length) {
            grow();
            slot = slot(inMode, label, value);
        }
        if (integers) {
            values = size < values.length ? values : Arrays.copyOf(values, larger());
            values[size] = value;
        } else {
            texts = size < texts.length ? texts : Arrays.copyOf(texts, larger());
            hashes = size < hashes.length ? hashes : Arrays.copyOf(hashes, larger());
            texts[size] = label;
            hashes[size] = label.hashCode();
        }
        if (modes > 1) {
            mode = size < mode.length ? mode : Arrays.copyOf(mode, larger());
            mode[size] = (byte) inMode;
        }
        table[slot] = ++size;
        return size - 1;
    }

    private int larger() {
        return Math.max(FIRST, size + (size >> 1));
    }

    /** The place of a label in the table, or the free one where it would be. */
    private int slot(int inMode, String label, long value) {
        long key = integers ? value : label.hashCode();
        int mask = table.length - 1;
        int slot = (int) ((key + inMode) * GOLDEN >>> Long.numberOfLeadingZeros(mask));
        while (table[slot] > 0 && !is(table[slot] - 1, inMode, label, key)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private boolean is(int number, int inMode, String label, long key) {
        return (integers ? values[number] == key : hashes[number] == key && texts[number].equals(label))
                && (modes == 1 || mode[number] == inMode);
    }

    private void grow() {
        table = new int[2 * table.length];
        fill();
    }

    private void fill() {
        for (int i = 0; i < size; i++) {
            table[slot(modeOf(i), integers ? "" : texts[i], integers ? values[i] : 0)] = i + 1;
        }
    }

    private int modeOf(int number) {
        return modes == 1 ? 0 : mode[number];
    }

    private void makeTexts() {
        texts = new String[values.length];
        hashes = new int[values.length];
        for (int i = 0; i < size; i++) {
            texts[i] = Long.toString(values[i]);
            hashes[i] = texts[i].hashCode();
        }
        values = new long[0];
        integers = false;
        Arrays.fill(table, 0);
        fill();
    }

    /**
     * Finds the provisional number of a label.
     *
     * @param label the label, in the first space
     * @return the number, or -1 if the label was not added
     */
    public int find(String label) {
        return find(0, label);
    }

    private int find(int inMode, String label) {
        if (integers && !isInteger(label)) {
            return -1;
        }
        return table[slot(inMode, label, integers ? Long.parseLong(label) : 0)] - 1;
    }

    /**
     * Finds a label.
     *
     * @param wanted what is looked for
     * @return the first in the order met
     */
    public Optional<String> find(Predicate<String> wanted) {
        for (int i = 0; i < size; i++) {
            if (wanted.test(label(i))) {
                return Optional.of(label(i));
            }
        }
        return Optional.empty();
    }

    /** Says which labels differ by nothing but leading zeros; nothing where there are none. */
    public Optional<String> leadingZeros() {
        if (integers) {
            return Optional.empty();
        }
        String example = "";
        int pairs = 0;
        for (int i = 0; i < size; i++) {
            String bare = texts[i].startsWith("0") ? texts[i].replaceFirst("^0+(?=[0-9]+$)", "") : texts[i];
            if (!bare.equals(texts[i]) && find(modeOf(i), bare) >= 0) {
                example = example.isEmpty() ? texts[i] + " and " + bare : example;
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
        return size;
    }

    /**
     * Returns a label.
     *
     * @param number its provisional number
     */
    public String label(int number) {
        return integers ? Long.toString(values[number]) : texts[number];
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

    /** Returns, for each node, the provisional number of its label: each mode's labels are sorted, then looked up. */
    private int[] order() {
        if (order.length == size) {
            return order;
        }
        int[] found = new int[size];
        int node = 0;
        for (int one = 0; one < modes; one++) {
            if (integers) {
                for (long value : sortedValues(one)) {
                    found[node++] = table[slot(one, "", value)] - 1;
                }
            } else {
                for (String text : sortedTexts(one)) {
                    found[node++] = table[slot(one, text, 0)] - 1;
                }
            }
        }
        order = found;
        return order;
    }

    private long[] sortedValues(int inMode) {
        long[] sorted = new long[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (modeOf(i) == inMode) {
                sorted[count++] = values[i];
            }
        }
        sorted = Arrays.copyOf(sorted, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private String[] sortedTexts(int inMode) {
        String[] sorted = new String[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (modeOf(i) == inMode) {
                sorted[count++] = texts[i];
            }
        }
        sorted = Arrays.copyOf(sorted, count);
        Comparator<String> byCodePoint = Labels::compareCodePoints;
        Arrays.sort(sorted, byCodePoint);
        return sorted;
    }

    /** Returns the column {@code id}: whole numbers or texts; nothing when every label is its node's number. */
    public Optional<Column> column() {
        int[] sorted = order();
        if (integers && modes == 1) {
            long[] ids = new long[sorted.length];
            boolean same = true;
            for (int node = 0; node < ids.length; node++) {
                ids[node] = values[sorted[node]];
                same &= ids[node] == node;
            }
            return same
                    ? Optional.empty()
                    : Optional.of(Column.integers(Network.ID, "", ids).withMeaning("identifier in the source"));
        }
        String[] ids = new String[sorted.length];
        for (int node = 0; node < ids.length; node++) {
            ids[node] = label(sorted[node]);
        }
        return Optional.of(Column.texts(Network.ID, ids).withMeaning("identifier in the source"));
    }

    /**
     * Returns the column {@code mode}.
     *
     * @param names the names of the label spaces
     */
    public Column modeColumn(List<String> names) {
        int[] sorted = order();
        String[] kinds = new String[sorted.length];
        for (int node = 0; node < kinds.length; node++) {
            kinds[node] = names.get(modeOf(sorted[node]));
        }
        return Column.texts(Network.MODE, kinds).withMeaning("kind of node in two-mode data");
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
