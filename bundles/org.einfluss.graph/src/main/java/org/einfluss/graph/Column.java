package org.einfluss.graph;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A named column of values of one type with a unit: data on nodes or arcs, or a column of a table of results.
 *
 * <p>Missing values: NaN in a column of doubles, a mask in all others. Immutable and thread-safe; factories copy what
 * they are given.
 */
public final class Column {
    private static final BitSet NONE = new BitSet(0);

    /** What a column's values are. */
    public enum Type {
        /** 64-bit floating point numbers; NaN is missing. */
        DOUBLE,
        /** 64-bit whole numbers. */
        INTEGER,
        /** Texts. */
        TEXT,
        /** True or false. */
        BOOLEAN
    }

    private final String name;
    private final String meaning;
    private final String unit;
    private final Type type;
    private final double[] doubles;
    private final long[] longs;
    private final String[] texts;
    private final BitSet missing;

    private Column(
            String name,
            String meaning,
            String unit,
            Type type,
            double[] doubles,
            long[] longs,
            String[] texts,
            BitSet missing) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A column needs a name");
        }
        this.name = name;
        this.meaning = meaning;
        this.unit = unit;
        this.type = type;
        this.doubles = doubles;
        this.longs = longs;
        this.texts = texts;
        this.missing = missing;
    }

    /**
     * Makes a column of doubles.
     *
     * @param name the column's name, not blank
     * @param unit the values' unit, empty for a dimensionless number
     * @param values the values, NaN where missing; copied
     * @return the column
     */
    public static Column doubles(String name, String unit, double[] values) {
        return new Column(name, "", unit, Type.DOUBLE, values.clone(), new long[0], new String[0], NONE);
    }

    /**
     * Makes a column of whole numbers without missing values.
     *
     * @param name the column's name, not blank
     * @param unit the values' unit, empty for a dimensionless number
     * @param values the values; copied
     * @return the column
     */
    public static Column integers(String name, String unit, long[] values) {
        return integers(name, unit, values, NONE);
    }

    /**
     * Makes a column of whole numbers without missing values.
     *
     * @param name the column's name, not blank
     * @param unit the values' unit, empty for a dimensionless number
     * @param values the values; copied
     * @return the column
     */
    public static Column integers(String name, String unit, int[] values) {
        return integers(name, unit, Arrays.stream(values).asLongStream().toArray(), NONE);
    }

    /**
     * Makes a column of whole numbers.
     *
     * @param name the column's name, not blank
     * @param unit the values' unit, empty for a dimensionless number
     * @param values the values, anything where missing; copied
     * @param missing the positions of missing values; copied
     * @return the column
     */
    public static Column integers(String name, String unit, long[] values, BitSet missing) {
        long[] copy = values.clone();
        BitSet mask = mask(missing, values.length);
        mask.stream().forEach(i -> copy[i] = 0);
        return new Column(name, "", unit, Type.INTEGER, new double[0], copy, new String[0], mask);
    }

    /**
     * Makes a column of texts without missing values.
     *
     * @param name the column's name, not blank
     * @param values the values; copied
     * @return the column
     */
    public static Column texts(String name, String[] values) {
        return texts(name, values, NONE);
    }

    /**
     * Makes a column of texts.
     *
     * @param name the column's name, not blank
     * @param values the values, anything where missing; copied
     * @param missing the positions of missing values; copied
     * @return the column
     */
    public static Column texts(String name, String[] values, BitSet missing) {
        String[] copy = values.clone();
        BitSet mask = mask(missing, values.length);
        mask.stream().forEach(i -> copy[i] = "");
        for (int i = 0; i < copy.length; i++) {
            if (copy[i] == null) {
                throw new IllegalArgumentException("Text " + i + " of column " + name + " is null; mark it as missing");
            }
        }
        return new Column(name, "", "", Type.TEXT, new double[0], new long[0], copy, mask);
    }

    /**
     * Makes a column of truth values without missing values.
     *
     * @param name the column's name, not blank
     * @param values the values; copied
     * @return the column
     */
    public static Column booleans(String name, boolean[] values) {
        return booleans(name, values, NONE);
    }

    /**
     * Makes a column of truth values.
     *
     * @param name the column's name, not blank
     * @param values the values, anything where missing; copied
     * @param missing the positions of missing values; copied
     * @return the column
     */
    public static Column booleans(String name, boolean[] values, BitSet missing) {
        BitSet mask = mask(missing, values.length);
        long[] bits = new long[values.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = values[i] && !mask.get(i) ? 1 : 0;
        }
        return new Column(name, "", "", Type.BOOLEAN, new double[0], bits, new String[0], mask);
    }

    private static BitSet mask(BitSet missing, int size) {
        if (missing.length() > size) {
            throw new IllegalArgumentException("A missing value is marked at position " + (missing.length() - 1)
                    + " of a column of " + size + " values");
        }
        return missing.isEmpty() ? NONE : (BitSet) missing.clone();
    }

    /**
     * Returns this column with a description of what its values mean.
     *
     * @param text a phrase for dictionaries and tooltips, for instance "share of nodes that adopted"
     * @return a column that shares the values
     */
    public Column withMeaning(String text) {
        return new Column(name, text, unit, type, doubles, longs, texts, missing);
    }

    /**
     * Returns this column under another name.
     *
     * @param other the new name, not blank
     * @return a column that shares the values
     */
    public Column withName(String other) {
        return new Column(other, meaning, unit, type, doubles, longs, texts, missing);
    }

    /**
     * Returns some of the values.
     *
     * @param positions the positions taken, in the order wanted; -1 for a missing value
     * @return a column of as many values, with the same name, meaning and unit
     */
    public Column at(int[] positions) {
        BitSet gone = new BitSet(positions.length);
        for (int i = 0; i < positions.length; i++) {
            gone.set(i, positions[i] < 0 || isMissing(positions[i]));
        }
        double[] someDoubles = new double[type == Type.DOUBLE ? positions.length : 0];
        long[] someLongs = new long[type == Type.INTEGER || type == Type.BOOLEAN ? positions.length : 0];
        String[] someTexts = new String[type == Type.TEXT ? positions.length : 0];
        for (int i = 0; i < positions.length; i++) {
            switch (type) {
                case DOUBLE -> someDoubles[i] = gone.get(i) ? Double.NaN : doubles[positions[i]];
                case INTEGER, BOOLEAN -> someLongs[i] = gone.get(i) ? 0 : longs[positions[i]];
                case TEXT -> someTexts[i] = gone.get(i) ? "" : texts[positions[i]];
            }
        }
        BitSet mask = type == Type.DOUBLE || gone.isEmpty() ? NONE : gone;
        return new Column(name, meaning, unit, type, someDoubles, someLongs, someTexts, mask);
    }

    /**
     * Returns the column's name, its key in files.
     *
     * @return the name, not blank
     */
    public String name() {
        return name;
    }

    /**
     * Returns what the values mean.
     *
     * @return a phrase, empty when none was given
     */
    public String meaning() {
        return meaning;
    }

    /**
     * Returns the values' unit.
     *
     * @return the unit, empty for dimensionless numbers, texts and truth values
     */
    public String unit() {
        return unit;
    }

    /**
     * Returns the heading of the column for people.
     *
     * @return the name, followed by the unit in brackets if there is one: {@code time [days]}
     */
    public String label() {
        return unit.isEmpty() ? name : name + " [" + unit + "]";
    }

    /**
     * Returns what the values are.
     *
     * @return the type
     */
    public Type type() {
        return type;
    }

    /**
     * Returns the number of values, missing ones included.
     *
     * @return the number of values
     */
    public int size() {
        return switch (type) {
            case DOUBLE -> doubles.length;
            case INTEGER, BOOLEAN -> longs.length;
            case TEXT -> texts.length;
        };
    }

    /**
     * Returns whether a value is missing.
     *
     * @param i a position in [0, {@code size()})
     * @return whether there is no value
     */
    public boolean isMissing(int i) {
        return type == Type.DOUBLE ? Double.isNaN(doubles[i]) : missing.get(i);
    }

    /**
     * Returns how many values are missing.
     *
     * @return the count, 0 for a complete column
     */
    public int missing() {
        int count = missing.cardinality();
        for (double value : doubles) {
            count += Double.isNaN(value) ? 1 : 0;
        }
        return count;
    }

    /**
     * Returns a value as a double.
     *
     * @param i a position in [0, {@code size()})
     * @return the number, 1 or 0 for a truth value, NaN where missing
     * @throws IllegalStateException for a column of texts
     */
    public double doubleAt(int i) {
        return switch (type) {
            case DOUBLE -> doubles[i];
            case INTEGER, BOOLEAN -> missing.get(i) ? Double.NaN : longs[i];
            case TEXT -> throw wrongType("numbers");
        };
    }

    /**
     * Returns a value as a whole number.
     *
     * @param i a position in [0, {@code size()})
     * @return the number, 1 or 0 for a truth value; 0 where missing, so ask {@link #isMissing} first
     * @throws IllegalStateException for a column of doubles or texts
     */
    public long longAt(int i) {
        return switch (type) {
            case INTEGER, BOOLEAN -> longs[i];
            case DOUBLE, TEXT -> throw wrongType("whole numbers");
        };
    }

    /**
     * Returns a truth value.
     *
     * @param i a position in [0, {@code size()})
     * @return the value; false where missing, so ask {@link #isMissing} first
     * @throws IllegalStateException for a column of another type
     */
    public boolean booleanAt(int i) {
        if (type != Type.BOOLEAN) {
            throw wrongType("truth values");
        }
        return longs[i] != 0;
    }

    /**
     * Returns a value as text.
     *
     * @param i a position in [0, {@code size()})
     * @return the text itself, or the number as Java writes it, or {@code true} or {@code false}; empty where missing
     */
    public String textAt(int i) {
        if (isMissing(i)) {
            return "";
        }
        return switch (type) {
            case DOUBLE -> Double.toString(doubles[i]);
            case INTEGER -> Long.toString(longs[i]);
            case BOOLEAN -> Boolean.toString(longs[i] != 0);
            case TEXT -> texts[i];
        };
    }

    /**
     * Copies a column of numbers or truth values into an array.
     *
     * @return {@link #doubleAt} for every position
     */
    public double[] toDoubles() {
        double[] copy = new double[size()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = doubleAt(i);
        }
        return copy;
    }

    /** The values of a column of doubles themselves; not to be changed. */
    double[] sharedDoubles() {
        return doubles;
    }

    /** Adds name, type, unit and values, but not the meaning, which is for people only. */
    void addTo(ContentHash hash) {
        hash.add(name);
        hash.add(type.name());
        hash.add(unit);
        hash.add(size());
        for (int i = 0; i < size(); i++) {
            switch (type) {
                case DOUBLE -> hash.add(doubles[i]);
                case INTEGER, BOOLEAN -> {
                    hash.add(missing.get(i));
                    hash.add(longs[i]);
                }
                case TEXT -> {
                    hash.add(missing.get(i));
                    hash.add(texts[i]);
                }
            }
        }
    }

    private IllegalStateException wrongType(String wanted) {
        return new IllegalStateException("Column " + name + " holds values of type " + type + ", not " + wanted);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Column that
                && name.equals(that.name)
                && meaning.equals(that.meaning)
                && unit.equals(that.unit)
                && type == that.type
                && Arrays.equals(doubles, that.doubles)
                && Arrays.equals(longs, that.longs)
                && Arrays.equals(texts, that.texts)
                && missing.equals(that.missing);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * name.hashCode() + Arrays.hashCode(doubles))
                + 31 * Arrays.hashCode(longs)
                + Arrays.hashCode(texts);
    }

    @Override
    public String toString() {
        return label() + " (" + type + ", " + size() + " values)";
    }
}
