package org.einfluss.formats;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.ImportReport.Change;
import org.einfluss.api.data.ImportReport.Place;
import org.einfluss.api.data.Source;
import org.einfluss.formats.internal.Fields;
import org.einfluss.formats.internal.LineReader;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Reads the cascades of NetInf and InfoPath: a list of nodes {@code id,name}, an empty line, then one cascade per line,
 * {@code id,time,id,time,…}, with InfoPath begun by {@code cascade;}.
 *
 * <p>The form of Gomez-Rodriguez, Leskovec and Krause (2010, doi:10.1145/1835804.1835933). Where the log comes without network, listed
 * nodes that never adopt are nodes too, and the names are the node column {@code name}, unless every name is its id. A cascade that names a
 * node that is not in the list is a mistake.
 */
@Component(service = DatasetReader.class)
@Described(
        id = "netinf",
        name = "NetInf cascades",
        summary = "A list of nodes, an empty line, one cascade per line: id,time,id,time.",
        cite = "Gomez-Rodriguez, Leskovec and Krause 2010, doi:10.1145/1835804.1835933")
public final class CascadeTextReader implements LogReader<CascadeTextReader.Parameters> {
    /**
     * How the text is to be understood.
     *
     * @param log what becomes of what does not fit
     * @param nodes what nodes are called
     */
    public record Parameters(
            @Param(value = "Log", initial = "{}") LogParameters log,

            @Param(
                    value = "Nodes",
                    initial = "ids",
                    help = "Nodes of the network are called as the ids or as the names of the list",
                    advanced = true)
            Nodes nodes) {}

    /** What nodes are called. */
    public enum Nodes {
        /** As the ids of the list. */
        IDS,
        /** As the names of the list. */
        NAMES
    }

    /** Makes the reader. */
    public CascadeTextReader() {}

    @Override
    public Set<String> extensions() {
        return Set.of("txt", "cascades");
    }

    @Override
    public Dataset read(
            List<Source> sources, Parameters parameters, Network network, ImportReport report, Progress progress)
            throws IOException {
        LogDraft draft = new LogDraft(parameters.log(), network, false, report);
        boolean byName = parameters.nodes() == Nodes.NAMES;
        Map<String, String> names = new HashMap<>();
        for (Source source : sources) {
            draft.file(source.name());
            try (LineReader reader = new LineReader(source, progress)) {
                readFile(reader, network == LogReader.NO_NETWORK, byName, names, draft, report);
            }
        }
        Dataset read = draft.dataset(sources, List.of(draft.adoptions(progress)), List.of());
        boolean named =
                names.entrySet().stream().anyMatch(entry -> !entry.getValue().equals(entry.getKey()));
        if (network != LogReader.NO_NETWORK || !named || byName) {
            return read;
        }
        String[] values = new String[read.network().nodes()];
        for (int v = 0; v < values.length; v++) {
            values[v] = names.get(read.network().label(v));
        }
        Network withNames = read.network().withNodeColumn(Column.texts("name", values));
        report.network(withNames);
        return new Dataset(read.descriptor(), withNames, read.logs());
    }

    private static void readFile(
            LineReader reader,
            boolean alone,
            boolean byName,
            Map<String, String> names,
            LogDraft draft,
            ImportReport report)
            throws IOException {
        Fields fields = new Fields(',');
        Set<String> different = new HashSet<>();
        Set<String> listed = new HashSet<>();
        boolean list = true;
        while (reader.next()) {
            if (reader.isEmpty()) {
                list &= listed.isEmpty();
                continue;
            }
            if (reader.isEmptyOrComment()) {
                report.loss(Change.NOTED, EdgeListReader.COMMENT, Place.line(reader.line()));
                continue;
            }
            if (list) {
                fields.split(reader);
                if (fields.count() > 2 || fields.field(0).isEmpty()) {
                    throw new InputException(
                            fields.place(0),
                            "Expected a node, as in 'id,name', found '" + NetworkDraft.shortened(fields.text())
                                    + "'. The list of nodes ends with an empty line.");
                }
                String id = fields.field(0);
                if (!listed.add(id)) {
                    throw new InputException(
                            fields.place(0),
                            "The node '" + NetworkDraft.shortened(id) + "' is listed twice. Remove one.");
                }
                String name = fields.count() == 2 ? fields.field(1) : id;
                names.put(id, name);
                if (byName && !different.add(name)) {
                    throw new InputException(
                            fields.place(1),
                            "The name '" + NetworkDraft.shortened(name)
                                    + "' is listed twice, so that it is not known who is meant. Make the names different.");
                }
                if (alone) {
                    draft.node(byName ? name : id, fields.place(0));
                }
            } else {
                readCascade(reader, fields, listed, byName ? names : Map.of(), draft);
            }
        }
        if (listed.isEmpty()) {
            throw new InputException(reader.place(0), "Expected a list of nodes, found none. Is it the right file?");
        }
    }

    private static void readCascade(
            LineReader reader, Fields fields, Set<String> listed, Map<String, String> names, LogDraft draft) {
        String text = reader.text();
        int named = text.indexOf(';');
        int cascade = named < 0
                ? draft.cascade(reader.place(1))
                : draft.cascade(text.substring(0, named).strip(), reader.place(1));
        fields.split(" ".repeat(named + 1) + text.substring(named + 1), reader);
        if (fields.count() % 2 != 0) {
            throw new InputException(
                    fields.place(0),
                    "Expected 'id,time,id,time,…', found a node without a time at the end ('"
                            + NetworkDraft.shortened(fields.field(fields.count() - 1)) + "'). Correct the line.");
        }
        for (int i = 0; i < fields.count(); i += 2) {
            String id = fields.field(i);
            if (!listed.contains(id)) {
                throw new InputException(
                        fields.place(i),
                        "There is no node '" + NetworkDraft.shortened(id)
                                + "' in the list at the beginning of the file. Correct it, or add the node to the list.");
            }
            double time = draft.time(fields.field(i + 1), fields.place(i + 1));
            draft.adoption(cascade, names.getOrDefault(id, id), time, "", fields.place(i));
        }
    }
}
