package org.einfluss.workbench.shell;

import java.awt.BorderLayout;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.AbstractAction;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.table.AbstractTableModel;
import org.einfluss.workbench.jobs.Problem;
import org.einfluss.workbench.session.Intents;
import org.einfluss.workbench.session.Properties;
import org.einfluss.workbench.session.Session;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.widgets.Sizes;
import org.einfluss.workbench.widgets.Widgets;

/** What went wrong: when, where, why, what to try. A selected problem is shown in full beside; Delete forgets all. */
final class ProblemsView extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Session session;
    private final Model model = new Model();

    ProblemsView(Session session, Intents intents) {
        super(new BorderLayout());
        this.session = session;
        Texts texts = session.texts();
        JTable table =
                Widgets.named(new JTable(model), "problems", texts.text("view.problems"), texts.text("problems.tip"));
        table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        table.setRowHeight(Sizes.em(1.7));
        double[] widths = {5, 14, 60, 40};
        for (int i = 0; i < widths.length; i++) {
            table.getColumnModel().getColumn(i).setPreferredWidth(Sizes.em(widths[i]));
        }
        table.getSelectionModel().addListSelectionListener(event -> {
            int row = table.getSelectedRow();
            if (row >= 0 && row < session.log().problems().size()) {
                intents.show(properties(session.log().problems().get(row), texts));
            }
        });
        table.getInputMap().put(KeyStroke.getKeyStroke(KeyEvent.VK_DELETE, 0), "forget");
        table.getActionMap().put("forget", new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                session.log().clearProblems();
            }
        });
        add(Widgets.scroll(table), BorderLayout.CENTER);
    }

    void refresh() {
        model.fireTableDataChanged();
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
            return session.log().problems().size();
        }

        @Override
        public int getColumnCount() {
            return COLUMNS.size();
        }

        @Override
        public String getColumnName(int column) {
            return session.texts().text("problems." + COLUMNS.get(column));
        }

        @Override
        public Object getValueAt(int row, int column) {
            Problem problem = session.log().problems().get(row);
            return switch (column) {
                case 0 -> problem.time().truncatedTo(ChronoUnit.SECONDS).toString();
                case 1 -> problem.where();
                case 2 -> problem.cause();
                default -> problem.advice();
            };
        }
    }
}
