package org.einfluss.formats.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.DecimalComma;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.ImportReport.Change;
import org.einfluss.api.data.ImportReport.Place;
import org.einfluss.api.data.Source;
import org.einfluss.formats.EdgeListReader;
import org.einfluss.formats.EdgeListReader.Delimiter;
import org.einfluss.formats.EdgeListReader.Header;
import org.einfluss.graph.Network;

/** How a particular edge list is laid out: seen in its first lines unless the parameters say it. */
public final class EdgeListLayout {
    private static final int SAMPLE = 200;
    /** Fewest lines that a first line can be trusted to count. */
    private static final int LEAST_COUNTED = 50;

    /** Usual names, as {@link #plain} writes them. */
    private static final Set<String> FIRST = Set.of(
            "source",
            "from",
            "src",
            "u",
            "i",
            "ego",
            "node1",
            "id1",
            "sender",
            "fromnode",
            "follower",
            "user1",
            "who",
            "von",
            "quelle");

    private static final Set<String> SECOND = Set.of(
            "target",
            "to",
            "dst",
            "v",
            "j",
            "alter",
            "node2",
            "id2",
            "receiver",
            "tonode",
            "followee",
            "user2",
            "whom",
            "nach",
            "ziel");
    private static final Set<String> WEIGHT = Set.of("weight");

    /** Columns whose names say that they hold no weights. */
    private static final Set<String> KNOWN = Set.of(Network.LAYER, Network.BEGIN, Network.END);

    /** What stands where a number is missing; no name of a column. */
    private static final Set<String> MISSING = Set.of("", "na", "n/a", "nan", "null", "none", "-", ".");

    /** What a spreadsheet makes of a long whole number: 1.23457E+17. */
    private static final Pattern ROUNDED = Pattern.compile("[0-9][.,][0-9]+[eE][+]?[0-9]+");

    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]++[.]?[0-9]*+|[.][0-9]+)([eE][+-]?[0-9]+)?");

    private char delimiter;
    private Header header = Header.NONE;
    private int columns;
    private int source;
    private int target = 1;
    private int weight = -1;
    private boolean decimalComma;
    private final List<Integer> further = new ArrayList<>();
    private List<String> names = List.of();
    private boolean dropsFurther;
    private String firstTie = "";
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
        layout.delimiter = delimiter(file, wanted.delimiter());
        List<List<String>> rows = new ArrayList<>();
        BitSet quoted = new BitSet();
        String first = "";
        try (LineReader reader = new LineReader(file, Progress.NONE)) {
            Fields fields = new Fields(layout.delimiter);
            while (rows.size() < SAMPLE && reader.next()) {
                if (!reader.isEmptyOrComment()) {
                    if (rows.isEmpty()) {
                        layout.firstLine = reader.place(1);
                        first = reader.text();
                    }
                    fields.split(reader);
                    quoted.set(rows.size(), fields.isQuoted());
                    rows.add(fields.copy());
                }
            }
        }
        if (rows.isEmpty()) {
            throw new InputException(file.name() + ": Expected ties, found none. Is it the right file?");
        }
        Header header = wanted.header();
        if (header == Header.AUTO) {
            header = declaresCounts(file, rows) ? Header.COUNTS : likelyHeader(rows);
        }
        layout.see(first, rows, quoted, wanted, header);
        return layout;
    }

    /**
     * A first line "n m" counts nodes and lines if exactly m lines follow, m is at least n, and no identifier seen reaches n: as a tie,
     * m would be a stray identifier that happens to be the number of lines. Short files leave room for that; they are not guessed at.
     */
    private static boolean declaresCounts(Source file, List<List<String>> rows) throws IOException {
        List<String> first = rows.get(0);
        if (first.size() != 2 || !first.stream().allMatch(EdgeListLayout::isCount)) {
            return false;
        }
        long nodes = Long.parseLong(first.get(0));
        long lines = Long.parseLong(first.get(1));
        if (lines < Math.max(nodes, LEAST_COUNTED)) {
            return false;
        }
        for (List<String> row : rows.subList(1, rows.size())) {
            if (row.size() < 2
                    || !row.subList(0, 2).stream().allMatch(id -> isCount(id) && Long.parseLong(id) < nodes)) {
                return false;
            }
        }
        if (rows.size() < SAMPLE) {
            return lines == rows.size() - 1;
        }
        long found = -1; // the first line is none of them
        try (LineReader reader = new LineReader(file, Progress.NONE)) {
            while (found <= lines && reader.next()) {
                if (!reader.isEmptyOrComment()) {
                    found++;
                }
            }
        }
        return found == lines;
    }

    private static boolean isCount(String text) {
        return Labels.isInteger(text) && text.charAt(0) != '-' && text.length() < 10;
    }

    /**
     * Returns what separates the fields of a table: what splits its first lines, unless it is said.
     *
     * @param file the table
     * @param wanted what the user said
     * @throws IOException when it cannot be read
     */
    public static char delimiter(Source file, Delimiter wanted) throws IOException {
        if (wanted != Delimiter.AUTO) {
            return of(wanted);
        }
        try (LineReader reader = new LineReader(file, Progress.NONE)) {
            List<String> lines = new ArrayList<>();
            while (lines.size() < SAMPLE && reader.next()) {
                if (!reader.isEmptyOrComment()) {
                    lines.add(reader.text());
                }
            }
            return likelyDelimiter(lines, reader);
        }
    }

    private InputException.Place firstLine;

    private void see(
            String firstText,
            List<List<String>> rows,
            BitSet quoted,
            EdgeListReader.Parameters wanted,
            Header foundHeader) {
        List<String> first = rows.get(0);
        if (firstText.startsWith("sep=")) {
            throw new InputException(
                    firstLine, "This line is an instruction for spreadsheets, and no tie. Remove it from the file.");
        }
        columns = first.size();
        decimalComma = wanted.decimal() == EdgeListReader.Decimal.COMMA;
        header = foundHeader;
        if (header == Header.COUNTS) {
            readCounts(first);
            columns = rows.size() > 1 ? rows.get(1).size() : 2;
        }
        if (columns < 2) {
            throw new InputException(
                    firstLine,
                    "Expected at least 2 columns separated by " + new Fields(delimiter).name() + ", found 1 ('"
                            + shortened(firstText) + "'). Give the delimiter: comma, semicolon, tab or space.");
        }
        names = header == Header.NAMES ? first : List.of();
        if (columns > 2
                && header == Header.NAMES
                && wanted.source().equals("auto")
                && wanted.target().equals("auto")) {
            askForIdentifiers(names);
        }
        source = column(wanted.source(), names, FIRST, 0, "source");
        target = column(wanted.target(), names, SECOND, source == 1 ? 0 : 1, "target");
        if (source == target) {
            throw new InputException("The columns of the first and the second identifier must differ, both are column "
                    + (source + 1) + ". Give source and target.");
        }
        weight = wanted.weight().equals("none") ? -1 : column(wanted.weight(), names, WEIGHT, -1, "weight");
        if (weight < 0 && wanted.weight().equals("auto")) {
            Set<Integer> roles = new HashSet<>();
            for (String role : List.of(wanted.layer(), wanted.begin(), wanted.end())) {
                roles.add(column(role, names, Set.of(), -1, "layer, begin or end"));
            }
            askForWeight(names, rows.subList(header == Header.NONE ? 0 : 1, rows.size()), roles);
        }
        if (rows.size() > 1 || header == Header.NONE) {
            List<String> tie = rows.get(header == Header.NONE ? 0 : 1);
            firstTie = tie.size() == columns ? " (" + tie.get(source) + ", " + tie.get(target) + ")" : "";
        }
        for (int c = 0; c < columns; c++) {
            if (c != source && c != target && c != weight) {
                further.add(c);
            }
        }
        dropsFurther = wanted.columns() == EdgeListReader.Columns.DROP;
        twoIntegers = columns == 2 && weight < 0 && wanted.modes().equals("none");
        for (int i = header == Header.NONE ? 0 : 1; i < rows.size(); i++) {
            twoIntegers &= rows.get(i).stream().allMatch(Labels::isInteger) && !quoted.get(i);
        }
    }

    private void askForIdentifiers(List<String> names) {
        List<String> plain = names.stream().map(EdgeListLayout::plain).toList();
        if (plain.stream().noneMatch(FIRST::contains) || plain.stream().noneMatch(SECOND::contains)) {
            throw new InputException(
                    firstLine,
                    "Which of the columns " + String.join(", ", names)
                            + " hold the two identifiers? Give source and target, by name or number. A table with a"
                            + " person per line and columns of whom they named is read with format: nomination-table.");
        }
    }

    /** A column of numbers may be weights, times or codes: nobody can see which, and a network without its weights is another one. */
    private void askForWeight(List<String> names, List<List<String>> ties, Set<Integer> roles) {
        List<String> numbers = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
            int column = c;
            List<String> given = ties.stream()
                    .map(tie -> column < tie.size() ? tie.get(column) : "")
                    .filter(text -> !MISSING.contains(text.toLowerCase(Locale.ROOT)))
                    .toList();
            boolean known = roles.contains(c) || !names.isEmpty() && KNOWN.contains(names.get(c));
            if (c != source
                    && c != target
                    && !known
                    && !given.isEmpty()
                    && given.stream().allMatch(EdgeListLayout::isNumberOrComma)) {
                numbers.add((c + 1) + (names.isEmpty() ? "" : " ('" + names.get(c) + "')"));
            }
        }
        if (!numbers.isEmpty()) {
            boolean one = numbers.size() == 1;
            String number = numbers.get(0).replaceFirst(" .*", "");
            throw new InputException(
                    firstLine,
                    (one
                                    ? "Column " + numbers.get(0) + " holds numbers: are they"
                                    : "The columns " + String.join(", ", numbers) + " hold numbers: is one of them")
                            + " the weights of the ties? Give weight: " + number + ", or weight: none (for the command"
                            + " import: --weights " + number + " or --weights none).");
        }
    }

    private static char likelyDelimiter(List<String> lines, LineReader reader) {
        for (char candidate : new char[] {'\t', ';', ','}) {
            Fields fields = new Fields(candidate);
            boolean everywhere = true;
            for (String line : lines) {
                everywhere &= line.indexOf(candidate) >= 0 && fields.fits(line, reader);
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
                .map(EdgeListLayout::plain)
                .filter(name -> FIRST.contains(name) || SECOND.contains(name))
                .count();
        if (known >= 2) {
            return Header.NAMES;
        }
        for (int c = 0; c < first.size() && rows.size() > 1; c++) {
            boolean numbers = true;
            for (List<String> row : rows.subList(1, rows.size())) {
                numbers &= c < row.size() && isNumberOrComma(row.get(c));
            }
            if (numbers
                    && !isNumberOrComma(first.get(c))
                    && !MISSING.contains(first.get(c).toLowerCase(Locale.ROOT))) {
                return Header.NAMES;
            }
        }
        return Header.NONE;
    }

    /** A column's name without what spellings differ in: {@code From_Node_ID} is {@code fromnode}. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "").replaceFirst("(?<=.)id$", "");
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches() && Double.isFinite(Double.parseDouble(text));
    }

    private static boolean isNumberOrComma(String text) {
        return isNumber(text) || DecimalComma.isNumber(text);
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
                if (known.contains(plain(names.get(c)))) {
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
     * Returns the name of a column that the user named or numbered, {@code auto} otherwise.
     *
     * @param wanted what the user said
     * @param role what it is for
     */
    public String attribute(String wanted, String role) {
        int column = column(wanted, names, Set.of(), -1, role);
        return column < 0 ? wanted : name(column);
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
                    case NONE, AUTO -> "a tie" + firstTie;
                });
        report.fact("identifiers", "columns " + (source + 1) + " and " + (target + 1));
        report.fact("weight", weight < 0 ? "none" : "column " + (weight + 1) + (decimalComma ? ", decimal comma" : ""));
        for (int column : further) {
            if (dropsFurther) {
                report.loss(Change.DROPPED, "column dropped", Place.of("column " + name(column)));
            }
        }
    }

    /**
     * Checks that a line has as many fields as the first.
     *
     * @param fields the line
     * @param count its number of fields
     */
    public void checkCount(Fields fields, int count) {
        if (count != columns) {
            throw new InputException(
                    fields.place(columns),
                    "Expected " + columns + " columns separated by " + fields.name() + " as in the first line, found "
                            + count + " ('" + shortened(fields.text())
                            + "'). Correct the line, or give the delimiter.");
        }
    }

    /**
     * Returns an identifier.
     *
     * @param fields the line
     * @param column which one
     */
    public String identifier(Fields fields, int column) {
        String text = fields.field(column);
        if (text.isEmpty()) {
            throw new InputException(
                    fields.place(column),
                    "Expected an identifier in column " + (column + 1)
                            + ", found none. Fill it in or remove the line.");
        }
        if (isRounded(text)) {
            throw new InputException(
                    fields.place(column),
                    "Expected an identifier, found '" + text
                            + "': a spreadsheet has rounded a long number, and others may"
                            + " have become the same. Export the identifiers again as texts.");
        }
        return text;
    }

    /**
     * Returns whether an identifier looks like a long whole number that a spreadsheet has rounded.
     *
     * @param text the identifier
     */
    public static boolean isRounded(String text) {
        return text.length() > 3
                && text.charAt(1) < '/'
                && ROUNDED.matcher(text).matches();
    }

    /**
     * Returns whether a line could be a tie: whether it has as many fields as there are columns.
     *
     * @param fields splits it
     * @param reader at the line
     */
    public boolean isTieLike(Fields fields, LineReader reader) {
        String text = reader.text();
        return text.indexOf('"') < 0 && fields.split(text, reader) == columns;
    }

    /**
     * Returns the weight of a line.
     *
     * @param fields the line
     */
    public double weight(Fields fields) {
        String text = fields.field(weight);
        if (!decimalComma && DecimalComma.isNumber(text)) {
            throw new InputException(
                    fields.place(weight),
                    "Expected a number as weight, found '" + shortened(text)
                            + "' with a comma. Write decimal points, or give decimal: comma.");
        }
        if (decimalComma) {
            if (text.indexOf('.') >= 0) {
                throw new InputException(
                        fields.place(weight),
                        "Expected a number with a decimal comma as weight, found '" + shortened(text)
                                + "' with a point. Correct it, or give decimal: point.");
            }
            text = DecimalComma.withPoint(text);
        }
        if (!isNumber(text)) {
            throw new InputException(
                    fields.place(weight),
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

    /** Returns the columns beside identifiers and weight. */
    public List<Integer> further() {
        return further;
    }

    /**
     * Returns the name of a further column, one that no other column has.
     *
     * @param column its number from 0
     */
    public String name(int column) {
        String name =
                column < names.size() && !names.get(column).isBlank() ? names.get(column) : "column-" + (column + 1);
        boolean taken = name.equals("weight") && weight >= 0 || names.indexOf(name) != column && names.contains(name);
        return taken ? name + "-" + (column + 1) : name;
    }

    /**
     * Returns the value of a line in a further column, with a decimal point.
     *
     * @param fields the line
     * @param column which one
     */
    public String value(Fields fields, int column) {
        String text = fields.field(column);
        return decimalComma && DecimalComma.isNumber(text) ? DecimalComma.withPoint(text) : text;
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
