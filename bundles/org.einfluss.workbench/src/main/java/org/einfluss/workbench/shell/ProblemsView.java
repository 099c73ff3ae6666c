package org.einfluss.workbench.shell;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.AbstractAction;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.table.AbstractTableModel;
import org.einfluss.workbench.jobs.Jobs;
import org.einfluss.workbench.jobs.Problem;
import org.einfluss.workbench.session.Intents;
import org.einfluss.workbench.session.Log;
import org.einfluss.workbench.session.Properties;
import org.einfluss.workbench.session.Session;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.widgets.Sizes;
import org.einfluss.workbench.widgets.Widgets;

/**
 * What went wrong: when, where, why, what to try. A selected problem is shown in full beside; what the window can do about it is done by a
 * button, Enter or, where that opens a file, a double click. Delete forgets what is over.
 */
final class ProblemsView extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Session session;
    private final transient Intents intents;
    private final transient Texts texts;
    private final Model model = new Model();
    private final JTable table;
    private final JButton remedy;
    private transient List<Problem> shown = List.of();

    ProblemsView(Session session, Intents intents) {
        super(new BorderLayout());
        this.session = session;
        this.intents = intents;
        this.texts = session.texts();
        table = Widgets.named(
                Widgets.leftByTab(new JTable(model)),
                "problems",
                texts.text("view.problems"),
                texts.text("problems.tip"));
        table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        table.setRowHeight(Sizes.em(1.7));
        double[] widths = {6, 14, 50, 34};
        for (int i = 0; i < widths.length; i++) {
            table.getColumnModel().getColumn(i).setPreferredWidth(Sizes.em(widths[i]));
        }
        table.getSelectionModel().addListSelectionListener(event -> selected());
        table.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                if (event.getClickCount() == 2
                        && selection()
                                .flatMap(Problem::remedy)
                                .filter(Problem.Open.class::isInstance)
                                .isPresent()) {
                    mend();
                }
            }
        });
        act(KeyEvent.VK_DELETE, "forget", session.log()::clearProblems);
        act(KeyEvent.VK_ENTER, "mend", this::mend);
        remedy = Widgets.button(
                "problems.remedy", texts.text("problems.open"), texts.text("problems.open.tip"), this::mend);
        JPanel line = new JPanel(new FlowLayout(FlowLayout.TRAILING, Sizes.em(0.4), Sizes.em(0.2)));
        line.add(remedy);
        line.add(Widgets.button(
                "problems.forget",
                texts.text("problems.forget"),
                texts.text("problems.forget.tip"),
                session.log()::clearProblems));
        add(Widgets.scroll(table), BorderLayout.CENTER);
        add(line, BorderLayout.SOUTH);
        refresh();
    }

    private void act(int key, String name, Runnable action) {
        table.getInputMap().put(KeyStroke.getKeyStroke(key, 0), name);
        table.getActionMap().put(name, new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                action.run();
            }
        });
    }

    /** Shows what is known now; a problem that is new is selected. */
    void refresh() {
        List<Problem> now = session.log().problems();
        if (!now.equals(shown)) {
            Optional<Problem> kept = selection().filter(now::contains);
            Optional<Problem> added =
                    now.stream().filter(problem -> !shown.contains(problem)).findFirst();
            shown = now;
            model.fireTableDataChanged();
            added.or(() -> kept).ifPresent(problem -> {
                int row = now.indexOf(problem);
                table.setRowSelectionInterval(row, row);
            });
        }
        offer();
    }

    private Optional<Problem> selection() {
        int row = table.getSelectedRow();
        return row >= 0 && row < shown.size() ? Optional.of(shown.get(row)) : Optional.empty();
    }

    private void selected() {
        selection().ifPresent(problem -> intents.show(properties(problem, texts)));
        offer();
    }

    private void offer() {
        Optional<Problem.Remedy> offered = selection().flatMap(Problem::remedy);
        String key = offered.filter(Problem.Trust.class::isInstance).isPresent() ? "problems.trust" : "problems.open";
        remedy.setText(texts.text(key));
        Widgets.named(remedy, "problems.remedy", texts.text(key), texts.text(key + ".tip"));
        remedy.setEnabled(offered.isPresent());
    }

    private void mend() {
        selection().flatMap(Problem::remedy).ifPresent(offered -> {
            if (offered instanceof Problem.Open open) {
                intents.openSource(open.file(), open.line(), open.column());
            } else {
                session.jobs()
                        .submit(
                                Jobs.Lane.QUICK,
                                texts.text("plug-ins.starting", offered.file().getFileName()),
                                progress -> {
                                    session.plugins().agree(offered.file());
                                    return offered.file();
                                },
                                file -> session.log().tell(texts.text("plug-ins.trusted", file)));
            }
        });
    }

    private static Properties properties(Problem problem, Texts texts) {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put(texts.text("problems.where"), problem.where());
        rows.put(texts.text("problems.cause"), problem.cause());
        rows.put(texts.text("problems.advice"), problem.advice());
        problem.thrown().ifPresent(thrown -> {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            rows.put(texts.text("problems.trace"), trace.toString());
        });
        return new Properties(texts.text("view.problems"), rows);
    }

    /** The problems as rows. */
    private final class Model extends AbstractTableModel {
        private static final long serialVersionUID = 1L;

        private static final List<String> COLUMNS = List.of("time", "where", "cause", "advice");

        @Override
        public int getRowCount() {
            return shown.size();
        }

        @Override
        public int getColumnCount() {
            return COLUMNS.size();
        }

        @Override
        public String getColumnName(int column) {
            return texts.text("problems." + COLUMNS.get(column));
        }

        @Override
        public Object getValueAt(int row, int column) {
            Problem problem = shown.get(row);
            return switch (column) {
                case 0 -> Log.TIME.format(problem.time());
                case 1 -> problem.where();
                case 2 -> problem.cause();
                default -> problem.advice();
            };
        }
    }
}
