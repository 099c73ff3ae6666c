package org.einfluss.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.DecimalComma;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.ImportReport.Change;
import org.einfluss.api.data.ImportReport.Place;
import org.einfluss.api.data.Source;
import org.einfluss.formats.internal.Fields;
import org.einfluss.formats.internal.LineReader;
import org.einfluss.formats.internal.NumberText;
import org.einfluss.formats.internal.UnnamedDataset;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Reads survey tables of diffusion studies: one row per respondent, columns that name others, and a time of adoption.
 *
 * <p>The form of the classic diffusion studies (Valente 1995, Network Models of the Diffusion of Innovations; the tables of the R
 * package netdiffuseR). Each relation is a question whose answers stand in several columns. A row of i that holds j is the line
 * "i j" of an edge list; with direction {@code follows}, naming someone means to listen to them: arc j→i.
 *
 * <p>The first layer, {@code ties}, holds the relations chosen for it, each pair once; the arc column {@code nominations} counts how
 * often the pair was named. When there are several relations, each is a further layer of its own.
 *
 * <p>The last code of the time of adoption of such tables means <em>not adopted by the end</em> (right-censored): rows that hold it are
 * not in the log. The log {@code adoption} has one cascade.
 *
 * <p>Nodes are the rows, ordered by place and identifier, both by value if they are whole numbers. Answers that name nobody in the
 * table, or the respondent, are dropped and counted.
 */
@Component(service = DatasetReader.class)
@Described(
        id = "nomination-table",
        name = "Survey table with nominations",
        summary = "One respondent per row, columns that name others, a time of adoption.",
        cite = "Valente 1995, Network Models of the Diffusion of Innovations")
public final class NominationTableReader implements DatasetReader<NominationTableReader.Parameters> {
    /** Arc column of the first layer: how many of its columns name the pair. */
    public static final String NOMINATIONS = "nominations";

    /** Name of the log. */
    public static final String LOG = "adoption";

    /**
     * One question of the survey.
     *
     * @param name name of the layer
     * @param columns the columns that hold its answers
     */
    public record Relation(
            @Param("Name of the relation") String name,
            @Param("Columns with its answers") List<String> columns) {
        /** Copies the list. */
        public Relation {
            columns = List.copyOf(columns);
        }
    }

    /**
     * How the table is to be understood.
     *
     * @param direction what "i names j" says; must be given
     * @param place column of the place within which identifiers are unique, or {@code none}
     * @param id column of the respondent's identifier
     * @param relations the questions
     * @param ties the relations that make up the first layer; all of them if empty
     * @param nobody answers that name nobody, beside empty fields and NA
     * @param time column of the time of adoption, or {@code none}
     * @param notAdopted the code in it that means not adopted by the end
     * @param timeUnit unit of the time
     * @param meaning what was adopted, and how time is counted
     * @param attributes further columns to keep as node columns
     * @param decimal how numbers write their decimals
     */
    public record Parameters(
            @Param(
                    value = "Direction",
                    help = "i names j: j influences i (follows), i influences j (influences), or both (mutual)")
            Direction direction,

            @Param(value = "Column of the place", initial = "none")
            String place,

            @Param(value = "Column of the identifier", initial = "id")
            String id,

            @Param("Relations") List<Relation> relations,

            @Param(value = "Relations of the first layer", help = "All if left out")
            List<String> ties,

            @Param(value = "Answers that name nobody", help = "Beside empty fields and NA")
            List<String> nobody,

            @Param(value = "Column of the time of adoption", initial = "none")
            String time,

            @Param(value = "Code of not adopted", initial = "inf")
            String notAdopted,

            @Param(value = "Unit of time", initial = "periods")
            String timeUnit,

            @Param(value = "What was adopted", initial = "adoption")
            String meaning,

            @Param(value = "Columns to keep", advanced = true)
            List<String> attributes,

            @Param(value = "Decimals", initial = "point", help = "0.5 (point) or 0,5 (comma)", advanced = true)
            EdgeListReader.Decimal decimal) {
        /** Copies the lists and checks that relations are given. */
        public Parameters {
            relations = List.copyOf(relations);
            ties = List.copyOf(ties);
            nobody = List.copyOf(nobody);
            attributes = List.copyOf(attributes);
            if (direction == null) {
                throw new InputException(
                        "Direction must be given, it cannot be seen in the file: does 'i names j' say that j"
                                + " influences i (follows), that i influences j (influences), or both (mutual)?");
            }
            if (relations.isEmpty()) {
                throw new InputException(
                        "Relations must be given: for each question the columns that hold its answers.");
            }
            List<String> names = relations.stream().map(Relation::name).toList();
            for (String name : ties) {
                if (!names.contains(name)) {
                    throw new InputException(
                            "There is no relation '" + name + "'; the relations are " + String.join(", ", names) + ".");
                }
            }
        }
    }

    /** Makes the reader. */
    public NominationTableReader() {}

    @Override
    public Set<String> extensions() {
        return Set.of("csv", "tsv");
    }

    @Override
    public Dataset read(Source source, Parameters parameters, ImportReport report, Progress progress)
            throws IOException {
        Survey survey = Survey.read(source, parameters.decimal(), progress);
        String[] keys = survey.keys(parameters.place(), parameters.id());
        Integer[] order = survey.order(parameters.place(), parameters.id());
        Map<String, Integer> node = new LinkedHashMap<>();
        for (int i = 0; i < order.length; i++) {
            if (node.put(keys[order[i]], i) != null) {
                throw new InputException(source.name() + ": Two rows have the identifier '" + keys[order[i]]
                        + "'. Identifiers must differ"
                        + (parameters.place().equals("none") ? "." : " within a place."));
            }
        }
        List<Nominations> nominations = new ArrayList<>();
        for (Relation relation : parameters.relations()) {
            nominations.add(new Nominations(relation, survey, parameters, keys, node, report));
        }
        Network network = network(nominations, parameters, order.length);
        network = attributes(network, survey, parameters, order, keys);
        report.network(network);
        report.fact("rows", Integer.toString(order.length));
        report.fact("arcs of the first layer", Integer.toString(network.graph().arcs()));
        List<AdoptionLog> logs =
                parameters.time().equals("none") ? List.of() : List.of(log(survey, parameters, order, report));
        Dataset dataset = UnnamedDataset.of(source, parameters.direction(), network);
        return new Dataset(dataset.descriptor(), dataset.network(), logs);
    }

    private static Network network(List<Nominations> nominations, Parameters parameters, int nodes) {
        GraphBuilder all = builder(nodes, parameters);
        for (Nominations relation : nominations) {
            if (parameters.ties().isEmpty() || parameters.ties().contains(relation.name)) {
                relation.addTo(all, parameters.direction());
            }
        }
        GraphBuilder.Built built = all.build();
        Network network = Network.of(built.graph())
                .withArcColumn(Column.integers(NOMINATIONS, "nominations", built.multiplicity())
                        .withMeaning("how often the pair was named"));
        for (Nominations relation : nominations) {
            if (nominations.size() > 1) {
                GraphBuilder one = builder(nodes, parameters);
                relation.addTo(one, parameters.direction());
                Graph graph = one.build().graph();
                network = network.withLayer(relation.name, graph, List.of());
            }
        }
        return network;
    }

    private static GraphBuilder builder(int nodes, Parameters parameters) {
        return new GraphBuilder(nodes, parameters.direction() != Direction.MUTUAL)
                .duplicates(GraphBuilder.Duplicates.COUNT);
    }

    private static Network attributes(
            Network network, Survey survey, Parameters parameters, Integer[] order, String[] keys) {
        String[] ids = new String[order.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = keys[order[i]];
        }
        Network result = network.withNodeColumn(Column.texts(Network.ID, ids)
                .withMeaning(
                        parameters.place().equals("none")
                                ? "identifier in the table"
                                : "place and identifier in the table"));
        Set<String> kept = new TreeSet<>(Comparator.comparingInt(survey::column));
        kept.addAll(parameters.attributes());
        if (!parameters.place().equals("none")) {
            kept.add(parameters.place());
        }
        for (String name : kept) {
            result = result.withNodeColumn(survey.typed(name, order));
        }
        return result;
    }

    private static AdoptionLog log(Survey survey, Parameters parameters, Integer[] order, ImportReport report) {
        double notAdopted = parameters.notAdopted().equals("inf")
                ? Double.POSITIVE_INFINITY
                : Survey.number(
                        parameters.notAdopted(), new InputException.Place(survey.file, 0, 0), parameters.time());
        int column = survey.column(parameters.time());
        List<Integer> adopters = new ArrayList<>();
        double[] time = new double[order.length];
        double last = Double.NEGATIVE_INFINITY;
        int censored = 0;
        for (int node = 0; node < order.length; node++) {
            String text = survey.rows.get(order[node]).get(column);
            if (Survey.isMissing(text)) {
                report.loss(Change.DROPPED, "time of adoption missing", Place.line(survey.lines.get(order[node])));
                continue;
            }
            time[node] = survey.number(text, order[node], parameters.time());
            if (time[node] == notAdopted) {
                censored++;
            } else {
                adopters.add(node);
                last = Math.max(last, time[node]);
            }
        }
        adopters.sort(Comparator.comparingDouble((Integer node) -> time[node]).thenComparing(node -> node));
        int[] nodes = adopters.stream().mapToInt(Integer::intValue).toArray();
        report.fact("adopted", Integer.toString(nodes.length));
        report.fact("not adopted by the end", Integer.toString(censored));
        return new AdoptionLog(
                LOG,
                parameters.meaning(),
                parameters.timeUnit(),
                1,
                new int[nodes.length],
                nodes,
                Arrays.stream(nodes).mapToDouble(node -> time[node]).toArray(),
                new int[0],
                Double.isInfinite(notAdopted) ? last : Math.max(last, notAdopted - 1));
    }

    /** Who named whom in one relation, as nodes. */
    private static final class Nominations {
        private final String name;
        private final List<int[]> pairs = new ArrayList<>();

        Nominations(
                Relation relation,
                Survey survey,
                Parameters parameters,
                String[] keys,
                Map<String, Integer> node,
                ImportReport report) {
            name = relation.name();
            for (String column : relation.columns()) {
                int c = survey.column(column);
                for (int row = 0; row < survey.rows.size(); row++) {
                    String named = survey.rows.get(row).get(c);
                    if (Survey.isMissing(named) || parameters.nobody().contains(named)) {
                        continue;
                    }
                    int from = node.get(keys[row]);
                    int to = node.getOrDefault(survey.key(row, parameters.place(), named), -1);
                    Place where = new Place(survey.lines.get(row), 0, "column " + column + ": " + named);
                    if (to < 0) {
                        report.loss(Change.DROPPED, "nomination of someone outside the table dropped", where);
                    } else if (to == from) {
                        report.loss(Change.DROPPED, "nomination of oneself dropped", where);
                    } else {
                        pairs.add(new int[] {from, to});
                    }
                }
            }
        }

        void addTo(GraphBuilder builder, Direction direction) {
            for (int[] pair : pairs) {
                boolean turned = direction == Direction.FOLLOWS;
                builder.add(pair[turned ? 1 : 0], pair[turned ? 0 : 1]);
            }
        }
    }

    /** The rows of the table as texts. */
    private static final class Survey {
        private final String file;
        private final List<String> names = new ArrayList<>();
        private final List<List<String>> rows = new ArrayList<>();
        private final List<Integer> lines = new ArrayList<>();

        private final EdgeListReader.Decimal decimal;

        private Survey(String file, EdgeListReader.Decimal decimal) {
            this.file = file;
            this.decimal = decimal;
        }

        static Survey read(Source source, EdgeListReader.Decimal decimal, Progress progress) throws IOException {
            Survey survey = new Survey(source.name(), decimal);
            try (LineReader reader = new LineReader(source, progress)) {
                Fields fields = new Fields(',');
                while (reader.next()) {
                    if (reader.isEmptyOrComment()) {
                        continue;
                    }
                    String text = reader.text();
                    if (survey.names.isEmpty()) {
                        fields = new Fields(text.indexOf('\t') >= 0 ? '\t' : text.indexOf(';') >= 0 ? ';' : ',');
                        fields.split(reader);
                        survey.names.addAll(fields.copy());
                        continue;
                    }
                    int line = reader.line();
                    if (fields.split(reader) != survey.names.size()) {
                        throw new InputException(
                                fields.place(0),
                                "Expected " + survey.names.size() + " columns as in the first line, found "
                                        + fields.count() + ". Correct the line.");
                    }
                    survey.rows.add(fields.copy());
                    survey.lines.add(line);
                }
            }
            if (survey.rows.isEmpty()) {
                throw new InputException(source.name() + ": Expected a line of names and rows below it, found "
                        + (survey.names.isEmpty() ? "nothing" : "no rows") + ". Is it the right file?");
            }
            return survey;
        }

        static boolean isMissing(String text) {
            return text.isEmpty() || text.equals("NA");
        }

        int column(String name) {
            int column = names.indexOf(name);
            if (column < 0) {
                throw new InputException(
                        new InputException.Place(file, 1, 0),
                        "There is no column '" + name + "'. The columns are " + String.join(", ", names) + ".");
            }
            return column;
        }

        String key(int row, String place, String id) {
            return place.equals("none") ? id : rows.get(row).get(column(place)) + "/" + id;
        }

        String[] keys(String place, String id) {
            int column = column(id);
            String[] keys = new String[rows.size()];
            for (int row = 0; row < keys.length; row++) {
                keys[row] = key(row, place, rows.get(row).get(column));
            }
            return keys;
        }

        /** Rows by place and identifier, each by value where it is a whole number throughout. */
        Integer[] order(String place, String id) {
            Integer[] order = new Integer[rows.size()];
            Arrays.setAll(order, row -> row);
            Comparator<Integer> byId = by(column(id));
            Arrays.sort(order, place.equals("none") ? byId : by(column(place)).thenComparing(byId));
            return order;
        }

        private Comparator<Integer> by(int column) {
            boolean integers = rows.stream().allMatch(row -> row.get(column).matches("-?[0-9]{1,18}"));
            return integers
                    ? Comparator.comparingLong(
                            row -> Long.parseLong(rows.get(row).get(column)))
                    : Comparator.comparing(row -> rows.get(row).get(column));
        }

        double number(String text, int row, String column) {
            InputException.Place place = new InputException.Place(file, lines.get(row), 0);
            boolean comma = decimal == EdgeListReader.Decimal.COMMA;
            if (comma && text.indexOf('.') >= 0 || !comma && DecimalComma.isNumber(text)) {
                throw new InputException(
                        place,
                        "Expected a number with a decimal " + (comma ? "comma" : "point") + " in column " + column
                                + ", found '" + text + "'. Correct it, or give decimal: "
                                + (comma ? "point." : "comma."));
            }
            return number(comma ? DecimalComma.withPoint(text) : text, place, column);
        }

        static double number(String text, InputException.Place place, String column) {
            double value = NumberText.isDecimal(text) ? Double.parseDouble(text) : Double.NaN;
            if (!Double.isFinite(value)) {
                throw new InputException(
                        place, "Expected a number in column " + column + ", found '" + text + "'. Correct it.");
            }
            return value;
        }

        /** A column as whole numbers, numbers or texts, whichever holds all its values. */
        Column typed(String name, Integer[] order) {
            int column = column(name);
            BitSet missing = new BitSet();
            boolean integers = true;
            boolean numbers = true;
            String[] texts = new String[order.length];
            for (int node = 0; node < texts.length; node++) {
                texts[node] = rows.get(order[node]).get(column);
                if (isMissing(texts[node])) {
                    missing.set(node);
                } else {
                    integers &= texts[node].matches("-?[0-9]{1,18}");
                    numbers &= NumberText.isDecimal(texts[node]) || DecimalComma.isNumber(texts[node]);
                }
            }
            if (integers) {
                long[] values = new long[texts.length];
                for (int node = 0; node < values.length; node++) {
                    values[node] = missing.get(node) ? 0 : Long.parseLong(texts[node]);
                }
                return Column.integers(name, "", values, missing);
            }
            if (numbers) {
                double[] values = new double[texts.length];
                for (int node = 0; node < values.length; node++) {
                    values[node] = missing.get(node) ? Double.NaN : number(texts[node], order[node], name);
                }
                return Column.doubles(name, "", values);
            }
            return Column.texts(name, texts, missing);
        }
    }
}
