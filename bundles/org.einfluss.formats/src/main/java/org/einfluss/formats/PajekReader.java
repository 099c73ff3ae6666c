package org.einfluss.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.einfluss.formats.internal.Fields;
import org.einfluss.formats.internal.LineReader;
import org.einfluss.formats.internal.NumberText;
import org.einfluss.formats.internal.UnnamedDataset;
import org.einfluss.formats.internal.Words;
import org.einfluss.graph.Network;
import org.einfluss.math.IntList;
import org.osgi.service.component.annotations.Component;

/**
 * Reads Pajek networks ({@code .net}) and projects ({@code .paj}): vertices, arcs, edges, lists and matrices of them, relations, times,
 * partitions and vectors.
 *
 * <p>Nodes are identified by their labels where each has one of its own, else by their numbers. Coordinates become the columns {@code x},
 * {@code y}, {@code z}; relations become layers; times in brackets become {@code begin} and {@code end}, a line with several of them is
 * several ties; a partition or vector becomes a column under its name. The second number of a two-mode network makes the column
 * {@code mode}. Shapes and colours, and further networks of a project, are dropped and counted.
 */
@Component(service = DatasetReader.class)
@Described(
        id = "pajek",
        name = "Pajek",
        summary = "Networks (.net) and projects (.paj) with relations, partitions, vectors and times.")
public final class PajekReader implements DatasetReader<NetworkParameters> {
    private static final int MOST = Integer.MAX_VALUE - 9;
    private static final Pattern TIMES = Pattern.compile("\\[([0-9*,; .-]+)]");

    /** Makes the reader. */
    public PajekReader() {}

    @Override
    public Set<String> extensions() {
        return Set.of("net", "paj", "pajek");
    }

    @Override
    public boolean recognises(String head) {
        return head.matches("(?is)\\s*(%[^\n]*\n\\s*)*[*](vertices|network)\\b.*");
    }

    @Override
    public Dataset read(Source source, NetworkParameters parameters, ImportReport report, Progress progress)
            throws IOException {
        if (source.name().matches("(?i).*[.](clu|vec)([.]gz)?")) {
            throw new InputException(
                    new InputException.Place(source.name(), 0, 0),
                    "A partition (.clu) or vector (.vec) has values of the nodes of a network, and no network."
                            + " Append it to the file of the network (.net), below a line '*Partition NAME' or '*Vector NAME',"
                            + " and import that.");
        }
        try (LineReader reader = new LineReader(source, progress)) {
            NetworkDraft draft = new Content(source.name(), reader, report).read();
            Network network = draft.network(parameters, report);
            return UnnamedDataset.of(source, draft.direction(parameters), network);
        }
    }

    /** What the lines of a part are. */
    private enum Part {
        NONE,
        VERTICES,
        ARCS,
        EDGES,
        ARCS_LIST,
        EDGES_LIST,
        MATRIX,
        PARTITION,
        VECTOR,
        DROPPED
    }

    /** One reading of a file. */
    private static final class Content {
        private final LineReader reader;
        private final ImportReport report;
        private final Fields fields = new Fields(' ');
        private final NetworkDraft numbered;
        private final Map<Integer, String> labels = new HashMap<>();
        private final IntList relations = new IntList();
        private final Map<Integer, String> relationNames = new HashMap<>();
        private Part part = Part.NONE;
        private int nodes = -1;
        private int firstMode;
        private int relation;
        private int row;
        private String columnName = "";
        private boolean networkSeen;
        private boolean valuesFollow;

        Content(String file, LineReader reader, ImportReport report) {
            this.reader = reader;
            this.report = report;
            numbered = NetworkDraft.numbered(file);
            numbered.weightIsOne();
        }

        NetworkDraft read() throws IOException {
            while (reader.next()) {
                if (reader.isEmpty()) {
                    continue;
                }
                String text = reader.text().strip();
                if (text.startsWith("%")) {
                    report.loss(Change.NOTED, EdgeListReader.COMMENT, Place.line(reader.line()));
                } else if (text.startsWith("*")) {
                    begin(text);
                } else if (fields.split(text, reader) > 0) {
                    line(text);
                }
            }
            if (nodes < 0) {
                throw new InputException(reader.place(0), "Expected '*Vertices n', found none. Is it the right file?");
            }
            Words.declare(numbered, nodes, reader);
            return finish();
        }

        /** Layers and labels are known at the end only. */
        private NetworkDraft finish() {
            if (relationNames.size() > 1 || relationNames.values().stream().anyMatch(name -> !name.isEmpty())) {
                Attribute layer = numbered.tieAttribute(Network.LAYER, Attribute.Kind.TEXT);
                for (int tie = 0; tie < relations.size(); tie++) {
                    String name = relationNames.getOrDefault(relations.get(tie), "");
                    layer.put(tie, name.isEmpty() ? Integer.toString(relations.get(tie)) : name);
                }
            }
            if (firstMode > 0) {
                Attribute mode = numbered.nodeAttribute(Network.MODE, Attribute.Kind.TEXT);
                for (int node = 0; node < nodes; node++) {
                    mode.put(node, node < firstMode ? "1" : "2");
                }
            }
            if (labels.isEmpty()) {
                report.fact("identifiers", "numbers");
                return numbered;
            }
            if (labels.size() < nodes || new HashSet<>(labels.values()).size() < nodes) {
                report.fact("identifiers", "numbers, as labels are missing or repeat");
                Attribute label = numbered.nodeAttribute("label", Attribute.Kind.TEXT);
                labels.forEach(label::put);
                return numbered;
            }
            report.fact("identifiers", "labels");
            List<String> names = new ArrayList<>();
            for (int node = 0; node < nodes; node++) {
                names.add(labels.get(node));
            }
            numbered.relabel(names);
            return numbered;
        }

        private void begin(String text) {
            fields.split(text, reader);
            String word = fields.field(0).toLowerCase(Locale.ROOT).replaceFirst(":.*", "");
            String rest = text.substring(fields.field(0).length()).strip();
            valuesFollow = false;
            row = 0;
            switch (word) {
                case "*network" -> {
                    if (nodes >= 0) {
                        report.loss(Change.DROPPED, "further network dropped", new Place(reader.line(), 0, rest));
                    }
                    networkSeen = nodes >= 0;
                    part = networkSeen ? Part.DROPPED : Part.NONE;
                }
                case "*vertices" -> vertices();
                case "*arcs" -> ties(Part.ARCS);
                case "*edges" -> ties(Part.EDGES);
                case "*arcslist" -> ties(Part.ARCS_LIST);
                case "*edgeslist" -> ties(Part.EDGES_LIST);
                case "*matrix" -> ties(Part.MATRIX);
                case "*partition", "*vector" -> {
                    networkSeen = false;
                    part = word.equals("*vector") ? Part.VECTOR : Part.PARTITION;
                    columnName = rest.replaceFirst("(?i)[.](clu|vec)$", "");
                    columnName = columnName.isBlank() ? word.substring(1) : columnName;
                    String free = columnName;
                    for (int i = 2; numbered.hasNodeAttribute(columnName); i++) {
                        columnName = free + "-" + i;
                    }
                }
                default -> {
                    report.loss(Change.DROPPED, "part dropped", new Place(reader.line(), 0, word));
                    part = Part.DROPPED;
                }
            }
        }

        private void vertices() {
            int n = Words.integer(fields, 1, 0, MOST, reader);
            if (part == Part.PARTITION || part == Part.VECTOR) {
                if (n != nodes) {
                    throw new InputException(
                            reader.place(1),
                            "Expected " + nodes + " vertices as in the network, found " + n + ". Correct it.");
                }
                valuesFollow = true;
                return;
            }
            if (networkSeen || part == Part.DROPPED) {
                return;
            }
            if (nodes >= 0) {
                throw new InputException(reader.place(1), "'*Vertices' stands here a second time. Remove one.");
            }
            nodes = n;
            firstMode = fields.count() > 2 ? Words.integer(fields, 2, 0, n, reader) : 0;
            part = Part.VERTICES;
        }

        private void ties(Part kind) {
            if (networkSeen) {
                return;
            }
            if (nodes < 0) {
                throw new InputException(reader.place(1), "Expected '*Vertices n' before the lines. Add it.");
            }
            part = kind;
            if (kind == Part.ARCS || kind == Part.ARCS_LIST || kind == Part.MATRIX) {
                numbered.directedByDefault();
            }
            relation = 1;
            Matcher named = Pattern.compile(":\\s*([0-9]{1,6})(?:\\s+\"([^\"]*)\"|\\s+(\\S+))?")
                    .matcher(reader.text());
            if (named.find()) {
                relation = Integer.parseInt(named.group(1));
                String name = named.group(2) != null ? named.group(2) : named.group(3) != null ? named.group(3) : "";
                relationNames.merge(relation, name, (old, now) -> old.isEmpty() ? now : old);
            }
        }

        private void line(String text) {
            switch (part) {
                case NONE ->
                    throw new InputException(
                            reader.place(1),
                            "Expected '*Vertices n', found '" + shortened(text) + "'. Is it the right file?");
                case VERTICES -> vertex(text);
                case ARCS, EDGES -> tie(text, part == Part.ARCS);
                case ARCS_LIST, EDGES_LIST -> list(text, part == Part.ARCS_LIST);
                case MATRIX -> matrixRow(text);
                case PARTITION, VECTOR -> value(text);
                case DROPPED -> {
                    // told where the part begins
                }
            }
        }

        private static String shortened(String text) {
            return text.length() <= 60 ? text : text.substring(0, 57) + "…";
        }

        private int node(int field) {
            return Words.integer(fields, field, 1, nodes, reader) - 1;
        }

        private void vertex(String text) {
            List<String[]> times = times(text);
            fields.split(text.indexOf('[') < 0 ? text : TIMES.matcher(text).replaceAll(" "), reader);
            int node = node(0);
            if (fields.count() > 1 && labels.put(node, fields.field(1)) != null) {
                throw new InputException(reader.place(1), "The node '" + (node + 1) + "' is given twice. Remove one.");
            }
            String[] names = {"x", "y", "z"};
            int field = 2;
            for (; field < Math.min(5, fields.count()) && isNumber(fields.field(field)); field++) {
                numbered.nodeAttribute(names[field - 2], Attribute.Kind.DOUBLE)
                        .put(node, Words.number(fields, field, reader));
            }
            if (field < fields.count()) {
                report.loss(
                        Change.DROPPED,
                        "drawing instruction dropped",
                        new Place(reader.line(), fields.place(field).column(), ""));
            }
            if (times.size() > 1) {
                report.loss(Change.MERGED, "spells of a node joined", Place.line(reader.line()));
            }
            if (!times.isEmpty()) {
                time(numbered, true, node, new String[] {times.get(0)[0], times.get(times.size() - 1)[1]});
            }
        }

        private static boolean isNumber(String text) {
            return NumberText.isDecimal(text);
        }

        private void tie(String text, boolean directed) {
            List<String[]> times = times(text);
            fields.split(text.indexOf('[') < 0 ? text : TIMES.matcher(text).replaceAll(" "), reader);
            int shift = 0;
            int of = relation;
            if (fields.count() > 0
                    && fields.field(0).endsWith(":")
                    && fields.field(0).matches("[0-9]{1,6}:")) {
                of = Integer.parseInt(fields.field(0).replace(":", ""));
                relationNames.putIfAbsent(of, "");
                shift = 1;
            }
            int tie = add(node(shift), node(shift + 1), directed, of);
            int field = shift + 2;
            if (field < fields.count()
                    && (isNumber(fields.field(field)) || NumberText.isSpecial(fields.field(field)))) {
                numbered.tieAttribute(Network.WEIGHT, Attribute.Kind.DOUBLE)
                        .put(tie, Words.number(fields, field, reader));
                field++;
            }
            boolean drawn = false;
            for (; field < fields.count(); field += 2) {
                if (fields.field(field).equals("l") && field + 1 < fields.count()) {
                    numbered.tieAttribute("label", Attribute.Kind.TEXT).put(tie, fields.field(field + 1));
                } else {
                    drawn = true;
                }
            }
            if (drawn) {
                report.loss(Change.DROPPED, "drawing instruction dropped", Place.line(reader.line()));
            }
            // From the last, so that copies have no times yet.
            for (int i = times.size() - 1; i >= 0; i--) {
                int dated = i == 0 ? tie : numbered.copyTie(tie);
                if (i > 0) {
                    relations.add(of);
                }
                time(numbered, false, dated, times.get(i));
            }
        }

        private int add(int a, int b, boolean directed, int of) {
            relations.add(of);
            relationNames.putIfAbsent(of, "");
            return numbered.tie(a, b, directed, reader.line(), 1);
        }

        private void list(String text, boolean directed) {
            fields.split(text, reader);
            int from = node(0);
            for (int field = 1; field < fields.count(); field++) {
                add(from, node(field), directed, relation);
            }
        }

        private void matrixRow(String text) {
            fields.split(text, reader);
            int to = firstMode > 0 ? nodes - firstMode : nodes;
            if (row >= (firstMode > 0 ? firstMode : nodes) || fields.count() != to) {
                throw new InputException(
                        reader.place(1),
                        "Expected a matrix of " + nodes + " vertices, found a row of " + fields.count()
                                + " numbers. Correct it.");
            }
            for (int field = 0; field < to; field++) {
                double weight = Words.number(fields, field, reader);
                if (weight != 0) {
                    int tie = add(row, firstMode > 0 ? firstMode + field : field, true, relation);
                    numbered.tieAttribute(Network.WEIGHT, Attribute.Kind.DOUBLE).put(tie, weight);
                }
            }
            row++;
        }

        private void value(String text) {
            if (!valuesFollow || row >= nodes) {
                throw new InputException(
                        reader.place(1), "Expected '*Vertices n' and n values in a partition or vector. Correct it.");
            }
            fields.split(text, reader);
            if (part == Part.PARTITION) {
                numbered.nodeAttribute(columnName, Attribute.Kind.INTEGER)
                        .put(row, (long) Words.integer(fields, 0, 0, Integer.MAX_VALUE, reader));
            } else {
                numbered.nodeAttribute(columnName, Attribute.Kind.DOUBLE).put(row, Words.number(fields, 0, reader));
            }
            row++;
        }

        /** The times in brackets, each as begin and end; {@code *} is no end. */
        private static List<String[]> times(String text) {
            List<String[]> times = new ArrayList<>();
            Matcher matcher = TIMES.matcher(text);
            if (matcher.find()) {
                for (String part : matcher.group(1).split("[,;]", -1)) {
                    String[] ends = part.strip().split("-", 2);
                    if (!ends[0].isEmpty()) {
                        times.add(new String[] {ends[0].strip(), ends[ends.length - 1].strip()});
                    }
                }
            }
            return times;
        }

        private static void time(NetworkDraft draft, boolean node, int index, String[] time) {
            String[] names = {Network.BEGIN, Network.END};
            for (int i = 0; i < 2; i++) {
                if (!time[i].equals("*") && !time[i].isEmpty()) {
                    Attribute attribute = node
                            ? draft.nodeAttribute(names[i], Attribute.Kind.OPEN)
                            : draft.tieAttribute(names[i], Attribute.Kind.OPEN);
                    attribute.put(index, time[i]);
                }
            }
        }
    }
}
