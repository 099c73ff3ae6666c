package org.einfluss.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.ImportReport.Change;
import org.einfluss.api.data.ImportReport.Place;
import org.einfluss.api.data.Source;
import org.einfluss.formats.internal.CharInput;
import org.einfluss.formats.internal.NumberText;
import org.einfluss.formats.internal.UnnamedDataset;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Reads GML (Himsolt 1997), as NetworkX, igraph, Gephi and yEd write it: nodes, edges and their values, whose syntax says whether they are
 * whole numbers, numbers or texts.
 *
 * <p>Where all nodes have labels and no two the same, nodes are identified by them, as in NetworkX; numbers that are not merely counted
 * through are then kept in the column {@code gml-id}. Lists within nodes and edges (drawing instructions) and repeated keys are dropped
 * and counted.
 */
@Component(service = DatasetReader.class)
@Described(id = "gml", name = "GML", summary = "Nested keys and values; as NetworkX, igraph, Gephi and yEd write it.")
public final class GmlReader implements DatasetReader<NetworkParameters> {
    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 400;

    /** Makes the reader. */
    public GmlReader() {}

    @Override
    public Set<String> extensions() {
        return Set.of("gml");
    }

    @Override
    public boolean recognises(String head) {
        return head.matches(
                "(?s)\\s*(#[^\n]*\n\\s*|Creator\\s[^\n]*\n\\s*|Version\\s[^\n]*\n\\s*|comment\\s[^\n]*\n\\s*)*"
                        + "graph\\s*\\[.*");
    }

    @Override
    public Dataset read(Source source, NetworkParameters parameters, ImportReport report, Progress progress)
            throws IOException {
        try (CharInput in = new CharInput(source, progress)) {
            NetworkDraft draft = new Content(source.name(), in, report).read();
            Network network = draft.network(parameters, report);
            return UnnamedDataset.of(source, draft.direction(parameters), network);
        }
    }

    /** One reading of a file. */
    private static final class Content {
        private final CharInput in;
        private final ImportReport report;
        private final NetworkDraft draft;
        private final List<String> labels = new ArrayList<>();
        private final Map<String, Object> values = new LinkedHashMap<>();
        private boolean directed;
        private int firstTieColumn;
        private boolean graphSeen;

        Content(String file, CharInput in, ImportReport report) {
            this.in = in;
            this.report = report;
            draft = NetworkDraft.labelled(file);
        }

        NetworkDraft read() throws IOException {
            for (String key = key(); !key.isEmpty(); key = key()) {
                if (key.equals("graph") && !graphSeen) {
                    graphSeen = true;
                    open();
                    readGraph();
                } else {
                    if (key.equals("graph")) {
                        lost(Change.DROPPED, "further graph dropped", "");
                    }
                    skip(0);
                }
            }
            if (!graphSeen) {
                throw new InputException(in.place(), "Expected 'graph [', found none. Is it the right file?");
            }
            draft.checkEnds();
            if (directed) {
                draft.directAll(firstTieColumn);
            }
            identify();
            return draft;
        }

        /** Labels identify nodes where each has one of its own. */
        private void identify() {
            if (labels.contains("") || new HashSet<>(labels).size() < labels.size() || labels.isEmpty()) {
                Attribute label = draft.nodeAttribute("label", Attribute.Kind.TEXT);
                boolean any = false;
                for (int node = 0; node < labels.size(); node++) {
                    if (!labels.get(node).isEmpty()) {
                        label.put(node, labels.get(node));
                        any = true;
                    }
                }
                report.fact("identifiers", any ? "ids, as labels are missing or repeat" : "ids");
                if (!any) {
                    draft.forgetNodeAttribute("label");
                }
                return;
            }
            boolean counted = true;
            int first = draft.label(0).equals("1") ? 1 : 0;
            for (int node = 0; node < labels.size() && counted; node++) {
                counted = draft.label(node).equals(Integer.toString(node + first));
            }
            if (!counted) {
                Attribute ids = draft.nodeAttribute("gml-id", Attribute.Kind.OPEN);
                for (int node = 0; node < labels.size(); node++) {
                    ids.put(node, draft.label(node));
                }
            }
            report.fact("identifiers", "labels");
            draft.relabel(labels);
        }

        private void lost(Change change, String what, String element) {
            report.loss(change, what, new Place(in.line(), 0, element));
        }

        private void readGraph() throws IOException {
            for (String key = key(); !key.isEmpty(); key = key()) {
                switch (key) {
                    case "node" -> {
                        open();
                        readNode();
                    }
                    case "edge" -> {
                        open();
                        readEdge();
                    }
                    case "directed" -> directed = value().equals(1L);
                    default -> {
                        if (!Set.of("multigraph", "Creator", "Version", "comment")
                                .contains(key)) {
                            lost(Change.DROPPED, "value of the graph dropped", key);
                        }
                        skip(0);
                    }
                }
            }
            close();
        }

        private void readNode() throws IOException {
            InputException.Place where = in.place();
            readValues();
            Object id = values.remove("id");
            if (id == null) {
                throw new InputException(where, "Expected an id of this node, found none. Add it.");
            }
            int node = draft.declare(id.toString(), where);
            Object label = values.remove("label");
            // Ends of edges may have come before their nodes.
            while (labels.size() <= node) {
                labels.add("");
            }
            labels.set(node, label == null ? "" : label.toString());
            values.forEach((name, value) -> put(draft.nodeAttribute(name, Attribute.Kind.FOUND), node, value));
        }

        private void readEdge() throws IOException {
            InputException.Place where = in.place();
            readValues();
            Object source = values.remove("source");
            Object target = values.remove("target");
            if (source == null || target == null) {
                throw new InputException(
                        where, "Expected source and target of this edge, found one of them missing. Add it.");
            }
            if (values.remove("key") != null) {
                report.loss(Change.NOTED, "edge identifier passed over", Place.line(where.line()));
            }
            // Whether ties are directed may stand behind them.
            int tie = draft.tie(
                    draft.end(source.toString(), where),
                    draft.end(target.toString(), where),
                    false,
                    where.line(),
                    where.column());
            firstTieColumn = tie == 0 ? where.column() : firstTieColumn;
            values.forEach((name, value) -> put(draft.tieAttribute(name, Attribute.Kind.FOUND), tie, value));
        }

        private static void put(Attribute attribute, int index, Object value) {
            if (value instanceof Long number) {
                attribute.put(index, number.longValue());
            } else if (value instanceof Double number) {
                attribute.put(index, number.doubleValue());
            } else {
                attribute.put(index, value.toString());
            }
        }

        private void readValues() throws IOException {
            values.clear();
            for (String key = key(); !key.isEmpty(); key = key()) {
                if (in.peek() == '[') {
                    lost(Change.DROPPED, "list of values dropped", key);
                    skip(0);
                } else if (values.containsKey(key)) {
                    lost(Change.DROPPED, "repeated key dropped", key);
                    value();
                } else {
                    values.put(key, value());
                }
            }
            close();
        }

        /** The next key, empty at the end of a list or of the file; the value is next. */
        private String key() throws IOException {
            blanks();
            StringBuilder key = new StringBuilder();
            while (isKey(in.peek())) {
                key.append((char) in.next());
            }
            if (key.length() == 0 && in.peek() != ']' && in.peek() != CharInput.END) {
                throw in.wrong("a key of letters and digits");
            }
            blanks();
            return key.toString();
        }

        private static boolean isKey(int c) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
        }

        private void blanks() throws IOException {
            in.skipBlanks();
            while (in.peek() == '#') {
                in.skipLine();
                in.skipBlanks();
            }
        }

        private void open() throws IOException {
            if (in.peek() != '[') {
                throw in.wrong("'['");
            }
            in.next();
        }

        private void close() throws IOException {
            if (in.peek() != ']') {
                throw in.wrong("a key or ']'");
            }
            in.next();
        }

        private void skip(int depth) throws IOException {
            if (depth > DEEPEST) {
                throw new InputException(
                        in.place(), "Lists are nested more than " + DEEPEST + " deep. Is it the right file?");
            }
            if (in.peek() != '[') {
                value();
                return;
            }
            in.next();
            for (String key = key(); !key.isEmpty(); key = key()) {
                skip(depth + 1);
            }
            close();
        }

        private Object value() throws IOException {
            if (in.peek() == '"') {
                return text();
            }
            StringBuilder word = new StringBuilder();
            for (int c = in.peek(); isKey(c) || c == '+' || c == '-' || c == '.'; c = in.peek()) {
                word.append((char) in.next());
                if (word.length() > LONGEST_NUMBER) {
                    throw in.wrong("a number or a text in quotes");
                }
            }
            String number = word.toString();
            if (NumberText.isWhole(number, 18)) {
                return Long.parseLong(number);
            }
            if (NumberText.isDecimal(number)) {
                return NumberText.isWhole(number, number.length())
                        ? integer(number)
                        : (Object) Double.parseDouble(number);
            }
            return switch (number.toUpperCase(Locale.ROOT)) {
                case "INF", "+INF" -> Double.POSITIVE_INFINITY;
                case "-INF" -> Double.NEGATIVE_INFINITY;
                case "NAN", "+NAN" -> Double.NaN;
                default -> throw in.wrong("a number or a text in quotes");
            };
        }

        private static Object integer(String digits) {
            try {
                return Long.parseLong(digits);
            } catch (NumberFormatException tooLong) {
                return digits;
            }
        }

        private String text() throws IOException {
            in.next();
            StringBuilder text = new StringBuilder();
            for (int c = in.next(); c != '"'; c = in.next()) {
                if (c == CharInput.END) {
                    throw in.wrong("a closing quote");
                }
                if (c == '&') {
                    entity(text);
                } else {
                    text.append((char) c);
                }
            }
            return text.toString();
        }

        private void entity(StringBuilder text) throws IOException {
            StringBuilder name = new StringBuilder();
            while (in.peek() != ';' && in.peek() != '"' && in.peek() != CharInput.END && name.length() < 12) {
                name.append((char) in.next());
            }
            String plain = name.toString();
            if (in.peek() != ';') {
                text.append('&').append(plain);
                return;
            }
            in.next();
            switch (plain) {
                case "amp" -> text.append('&');
                case "quot" -> text.append('"');
                case "lt" -> text.append('<');
                case "gt" -> text.append('>');
                case "apos" -> text.append('\'');
                default -> {
                    boolean decimal = plain.matches("#[0-9]{1,7}");
                    boolean hex = plain.matches("#[xX][0-9a-fA-F]{1,6}");
                    int code = decimal
                            ? Integer.parseInt(plain.substring(1))
                            : hex ? Integer.parseInt(plain.substring(2), 16) : -1;
                    if (code >= 0 && Character.isValidCodePoint(code)) {
                        text.appendCodePoint(code);
                    } else {
                        text.append('&').append(plain).append(';');
                    }
                }
            }
        }
    }
}
