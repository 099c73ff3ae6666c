package org.einfluss.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.ImportReport.Change;
import org.einfluss.api.data.ImportReport.Place;
import org.einfluss.api.data.Source;
import org.einfluss.formats.NetworkParameters.Parallel;
import org.einfluss.formats.NetworkParameters.TieDirection;
import org.einfluss.formats.internal.EdgeListLayout;
import org.einfluss.formats.internal.Fields;
import org.einfluss.formats.internal.IntegerArcs;
import org.einfluss.formats.internal.Labels;
import org.einfluss.formats.internal.LineReader;
import org.einfluss.formats.internal.UnnamedDataset;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Reads lists of ties, one per line: two identifiers, perhaps a weight, perhaps further columns.
 *
 * <p>Fields are separated by commas, semicolons, tabs or blanks and may stand in double quotes. Lines that begin with {@code #} or
 * {@code %} and blank lines are passed over, the former counted in the report. Packed (gzip) content is recognised by its first bytes.
 *
 * <p>Further columns become columns of arcs under their names ({@code column-3} where there are none), as whole numbers, numbers, truth
 * values or texts, whichever all their values are. A column {@code layer} makes layers of the network.
 *
 * <p>Nothing that decides the network is guessed: a further column of numbers is asked about unless it is named {@code weight}, and so
 * is where the identifiers stand in a table of three or more named columns without usual names for them.
 *
 * <p>Nodes are the identifiers in order: by value if all are whole numbers, by code point otherwise. Identifiers other than 0 … n−1
 * are kept in the node column {@code id}. Self-loops are dropped and repeated ties merged unless they are wanted, both counted in the
 * report. The network does not depend on the order of the lines.
 *
 * <p>Two columns of whole numbers below 2³¹ take a fast path (O(n + m) time); everything else goes line by line.
 */
@Component(service = DatasetReader.class)
@Described(
        id = "edge-list",
        name = "Edge list",
        summary = "One tie per line, separated by commas, semicolons, tabs or blanks; plain or gzip.")
public final class EdgeListReader implements DatasetReader<EdgeListReader.Parameters> {
    /** What separates fields. */
    public enum Delimiter {
        /** The one that splits the first lines evenly. */
        AUTO,
        /** Commas. */
        COMMA,
        /** Semicolons. */
        SEMICOLON,
        /** Tabs. */
        TAB,
        /** Runs of spaces and tabs. */
        SPACE
    }

    /** What the first line is. */
    public enum Header {
        /** The numbers of nodes and of lines if exactly so many lines follow; names if it looks like names; else a tie. */
        AUTO,
        /** A tie. */
        NONE,
        /** Names of the columns. */
        NAMES,
        /** The numbers of nodes and of lines; identifiers are then 0 … n−1 and nodes without ties count. */
        COUNTS
    }

    /** What becomes of a tie that is listed more than once, and of its weights. */
    public enum Repeated {
        /** All stay where ties have dates, else their weights are added up. */
        AUTO,
        /** They are added up. */
        SUM,
        /** The largest stays. */
        LARGEST,
        /** All ties stay. */
        KEEP
    }

    /** What becomes of further columns. */
    public enum Columns {
        /** They are columns of arcs. */
        KEEP,
        /** They are dropped. */
        DROP
    }

    /** How weights write their decimals. */
    public enum Decimal {
        /** With a point: 0.5. */
        POINT,
        /** With a comma: 0,5. */
        COMMA
    }

    /**
     * What cannot be known from the file, and what may be overridden.
     *
     * @param direction what a line "a b" says; must be given
     * @param delimiter what separates fields
     * @param header what the first line is
     * @param source name or number (from 1) of the column of the first identifier
     * @param target name or number of the column of the second identifier
     * @param weight name or number of the column of weights, or {@code none}; {@code auto} takes a column named weight, and refuses other
     *     columns of numbers
     * @param repeated what becomes of repeated ties and their weights
     * @param loops what becomes of ties of a node with itself
     * @param columns what becomes of further columns
     * @param decimal how weights write their decimals
     * @param modes for two-mode data: what the identifiers of the first and of the second column are, joined by a comma, as in
     *     {@code person,event}; else {@code none}
     * @param layer name or number of the column that says the kind of tie; auto: the one named layer, if there is one
     * @param begin name or number of the column that says when a tie begins; auto: the one named begin
     * @param end name or number of the column that says when a tie ends, perhaps the same; auto: the one named end
     */
    public record Parameters(
            @Param(
                    value = "Direction",
                    help =
                            "A line 'a b': a influences b (influences), a follows or names b (follows), or both (mutual)")
            Direction direction,

            @Param(value = "Delimiter", initial = "auto") Delimiter delimiter,
            @Param(value = "First line", initial = "auto") Header header,

            @Param(value = "Column of the first identifier", initial = "auto", help = "Name or number from 1")
            String source,

            @Param(value = "Column of the second identifier", initial = "auto", help = "Name or number from 1")
            String target,

            @Param(
                    value = "Column of weights",
                    initial = "auto",
                    help =
                            "Name or number from 1, or none; must be given where a column of numbers is not named weight")
            String weight,

            @Param(
                    value = "Repeated ties",
                    initial = "auto",
                    help =
                            "One stays, with the sum of the weights or the largest one (sum, largest), or all stay (keep); auto"
                                    + " keeps all where they are dated, else sums")
            Repeated repeated,

            @Param(value = "Self-loops", initial = "drop") NetworkParameters.Loops loops,

            @Param(value = "Further columns", initial = "keep")
            Columns columns,

            @Param(value = "Decimals of weights", initial = "point", help = "0.5 (point) or 0,5 (comma)")
            Decimal decimal,

            @Param(
                    value = "Modes",
                    initial = "none",
                    help = "Two-mode data: what the first and the second column hold, as in person,event",
                    advanced = true)
            String modes,

            @Param(
                    value = "Column of layers",
                    initial = NetworkParameters.AUTO,
                    help = "Name or number from 1 of the column that says the kind of tie; auto: the one named layer",
                    advanced = true)
            String layer,

            @Param(
                    value = "Column of begins",
                    initial = NetworkParameters.AUTO,
                    help = "Name or number from 1 of the column that says when a tie begins; auto: the one named begin",
                    advanced = true)
            String begin,

            @Param(
                    value = "Column of ends",
                    initial = NetworkParameters.AUTO,
                    help = "Name or number from 1 of the column that says when a tie ends, perhaps the same; auto: the"
                            + " one named end",
                    advanced = true)
            String end) {
        /** Checks that the direction is given. */
        public Parameters {
            if (direction == null) {
                throw new InputException(DIRECTION_NEEDED);
            }
            if (!modes.equals("none") && modes.split(",", -1).length != 2) {
                throw new InputException(
                        "Modes must be two names joined by a comma, as in person,event, or none; was '" + modes + "'");
            }
        }

        /**
         * Makes parameters of a file whose layers and dates are in columns of these names, if it has any.
         *
         * @param direction what a line "a b" says; must be given
         * @param delimiter what separates fields
         * @param header what the first line is
         * @param source name or number of the column of the first identifier
         * @param target name or number of the column of the second identifier
         * @param weight name or number of the column of weights, {@code none} or {@code auto}
         * @param repeated what becomes of repeated ties and their weights
         * @param loops what becomes of ties of a node with itself
         * @param columns what becomes of further columns
         * @param decimal how weights write their decimals
         * @param modes for two-mode data: what the two columns hold, else {@code none}
         */
        public Parameters(
                Direction direction,
                Delimiter delimiter,
                Header header,
                String source,
                String target,
                String weight,
                Repeated repeated,
                NetworkParameters.Loops loops,
                Columns columns,
                Decimal decimal,
                String modes) {
            this(
                    direction,
                    delimiter,
                    header,
                    source,
                    target,
                    weight,
                    repeated,
                    loops,
                    columns,
                    decimal,
                    modes,
                    NetworkParameters.AUTO,
                    NetworkParameters.AUTO,
                    NetworkParameters.AUTO);
        }

        /**
         * Makes parameters that leave everything but the direction to detection.
         *
         * @param direction what a line "a b" says
         */
        public static Parameters of(Direction direction) {
            return new Parameters(
                    direction,
                    Delimiter.AUTO,
                    Header.AUTO,
                    "auto",
                    "auto",
                    "auto",
                    Repeated.AUTO,
                    NetworkParameters.Loops.DROP,
                    Columns.KEEP,
                    Decimal.POINT,
                    "none");
        }
    }

    /** What a line that begins with # or % is in the report. */
    public static final String COMMENT = "comment passed over";

    /** The sentence shown when the direction is missing. */
    static final String DIRECTION_NEEDED =
            "Direction must be given, it cannot be seen in the file: does a line 'a b' say that a"
                    + " influences b (influences), that a follows or names b (follows), or both (mutual)?";

    /** Makes the reader. */
    public EdgeListReader() {}

    @Override
    public Set<String> extensions() {
        return Set.of("csv", "tsv", "txt", "edgelist", "edges", "el", "dat");
    }

    @Override
    public Dataset read(Source source, Parameters parameters, ImportReport report, Progress progress)
            throws IOException {
        EdgeListLayout layout = EdgeListLayout.detect(source, parameters);
        layout.tell(report);
        boolean simple = parameters.loops() == NetworkParameters.Loops.DROP && parameters.repeated() != Repeated.KEEP;
        Optional<Network> fast = layout.isTwoIntegers() && simple
                ? IntegerArcs.read(source, layout, parameters.direction(), report, progress)
                : Optional.empty();
        Network network = fast.isPresent() ? fast.get() : readLines(source, layout, parameters, report, progress);
        report.network(network);
        return UnnamedDataset.of(source, parameters.direction(), network);
    }

    /** The plain way, for any identifiers, weights and modes; the fast path must give the same network. */
    static Network readLines(
            Source source, EdgeListLayout layout, Parameters parameters, ImportReport report, Progress progress)
            throws IOException {
        List<String> modes = parameters.modes().equals("none")
                ? List.of()
                : List.of(parameters.modes().split(","));
        Labels labels = new Labels(Math.max(1, modes.size()));
        boolean counted = layout.header() == Header.COUNTS;
        NetworkDraft draft =
                counted ? NetworkDraft.numbered(source.name()) : NetworkDraft.labelled(source.name(), labels);
        boolean directed = parameters.direction() != Direction.MUTUAL;
        if (directed) {
            draft.directedByDefault();
        }
        Attribute weight = new Attribute(Network.WEIGHT, Attribute.Kind.DOUBLE);
        if (layout.weight() >= 0) {
            weight = draft.tieAttribute(Network.WEIGHT, Attribute.Kind.DOUBLE);
        }
        List<Attribute> further = new ArrayList<>();
        List<Integer> columns = parameters.columns() == Columns.KEEP ? layout.further() : List.of();
        for (int column : columns) {
            further.add(draft.tieAttribute(layout.name(column), Attribute.Kind.OPEN));
        }
        Fields fields = new Fields(layout.delimiter());
        boolean layered =
                draft.hasTieAttribute(Network.LAYER) || !parameters.layer().equals(NetworkParameters.AUTO);
        long lines = 0;
        String tieLikeComment = "";
        try (LineReader reader = new LineReader(source, progress)) {
            boolean skip = layout.header() != Header.NONE;
            while (reader.next()) {
                if (reader.isEmptyOrComment()) {
                    if (!reader.isEmpty()) {
                        report.loss(Change.NOTED, COMMENT, Place.line(reader.line()));
                        if (tieLikeComment.isEmpty() && layout.isTieLike(fields, reader)) {
                            tieLikeComment = reader.place(1) + ": '" + reader.text() + "'";
                        }
                    }
                    continue;
                }
                if (skip) {
                    skip = false;
                    continue;
                }
                int line = reader.line();
                layout.checkCount(fields, fields.split(reader));
                String a = layout.identifier(fields, layout.source());
                String b = layout.identifier(fields, layout.target());
                int from = counted ? layout.declaredNode(source, a) : labels.add(0, a);
                int to = counted ? layout.declaredNode(source, b) : labels.add(modes.isEmpty() ? 0 : 1, b);
                lines++;
                int tie = draft.tie(from, to, directed, line, 1);

                if (layout.weight() >= 0
                        && !(layered && fields.field(layout.weight()).isEmpty())) {
                    weight.put(tie, layout.weight(fields));
                }
                for (int i = 0; i < further.size(); i++) {
                    String text = layout.value(fields, columns.get(i));
                    if (!text.isEmpty()) {
                        further.get(i).put(tie, text);
                    }
                }
            }
            if (counted) {
                layout.checkLines(source, lines);
                NetworkDraft.checkDeclared(
                        new InputException.Place(source.name(), 1, 0), layout.declaredNodes(), reader.bytes());
                draft.nodes(layout.declaredNodes());
            }
        }
        if (lines == 0) {
            throw new InputException(source.name() + ": Expected ties, found none. Is it the right file?");
        }
        Optional<String> sign = labels.find(label -> label.startsWith("#") || label.startsWith("%"));
        if (!tieLikeComment.isEmpty() && sign.isPresent()) {
            throw new InputException(tieLikeComment
                    + " would be passed over as a comment, but there are identifiers that begin so, as '" + sign.get()
                    + "'. Put such identifiers in double quotes where they begin a line, or remove the comment.");
        }
        boolean dated = draft.hasTieAttribute(Network.BEGIN)
                || draft.hasTieAttribute(Network.END)
                || !parameters.begin().equals(NetworkParameters.AUTO)
                || !parameters.end().equals(NetworkParameters.AUTO);
        report.fact("lines", Long.toString(lines));
        labels.leadingZeros().ifPresent(pair -> report.fact("leading zeros", pair));
        Network network = draft.network(
                new NetworkParameters(
                        TieDirection.valueOf(parameters.direction().name()),
                        parameters.loops(),
                        parameters.repeated() != Repeated.AUTO
                                ? Parallel.valueOf(parameters.repeated().name())
                                : dated ? Parallel.KEEP : Parallel.SUM,
                        layout.attribute(parameters.layer(), Network.LAYER),
                        layout.attribute(parameters.begin(), Network.BEGIN),
                        layout.attribute(parameters.end(), Network.END),
                        NetworkParameters.AUTO,
                        layout.weight() < 0 ? NetworkParameters.NONE : NetworkParameters.AUTO),
                report);
        return modes.isEmpty() ? network : network.withNodeColumn(labels.modeColumn(modes));
    }
}
