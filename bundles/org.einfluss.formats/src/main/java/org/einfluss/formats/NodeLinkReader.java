package org.einfluss.formats;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
import org.einfluss.formats.internal.JsonInput;
import org.einfluss.formats.internal.UnnamedDataset;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Reads JSON of nodes and links, as NetworkX ({@code links} or {@code edges}) and D3 write it: {@code {"directed": …, "nodes": [{"id": …}],
 * "links": [{"source": …, "target": …}]}}.
 *
 * <p>Where nodes have no {@code id}, links give their position in the list, from 0. Where the file does not say whether it is directed, the
 * direction must be given. Lists and objects as values become their JSON text; null is missing.
 */
@Component(service = DatasetReader.class)
@Described(id = "node-link", name = "JSON of nodes and links", summary = "As NetworkX and D3 write it; plain or gzip.")
public final class NodeLinkReader implements DatasetReader<NetworkParameters> {
    /** Makes the reader. */
    public NodeLinkReader() {}

    @Override
    public Set<String> extensions() {
        return Set.of("json");
    }

    @Override
    public boolean recognises(String head) {
        return head.stripLeading().startsWith("{") && head.matches("(?s).*\"(nodes|links|edges|directed)\".*");
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
        private final JsonInput json;
        private final ImportReport report;
        private final NetworkDraft draft;
        private Optional<Boolean> directed = Optional.empty();
        private boolean byPosition;
        private int nodes;
        private final Map<String, Object> values = new LinkedHashMap<>();
        private int firstTieColumn;
        private boolean linksSeen;
        private boolean nodesSeen;

        Content(String file, CharInput in, ImportReport report) {
            this.in = in;
            this.json = new JsonInput(in);
            this.report = report;
            draft = NetworkDraft.labelled(file);
        }

        NetworkDraft read() throws IOException {
            if (json.peek() != '{') {
                throw in.wrong("'{'");
            }
            json.object(key -> {
                switch (key) {
                    case "directed" -> directed = Optional.of(json.value().equals(true));
                    case "multigraph" -> json.value();
                    case "nodes" -> {
                        nodesSeen = true;
                        json.list(this::readNode);
                    }
                    case "links", "edges" -> {
                        linksSeen = true;
                        report.fact("dialect", key);
                        json.list(this::readLink);
                    }
                    default -> {
                        Object value = json.value();
                        boolean empty = value instanceof JsonInput.Nested nested
                                && nested.json().length() == 2;
                        if (!empty) {
                            report.loss(Change.DROPPED, "value of the graph dropped", new Place(in.line(), 0, key));
                        }
                    }
                }
            });
            json.end();
            if (!nodesSeen || !linksSeen) {
                throw new InputException(
                        in.place(),
                        "Expected \"nodes\" and \"links\" or \"edges\", found one of them missing. Is it the right file?");
            }
            draft.checkEnds();
            if (directed.orElse(true)) {
                draft.directAll(firstTieColumn);
            }
            return draft;
        }

        private void readValues() throws IOException {
            values.clear();
            json.object(key -> {
                Object value = json.value();
                if (values.put(key, value) != null) {
                    report.loss(Change.DROPPED, "repeated key dropped", new Place(in.line(), 0, key));
                }
            });
        }

        private void readNode() throws IOException {
            InputException.Place where = in.place();
            readValues();
            Object id = values.remove("id");
            byPosition = nodes == 0 ? id == null : byPosition;
            if (byPosition != (id == null)) {
                throw new InputException(
                        where,
                        "Expected an id of every node or of none; this one differs from the first. Add what is missing.");
            }
            int node = draft.declare(id == null ? Integer.toString(nodes) : identifier(id, where), where);
            nodes++;
            values.forEach((name, value) -> put(draft.nodeAttribute(name, Attribute.Kind.FOUND), node, value, where));
        }

        private void readLink() throws IOException {
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
            int tie = draft.tie(
                    draft.end(identifier(source, where), where),
                    draft.end(identifier(target, where), where),
                    false,
                    where.line(),
                    where.column());
            firstTieColumn = tie == 0 ? where.column() : firstTieColumn;
            values.forEach((name, value) -> put(draft.tieAttribute(name, Attribute.Kind.FOUND), tie, value, where));
        }

        private static String identifier(Object id, InputException.Place where) {
            if (id instanceof String || id instanceof Long || id instanceof Double || id instanceof Boolean) {
                return id.toString();
            }
            throw new InputException(
                    where, "Expected a text or a number as identifier, found something else. Correct it.");
        }

        private void put(Attribute attribute, int index, Object value, InputException.Place where) {
            if (value instanceof Long number) {
                attribute.put(index, number.longValue());
            } else if (value instanceof Double number) {
                attribute.put(index, number.doubleValue());
            } else if (value instanceof Boolean truth) {
                attribute.put(index, truth.booleanValue());
            } else if (value instanceof String text) {
                attribute.put(index, text);
            } else if (value instanceof JsonInput.Nested nested) {
                attribute.put(index, nested.json());
                report.loss(
                        Change.CONVERTED,
                        "list or object made a text",
                        new Place(where.line(), where.column(), "attribute " + attribute.name()));
            }
        }
    }
}
