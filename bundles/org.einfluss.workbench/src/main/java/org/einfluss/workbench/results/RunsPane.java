package org.einfluss.workbench.results;

import java.awt.BorderLayout;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.AbstractAction;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.table.AbstractTableModel;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.workbench.jobs.Job;
import org.einfluss.workbench.jobs.Jobs;
import org.einfluss.workbench.results.RunPages.Page;
import org.einfluss.workbench.results.RunPages.Query;
import org.einfluss.workbench.results.RunPages.Row;
import org.einfluss.workbench.session.Session;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.widgets.FileChoice;
import org.einfluss.workbench.widgets.Line;
import org.einfluss.workbench.widgets.NumberCell;
import org.einfluss.workbench.widgets.Picture;
import org.einfluss.workbench.widgets.Sizes;
import org.einfluss.workbench.widgets.TableCopy;
import org.einfluss.workbench.widgets.Widgets;

/** The runs of a study, page by page out of its store: filtered, sorted, replayed, copied, written as CSV. */
final class RunsPane extends JPanel {
    private static final long serialVersionUID = 1L;

    private static final int SIZE = 200;

    private final transient Session session;
    private final transient Texts texts;
    private final transient RunPages pages;
    private final transient Path folder;
    private final transient Replay replay;
    private final Model model;
    private final JTable table;
    private final JTextField filter = new JTextField();
    private final JComboBox<String> sort;
    private final JCheckBox descending;
    private final JLabel count = new JLabel();
    private final JTextArea mistake = Widgets.paragraph("");
    private final JButton toFirst;
    private final JButton toPrevious;
    private final JButton toNext;
    private final JButton toLast;
    private final JButton show;
    private transient Query query = new Query(List.of(), 0, false);
    private transient Page page = new Page(List.of(), 0, 0);
    private transient Optional<Job> reading = Optional.empty();

    /** Shows a run again. */
    @FunctionalInterface
    interface Replay {
        /** Shows it. */
        void show(int point, int draw, int run);
    }

    /** Reads a page. */
    @FunctionalInterface
    private interface Turn {
        Page read(Progress progress) throws IOException;
    }

    /**
     * Makes the pane; {@link #start} fills it.
     *
     * @param session what all views share
     * @param pages the runs
     * @param folder where a CSV file is suggested
     * @param replay shows a run again
     */
    RunsPane(Session session, RunPages pages, Path folder, Replay replay) {
        super(new BorderLayout());
        this.session = session;
        this.texts = session.texts();
        this.pages = pages;
        this.folder = folder;
        this.replay = replay;
        model = new Model();
        table = Widgets.leftByTab(new JTable(model));
        sort = Widgets.named(
                new JComboBox<>(pages.names().toArray(String[]::new)),
                "runs.sort",
                texts.text("runs.sort"),
                texts.text("runs.sort.tip"));
        descending = Widgets.named(
                new JCheckBox(texts.text("runs.descending")),
                "runs.descending",
                texts.text("runs.descending"),
                texts.text("runs.descending.tip"));
        toFirst = button("first", () -> turn(progress -> pages.first(query, SIZE, progress)));
        toPrevious = button(
                "previous",
                () -> turn(progress -> pages.before(query, page.rows().get(0), SIZE, progress)));
        toNext = button(
                "next",
                () -> turn(progress ->
                        pages.after(query, page.rows().get(page.rows().size() - 1), SIZE, progress)));
        toLast = button("last", () -> turn(progress -> pages.last(query, SIZE, progress)));
        show = button("replay", this::replay);
        show.setIcon(Picture.RUN);
        table();
        add(head(), BorderLayout.NORTH);
        add(Widgets.scroll(table), BorderLayout.CENTER);
        add(foot(), BorderLayout.SOUTH);
        tell();
    }

    private JButton button(String id, Runnable action) {
        return Widgets.button("runs." + id, texts.text("runs." + id), texts.text("runs." + id + ".tip"), action);
    }

    private void table() {
        Widgets.named(table, "runs", texts.text("study.runs"), texts.text("runs.tip"));
        table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        table.setAutoResizeMode(JTable.AUTO_RESIZE_OFF);
        table.setRowHeight(Sizes.em(1.6));
        table.setDefaultRenderer(Double.class, new NumberCell(texts));
        table.setDefaultRenderer(Long.class, new NumberCell(texts));
        table.getSelectionModel().addListSelectionListener(event -> tell());
        table.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                .put(KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0), "replay");
        table.getActionMap().put("replay", new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                replay();
            }
        });
        table.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                if (event.getClickCount() == 2) {
                    replay();
                }
            }
        });
        table.getTableHeader().addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                int shown = table.columnAtPoint(event.getPoint());
                if (shown >= 0) {
                    int column = table.convertColumnIndexToModel(shown);
                    if (sort.getSelectedIndex() == column) {
                        descending.doClick();
                    } else {
                        sort.setSelectedIndex(column);
                    }
                }
            }
        });
        var metrics = table.getFontMetrics(table.getFont());
        for (int i = 0; i < model.getColumnCount(); i++) {
            table.getColumnModel()
                    .getColumn(i)
                    .setPreferredWidth(
                            Math.max(Sizes.em(5), metrics.stringWidth(model.getColumnName(i)) + Sizes.em(1.5)));
        }
    }

    private JComponent head() {
        Widgets.named(filter, "runs.filter", texts.text("table.filter"), texts.text("runs.filter.tip"));
        filter.putClientProperty("JTextField.placeholderText", texts.text("runs.filter.example"));
        filter.putClientProperty("JTextField.showClearButton", true);
        filter.addActionListener(event -> start());
        sort.addActionListener(event -> start());
        descending.addActionListener(event -> start());
        Line line = new Line();
        JLabel label = new JLabel(texts.text("runs.sort"));
        label.setLabelFor(sort);
        line.add(label);
        line.add(sort);
        line.add(descending);
        line.add(show);
        line.add(Widgets.button("runs.copy", Picture.COPY, texts.text("table.copy"), this::copy));
        line.add(Widgets.button("runs.csv", Picture.SAVE, texts.text("runs.csv"), this::save));
        JPanel asked = new JPanel(new BorderLayout());
        asked.setBorder(Sizes.padding(0.3, 0.5));
        asked.add(filter, BorderLayout.CENTER);
        asked.add(mistake, BorderLayout.SOUTH);
        JPanel top = new JPanel(new BorderLayout());
        top.add(asked, BorderLayout.NORTH);
        top.add(line, BorderLayout.CENTER);
        Widgets.named(mistake, "runs.mistake", texts.text("runs.mistake"), "");
        mistake.setForeground(javax.swing.UIManager.getColor("Actions.Red"));
        mistake.setVisible(false);
        return top;
    }

    private JComponent foot() {
        Line foot = new Line(0.4, 0.2);
        Widgets.named(count, "runs.count", texts.text("study.runs"), "");
        foot.add(toFirst);
        foot.add(toPrevious);
        foot.add(toNext);
        foot.add(toLast);
        foot.add(count);
        return foot;
    }

    /** Reads the first page of what the controls ask for. */
    void start() {
        mistake.setVisible(false);
        try {
            query = new Query(
                    RunCondition.read(filter.getText(), pages, texts),
                    sort.getSelectedIndex(),
                    descending.isSelected());
        } catch (InputException wrong) {
            mistake.setText(wrong.getMessage());
            mistake.setVisible(true);
            return;
        }
        turn(progress -> pages.first(query, SIZE, progress));
    }

    private void turn(Turn turn) {
        reading.ifPresent(Job::cancel);
        count.setText(texts.text("navigator.reading"));
        reading = Optional.of(session.jobs().submit(Jobs.Lane.VIEW, texts.text("study.runs"), turn::read, this::show));
    }

    private void show(Page read) {
        page = read;
        model.fireTableDataChanged();
        if (!read.rows().isEmpty()) {
            table.setRowSelectionInterval(0, 0);
            table.scrollRectToVisible(table.getCellRect(0, 0, true));
        }
        tell();
    }

    private void tell() {
        boolean isEmpty = page.rows().isEmpty();
        boolean atStart = isEmpty || page.before() == 0;
        boolean atEnd = isEmpty || page.before() + page.rows().size() >= page.matching();
        toFirst.setEnabled(!atStart);
        toPrevious.setEnabled(!atStart);
        toNext.setEnabled(!atEnd);
        toLast.setEnabled(!atEnd);
        show.setEnabled(table.getSelectedRow() >= 0);
        count.setText(texts.text(
                "runs.count",
                isEmpty ? 0 : page.before() + 1,
                page.before() + page.rows().size(),
                page.matching()));
    }

    private void replay() {
        int selected = table.getSelectedRow();
        if (selected >= 0) {
            Row row = page.rows().get(selected);
            replay.show(row.point(), row.draw(), row.run());
        }
    }

    private void copy() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(pages.names());
        page.rows().forEach(row -> rows.add(plain(row)));
        getToolkit().getSystemClipboard().setContents(new TableCopy(rows), null);
        session.log().tell(texts.text("table.copied", page.rows().size(), page.matching()));
    }

    private static List<String> plain(Row row) {
        return row.cells().stream().map(NumberCell::plain).toList();
    }

    /** Writes all runs that match, in the order of the store, without holding them. */
    private void save() {
        Query asked = query;
        FileChoice.save(this, texts, folder.resolve("runs.csv"))
                .ifPresent(file -> session.jobs()
                        .submit(
                                Jobs.Lane.QUICK,
                                texts.text("runs.csv"),
                                progress -> write(pages, asked, file, progress),
                                written -> session.log().tell(texts.text("export.done", written))));
    }

    private static Path write(RunPages pages, Query asked, Path file, Progress progress) throws IOException {
        Path aside = file.resolveSibling("." + file.getFileName() + ".writing");
        try {
            try (BufferedWriter out = Files.newBufferedWriter(aside, StandardCharsets.UTF_8)) {
                out.write(TableCopy.csv(pages.names()) + "\n");
                pages.each(asked, progress, row -> {
                    try {
                        out.write(TableCopy.csv(plain(row)) + "\n");
                    } catch (IOException full) {
                        throw new UncheckedIOException(full);
                    }
                });
            }
            return Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    /** Ends what is being read. */
    void close() {
        reading.ifPresent(Job::cancel);
    }

    /** The page as Swing wants it. */
    private final class Model extends AbstractTableModel {
        private static final long serialVersionUID = 1L;

        @Override
        public int getRowCount() {
            return page.rows().size();
        }

        @Override
        public int getColumnCount() {
            return pages.names().size();
        }

        @Override
        public String getColumnName(int column) {
            return pages.names().get(column);
        }

        @Override
        public Class<?> getColumnClass(int column) {
            return pages.isText(column) ? String.class : Double.class;
        }

        @Override
        public Object getValueAt(int row, int column) {
            return page.rows().get(row).cells().get(column);
        }
    }
}
