package org.einfluss.workbench.data;

import java.awt.BorderLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Figure.Axis;
import org.einfluss.api.findings.Figure.Series;
import org.einfluss.api.findings.Figure.Style;
import org.einfluss.api.findings.Table;
import org.einfluss.graph.Column;
import org.einfluss.workbench.results.FigurePane;
import org.einfluss.workbench.session.Session;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.widgets.DataTable;
import org.einfluss.workbench.widgets.Sizes;

/** Statistics of all columns of a dataset; below, the distribution of the selected one. */
final class StatisticsPane extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Session session;
    private final transient Texts texts;
    private final transient List<Described> columns;
    private final JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT);

    /**
     * A column that was counted.
     *
     * @param of whether it is of nodes or of arcs, in the user's language
     * @param column the column
     * @param summary what it holds
     */
    record Described(String of, Column column, ColumnSummary summary) {}

    /**
     * Shows columns.
     *
     * @param session what all views share
     * @param columns the columns, counted before
     */
    StatisticsPane(Session session, List<Described> columns) {
        super(new BorderLayout());
        this.session = session;
        this.texts = session.texts();
        this.columns = columns;
        DataTable table = new DataTable("columns", texts.text("dataset.columns"), table(), session);
        table.onSelect(this::show);
        split.setBorder(null);
        split.setResizeWeight(0.5);
        split.setTopComponent(table);
        split.setDividerLocation(Sizes.em(18));
        add(split, BorderLayout.CENTER);
        if (!columns.isEmpty()) {
            table.select(0);
            show(0);
        }
    }

    /** Counts columns; not on the event thread. */
    static List<Described> describe(List<Column> nodes, List<Column> arcs, Texts texts) {
        List<Described> all = new ArrayList<>();
        nodes.subList(1, nodes.size())
                .forEach(column ->
                        all.add(new Described(texts.text("dataset.nodes"), column, ColumnSummary.of(column))));
        arcs.subList(2, arcs.size())
                .forEach(
                        column -> all.add(new Described(texts.text("dataset.arcs"), column, ColumnSummary.of(column))));
        return all;
    }

    private List<Column> table() {
        return List.of(
                texts("columns.of", one -> one.of()),
                texts("columns.name", one -> one.column().name()),
                texts(
                        "columns.type",
                        one -> texts.text("columns." + one.column().type())),
                texts("columns.unit", one -> texts.translate(one.column().unit())),
                counts("columns.values", one -> one.summary().values()),
                counts("columns.missing", one -> one.summary().missing()),
                counts("columns.distinct", one -> one.summary().distinct()),
                numbers("columns.least", ColumnSummary.Numbers::least),
                numbers("columns.median", ColumnSummary.Numbers::median),
                numbers("columns.mean", ColumnSummary.Numbers::mean),
                numbers("columns.greatest", ColumnSummary.Numbers::greatest),
                texts(
                        "columns.top",
                        one -> one.summary().top().stream()
                                .map(entry -> entry.getKey() + " × " + entry.getValue())
                                .collect(Collectors.joining(", "))));
    }

    private Column texts(String key, Function<Described, String> part) {
        return Column.texts(texts.text(key), columns.stream().map(part).toArray(String[]::new));
    }

    private Column counts(String key, Function<Described, Integer> part) {
        return Column.integers(
                texts.text(key), "", columns.stream().mapToInt(part::apply).toArray());
    }

    private Column numbers(String key, Function<ColumnSummary.Numbers, Double> part) {
        return Column.doubles(
                texts.text(key),
                "",
                columns.stream()
                        .mapToDouble(one -> one.summary().numbers().map(part).orElse(Double.NaN))
                        .toArray());
    }

    private void show(int row) {
        if (row < 0) {
            return;
        }
        Described one = columns.get(row);
        int divider = split.getDividerLocation();
        Path folder = session.home().folder();
        split.setBottomComponent(new FigurePane(session, FigurePane.Drawn.of(figure(one)), folder));
        split.setDividerLocation(divider);
    }

    private Figure figure(Described one) {
        String name = one.column().name();
        String title = texts.text("columns.figure", name);
        ColumnSummary summary = one.summary();
        String caption = texts.text("columns.caption", summary.values(), summary.missing());
        Axis across = Axis.of(
                one.column().unit().isEmpty()
                        ? name
                        : name + " (" + texts.translate(one.column().unit()) + ")");
        Axis up = Axis.of(texts.text("columns.values"));
        List<Column> table = new ArrayList<>();
        boolean bins = summary.numbers().isPresent();
        if (bins) {
            ColumnSummary.Numbers numbers = summary.numbers().get();
            table.add(Column.doubles("from", one.column().unit(), numbers.lower()));
            table.add(Column.integers("count", "", numbers.counts()));
        } else {
            table.add(Column.texts(
                    "from", summary.top().stream().map(entry -> entry.getKey()).toArray(String[]::new)));
            table.add(Column.integers(
                    "count",
                    "",
                    IntStream.range(0, summary.top().size())
                            .map(i -> summary.top().get(i).getValue())
                            .toArray()));
        }
        Table shown = new Table("values", title, table);
        return new Figure(
                "values",
                bins ? Figure.Kind.HISTOGRAM : Figure.Kind.BAR,
                title,
                caption,
                shown,
                List.of(Series.of("count", "from", "count", Style.DATA, 0, shown.rows())),
                across,
                up);
    }
}
