package org.einfluss.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
 * Reads the DOT language of Graphviz: nodes, chains of edges, attributes and their defaults, subgraphs as sets of nodes.
 *
 * <p>Values are whole numbers, numbers, truth values or texts, whichever all values of an attribute are. Ports, attributes of the graph and
 * the grouping by subgraphs are dropped and counted; texts in HTML are kept as they stand.
 */
@Component(service = DatasetReader.class)
@Described(id = "dot", name = "DOT", summary = "Graphs of Graphviz: nodes, chains of edges, attributes, subgraphs.")
public final class DotReader implements DatasetReader<NetworkParameters> {
    private static final int DEEPEST = 64;

    /** Makes the reader. */
    public DotReader() {}

    @Override
    public Set<String> extensions() {
        return Set.of("dot", "gv");
    }

    @Override
    public boolean recognises(String head) {
        return head.matches("(?is)\\s*((//|#)[^\n]*\n\\s*)*(strict\\s+)?(di)?graph\\b[^\\[{]*\\{.*");
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

    /** A word, a text in quotes, or a sign. */
    private record Token(String text, boolean isName, InputException.Place place) {
        boolean is(String sign) {
            return !isName && text.equals(sign);
        }

        boolean isWord(String word) {
            return isName && text.toLowerCase(Locale.ROOT).equals(word);
        }
    }

    /** One reading of a file. */
    private static final class Content {
        private static final int MOST_ENDS = 1_000_000;

        private final CharInput in;
        private final ImportReport report;
        private final NetworkDraft draft;
        private Token token = new Token("", false, new InputException.Place("", 0, 0));
        private boolean directed;
        private boolean quoted;

        Content(String file, CharInput in, ImportReport report) {
            this.in = in;
            this.report = report;
            draft = NetworkDraft.labelled(file);
            draft.weightIsOne();
        }

        NetworkDraft read() throws IOException {
            next();
            if (token.isWord("strict")) {
                report.fact("strict", "parallel edges are merged unless they are to be kept");
                next();
            }
            if (!token.isWord("graph") && !token.isWord("digraph")) {
                throw wrong("graph or digraph");
            }
            directed = token.isWord("digraph");
            report.fact("dialect", directed ? "digraph" : "graph");
            if (directed) {
                draft.directedByDefault();
            }
            next();
            if (token.isName) {
                next();
            }
            expect("{");
            statements(new HashMap<>(), new HashMap<>(), new LinkedHashSet<>(), 0);
            expect("}");
            if (!token.text.isEmpty()) {
                report.loss(Change.DROPPED, "further graph dropped", Place.line(token.place.line()));
            }
            return draft;
        }

        private InputException wrong(String expected) {
            return new InputException(
                    token.place,
                    "Expected " + expected + ", found "
                            + (token.text.isEmpty() && !token.isName ? "the end of the file" : "'" + token.text + "'")
                            + ". Correct it.");
        }

        private void expect(String sign) throws IOException {
            if (!token.is(sign)) {
                throw wrong("'" + sign + "'");
            }
            next();
        }

        private void statements(
                Map<String, String> nodeDefaults, Map<String, String> edgeDefaults, Set<Integer> nodes, int depth)
                throws IOException {
            if (depth > DEEPEST) {
                throw new InputException(
                        token.place, "Subgraphs are nested more than " + DEEPEST + " deep. Is it the right file?");
            }
            while (!token.is("}")) {
                if (token.is(";")) {
                    next();
                } else if (!quoted && (token.isWord("node") || token.isWord("edge") || token.isWord("graph"))) {
                    Map<String, String> defaults =
                            token.isWord("node") ? nodeDefaults : token.isWord("edge") ? edgeDefaults : new HashMap<>();
                    boolean ofGraph = token.isWord("graph");
                    next();
                    while (token.is("[")) {
                        attributes(defaults);
                    }
                    if (ofGraph) {
                        report.loss(Change.DROPPED, "value of the graph dropped", Place.line(token.place.line()));
                    }
                } else {
                    statement(nodeDefaults, edgeDefaults, nodes, depth);
                }
            }
        }

        /** A node, a chain of edges, or a value of the graph. */
        private void statement(
                Map<String, String> nodeDefaults, Map<String, String> edgeDefaults, Set<Integer> nodes, int depth)
                throws IOException {
            InputException.Place where = token.place;
            boolean subgraph = token.is("{") || !quoted && token.isWord("subgraph");
            List<Set<Integer>> chain = new ArrayList<>();
            chain.add(ends(nodeDefaults, edgeDefaults, depth));
            if (!subgraph && token.is("=")) {
                next();
                next();
                report.loss(Change.DROPPED, "value of the graph dropped", Place.line(where.line()));
                return;
            }
            while (token.is("->") || token.is("--")) {
                if (token.is("->") != directed) {
                    throw wrong(directed ? "'->' in a digraph" : "'--' in a graph");
                }
                next();
                chain.add(ends(nodeDefaults, edgeDefaults, depth));
            }
            Map<String, String> values = new LinkedHashMap<>();
            if (chain.size() > 1) {
                values.putAll(edgeDefaults);
            }
            while (token.is("[")) {
                attributes(values);
            }
            chain.forEach(nodes::addAll);
            if (chain.size() == 1 && !subgraph) {
                int node = chain.get(0).iterator().next();
                values.forEach((name, value) -> put(draft.nodeAttribute(name, Attribute.Kind.OPEN), node, value));
            }
            for (int i = 0; i + 1 < chain.size(); i++) {
                if ((long) chain.get(i).size() * chain.get(i + 1).size() > MOST_ENDS) {
                    throw new InputException(
                            where, "This edge stands for more than " + MOST_ENDS + " ties. Write them one by one.");
                }
                for (int a : chain.get(i)) {
                    for (int b : chain.get(i + 1)) {
                        int tie = draft.tie(a, b, directed, where.line(), where.column());
                        values.forEach((name, value) -> put(draft.tieAttribute(name, Attribute.Kind.OPEN), tie, value));
                    }
                }
            }
        }

        private static void put(Attribute attribute, int index, String value) {
            if (!value.isEmpty()) {
                attribute.put(index, value);
            }
        }

        /** A node, or the nodes of a subgraph. */
        private Set<Integer> ends(Map<String, String> nodeDefaults, Map<String, String> edgeDefaults, int depth)
                throws IOException {
            if (token.is("{") || !quoted && token.isWord("subgraph")) {
                if (!token.is("{")) {
                    next();
                    if (token.isName) {
                        next();
                    }
                }
                report.loss(Change.DROPPED, "grouping by a subgraph dropped", Place.line(token.place.line()));
                expect("{");
                Set<Integer> inner = new LinkedHashSet<>();
                statements(new HashMap<>(nodeDefaults), new HashMap<>(edgeDefaults), inner, depth + 1);
                expect("}");
                return inner;
            }
            if (!token.isName) {
                throw wrong("a node");
            }
            String label = token.text;
            InputException.Place where = token.place;
            next();
            if (token.is("=")) {
                return Set.of();
            }
            if (label.isEmpty()) {
                throw new InputException(where, "Expected an identifier, found none. Fill it in or remove the line.");
            }
            boolean fresh = !draft.hasNode(label);
            int node = draft.node(label);
            if (fresh) {
                nodeDefaults.forEach((name, value) -> put(draft.nodeAttribute(name, Attribute.Kind.OPEN), node, value));
            }
            while (token.is(":")) {
                report.loss(Change.DROPPED, "port passed over", Place.line(where.line()));
                next();
                if (!token.isName) {
                    throw wrong("a port");
                }
                next();
            }
            return Set.of(node);
        }

        private void attributes(Map<String, String> values) throws IOException {
            expect("[");
            while (!token.is("]")) {
                if (!token.isName) {
                    throw wrong("a name of an attribute or ']'");
                }
                String name = token.text;
                next();
                String value = "true";
                if (token.is("=")) {
                    next();
                    if (!token.isName) {
                        throw wrong("a value");
                    }
                    value = token.text;
                    next();
                }
                values.put(name, value);
                if (token.is(",") || token.is(";")) {
                    next();
                }
            }
            next();
        }

        private void next() throws IOException {
            blanks();
            InputException.Place where = in.place();
            quoted = false;
            int c = in.peek();
            if (c == CharInput.END) {
                token = new Token("", false, where);
            } else if (c == '"') {
                quoted = true;
                StringBuilder text = new StringBuilder(quoted());
                blanks();
                while (in.peek() == '+') {
                    in.next();
                    blanks();
                    if (in.peek() != '"') {
                        throw in.wrong("a text in quotes");
                    }
                    text.append(quoted());
                    blanks();
                }
                token = new Token(text.toString(), true, where);
            } else if (c == '<') {
                quoted = true;
                token = new Token(html(), true, where);
            } else if (isName(c)) {
                StringBuilder word = new StringBuilder();
                boolean number = c >= '0' && c <= '9' || c == '.' || c == '-';
                word.append((char) in.next());
                if (c == '-' && (in.peek() == '-' || in.peek() == '>')) {
                    word.append((char) in.next());
                    token = new Token(word.toString(), false, where);
                    return;
                }
                for (c = in.peek(); isName(c) && (c != '-') && !(number && Character.isLetter(c)); c = in.peek()) {
                    word.append((char) in.next());
                }
                if (number && isName(c) && c != '-') {
                    exponent(word, where);
                }
                token = new Token(word.toString(), true, where);
            } else {
                token = new Token(Character.toString(in.next()), false, where);
            }
        }

        /** Reads {@code 1e-05}, which other programs write without quotes, on behind its digits; elsewhere a number ends before letters. */
        private void exponent(StringBuilder number, InputException.Place where) throws IOException {
            do {
                number.append((char) in.next());
            } while (isName(in.peek()) && in.peek() != '-'
                    || (in.peek() == '-' || in.peek() == '+') && "eE".indexOf(number.charAt(number.length() - 1)) >= 0);
            if (!NumberText.isDecimal(number.toString())) {
                throw new InputException(
                        where,
                        "Expected a number, or a name that begins with a letter, found '"
                                + NetworkDraft.shortened(number.toString()) + "'. Put it in quotes.");
            }
        }

        private static boolean isName(int c) {
            return c == '_' || c == '.' || c == '-' || c >= 0 && Character.isLetterOrDigit(c) || c >= 0x80;
        }

        private void blanks() throws IOException {
            while (true) {
                in.skipBlanks();
                boolean lineStart = in.place().column() == 1;
                if (in.peek() == '#' && lineStart) {
                    in.skipLine();
                } else if (in.peek() == '/') {
                    in.next();
                    if (in.peek() == '/') {
                        in.skipLine();
                    } else if (in.peek() == '*') {
                        in.next();
                        for (int last = 0; last != '*' || in.peek() != '/'; ) {
                            last = in.next();
                            if (last == CharInput.END) {
                                throw in.wrong("the end of the comment");
                            }
                        }
                        in.next();
                    } else {
                        throw in.wrong("a comment");
                    }
                } else {
                    return;
                }
            }
        }

        private String quoted() throws IOException {
            in.next();
            StringBuilder text = new StringBuilder();
            for (int c = in.next(); c != '"'; c = in.next()) {
                if (c == CharInput.END) {
                    throw in.wrong("a closing quote");
                }
                if (c == '\\' && in.peek() == '"') {
                    text.append((char) in.next());
                } else if (c == '\\' && in.peek() == '\n') {
                    in.next();
                } else {
                    text.append((char) c);
                }
            }
            return text.toString();
        }

        private String html() throws IOException {
            StringBuilder text = new StringBuilder();
            int open = 0;
            do {
                int c = in.next();
                if (c == CharInput.END) {
                    throw in.wrong("'>'");
                }
                open += c == '<' ? 1 : c == '>' ? -1 : 0;
                text.append((char) c);
            } while (open > 0);
            return text.toString();
        }
    }
}
