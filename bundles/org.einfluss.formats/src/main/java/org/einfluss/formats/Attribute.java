package org.einfluss.formats;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import org.einfluss.api.data.DecimalComma;
import org.einfluss.graph.Column;

/**
 * The values of one attribute of nodes or ties while a file is read, by the number of the node or tie; made into a {@link Column} at the
 * end. Not thread-safe.
 *
 * <p>An attribute of a stated type takes values of that type. A {@link Kind#FOUND} one takes the type of its values: whole numbers and
 * numbers together are numbers, anything else together is text. A {@link Kind#OPEN} one takes texts, of which nobody said what they are:
 * whole numbers, numbers or truth values where all of them read so and would be written so again, else texts.
 */
public final class Attribute {
    /** How the type of an attribute is known. */
    public enum Kind {
        /** Whole numbers. */
        INTEGER,
        /** Numbers. */
        DOUBLE,
        /** Truth values. */
        BOOLEAN,
        /** Texts. */
        TEXT,
        /** As the values are. */
        FOUND,
        /** As the texts look. */
        OPEN
    }

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][+-]?[0-9]+)?|-?Infinity");
    /** What stands for no number among numbers; among texts it is a text. */
    private static final Set<String> NO_NUMBER = Set.of("NA", "N/A", "NaN", "nan", "null");

    private static final long EXACT = 1L << 53;
    private static final int POOL = 1 << 12;

    private final String name;
    private boolean open;
    private int takenAsMissing;
    private int commas;
    private final BitSet noNumber = new BitSet();
    private Optional<Column.Type> type;
    private boolean mixed;
    private long[] numbers = new long[0];
    private String[] texts = new String[0];
    private final BitSet present = new BitSet();
    private final Map<String, String> pool = new HashMap<>();
    private Optional<Attribute> standard = Optional.empty();

    /**
     * Starts an attribute without values.
     *
     * @param name its name
     * @param kind how its type is known
     */
    public Attribute(String name, Kind kind) {
        this.name = name;
        open = kind == Kind.OPEN;
        type = switch (kind) {
            case INTEGER -> Optional.of(Column.Type.INTEGER);
            case DOUBLE -> Optional.of(Column.Type.DOUBLE);
            case BOOLEAN -> Optional.of(Column.Type.BOOLEAN);
            case TEXT, OPEN -> Optional.of(Column.Type.TEXT);
            case FOUND -> Optional.empty();
        };
    }

    /** Returns its name. */
    public String name() {
        return name;
    }

    /** Returns whether values of several types were made texts, or whole numbers too large for it were made numbers. */
    public boolean isMixed() {
        return mixed;
    }

    /** Returns whether a value is there. */
    public boolean has(int index) {
        return present.get(index);
    }

    /**
     * Sets a value.
     *
     * @param index number of the node or tie
     * @param value a whole number
     */
    public void put(int index, long value) {
        switch (become(Column.Type.INTEGER)) {
            case INTEGER -> number(index, value);
            case DOUBLE -> {
                if (Math.abs(value) > EXACT) {
                    toTexts();
                    text(index, Long.toString(value));
                } else {
                    number(index, Double.doubleToLongBits((double) value));
                }
            }
            case BOOLEAN, TEXT -> text(index, Long.toString(value));
        }
    }

    /**
     * Sets a value.
     *
     * @param index number of the node or tie
     * @param value a number; NaN is missing
     */
    public void put(int index, double value) {
        if (Double.isNaN(value)) {
            become(Column.Type.DOUBLE);
            noNumber.set(index);
            return;
        }
        switch (become(Column.Type.DOUBLE)) {
            case DOUBLE -> number(index, Double.doubleToLongBits(value));
            case INTEGER, BOOLEAN, TEXT -> text(index, Double.toString(value));
        }
    }

    /**
     * Sets a value.
     *
     * @param index number of the node or tie
     * @param value a truth value
     */
    public void put(int index, boolean value) {
        switch (become(Column.Type.BOOLEAN)) {
            case BOOLEAN -> number(index, value ? 1 : 0);
            case INTEGER, DOUBLE, TEXT -> text(index, Boolean.toString(value));
        }
    }

    /**
     * Sets a value.
     *
     * @param index number of the node or tie
     * @param value a text
     */
    public void put(int index, String value) {
        become(Column.Type.TEXT);
        text(index, value);
    }

    /** Returns one with the same values as texts under another name. */
    Attribute named(String other, Kind kind) {
        Attribute copy = new Attribute(other, kind);
        for (int i = present.nextSetBit(0); i >= 0; i = present.nextSetBit(i + 1)) {
            copy.put(i, numberText(i));
        }
        standardText().ifPresent(text -> copy.standard().put(0, text));
        return copy;
    }

    /** Returns the same under another name. */
    Attribute renamed(String other) {
        settle();
        Attribute copy = new Attribute(other, Kind.FOUND);
        copy.type = type;
        copy.mixed = mixed;
        copy.takenAsMissing = takenAsMissing;
        copy.commas = commas;
        copy.numbers = numbers;
        copy.texts = texts;
        copy.present.or(present);
        copy.noNumber.or(noNumber);
        copy.standard = standard;
        return copy;
    }

    /** Returns the first node or tie where NaN or NA was given among numbers, which is missing there; -1 for none. */
    int firstNoNumber() {
        return noNumber.nextSetBit(0);
    }

    /** Gives one node or tie the value of another, if it has one. */
    void copy(int from, int to) {
        if (present.get(from)) {
            if (type.orElseThrow() == Column.Type.TEXT) {
                text(to, texts[from]);
            } else {
                number(to, numbers[from]);
            }
        }
    }

    /** Makes room for a value of a type and returns the type the attribute has then. */
    private Column.Type become(Column.Type wanted) {
        if (type.isEmpty()) {
            type = Optional.of(wanted);
        }
        Column.Type now = type.get();
        if (now == wanted || now == Column.Type.TEXT) {
            mixed |= now != wanted;
        } else if (now == Column.Type.DOUBLE && wanted == Column.Type.INTEGER) {
            return now;
        } else if (now == Column.Type.INTEGER && wanted == Column.Type.DOUBLE) {
            toDoubles();
        } else {
            toTexts();
        }
        return type.get();
    }

    private void toDoubles() {
        for (int i = present.nextSetBit(0); i >= 0; i = present.nextSetBit(i + 1)) {
            if (Math.abs(numbers[i]) > EXACT) {
                toTexts();
                return;
            }
        }
        present.stream().forEach(i -> numbers[i] = Double.doubleToLongBits((double) numbers[i]));
        type = Optional.of(Column.Type.DOUBLE);
    }

    private void toTexts() {
        texts = new String[numbers.length];
        present.stream().forEach(i -> texts[i] = numberText(i));
        numbers = new long[0];
        type = Optional.of(Column.Type.TEXT);
        mixed = true;
    }

    private String numberText(int index) {
        return switch (type.orElseThrow()) {
            case INTEGER -> Long.toString(numbers[index]);
            case DOUBLE -> Double.toString(Double.longBitsToDouble(numbers[index]));
            case BOOLEAN -> Boolean.toString(numbers[index] != 0);
            case TEXT -> texts[index];
        };
    }

    private void number(int index, long bits) {
        if (index >= numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(16, index + (index >> 1) + 1));
        }
        numbers[index] = bits;
        present.set(index);
    }

    private void text(int index, String value) {
        if (index >= texts.length) {
            texts = Arrays.copyOf(texts, Math.max(16, index + (index >> 1) + 1));
        }
        // Values that repeat, such as roles and kinds, are held once.
        String known = pool.size() < POOL ? pool.putIfAbsent(value, value) : pool.get(value);
        texts[index] = known == null ? value : known;
        present.set(index);
    }

    /** Returns the attribute, of the same type, whose value 0 stands where none is given; made when first asked for. */
    public Attribute standard() {
        if (standard.isEmpty()) {
            Attribute one = new Attribute(name, Kind.FOUND);
            one.type = type;
            standard = Optional.of(one);
        }
        return standard.get();
    }

    /** Returns the value that stands where none is given, as text. */
    public Optional<String> standardText() {
        return standard.filter(one -> one.has(0)).map(one -> one.numberText(0));
    }

    /** Orders two of its values; missing ones first. */
    int compare(int a, int b) {
        boolean there = present.get(a);
        if (!there || !present.get(b)) {
            return Boolean.compare(there, present.get(b));
        }
        return switch (type.orElseThrow()) {
            case INTEGER, BOOLEAN -> Long.compare(numbers[a], numbers[b]);
            case DOUBLE -> Double.compare(Double.longBitsToDouble(numbers[a]), Double.longBitsToDouble(numbers[b]));
            case TEXT -> texts[a].compareTo(texts[b]);
        };
    }

    /** Returns the type the column will have. */
    public Column.Type columnType() {
        if (!open) {
            return type.orElse(Column.Type.TEXT);
        }
        boolean integers = true;
        boolean numbersOnly = true;
        boolean truths = true;
        int values = 0;
        for (int i = present.nextSetBit(0); i >= 0; i = present.nextSetBit(i + 1)) {
            if (NO_NUMBER.contains(texts[i])) {
                continue;
            }
            values++;
            integers = integers && isInteger(texts[i]);
            numbersOnly = numbersOnly && (integers || NUMBER.matcher(texts[i]).matches());
            truths = truths && (texts[i].equals("true") || texts[i].equals("false"));
            if (!numbersOnly && !truths) {
                return Column.Type.TEXT;
            }
        }
        return values == 0
                ? Column.Type.TEXT
                : integers ? Column.Type.INTEGER : numbersOnly ? Column.Type.DOUBLE : Column.Type.BOOLEAN;
    }

    /** Ends the reading: frees what is not used, decides what the texts of an open attribute are, and keeps them as that. */
    void settle() {
        int used = present.length();
        numbers = numbers.length > used ? Arrays.copyOf(numbers, used) : numbers;
        texts = texts.length > used ? Arrays.copyOf(texts, used) : texts;
        pool.clear();
        Column.Type found = columnType();
        if (!open || found == Column.Type.TEXT) {
            commas = open ? commasOfNumbers() : 0;
            open = false;
            return;
        }
        numbers = new long[texts.length];
        for (int i = present.nextSetBit(0); i >= 0; i = present.nextSetBit(i + 1)) {
            if (NO_NUMBER.contains(texts[i])) {
                present.clear(i);
                noNumber.set(i);
                takenAsMissing++;
            } else {
                numbers[i] = switch (found) {
                    case INTEGER -> Long.parseLong(texts[i]);
                    case DOUBLE -> Double.doubleToLongBits(Double.parseDouble(texts[i]));
                    case BOOLEAN, TEXT -> texts[i].equals("true") ? 1 : 0;
                };
            }
        }
        texts = new String[0];
        type = Optional.of(found);
        open = false;
    }

    /** Counts the numbers with a comma where all texts are numbers but for these, else none. */
    private int commasOfNumbers() {
        int count = 0;
        for (int i = present.nextSetBit(0); i >= 0; i = present.nextSetBit(i + 1)) {
            if (DecimalComma.isNumber(texts[i])) {
                count++;
            } else if (!NO_NUMBER.contains(texts[i])
                    && !NUMBER.matcher(texts[i]).matches()) {
                return 0;
            }
        }
        return count;
    }

    /** Returns how many numbers are texts because of a comma, with which nobody said that decimals are written. */
    int commas() {
        return commas;
    }

    /** Returns how many texts such as NA stood among numbers and were taken for missing ones. */
    int takenAsMissing() {
        return takenAsMissing;
    }

    /** A whole number as it would be written again: {@code 7} and {@code -7}, but neither {@code 07} nor {@code +7}. */
    public static boolean isInteger(String text) {
        int digits = text.startsWith("-") ? 1 : 0;
        if (text.length() == digits || text.length() - digits > 18) {
            return false;
        }
        for (int i = digits; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.charAt(digits) != '0' || text.equals("0");
    }

    /**
     * Makes the column.
     *
     * @param column its name
     * @param size number of rows
     * @param indexOf for each row, the number whose value it has
     * @param wanted the type, {@link #columnType} or a wider one
     */
    Column column(String column, int size, IntUnaryOperator indexOf, Column.Type wanted) {
        BitSet missing = new BitSet();
        switch (wanted) {
            case DOUBLE -> {
                double[] values = new double[size];
                for (int row = 0; row < size; row++) {
                    values[row] = doubleAt(indexOf.applyAsInt(row));
                }
                return Column.doubles(column, "", values);
            }
            case INTEGER -> {
                long[] values = new long[size];
                for (int row = 0; row < size; row++) {
                    int i = indexOf.applyAsInt(row);
                    Optional<Attribute> from = given(i);
                    missing.set(row, from.isEmpty());
                    if (from.isPresent()) {
                        int at = from.get() == this ? i : 0;
                        values[row] = from.get().numbers[at];
                    }
                }
                return Column.integers(column, "", values, missing);
            }
            case BOOLEAN -> {
                boolean[] values = new boolean[size];
                for (int row = 0; row < size; row++) {
                    int i = indexOf.applyAsInt(row);
                    Optional<Attribute> from = given(i);
                    missing.set(row, from.isEmpty());
                    if (from.isPresent()) {
                        int at = from.get() == this ? i : 0;
                        values[row] = from.get().numbers[at] != 0;
                    }
                }
                return Column.booleans(column, values, missing);
            }
            case TEXT -> {
                String[] values = new String[size];
                for (int row = 0; row < size; row++) {
                    Optional<String> text = text(indexOf.applyAsInt(row));
                    missing.set(row, text.isEmpty());
                    values[row] = text.orElse("");
                }
                return Column.texts(column, values, missing);
            }
        }
        throw new IllegalStateException("Unknown type " + wanted);
    }

    private Optional<Attribute> given(int index) {
        return present.get(index) ? Optional.of(this) : standard.filter(one -> one.has(0));
    }

    /** Returns a value as text, that of the standard where it is missing. */
    Optional<String> text(int index) {
        return given(index).map(from -> from.numberText(from == this ? index : 0));
    }

    /** Returns a value as number, NaN where it is missing. */
    double doubleAt(int index) {
        if (!present.get(index)) {
            return standard.isPresent() && standard.get().has(0)
                    ? standard.get().doubleAt(0)
                    : Double.NaN;
        }
        return switch (type.orElseThrow()) {
            case INTEGER, BOOLEAN -> numbers[index];
            case DOUBLE -> Double.longBitsToDouble(numbers[index]);
            case TEXT -> throw new IllegalStateException("Attribute " + name + " holds texts");
        };
    }
}
