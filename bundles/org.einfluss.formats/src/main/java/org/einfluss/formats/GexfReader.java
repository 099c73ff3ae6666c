package org.einfluss.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.einfluss.formats.internal.TypedText;
import org.einfluss.formats.internal.UnnamedDataset;
import org.einfluss.formats.internal.XmlInput;
import org.einfluss.graph.Moment;
import org.einfluss.graph.Network;
import org.einfluss.graph.Spells;
import org.osgi.service.component.annotations.Component;

/**
 * Reads GEXF 1.1 to 1.3, as Gephi and NetworkX write it: nodes, edges, typed attributes with defaults, directions, weights, kinds, dates.
 *
 * <p>Labels become the column {@code label}; a {@code kind} of edge is a layer; {@code weight} is the weight, 1 where an edge says none.
 * Begin and end (or the timestamp) of nodes and edges become the columns {@code begin} and {@code end}; an edge with several spells is
 * several ties, one for each. A dynamic attribute whose values have times becomes a column of values over time ({@link Spells}). Mutual and
 * undirected edges among directed ones are two arcs. Drawing instructions and the hierarchy of nested nodes are dropped and counted.
 */
@Component(service = DatasetReader.class)
@Described(
        id = "gexf",
        name = "GEXF",
        summary = "XML of Gephi with typed attributes, weights, kinds and dates; plain or gzip.")
public final class GexfReader implements DatasetReader<NetworkParameters> {
    private static final Pattern INTERVAL =
            Pattern.compile("[\\[(\\]]\\s*([^,\\s]+)\\s*,\\s*([^,\\s\\])\\[]+)\\s*[\\])\\[]");

    /** Makes the reader. */
    public GexfReader() {}

    @Override
    public Set<String> extensions() {
        return Set.of("gexf");
    }

    @Override
    public boolean recognises(String head) {
        return head.contains("<gexf");
    }

    @Override
    public Dataset read(Source source, NetworkParameters parameters, ImportReport report, Progress progress)
            throws IOException {
        try (XmlInput xml = new XmlInput(source, progress)) {
            NetworkDraft draft = new Content(source.name(), xml, report).read();
            Network network = draft.network(parameters, report);
            return UnnamedDataset.of(source, draft.direction(parameters), network);
        }
    }

    private static final Pattern INFINITE = Pattern.compile("[-+]?(INF|Infinity)");

    /** Attributes of an element that say when it is there. */
    private static final Set<String> TIMES =
            Set.of("timestamp", "timestamps", "intervals", "start", "startopen", "end", "endopen");

    /** A declared attribute; of a dynamic one the values over time, by node or tie. */
    private record Key(Attribute attribute, Attribute.Kind kind, Optional<Map<Integer, List<Spells.Spell>>> overTime) {}

    /** When something is there; either end may be empty. */
    private record Spell(String begin, String end) {}

    /** One reading of a file. */
    private static final class Content {
        private final XmlInput xml;
        private final ImportReport report;
        private final NetworkDraft draft;
        private final Map<String, Key> nodeKeys = new HashMap<>();
        private final Map<String, Key> edgeKeys = new HashMap<>();
        private final Set<String> nodeNames = new HashSet<>();
        private final Set<String> edgeNames = new HashSet<>();
        private boolean directedByDefault;
        private boolean graphSeen;

        Content(String file, XmlInput xml, ImportReport report) {
            this.xml = xml;
            this.report = report;
            draft = NetworkDraft.labelled(file);
            draft.weightIsOne();
        }

        NetworkDraft read() throws IOException {
            boolean root = false;
            while (xml.next()) {
                if (!xml.isStart()) {
                    continue;
                }
                String element = xml.name();
                if (!root && !element.equals("gexf")) {
                    throw new InputException(
                            xml.place(),
                            "Expected GEXF, that is <gexf>, found <" + element + ">. Is it the right file?");
                }
                switch (element) {
                    case "gexf" -> {
                        root = true;
                        report.fact("dialect", "GEXF " + xml.optional("version", "without version"));
                    }
                    case "graph" -> readGraph();
                    case "attributes" -> readAttributes();
                    case "node" -> readNode();
                    case "edge" -> readEdge();
                    case "meta" -> xml.skip();
                    default -> {
                        // nodes, edges: lists
                    }
                }
            }
            if (!graphSeen) {
                throw new InputException(xml.place(), "Expected a <graph>, found none. Is it the right file?");
            }
            draft.checkEnds();
            nodeKeys.values().forEach(key -> settle(key, true));
            edgeKeys.values().forEach(key -> settle(key, false));
            return draft;
        }

        /** A dynamic attribute none of whose values has a time is one like others. */
        private void settle(Key key, boolean node) {
            if (key.overTime.isEmpty()) {
                return;
            }
            Map<Integer, List<Spells.Spell>> values = key.overTime.get();
            boolean timed = values.values().stream()
                    .flatMap(List::stream)
                    .anyMatch(spell -> !spell.begin().equals(Spells.OPEN_BEGIN)
                            || !spell.end().equals(Spells.OPEN_END));
            String name = key.attribute.name();
            Attribute.Kind kind = timed ? Attribute.Kind.TEXT : key.kind;
            Attribute made = node ? draft.nodeAttribute(name, kind) : draft.tieAttribute(name, kind);
            key.attribute.standardText().ifPresent(text -> {
                Spells.Spell always = spell(new Spell("", ""), text, key.kind);
                TypedText.put(made.standard(), 0, timed ? Spells.text(List.of(always)) : text, kind, xml.place());
            });
            values.forEach((index, spells) -> TypedText.put(
                    made,
                    index,
                    timed ? Spells.text(spells) : spells.get(spells.size() - 1).value(),
                    kind,
                    xml.place()));
        }

        private static Spells.Spell spell(Spell when, String value, Attribute.Kind kind) {
            return kind == Attribute.Kind.TEXT
                    ? Spells.Spell.ofText(when.begin, when.end, value)
                    : Spells.Spell.ofLiteral(when.begin, when.end, value);
        }

        private void lost(Change change, String what) {
            report.loss(change, what, Place.line(xml.place().line()));
        }

        private void readGraph() {
            if (graphSeen) {
                lost(Change.MERGED, "further graph joined with the first");
                return;
            }
            graphSeen = true;
            String standard = xml.optional("defaultedgetype", "undirected");
            directedByDefault = isDirected(standard);
            if (directedByDefault) {
                draft.directedByDefault();
            }
            if (xml.has("timeformat")) {
                report.fact("time", xml.optional("timeformat", ""));
            }
        }

        private boolean isDirected(String type) {
            return switch (type) {
                case "directed" -> true;
                case "undirected", "mutual" -> false;
                default ->
                    throw new InputException(
                            xml.place(),
                            "Expected the type directed, undirected or mutual, found '" + type + "'. Correct it.");
            };
        }

        private void readAttributes() throws IOException {
            boolean node = xml.optional("class", "node").equals("node");
            boolean dynamic = xml.optional("mode", "static").equals("dynamic");
            while (xml.next() && xml.isStart()) {
                if (!xml.name().equals("attribute")) {
                    xml.skip();
                    continue;
                }
                InputException.Place where = xml.place();
                String id = xml.needed("id");
                Attribute.Kind kind = TypedText.kind(xml.optional("type", "string"), where);
                String name = free(xml.optional("title", id), node ? nodeNames : edgeNames);
                Attribute attribute = dynamic
                        ? new Attribute(name, kind)
                        : node ? draft.nodeAttribute(name, kind) : draft.tieAttribute(name, kind);
                while (xml.next() && xml.isStart()) {
                    if (xml.name().equals("default")) {
                        TypedText.put(attribute.standard(), 0, xml.text(), kind, where);
                    } else {
                        lost(Change.NOTED, "options of an attribute passed over");
                        xml.skip();
                    }
                }
                Optional<Map<Integer, List<Spells.Spell>>> values =
                        dynamic ? Optional.of(new LinkedHashMap<>()) : Optional.empty();
                (node ? nodeKeys : edgeKeys).put(id, new Key(attribute, kind, values));
            }
        }

        private String free(String wanted, Set<String> names) {
            String name = wanted;
            for (int i = 2; !names.add(name); i++) {
                name = wanted + "-" + i;
            }
            if (!name.equals(wanted)) {
                lost(Change.CONVERTED, "attribute with the name of another renamed");
            }
            return name;
        }

        /** An attribute that the format itself has, under a name that no declared one has. */
        private Attribute own(String name, boolean node, Attribute.Kind kind) {
            String free = name;
            for (int i = 2; (node ? nodeNames : edgeNames).contains(free); i++) {
                free = name + "-" + i;
            }
            return node ? draft.nodeAttribute(free, kind) : draft.tieAttribute(free, kind);
        }

        private void readNode() throws IOException {
            InputException.Place where = xml.place();
            int node = draft.declare(xml.needed("id"), where);
            if (xml.has("label")) {
                own("label", true, Attribute.Kind.TEXT).put(node, xml.needed("label"));
            }
            if (xml.has("pid")) {
                lost(Change.DROPPED, "place in a hierarchy dropped");
            }
            List<Spell> spells = new ArrayList<>(ownSpells());
            while (xml.next() && xml.isStart()) {
                switch (xml.name()) {
                    case "attvalues" -> readValues(nodeKeys, node);
                    case "spells" -> readSpells(spells);
                    case "nodes" -> {
                        lost(Change.DROPPED, "place in a hierarchy dropped");
                        readNodes();
                    }
                    case "edges" -> readEdges();
                    default -> drawing();
                }
            }
            if (spells.size() > 1) {
                report.loss(
                        Change.MERGED,
                        "spells of a node joined",
                        new Place(where.line(), 0, "node " + draft.label(node)));
            }
            if (!spells.isEmpty()) {
                time(Network.BEGIN, true, node, spells.get(0).begin);
                time(Network.END, true, node, spells.get(spells.size() - 1).end);
            }
        }

        private void readNodes() throws IOException {
            while (xml.next() && xml.isStart()) {
                if (xml.name().equals("node")) {
                    readNode();
                } else {
                    xml.skip();
                }
            }
        }

        private void readEdges() throws IOException {
            while (xml.next() && xml.isStart()) {
                if (xml.name().equals("edge")) {
                    readEdge();
                } else {
                    xml.skip();
                }
            }
        }

        private void drawing() throws IOException {
            lost(Change.DROPPED, "drawing instruction " + xml.name() + " dropped");
            xml.skip();
        }

        private void readEdge() throws IOException {
            InputException.Place where = xml.place();
            int source = draft.end(xml.needed("source"), where);
            int target = draft.end(xml.needed("target"), where);
            boolean directed = xml.has("type") ? isDirected(xml.needed("type")) : directedByDefault;
            Optional<String> weight = Optional.of(xml.optional("weight", "")).filter(text -> !text.isBlank());
            Optional<String> label = xml.has("label") ? Optional.of(xml.needed("label")) : Optional.empty();
            Optional<String> kind = xml.has("kind") ? Optional.of(xml.needed("kind")) : Optional.empty();
            if (xml.has("id")) {
                lost(Change.NOTED, "edge identifier passed over");
            }
            List<Spell> spells = new ArrayList<>(ownSpells());
            int first = draft.tie(source, target, directed, where.line(), where.column());
            if (weight.isPresent()) {
                Attribute weights = own(Network.WEIGHT, false, Attribute.Kind.DOUBLE);
                TypedText.put(weights, first, weight.get(), Attribute.Kind.DOUBLE, where);
            }
            if (label.isPresent()) {
                own("label", false, Attribute.Kind.TEXT).put(first, label.get());
            }
            if (kind.isPresent()) {
                own(Network.LAYER, false, Attribute.Kind.TEXT).put(first, kind.get());
            }
            while (xml.next() && xml.isStart()) {
                switch (xml.name()) {
                    case "attvalues" -> readValues(edgeKeys, first);
                    case "spells" -> readSpells(spells);
                    default -> drawing();
                }
            }
            // From the last, so that copies have no times yet.
            for (int i = spells.size() - 1; i >= 0; i--) {
                int tie = i == 0 ? first : copyTie(first);
                Spell spell = spells.get(i);
                time(Network.BEGIN, false, tie, spell.begin);
                time(Network.END, false, tie, spell.end);
            }
        }

        private int copyTie(int tie) {
            int copy = draft.copyTie(tie);
            for (Key key : edgeKeys.values()) {
                key.overTime
                        .filter(values -> values.containsKey(tie))
                        .ifPresent(values -> values.put(copy, values.get(tie)));
            }
            return copy;
        }

        private void time(String name, boolean node, int index, String text) {
            if (!text.isEmpty()) {
                own(name, node, Attribute.Kind.OPEN).put(index, text);
            }
        }

        /** The spells that stand in attributes of the element itself. */
        private List<Spell> ownSpells() {
            if (!xml.hasAny(TIMES)) {
                return List.of();
            }
            if (xml.has("timestamp")) {
                return List.of(new Spell(xml.needed("timestamp"), xml.needed("timestamp")));
            }
            if (xml.has("timestamps")) {
                List<Spell> spells = new ArrayList<>();
                for (String time : xml.needed("timestamps").split("[\\[\\]<>,;\\s]+", -1)) {
                    if (!time.isEmpty()) {
                        spells.add(new Spell(time, time));
                    }
                }
                return spells;
            }
            if (xml.has("intervals")) {
                List<Spell> spells = new ArrayList<>();
                Matcher matcher = INTERVAL.matcher(xml.needed("intervals"));
                while (matcher.find()) {
                    spells.add(new Spell(finite(matcher.group(1)), finite(matcher.group(2))));
                }
                return spells;
            }
            if (xml.has("startopen") || xml.has("endopen")) {
                lost(Change.CONVERTED, "open end of a time taken as closed");
            }
            Spell spell = new Spell(
                    finite(xml.optional("start", xml.optional("startopen", ""))),
                    finite(xml.optional("end", xml.optional("endopen", ""))));
            return spell.begin.isEmpty() && spell.end.isEmpty() ? List.of() : List.of(spell);
        }

        private static String finite(String time) {
            return time.isEmpty() || INFINITE.matcher(time).matches() ? "" : time.strip();
        }

        private void readSpells(List<Spell> spells) throws IOException {
            spells.clear();
            while (xml.next() && xml.isStart()) {
                spells.addAll(ownSpells());
                xml.skip();
            }
        }

        /** Of several values of an attribute that is not dynamic, the one that begins last stays; of equal ones, the last in the file. */
        private void readValues(Map<String, Key> keys, int index) throws IOException {
            Map<String, String> since = new HashMap<>();
            while (xml.next() && xml.isStart()) {
                if (!xml.name().equals("attvalue")) {
                    xml.skip();
                    continue;
                }
                InputException.Place where = xml.place();
                String id = xml.optional("for", xml.optional("id", ""));
                Key key = keys.get(id);
                if (key == null) {
                    throw new InputException(
                            where,
                            "There is no attribute '" + id + "' for this value. Declare it, or correct the value.");
                }
                List<Spell> spells = ownSpells();
                String value = xml.needed("value");
                if (key.overTime.isPresent()) {
                    overTime(key, index, spells, value, where);
                    xml.skip();
                    continue;
                }
                if (!spells.isEmpty()) {
                    lost(Change.DROPPED, "time of a value of an attribute that is not dynamic dropped");
                }
                String begin = spells.isEmpty() ? "" : spells.get(spells.size() - 1).begin;
                String before = since.get(id);
                if (before != null) {
                    lost(Change.DROPPED, "earlier value of an attribute over time dropped");
                }
                if (before == null || !isBefore(begin, before)) {
                    TypedText.put(key.attribute, index, value, key.kind, where);
                    since.put(id, begin);
                }
                xml.skip();
            }
        }

        private static void overTime(Key key, int index, List<Spell> spells, String value, InputException.Place where) {
            Attribute checked = new Attribute(key.attribute.name(), key.kind);
            TypedText.put(checked, 0, value, key.kind, where);
            for (Spell spell : spells.isEmpty() ? List.of(new Spell("", "")) : spells) {
                for (String time : List.of(spell.begin, spell.end)) {
                    if (!time.isEmpty() && Moment.of(time).isEmpty()) {
                        throw new InputException(
                                where,
                                "Expected a time (a number, or a date as 2012-07-04 or 2012-07-04T12:00:05), found '"
                                        + NetworkDraft.shortened(time) + "'. Correct it.");
                    }
                }
                checked.text(0)
                        .ifPresent(text -> key.overTime
                                .orElseThrow()
                                .computeIfAbsent(index, node -> new ArrayList<>())
                                .add(spell(spell, text, key.kind)));
            }
        }

        private static boolean isBefore(String one, String other) {
            try {
                return Double.parseDouble(one) < Double.parseDouble(other);
            } catch (NumberFormatException dates) {
                return one.compareTo(other) < 0;
            }
        }
    }
}
