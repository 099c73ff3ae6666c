package org.einfluss.formats;

import java.io.IOException;
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
import org.einfluss.formats.internal.Fields;
import org.einfluss.formats.internal.LineReader;
import org.einfluss.formats.internal.UnnamedDataset;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Reads adjacency lists: in each line a node and the nodes it is tied to, separated by the first of tab, semicolon and comma that occurs in
 * the first line with several fields, else by blanks. Lines that begin with {@code #} or {@code %} are comments. The direction must be
 * given; mutual ties may stand in one line or in both.
 */
@Component(service = DatasetReader.class)
@Described(id = "adjacency-list", name = "Adjacency list", summary = "In each line a node and the nodes it is tied to.")
public final class AdjacencyListReader implements DatasetReader<NetworkParameters> {
    /** Makes the reader. */
    public AdjacencyListReader() {}

    @Override
    public Set<String> extensions() {
        return Set.of("adjlist", "adj");
    }

    @Override
    public Dataset read(Source source, NetworkParameters parameters, ImportReport report, Progress progress)
            throws IOException {
        NetworkDraft draft = NetworkDraft.labelled(source.name());
        draft.listsBothWays();
        draft.directedByDefault();
        char delimiter = delimiter(source);
        report.fact("delimiter", new Fields(delimiter).name());
        Fields fields = new Fields(delimiter);
        try (LineReader reader = new LineReader(source, progress)) {
            while (reader.next()) {
                if (reader.isEmptyOrComment()) {
                    if (!reader.isEmpty()) {
                        report.loss(Change.NOTED, EdgeListReader.COMMENT, Place.line(reader.line()));
                    }
                    continue;
                }
                int count = fields.split(reader.text(), reader);
                if (count == 0) {
                    continue;
                }
                int from = node(draft, fields, 0);
                for (int i = 1; i < count; i++) {
                    boolean last = i == count - 1 && fields.field(i).isEmpty();
                    if (!last) {
                        draft.tie(
                                from,
                                node(draft, fields, i),
                                true,
                                reader.line(),
                                fields.place(i).column());
                    }
                }
            }
            if (draft.nodes() == 0) {
                throw new InputException(reader.place(0), "Expected nodes, found none. Is it the right file?");
            }
        }
        Network network = draft.network(parameters, report);
        return UnnamedDataset.of(source, draft.direction(parameters), network);
    }

    private static char delimiter(Source source) throws IOException {
        try (LineReader reader = new LineReader(source, Progress.NONE)) {
            while (reader.next()) {
                if (!reader.isEmptyOrComment()) {
                    String text = reader.text();
                    for (char candidate : new char[] {'\t', ';', ','}) {
                        if (new Fields(candidate).fits(text, reader)) {
                            return candidate;
                        }
                    }
                    if (new Fields(' ').fits(text, reader)) {
                        return ' ';
                    }
                }
            }
        }
        return ' ';
    }

    private static int node(NetworkDraft draft, Fields fields, int index) {
        if (fields.field(index).isEmpty()) {
            throw new InputException(
                    fields.place(index), "Expected an identifier, found none. Fill it in or remove the line.");
        }
        return draft.node(fields.field(index));
    }
}
