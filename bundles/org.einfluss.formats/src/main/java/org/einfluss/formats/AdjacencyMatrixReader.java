package org.einfluss.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.DecimalComma;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.ImportReport.Change;
import org.einfluss.api.data.ImportReport.Place;
import org.einfluss.api.data.Source;
import org.einfluss.formats.internal.Fields;
import org.einfluss.formats.internal.LineReader;
import org.einfluss.formats.internal.NumberText;
import org.einfluss.formats.internal.UnnamedDataset;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Reads adjacency matrices as tables: a row and a column for each node, with identifiers in the first row and the first column, in one of
 * them, or nowhere. A cell that is neither empty nor 0 is a tie from the row's node to the column's; its number is the weight unless all
 * are {@code 1}. Cells are separated by tabs, semicolons, commas or blanks, whichever
 * make most cells of the first line. A decimal comma is read where no comma may separate thousands instead, and counted as a guess.
 */
@Component(service = DatasetReader.class)
@Described(
        id = "adjacency-matrix",
        name = "Adjacency matrix",
        summary = "A table with a row and a column for each node.")
public final class AdjacencyMatrixReader implements DatasetReader<NetworkParameters> {
    /** Makes the reader. */
    public AdjacencyMatrixReader() {}

    @Override
    public Set<String> extensions() {
        return Set.of("matrix");
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
        private final String file;
        private final LineReader reader;
        private final ImportReport report;
        private Fields fields = new Fields(',');
        private final List<int[]> cells = new ArrayList<>();
        private final List<String> values = new ArrayList<>();
        private final List<String> rowLabels = new ArrayList<>();
        private Optional<List<String>> columnLabels = Optional.empty();
        private boolean labelled;
        private int width;
        private int row;
        private boolean points;
        private Optional<InputException.Place> comma = Optional.empty();
        private Optional<InputException> unclear = Optional.empty();

        Content(String file, LineReader reader, ImportReport report) {
            this.file = file;
            this.reader = reader;
            this.report = report;
        }

        NetworkDraft read() throws IOException {
            boolean first = true;
            while (reader.next()) {
                if (reader.isEmpty()) {
                    continue;
                }
                String text = reader.text();
                if (first) {
                    fields = likely(text);
                }
                if (fields.split(text, reader) == 0) {
                    continue;
                }
                if (first && isHeader(fields)) {
                    columnLabels = Optional.of(fields.copy());
                } else {
                    row();
                }
                first = false;
            }
            if (row == 0) {
                throw new InputException(
                        reader.place(0), "Expected rows of a matrix, found none. Is it the right file?");
            }
            return finish();
        }

        /** Splits at the character that makes most cells, but not at commas that are decimal ones of numbers. */
        private Fields likely(String text) {
            Fields best = new Fields(' ');
            int most = best.fits(text, reader) ? best.count() : 1;
            if (most > 1 && !isHeader(best) && !best.field(0).endsWith(",")) {
                return best;
            }
            for (char delimiter : new char[] {',', ';', '\t'}) {
                Fields candidate = new Fields(delimiter);
                if (candidate.fits(text, reader)
                        && (candidate.count() >= most || delimiter != ',' && !isHeader(candidate))) {
                    most = candidate.count();
                    best = candidate;
                }
            }
            return best;
        }

        private static boolean isHeader(Fields fields) {
            for (int i = 0; i < fields.count(); i++) {
                String text = fields.field(i);
                if (i > 0 && !isCell(text) && !NumberText.isSpecial(text)
                        || i == 0 && text.isEmpty() && fields.count() > 1) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isCell(String text) {
            return text.isEmpty()
                    || DecimalComma.isNumber(text)
                    || text.matches("[-+]?([0-9]++[.]?[0-9]*+|[.][0-9]+)([eE][-+]?[0-9]{1,4})?");
        }

        /** A cell with a decimal point; whether its comma is a decimal comma is decided by all cells together. */
        private String number(int field) {
            String text = fields.field(field);
            points |= text.indexOf('.') >= 0;
            if (!DecimalComma.isNumber(text)) {
                return text;
            }
            report.loss(Change.GUESSED, "comma in a number taken as decimal comma", Place.line(reader.line()));
            if (DecimalComma.mayBeThousands(text)) {
                unclear = unclear.or(() -> Optional.of(new InputException(
                        fields.place(field),
                        "The comma in '" + text + "' may be a decimal comma or separate thousands."
                                + " Write decimal points.")));
            } else {
                comma = comma.or(() -> Optional.of(fields.place(field)));
            }
            return DecimalComma.withPoint(text);
        }

        private void checkCommas() {
            if (comma.isEmpty() && unclear.isPresent()) {
                throw unclear.get();
            }
            if (comma.isPresent() && points) {
                throw new InputException(
                        comma.get(), "Found a number with a decimal comma, others have a point. Write decimal points.");
            }
        }

        private void row() {
            int count = fields.count();
            if (row == 0) {
                // A header as long as a row has a corner; one field less, and it has none.
                labelled = columnLabels.isPresent()
                        ? columnLabels.get().get(0).isEmpty()
                                || !isCell(fields.field(0))
                                || columnLabels.get().size() < count
                        : !isCell(fields.field(0));
                width = count - (labelled ? 1 : 0);
            }
            if (count != width + (labelled ? 1 : 0)) {
                throw new InputException(
                        reader.place(1),
                        "Expected " + width + " cells in this row as in the first, found "
                                + (count - (labelled ? 1 : 0)) + ". Correct the line.");
            }
            if (labelled) {
                rowLabels.add(fields.field(0));
            }
            for (int c = 0; c < width; c++) {
                String text = fields.field(c + (labelled ? 1 : 0));
                if (!isCell(text)) {
                    throw new InputException(
                            fields.place(c + (labelled ? 1 : 0)),
                            "Expected a number or an empty cell, found '" + NetworkDraft.shortened(text)
                                    + "'. Correct it.");
                }
                String number = number(c + (labelled ? 1 : 0));
                if (!number.isEmpty() && Double.parseDouble(number) != 0) {
                    cells.add(new int[] {row, c, reader.line()});
                    values.add(number);
                }
            }
            row++;
        }

        private NetworkDraft finish() {
            checkCommas();
            if (row != width) {
                throw new InputException(
                        reader.place(0),
                        "Expected as many rows as columns, found " + row + " rows and " + width
                                + " columns. Was the file cut off?");
            }
            List<String> labels = labelled ? rowLabels : new ArrayList<>();
            if (columnLabels.isPresent()) {
                List<String> header = columnLabels.get();
                List<String> columns =
                        header.size() > width ? header.subList(header.size() - width, header.size()) : header;
                if (columns.size() != width || labelled && !columns.equals(rowLabels)) {
                    throw new InputException(
                            new InputException.Place(file, 1, 0),
                            "Expected the same identifiers in the first row as in the first column. Correct them.");
                }
                labels = columns;
            }
            NetworkDraft draft = labels.isEmpty() ? NetworkDraft.numbered(file) : NetworkDraft.labelled(file);
            draft.listsBothWays();
            draft.directedByDefault();
            for (String label : labels) {
                if (label.isEmpty()) {
                    throw new InputException(
                            new InputException.Place(file, 1, 0),
                            "Expected an identifier of each node, found an empty one. Fill it in.");
                }
                draft.declare(label, new InputException.Place(file, 1, 0));
            }
            draft.nodes(width);
            boolean weighted = values.stream().anyMatch(value -> !value.equals("1"));
            for (int i = 0; i < cells.size(); i++) {
                int tie = draft.tie(cells.get(i)[0], cells.get(i)[1], true, cells.get(i)[2], 1);
                if (weighted) {
                    draft.tieAttribute(Network.WEIGHT, Attribute.Kind.DOUBLE)
                            .put(tie, Double.parseDouble(values.get(i)));
                }
            }
            report.fact("identifiers", labels.isEmpty() ? "numbers" : "labels");
            return draft;
        }
    }
}
