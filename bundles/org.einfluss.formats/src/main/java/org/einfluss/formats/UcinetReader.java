package org.einfluss.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.ImportReport.Change;
import org.einfluss.api.data.ImportReport.Place;
import org.einfluss.api.data.Source;
import org.einfluss.formats.internal.LineReader;
import org.einfluss.formats.internal.UnnamedDataset;
import org.einfluss.formats.internal.Words;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Reads UCINET's DL language (Borgatti, Everett and Freeman): {@code fullmatrix} (several matrices too), {@code edgelist1} and
 * {@code nodelist1}, with {@code labels:} or {@code labels embedded}; two-mode data as {@code fullmatrix}, {@code edgelist2} and {@code nodelist2}.
 *
 * <p>A cell that is not 0 is a tie from the row's node to the column's. Several matrices, in lists separated by {@code !}, are layers under their
 * labels. With as many columns as rows ({@code nr}, {@code nc}) and no labels of columns of their own a matrix is of one mode; else the column {@code mode}
 * says {@code row} or {@code column}. A file does not say whether ties are mutual: the direction must be given.
 */
@Component(service = DatasetReader.class)
@Described(
        id = "ucinet-dl",
        name = "UCINET DL",
        summary = "Full matrices, edge lists and node lists of UCINET's DL language.")
public final class UcinetReader implements DatasetReader<NetworkParameters> {
    /** Makes the reader. */
    public UcinetReader() {}

    @Override
    public Set<String> extensions() {
        return Set.of("dl");
    }

    @Override
    public boolean recognises(String head) {
        return head.matches("(?is)\\s*dl\\s*(,|\\s)\\s*(n|nr|nm|format|data|labels)\\b.*");
    }

    @Override
    public Dataset read(Source source, NetworkParameters parameters, ImportReport report, Progress progress)
            throws IOException {
        try (LineReader reader = new LineReader(source, progress)) {
            NetworkDraft draft = new Content(source.name(), reader, report).read();
            Network network = draft.network(parameters, report);
            return UnnamedDataset.of(source, draft.direction(parameters), network);
        }
    }

    /** One word of a line. */
    private record Word(String text, int line, int column) {}

    /** One reading of a file. */
    private static final class Content {
        private static final int MOST = Integer.MAX_VALUE - 9;
        private static final Pattern SETTING =
                Pattern.compile("(?i)\\b(n|nr|nc|nm|format|diagonal)\\s*=\\s*([A-Za-z0-9]+)");
        private static final Pattern SECTION = Pattern.compile(
                "(?i)\\b(matrix labels|row labels|column labels|col labels|labels)\\s*(embedded)?\\s*:|\\b((row |col |column )?labels\\s+embedded)");

        private final String file;
        private final LineReader reader;
        private final ImportReport report;
        private int nodes = -1;
        private int rows = -1;
        private int columns = -1;
        private boolean twoModes;
        private final BitSet rowsFound = new BitSet();
        private final BitSet columnsFound = new BitSet();
        private int matrices = 1;
        private String format = "fullmatrix";
        private boolean embedded;
        private boolean diagonal = true;
        private final List<String> labels = new ArrayList<>();
        private final List<String> columnLabels = new ArrayList<>();
        private final List<String> layers = new ArrayList<>();

        Content(String file, LineReader reader, ImportReport report) {
            this.file = file;
            this.reader = reader;
            this.report = report;
        }

        NetworkDraft read() throws IOException {
            readHead();
            settle();
            report.fact("dialect", format + (embedded ? ", labels embedded" : ""));
            NetworkDraft draft =
                    labels.isEmpty() && !embedded ? NetworkDraft.numbered(file) : NetworkDraft.labelled(file);
            draft.listsBothWays();
            draft.directedByDefault();
            draft.weightIsOne();
            for (String label : labels) {
                draft.declare(label, reader.place(0));
            }
            switch (format) {
                case "fullmatrix" -> readMatrices(draft);
                case "edgelist1", "edgelist", "edgelist2" -> readLists(draft, true);
                case "nodelist1", "nodelist", "nodelist2" -> readLists(draft, false);
                default ->
                    throw new InputException(
                            reader.place(0),
                            "Expected the format fullmatrix, edgelist1, nodelist1, edgelist2 or nodelist2, found '"
                                    + format + "'. Export the data in one of these.");
            }
            if (!labels.isEmpty() && nodes >= 0 && labels.size() != nodes) {
                throw new InputException(
                        reader.place(0), "Expected " + nodes + " labels, found " + labels.size() + ". Correct them.");
            }
            if (labels.isEmpty() && !embedded) {
                Words.declare(draft, Math.max(0, nodes), reader);
            }
            if (twoModes) {
                Attribute mode = draft.nodeAttribute(Network.MODE, Attribute.Kind.TEXT);
                for (int node = 0; node < draft.nodes(); node++) {
                    mode.put(node, isRow(node) ? "row" : "column");
                }
            }
            return draft;
        }

        /** Labels embedded in a matrix name the columns first, those in a list as they come. */
        private boolean isRow(int node) {
            return !embedded ? node < rows : format.equals("fullmatrix") ? node >= columns : rowsFound.get(node);
        }

        /** What the first lines mean together. */
        private void settle() {
            rows = rows < 0 ? nodes : rows;
            columns = columns < 0 ? nodes : columns;
            twoModes =
                    rows != columns || !columnLabels.isEmpty() && !columnLabels.equals(labels) || format.endsWith("2");
            if (twoModes && (rows < 0 || columns < 0)) {
                throw new InputException(
                        reader.place(0),
                        "Two-mode data need the numbers of rows and columns, as in 'nr = 5, nc = 3'. Add them.");
            }
            if (twoModes && (long) rows + columns > MOST) {
                throw new InputException(reader.place(0), "The matrix is larger than a graph can be. Split it.");
            }
            nodes = twoModes ? rows + columns : rows;
            if (twoModes && !labels.isEmpty()) {
                if (labels.size() != rows || columnLabels.size() != columns) {
                    throw new InputException(
                            reader.place(0),
                            "Expected " + rows + " labels of rows and " + columns + " of columns, found "
                                    + labels.size() + " and " + columnLabels.size() + ". Correct them.");
                }
                labels.addAll(columnLabels);
            }
        }

        /** Settings and labels up to the line "data:". */
        private void readHead() throws IOException {
            boolean begun = false;
            String section = "";
            while (reader.next()) {
                String text = reader.text().strip();
                if (text.isEmpty()) {
                    continue;
                }
                if (!begun) {
                    if (!text.matches("(?i)dl\\b.*")) {
                        throw new InputException(
                                reader.place(1),
                                "Expected 'dl', found '" + shortened(text) + "'. Is it the right file?");
                    }
                    begun = true;
                    text = text.substring(2);
                }
                if (text.matches("(?i)data\\s*:.*")) {
                    if (!text.matches("(?i)data\\s*:")) {
                        throw new InputException(
                                reader.place(1),
                                "Expected the data below 'data:', found them beside it. Break the line.");
                    }
                    return;
                }
                Matcher setting = SETTING.matcher(text);
                boolean any = false;
                while (setting.find()) {
                    set(setting.group(1).toLowerCase(Locale.ROOT), setting.group(2));
                    any = true;
                }
                text = setting.replaceAll(" ");
                Matcher titled = SECTION.matcher(text);
                if (titled.find()) {
                    if (titled.group(2) != null || titled.group(3) != null) {
                        embedded = true;
                        continue;
                    }
                    section = titled.group(1).toLowerCase(Locale.ROOT);
                    text = text.substring(titled.end());
                    any = true;
                }
                for (Word word : words(text)) {
                    switch (section) {
                        case "labels", "row labels" -> labels.add(word.text);
                        case "matrix labels" -> layers.add(word.text);
                        case "column labels", "col labels" -> columnLabels.add(word.text);
                        default -> {
                            if (!any) {
                                throw new InputException(
                                        reader.place(1),
                                        "Expected a setting such as 'n = 5', labels or 'data:', found '"
                                                + shortened(word.text) + "'. Correct it.");
                            }
                        }
                    }
                }
            }
            throw new InputException(reader.place(0), "Expected 'data:', found the end of the file. Was it cut off?");
        }

        private void set(String name, String value) {
            switch (name) {
                case "format" -> format = value.toLowerCase(Locale.ROOT);
                case "diagonal" -> diagonal = !value.equalsIgnoreCase("absent");
                default -> {
                    if (!value.matches("[0-9]{1,10}") || Long.parseLong(value) > MOST) {
                        throw new InputException(
                                reader.place(1), "Expected a number of nodes, found '" + value + "'. Correct it.");
                    }
                    int number = Integer.parseInt(value);
                    switch (name) {
                        case "nm" -> matrices = number;
                        case "nr" -> rows = number;
                        case "nc" -> columns = number;
                        default -> nodes = number;
                    }
                }
            }
        }

        private static String shortened(String text) {
            return text.length() <= 60 ? text : text.substring(0, 57) + "…";
        }

        /** Words between blanks and commas; in quotes they may hold both. */
        private List<Word> words(String text) {
            List<Word> words = new ArrayList<>();
            int i = 0;
            while (i < text.length()) {
                char c = text.charAt(i);
                if (c == ' ' || c == '\t' || c == ',') {
                    i++;
                    continue;
                }
                int begin = i;
                if (c == '"') {
                    int close = text.indexOf('"', i + 1);
                    if (close < 0) {
                        throw new InputException(
                                reader.place(i + 1),
                                "Expected a closing quote on the same line, found none. Close the field.");
                    }
                    words.add(new Word(text.substring(i + 1, close), reader.line(), begin + 1));
                    i = close + 1;
                } else {
                    while (i < text.length() && " \t,\"".indexOf(text.charAt(i)) < 0) {
                        i++;
                    }
                    words.add(new Word(text.substring(begin, i), reader.line(), begin + 1));
                }
            }
            return words;
        }

        private InputException wrong(Word word, String expected) {
            return new InputException(
                    new InputException.Place(file, word.line, word.column),
                    "Expected " + expected + ", found '" + shortened(word.text) + "'. Correct it.");
        }

        private double number(Word word) {
            if (!word.text.matches("[-+]?([0-9]++[.]?[0-9]*+|[.][0-9]+)([eE][-+]?[0-9]{1,4})?")) {
                throw wrong(word, "a number");
            }
            return Double.parseDouble(word.text);
        }

        private void readMatrices(NetworkDraft draft) throws IOException {
            if (nodes < 0) {
                throw new InputException(reader.place(0), "Expected the number of nodes, as in 'n = 5'. Add it.");
            }
            int matrix = 0;
            int row = 0;
            int column = embedded ? -2 : 0;
            int corner = 0;
            while (reader.next()) {
                for (Word word : words(reader.text())) {
                    if (embedded && column == -2) {
                        // The first line holds the labels of the columns.
                        if (matrix == 0) {
                            labels.add(word.text);
                            draft.declare(word.text, new InputException.Place(file, word.line, word.column));
                        }
                        corner++;
                        if (corner == columns) {
                            corner = 0;
                            column = -1;
                        }
                        continue;
                    }
                    if (matrix == matrices || nodes == 0) {
                        throw wrong(word, "the end of the matrix");
                    }
                    if (column == -1) {
                        if (twoModes) {
                            if (matrix == 0) {
                                labels.add(word.text);
                                draft.declare(word.text, new InputException.Place(file, word.line, word.column));
                            }
                        } else if (!word.text.equals(labels.get(row))) {
                            throw wrong(word, "the label '" + shortened(labels.get(row)) + "' of this row");
                        }
                        column = 0;
                        continue;
                    }
                    if (!diagonal && !twoModes && column == row) {
                        column++;
                    }
                    double value = number(word);
                    if (value != 0) {
                        tie(
                                draft,
                                twoModes && embedded ? columns + row : row,
                                twoModes && !embedded ? rows + column : column,
                                word,
                                value,
                                matrix);
                    }
                    column++;
                    if (!diagonal && !twoModes && column == row && column == nodes - 1) {
                        column++;
                    }
                    if (column >= columns) {
                        column = embedded ? -1 : 0;
                        row++;
                        if (row == rows) {
                            row = 0;
                            matrix++;
                            column = embedded ? -2 : 0;
                        }
                    }
                }
            }
            if (nodes > 0 && matrix < matrices) {
                throw new InputException(
                        reader.place(0),
                        "Expected " + matrices + " matrices of " + nodes
                                + " nodes, found fewer numbers. Was the file cut off?");
            }
        }

        private void tie(NetworkDraft draft, int row, int column, Word word, double value, int matrix) {
            int tie = draft.tie(row, column, true, word.line, word.column);
            if (!word.text.equals("1")) {
                draft.tieAttribute(Network.WEIGHT, Attribute.Kind.DOUBLE).put(tie, value);
            }
            layer(draft, tie, matrix);
        }

        private void layer(NetworkDraft draft, int tie, int matrix) {
            if (matrices > 1 || !layers.isEmpty()) {
                String name = matrix < layers.size() ? layers.get(matrix) : Integer.toString(matrix + 1);
                draft.tieAttribute(Network.LAYER, Attribute.Kind.TEXT).put(tie, name);
            }
        }

        /** Lines "a b [weight]" or "a b c …". */
        private void readLists(NetworkDraft draft, boolean edges) throws IOException {
            int matrix = 0;
            while (reader.next()) {
                String text = reader.text().strip();
                if (text.isEmpty()) {
                    continue;
                }
                if (text.equals("!")) {
                    matrix++;
                    if (matrix >= Math.max(matrices, layers.size())) {
                        report.loss(Change.DROPPED, "further matrix dropped", Place.line(reader.line()));
                        return;
                    }
                    continue;
                }
                List<Word> words = words(reader.text());
                if (words.isEmpty()) {
                    continue;
                }
                int from = node(draft, words.get(0), true);
                if (edges && (words.size() < 2 || words.size() > 3)) {
                    throw wrong(words.get(0), "two nodes and perhaps a number in this line");
                }
                for (int i = 1; i < (edges ? 2 : words.size()); i++) {
                    int tie =
                            draft.tie(from, node(draft, words.get(i), false), true, reader.line(), words.get(i).column);
                    layer(draft, tie, matrix);
                    if (edges && words.size() == 3) {
                        double weight = number(words.get(2));
                        if (weight == 0) {
                            report.fact("ties of weight 0", "kept");
                        }
                        draft.tieAttribute(Network.WEIGHT, Attribute.Kind.DOUBLE)
                                .put(tie, weight);
                    }
                }
            }
        }

        private int node(NetworkDraft draft, Word word, boolean isRow) {
            if (embedded) {
                int node = draft.node(word.text);
                (isRow ? rowsFound : columnsFound).set(node);
                if (twoModes && rowsFound.get(node) && columnsFound.get(node)) {
                    throw wrong(word, "different labels of rows and columns");
                }
                return node;
            }
            int most = !twoModes ? nodes : isRow ? rows : columns;
            int before = twoModes && !isRow ? rows : 0;
            if (!word.text.matches("[0-9]{1,10}")
                    || Long.parseLong(word.text) < 1
                    || most >= 0 && Long.parseLong(word.text) > most) {
                if (draft.isLabelled() && draft.hasNode(word.text)) {
                    return draft.node(word.text);
                }
                throw wrong(word, "the number of a node from 1" + (most >= 0 ? " to " + most : ""));
            }
            int node = (int) Math.min(MOST, Long.parseLong(word.text)) - 1;
            if (most < 0 || node >= most) {
                throw wrong(word, "the number of nodes in the first lines, as in 'n = 5', before this node");
            }
            return before + node;
        }
    }
}
