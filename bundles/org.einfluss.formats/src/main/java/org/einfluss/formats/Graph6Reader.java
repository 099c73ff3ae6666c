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
import org.einfluss.formats.internal.LineReader;
import org.einfluss.formats.internal.UnnamedDataset;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Reads graph6, sparse6 and digraph6 (McKay, formats of nauty): the first graph of the file; further ones are counted as dropped.
 */
@Component(service = DatasetReader.class)
@Described(
        id = "graph6",
        name = "graph6, sparse6, digraph6",
        summary = "One small graph in printable characters, as nauty writes it.")
public final class Graph6Reader implements DatasetReader<NetworkParameters> {
    /** Makes the reader. */
    public Graph6Reader() {}

    @Override
    public Set<String> extensions() {
        return Set.of("g6", "s6", "d6", "graph6", "sparse6");
    }

    @Override
    public boolean recognises(String head) {
        return head.startsWith(">>graph6<<") || head.startsWith(">>sparse6<<") || head.startsWith(">>digraph6<<");
    }

    @Override
    public Dataset read(Source source, NetworkParameters parameters, ImportReport report, Progress progress)
            throws IOException {
        NetworkDraft draft = NetworkDraft.numbered(source.name());
        try (LineReader reader = new LineReader(source, progress)) {
            if (!reader.next() || reader.isEmpty()) {
                throw new InputException(reader.place(0), "Expected a graph, found none. Is it the right file?");
            }
            new Content(reader, report, draft).read();
            while (reader.next()) {
                if (!reader.isEmpty()) {
                    report.loss(Change.DROPPED, "further graph dropped", Place.line(reader.line()));
                }
            }
        }
        Network network = draft.network(parameters, report);
        return UnnamedDataset.of(source, draft.direction(parameters), network);
    }

    /** One graph: a number of nodes and a string of bits, six to a character. */
    private static final class Content {
        private final LineReader reader;
        private final ImportReport report;
        private final NetworkDraft draft;
        private String text = "";
        private int position;
        private int bit;

        Content(LineReader reader, ImportReport report, NetworkDraft draft) {
            this.reader = reader;
            this.report = report;
            this.draft = draft;
        }

        void read() {
            text = reader.text().strip();
            for (String head : new String[] {">>graph6<<", ">>sparse6<<", ">>digraph6<<"}) {
                position = text.startsWith(head) ? head.length() : position;
            }
            char sign = position < text.length() ? text.charAt(position) : ' ';
            position += sign == '&' || sign == ':' ? 1 : 0;
            report.fact("dialect", sign == '&' ? "digraph6" : sign == ':' ? "sparse6" : "graph6");
            long n = size();
            NetworkDraft.checkDeclared(reader.place(1), n, text.length());
            draft.nodes((int) n);
            if (sign == ':') {
                sparse(n);
            } else {
                dense((int) n, sign == '&');
            }
        }

        private int six(int index) {
            int value = index < text.length() ? text.charAt(index) - 63 : -1;
            if (value < 0 || value > 63) {
                throw new InputException(
                        reader.place(index + 1),
                        "Expected a character from '?' to '~', found "
                                + (index < text.length() ? "'" + text.charAt(index) + "'" : "the end of the line")
                                + ". Was the file cut off?");
            }
            return value;
        }

        private long size() {
            if (six(position) < 63) {
                return six(position++);
            }
            boolean large = six(position + 1) == 63;
            position += large ? 2 : 1;
            long n = 0;
            for (int digits = large ? 6 : 3; digits > 0; digits--) {
                n = n << 6 | six(position++);
            }
            return n;
        }

        private boolean bit() {
            boolean set = (six(position) >> 5 - bit & 1) != 0;
            bit++;
            if (bit == 6) {
                bit = 0;
                position++;
            }
            return set;
        }

        private void dense(int n, boolean isDirected) {
            long bits = isDirected ? (long) n * n : (long) n * (n - 1) / 2;
            long characters = (bits + 5) / 6;
            if (text.length() - position != characters) {
                throw new InputException(
                        reader.place(position + 1),
                        "Expected " + characters + " more characters for " + n + " nodes, found "
                                + (text.length() - position) + ". Was the file cut off?");
            }
            if (isDirected) {
                draft.directedByDefault();
            }
            for (int i = isDirected ? 0 : 1; i < n; i++) {
                for (int j = 0; j < (isDirected ? n : i); j++) {
                    if (bit()) {
                        draft.tie(isDirected ? i : j, isDirected ? j : i, isDirected, reader.line(), position + 1);
                    }
                }
            }
        }

        /** Steps of a bit b and a number x of k bits: b moves on to the next node v, x is a neighbour of v, or where to move v. */
        private void sparse(long n) {
            int k = Math.max(1, 64 - Long.numberOfLeadingZeros(Math.max(0, n - 1)));
            long left = 6L * (text.length() - position);
            long v = 0;
            while (left > k) {
                v += bit() ? 1 : 0;
                long x = 0;
                for (int i = 0; i < k; i++) {
                    x = x << 1 | (bit() ? 1 : 0);
                }
                left -= k + 1;
                if (x >= n || v >= n) {
                    return; // padding
                }
                if (x > v) {
                    v = x;
                } else {
                    draft.tie((int) x, (int) v, false, reader.line(), position + 1);
                }
            }
        }
    }
}
