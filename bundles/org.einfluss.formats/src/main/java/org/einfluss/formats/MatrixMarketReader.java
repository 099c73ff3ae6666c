package org.einfluss.formats;

import java.io.IOException;
import java.util.Locale;
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
import org.einfluss.formats.internal.Words;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Reads Matrix Market files (Boisvert, Pozo and Remington 1996): coordinate (pattern, real or integer) and array, general or symmetric.
 *
 * <p>An entry in row i and column j is a tie from i to j; node i of the file is node i−1. Symmetric matrices are undirected. Of a rectangular
 * matrix rows and columns are nodes of two modes, the rows first. Entries of an array that are 0 are no ties, those of a coordinate file
 * are ties of weight 0.
 */
@Component(service = DatasetReader.class)
@Described(
        id = "matrix-market",
        name = "Matrix Market",
        summary = "Coordinate or array matrices, general or symmetric; plain or gzip.")
public final class MatrixMarketReader implements DatasetReader<NetworkParameters> {
    private static final int MOST = Integer.MAX_VALUE - 9;

    /** Makes the reader. */
    public MatrixMarketReader() {}

    @Override
    public Set<String> extensions() {
        return Set.of("mtx", "mm");
    }

    @Override
    public boolean recognises(String head) {
        return head.startsWith("%%MatrixMarket");
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

    /** One reading of a file. */
    private static final class Content {
        private final LineReader reader;
        private final ImportReport report;
        private final Fields fields = new Fields(' ');
        private final NetworkDraft draft;
        private boolean array;
        private boolean pattern;
        private boolean symmetric;
        private int rows;
        private int columns;

        Content(String file, LineReader reader, ImportReport report) {
            this.reader = reader;
            this.report = report;
            draft = NetworkDraft.numbered(file);
        }

        NetworkDraft read() throws IOException {
            readHead();
            if (!line()) {
                throw new InputException(
                        reader.place(0), "Expected the size of the matrix, found the end of the file. Add it.");
            }
            rows = Words.integer(fields, 0, 0, MOST, reader);
            columns = Words.integer(fields, 1, 0, MOST, reader);
            boolean rectangular = rows != columns;
            if (rectangular && symmetric) {
                throw new InputException(
                        reader.place(1), "Expected as many rows as columns in a symmetric matrix. Correct the size.");
            }
            long entries = array
                    ? symmetric ? rows * (rows + 1L) / 2 : (long) rows * columns
                    : Words.integer(fields, 2, 0, MOST, reader);
            if (!symmetric) {
                draft.directedByDefault();
            }
            if (!pattern && !array) {
                draft.tieAttribute(Network.WEIGHT, Attribute.Kind.DOUBLE);
            }
            long found = 0;
            int i = 0;
            int j = 0;
            while (line()) {
                if (found == entries) {
                    throw new InputException(
                            reader.place(1), "Expected " + entries + " entries, found one more. Remove it.");
                }
                found++;
                if (array) {
                    arrayEntry(i, j);
                    i++;
                    if (i == rows) {
                        j++;
                        i = symmetric ? j : 0;
                    }
                } else {
                    coordinateEntry();
                }
            }
            if (found < entries) {
                throw new InputException(
                        reader.place(0),
                        "Expected " + entries + " entries, found " + found + ". Was the file cut off?");
            }
            if ((long) rows + columns > MOST) {
                throw new InputException(reader.place(0), "The matrix is larger than a graph can be. Split it.");
            }
            int nodes = rectangular ? rows + columns : rows;
            Words.declare(draft, nodes, reader);
            if (rectangular) {
                Attribute mode = draft.nodeAttribute(Network.MODE, Attribute.Kind.TEXT);
                for (int node = 0; node < nodes; node++) {
                    mode.put(node, node < rows ? "row" : "column");
                }
            }
            return draft;
        }

        private void readHead() throws IOException {
            if (!reader.next()
                    || fields.split(reader.text().toLowerCase(Locale.ROOT), reader) < 4
                    || !fields.field(0).equals("%%matrixmarket")
                    || !fields.field(1).equals("matrix")) {
                throw new InputException(
                        reader.place(1),
                        "Expected '%%MatrixMarket matrix …', found something else. Is it the right file?");
            }
            String form = fields.field(2);
            String values = fields.field(3);
            String shape = fields.count() > 4 ? fields.field(4) : "general";
            array = form.equals("array");
            pattern = values.equals("pattern");
            symmetric = shape.equals("symmetric");
            if (!array && !form.equals("coordinate")
                    || !pattern && !values.equals("real") && !values.equals("integer") && !values.equals("double")
                    || !symmetric && !shape.equals("general")
                    || array && pattern) {
                throw new InputException(
                        reader.place(1),
                        "Expected a matrix that is coordinate or array, of pattern, real or integer, general or symmetric,"
                                + " found '" + form + " " + values + " " + shape + "'. Only those are networks.");
            }
            report.fact("dialect", form + " " + values + " " + shape);
        }

        private boolean line() throws IOException {
            while (reader.next()) {
                if (!reader.isEmptyOrComment()) {
                    if (fields.split(reader.text(), reader) > 0) {
                        return true;
                    }
                } else if (!reader.isEmpty()) {
                    report.loss(Change.NOTED, EdgeListReader.COMMENT, Place.line(reader.line()));
                }
            }
            return false;
        }

        private void arrayEntry(int i, int j) {
            double weight = Words.number(fields, 0, reader);
            if (weight != 0) {
                tie(i, j, weight);
            }
        }

        private void coordinateEntry() {
            int expected = pattern ? 2 : 3;
            if (fields.count() != expected) {
                throw new InputException(
                        reader.place(1),
                        "Expected " + expected + " numbers in this line, found " + fields.count() + ". Correct it.");
            }
            int i = Words.integer(fields, 0, 1, rows, reader) - 1;
            int j = Words.integer(fields, 1, 1, columns, reader) - 1;
            tie(i, j, pattern ? 1 : Words.number(fields, 2, reader));
        }

        private void tie(int i, int j, double weight) {
            int target = rows == columns ? j : rows + j;
            int tie = draft.tie(i, target, !symmetric, reader.line(), 1);
            if (!pattern) {
                draft.tieAttribute(Network.WEIGHT, Attribute.Kind.DOUBLE).put(tie, weight);
            }
        }
    }
}
