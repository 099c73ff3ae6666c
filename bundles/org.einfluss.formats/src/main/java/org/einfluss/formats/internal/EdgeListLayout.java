package org.einfluss.formats.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.Source;
import org.einfluss.formats.EdgeListReader;
import org.einfluss.formats.EdgeListReader.Delimiter;
import org.einfluss.formats.EdgeListReader.Header;

/** How a particular edge list is laid out: seen in its first lines unless the parameters say it. */
public final class EdgeListLayout {
    private static final int SAMPLE = 200;
    private static final Set<String> FIRST = Set.of(
            "source", "from", "src", "u", "i", "ego", "node1", "id1", "sender", "fromnodeid", "follower", "user1");
    private static final Set<String> SECOND = Set.of(
            "target", "to", "dst", "v", "j", "alter", "node2", "id2", "receiver", "tonodeid", "followee", "user2");
    private static final Set<String> WEIGHT = Set.of("weight", "value", "count", "strength");

    private char delimiter;
    private Header header = Header.NONE;
    private int columns;
    private int source;
    private int target = 1;
    private int weight = -1;
    private String passedOver = "";
    private boolean twoIntegers;
    private int declaredNodes;
    private long declaredLines;

    private EdgeListLayout() {}

    /**
     * Looks at the first lines of a file.
     *
     * @param file the file
     * @param wanted what the user said
     * @throws IOException when it cannot be read
     */
    public static EdgeListLayout detect(Source file, EdgeListReader.Parameters wanted) throws IOException {
        EdgeListLayout layout = new EdgeListLayout();
        try (LineReader reader = new LineReader(file, Progress.NONE)) {
            List<String> lines = new ArrayList<>();
            while (lines.size() < SAMPLE && reader.next()) {
                if (!reader.isEmptyOrComment()) {
                    lines.add(reader.text());
                    if (lines.size() == 1) {
                        layout.firstLine = reader.place(1);
                    }
                }
            }
            if (lines.isEmpty()) {
                throw new InputException(file.name() + ": Expected ties, found none. Is it the right file?");
            }
            layout.see(lines, wanted, reader);
        }
        return layout;
    }

    private InputException.Place firstLine;

    private void see(List<String> lines, EdgeListReader.Parameters wanted, LineReader reader) {
        delimiter = wanted.delimiter() == Delimiter.AUTO ? likelyDelimiter(lines, reader) : of(wanted.delimiter());
        List<List<String>> rows = new ArrayList<>();
        Fields fields = new Fields(delimiter);
        for (String line : lines) {
            fields.split(line, reader);
            rows.add(fields.copy());
        }
        List<String> first = rows.get(0);
        columns = first.size();
        header = wanted.header() == Header.AUTO ? likelyHeader(rows) : wanted.header();
        if (header == Header.COUNTS) {
            readCounts(first);
            columns = rows.size() > 1 ? rows.get(1).size() : 2;
        }
        if (columns < 2) {
            throw new InputException(
                    firstLine,
                    "Expected at least 2 columns separated by " + fields.name() + ", found 1 ('"
                            + shortened(lines.get(0)) + "'). Give the delimiter: comma, semicolon, tab or space.");
        }
        List<String> names = header == Header.NAMES ? first : List.of();
        source = column(wanted.source(), names, FIRST, 0, "source");
        target = column(wanted.target(), names, SECOND, source == 1 ? 0 : 1, "target");
        if (source == target) {
            throw new InputException("The columns of the first and the second identifier must differ, both are column "
                    + (source + 1) + ". Give source and target.");
        }
        weight = wanted.weight().equals("none") ? -1 : column(wanted.weight(), names, WEIGHT, -1, "weight");
        List<String> others = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
            if (c != source && c != target && c != weight) {
                others.add(names.isEmpty() ? Integer.toString(c + 1) : names.get(c));
            }
        }
        passedOver = String.join(", ", others);
        twoIntegers = columns == 2 && weight < 0 && wanted.modes().equals("none");
        for (int i = header == Header.NONE ? 0 : 1; i < rows.size(); i++) {
            twoIntegers &= rows.get(i).stream().allMatch(Labels::isInteger)
                    && lines.get(i).indexOf('"') < 0;
        }
    }

    private static char likelyDelimiter(List<String> lines, LineReader reader) {
        for (char candidate : new char[] {'\t', ';', ','}) {
            Fields fields = new Fields(candidate);
            boolean everywhere = true;
            for (String line : lines) {
                everywhere &= line.indexOf(candidate) >= 0 && fields.split(line, reader) >= 2;
            }
            if (everywhere) {
                return candidate;
            }
        }
        // A delimiter that only some lines lack is still the likelier one: the lines without it are wrong and will be
        // named.
        for (char candidate : new char[] {'\t', ';', ','}) {
            long with =
                    lines.stream().filter(line -> line.indexOf(candidate) >= 0).count();
            if (2 * with > lines.size()) {
                return candidate;
            }
        }
        return ' ';
    }

    private static char of(Delimiter delimiter) {
        return switch (delimiter) {
            case COMMA -> ',';
            case SEMICOLON -> ';';
            case TAB -> '\t';
            case SPACE, AUTO -> ' ';
        };
    }

    /** A first line is names if it holds two known ones, or if below it a whole column is of numbers and it is not. */
    private static Header likelyHeader(List<List<String>> rows) {
        List<String> first = rows.get(0);
        long known = first.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> FIRST.contains(name) || SECOND.contains(name))
                .count();
        if (known >= 2) {
            return Header.NAMES;
        }
        for (int c = 0; c < first.size() && rows.size() > 1; c++) {
            boolean numbers = true;
            for (List<String> row : rows.subList(1, rows.size())) {
                numbers &= c < row.size() && isNumber(row.get(c));
            }
            if (numbers && !isNumber(first.get(c)) && !first.get(c).isEmpty()) {
                return Header.NAMES;
            }
        }
        return Header.NONE;
    }

    private static boolean isNumber(String text) {
        try {
            return Double.isFinite(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void readCounts(List<String> first) {
        if (first.size() != 2 || !first.stream().allMatch(Labels::isInteger)) {
            throw new InputException(
                    firstLine,
                    "Expected the numbers of nodes and of lines, as in '34 78', found '" + String.join(" ", first)
                            + "'. Leave out header: counts if the first line is none.");
        }
        long nodes = Long.parseLong(first.get(0));
        declaredLines = Long.parseLong(first.get(1));
        if (nodes < 1 || nodes > Integer.MAX_VALUE - 9) {
            throw new InputException(
                    firstLine, "Expected a number of nodes from 1 to " + (Integer.MAX_VALUE - 9) + ", found " + nodes);
        }
        declaredNodes = (int) nodes;
    }

    private int column(String wanted, List<String> names, Set<String> known, int otherwise, String parameter) {
        if (wanted.equals("auto")) {
            for (int c = 0; c < names.size(); c++) {
                if (known.contains(names.get(c).toLowerCase(Locale.ROOT))) {
                    return c;
                }
            }
            return otherwise;
        }
        int named = names.indexOf(wanted);
        if (named >= 0) {
            return named;
        }
        if (Labels.isInteger(wanted) && wanted.length() < 6) {
            int number = Integer.parseInt(wanted);
            if (number >= 1 && number <= columns) {
                return number - 1;
            }
        }
        throw new InputException(
                firstLine,
                "There is no column '" + wanted + "' for " + parameter + ". "
                        + (names.isEmpty()
                                ? "The columns have no names; their numbers are 1 to " + columns + "."
                                : "The columns are " + String.join(", ", names) + "."));
    }

    /**
     * States what was found.
     *
     * @param report told
     */
    public void tell(ImportReport report) {
        report.fact(
                "delimiter",
                switch (delimiter) {
                    case ',' -> "comma";
                    case ';' -> "semicolon";
                    case '\t' -> "tab";
                    default -> "blanks";
                });
        report.fact(
                "first line",
                switch (header) {
                    case NAMES -> "names of columns";
                    case COUNTS -> declaredNodes + " nodes, " + declaredLines + " lines";
                    case NONE, AUTO -> "a tie";
                });
        report.fact("identifiers", "columns " + (source + 1) + " and " + (target + 1));
        report.fact("weight", weight < 0 ? "none" : "column " + (weight + 1));
        if (!passedOver.isEmpty()) {
            report.fact("columns passed over", passedOver);
        }
    }

    /**
     * Checks that a line has as many fields as the first.
     *
     * @param fields the line
     * @param count its number of fields
     * @param reader asked for the place
     */
    public void checkCount(Fields fields, int count, LineReader reader) {
        if (count != columns) {
            throw new InputException(
                    reader.place(count < columns ? 1 : fields.column(columns)),
                    "Expected " + columns + " columns separated by " + fields.name() + " as in the first line, found "
                            + count + " ('" + shortened(reader.text())
                            + "'). Correct the line, or give the delimiter.");
        }
    }

    /**
     * Returns an identifier.
     *
     * @param fields the line
     * @param column which one
     * @param reader asked for the place
     */
    public String identifier(Fields fields, int column, LineReader reader) {
        String text = fields.field(column);
        if (text.isEmpty()) {
            throw new InputException(
                    reader.place(fields.column(column)),
                    "Expected an identifier in column " + (column + 1)
                            + ", found none. Fill it in or remove the line.");
        }
        return text;
    }

    /**
     * Returns the weight of a line.
     *
     * @param fields the line
     * @param reader asked for the place
     */
    public double weight(Fields fields, LineReader reader) {
        String text = fields.field(weight);
        if (!isNumber(text)) {
            throw new InputException(
                    reader.place(fields.column(weight)),
                    "Expected a number as weight, found '" + shortened(text) + "'. Correct it, or give weight: none.");
        }
        return Double.parseDouble(text);
    }

    /**
     * Checks the number of ties against the one the first line declares.
     *
     * @param file the file
     * @param lines number of ties found
     */
    public void checkLines(Source file, long lines) {
        if (!declares(lines)) {
            throw new InputException(file.name() + ": Expected " + declaredLines
                    + " ties as the first line says, found " + lines + ". Was the file cut off?");
        }
    }

    /**
     * Returns whether the first line declares this number of ties.
     *
     * @param lines number of ties found
     */
    boolean declares(long lines) {
        return lines == declaredLines;
    }

    /**
     * Returns the node of an identifier in a file that declares its number of nodes.
     *
     * @param file the file
     * @param label the identifier
     */
    public int declaredNode(Source file, String label) {
        if (!Labels.isInteger(label) || label.startsWith("-") || Long.parseLong(label) >= declaredNodes) {
            throw new InputException(file.name() + ": Expected identifiers from 0 to " + (declaredNodes - 1)
                    + " as the first line says, found '" + shortened(label) + "'.");
        }
        return Integer.parseInt(label);
    }

    /** A text short enough for a message. */
    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "…";
    }

    /** Returns the character between fields, a space for runs of blanks. */
    public char delimiter() {
        return delimiter;
    }

    /** Returns what the first line is; never {@code AUTO}. */
    public Header header() {
        return header;
    }

    /** Returns the column of the first identifier, from 0. */
    public int source() {
        return source;
    }

    /** Returns the column of the second identifier, from 0. */
    public int target() {
        return target;
    }

    /** Returns the column of weights, -1 for none. */
    public int weight() {
        return weight;
    }

    /** Returns whether the lines seen are two whole numbers each and nothing else is wanted of them. */
    public boolean isTwoIntegers() {
        return twoIntegers;
    }

    /** Returns the number of nodes the first line declares, 0 where it declares none. */
    public int declaredNodes() {
        return declaredNodes;
    }
}
