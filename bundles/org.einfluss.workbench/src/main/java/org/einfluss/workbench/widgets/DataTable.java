package org.einfluss.workbench.widgets;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.ListSelectionModel;
import javax.swing.RowFilter;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.JTableHeader;
import javax.swing.table.TableRowSorter;
import org.einfluss.graph.Column;
import org.einfluss.workbench.jobs.Jobs;
import org.einfluss.workbench.session.Session;
import org.einfluss.workbench.texts.Texts;

/** Columns of equal length as a table that is sorted by a click on a heading and filtered by words. */
public final class DataTable extends JPanel {
    private static final long serialVersionUID = 1L;

    private static final int SAMPLE = 40;
    private static final int MOST_COPIED = 100_000;

    private final transient Session session;
    private final transient Texts texts;
    private final JTable table;
    private final TableRowSorter<Model> sorter;
    private final JLabel count = new JLabel();
    private boolean selecting;

    /**
     * Makes a table.
     *
     * @param name its name in tests
     * @param label what it shows
     * @param columns what it shows; not read before it is needed
     * @param session what all views share
     */
    public DataTable(String name, String label, List<Column> columns, Session session) {
        super(new BorderLayout());
        this.session = session;
        this.texts = session.texts();
        Model model = new Model(columns, texts);
        table = new JTable(model) {
            private static final long serialVersionUID = 1L;

            @Override
            protected JTableHeader createDefaultTableHeader() {
                return new JTableHeader(columnModel) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public String getToolTipText(java.awt.event.MouseEvent event) {
                        int column = columnAtPoint(event.getPoint());
                        return column < 0 ? null : model.tip(table.convertColumnIndexToModel(column));
                    }
                };
            }
        };
        Widgets.named(Widgets.leftByTab(table), name, label, texts.text("table.tip"));
        table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        table.setAutoResizeMode(JTable.AUTO_RESIZE_OFF);
        table.setRowHeight(Sizes.em(1.6));
        table.setDefaultRenderer(Double.class, new NumberCell(texts));
        table.setDefaultRenderer(Long.class, new NumberCell(texts));
        sorter = new TableRowSorter<>(model);
        table.setRowSorter(sorter);
        widths(model);
        JTextField filter = Widgets.named(
                new JTextField(), name + ".filter", texts.text("table.filter"), texts.text("table.filter.tip"));
        filter.putClientProperty("JTextField.placeholderText", texts.text("table.filter"));
        filter.putClientProperty("JTextField.showClearButton", true);
        filter.getDocument().addDocumentListener(new Typed(() -> filter(filter.getText())));
        JPanel top = new JPanel(new BorderLayout(Sizes.em(0.7), 0));
        top.setBorder(Sizes.padding(0.3, 0.5));
        top.add(filter, BorderLayout.CENTER);
        JPanel right = new JPanel(new FlowLayout(FlowLayout.TRAILING, Sizes.em(0.3), 0));
        right.add(count);
        right.add(Widgets.button(name + ".copy", Picture.COPY, texts.text("table.copy"), this::copy));
        right.add(Widgets.button(name + ".csv", Picture.SAVE, texts.text("table.csv"), this::save));
        top.add(right, BorderLayout.EAST);
        add(top, BorderLayout.NORTH);
        add(Widgets.scroll(table), BorderLayout.CENTER);
        tellCount();
    }

    /**
     * Has a listener told which row was selected.
     *
     * @param listener told the row of the columns, -1 for none
     */
    public void onSelect(IntConsumer listener) {
        table.getSelectionModel().addListSelectionListener(event -> {
            if (!event.getValueIsAdjusting() && !selecting) {
                int row = table.getSelectedRow();
                listener.accept(row < 0 ? -1 : table.convertRowIndexToModel(row));
            }
        });
    }

    /**
     * Selects a row and shows it.
     *
     * @param row the row of the columns, -1 for none
     */
    public void select(int row) {
        selecting = true;
        int shown = row < 0 ? -1 : table.convertRowIndexToView(row);
        if (shown < 0) {
            table.clearSelection();
        } else {
            table.setRowSelectionInterval(shown, shown);
            table.scrollRectToVisible(table.getCellRect(shown, 0, true));
        }
        selecting = false;
    }

    private void filter(String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        sorter.setRowFilter(
                wanted.isEmpty()
                        ? null
                        : new RowFilter<Model, Integer>() { // Swing: null shows all
                            @Override
                            public boolean include(Entry<? extends Model, ? extends Integer> row) {
                                for (int i = 0; i < row.getValueCount(); i++) {
                                    if (row.getStringValue(i)
                                            .toLowerCase(Locale.ROOT)
                                            .contains(wanted)) {
                                        return true;
                                    }
                                }
                                return false;
                            }
                        });
        tellCount();
    }

    /** Puts the rows that are shown onto the clipboard, in their order. */
    private void copy() {
        int rows = Math.min(MOST_COPIED, table.getRowCount());
        getToolkit().getSystemClipboard().setContents(new TableCopy(texts(rows, NumberCell::plain)), null);
        session.log().tell(texts.text("table.copied", rows, table.getRowCount()));
    }

    private List<List<String>> texts(int rows, Function<Object, String> write) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(IntStream.range(0, table.getColumnCount())
                .mapToObj(table::getColumnName)
                .toList());
        for (int row = 0; row < rows; row++) {
            int shown = row;
            cells.add(IntStream.range(0, table.getColumnCount())
                    .mapToObj(column -> write.apply(table.getValueAt(shown, column)))
                    .toList());
        }
        return cells;
    }

    /** Writes the rows that are shown, in their order, as CSV. */
    private void save() {
        Optional<Path> file =
                FileChoice.save(this, texts, session.home().folder().resolve(table.getName() + ".csv"));
        if (file.isEmpty()) {
            return;
        }
        List<List<String>> rows = texts(table.getRowCount(), NumberCell::plain);
        session.jobs()
                .submit(
                        Jobs.Lane.QUICK,
                        texts.text("table.csv"),
                        progress -> Files.write(
                                file.get(), rows.stream().map(TableCopy::csv).toList(), StandardCharsets.UTF_8),
                        written -> session.log().tell(texts.text("export.done", written)));
    }

    private void tellCount() {
        count.setText(texts.text("table.rows", sorter.getViewRowCount(), sorter.getModelRowCount()));
    }

    private void widths(Model model) {
        var metrics = table.getFontMetrics(table.getFont());
        for (int i = 0; i < model.getColumnCount(); i++) {
            int width = metrics.stringWidth(model.getColumnName(i)) + Sizes.em(2);
            for (int row = 0; row < Math.min(SAMPLE, model.getRowCount()); row++) {
                Object value = model.getValueAt(row, i);
                width = Math.max(width, metrics.stringWidth(NumberCell.text(value, texts)) + Sizes.em(1.2));
            }
            table.getColumnModel().getColumn(i).setPreferredWidth(Math.min(width, Sizes.em(30)));
        }
    }

    /** Columns as Swing wants them. */
    private static final class Model extends AbstractTableModel {
        private static final long serialVersionUID = 1L;

        private final transient List<Column> columns;
        private final transient Texts texts;

        Model(List<Column> columns, Texts texts) {
            this.columns = List.copyOf(columns);
            this.texts = texts;
        }

        String tip(int column) {
            return texts.translate(columns.get(column).meaning());
        }

        @Override
        public int getRowCount() {
            return columns.isEmpty() ? 0 : columns.get(0).size();
        }

        @Override
        public int getColumnCount() {
            return columns.size();
        }

        @Override
        public String getColumnName(int column) {
            Column one = columns.get(column);
            return one.unit().isEmpty() ? one.name() : one.name() + " (" + texts.translate(one.unit()) + ")";
        }

        @Override
        public Class<?> getColumnClass(int column) {
            return switch (columns.get(column).type()) {
                case DOUBLE -> Double.class;
                case INTEGER -> Long.class;
                case BOOLEAN -> Boolean.class;
                case TEXT -> String.class;
            };
        }

        @Override
        public Object getValueAt(int row, int column) {
            Column one = columns.get(column);
            if (one.isMissing(row)) {
                return null; // Swing: an empty cell, sorted first
            }
            return switch (one.type()) {
                case DOUBLE -> one.doubleAt(row);
                case INTEGER -> one.longAt(row);
                case BOOLEAN -> one.booleanAt(row);
                case TEXT -> one.textAt(row);
            };
        }
    }
}
