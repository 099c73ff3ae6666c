package org.einfluss.workbench.shell;

import java.awt.BorderLayout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JTable;
import javax.swing.table.DefaultTableModel;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.catalog.Entry;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.workbench.jobs.Jobs;
import org.einfluss.workbench.session.Session;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.widgets.FormDialog;
import org.einfluss.workbench.widgets.Sizes;
import org.einfluss.workbench.widgets.Widgets;

/** Every bundle with its state, what it contributes, and why it does not work. */
final class PluginsDialog {
    private final Session session;
    private final Texts texts;
    private final DefaultTableModel model;

    PluginsDialog(Session session) {
        this.session = session;
        this.texts = session.texts();
        Object[] columns = {
            texts.text("plug-ins.name"),
            texts.text("plug-ins.version"),
            texts.text("plug-ins.state"),
            texts.text("plug-ins.contributes"),
            texts.text("plug-ins.reason")
        };
        model = new DefaultTableModel(columns, 0) {
            private static final long serialVersionUID = 1L;

            @Override
            public boolean isCellEditable(int row, int column) {
                return false;
            }
        };
    }

    void open(JFrame owner) {
        JDialog dialog = new JDialog(owner, texts.text("command.plug-ins"), false);
        dialog.setName("plug-ins");
        JTable table = Widgets.named(
                Widgets.leftByTab(new JTable(model)),
                "plug-ins.table",
                texts.text("command.plug-ins"),
                texts.text("table.tip"));
        table.setAutoCreateRowSorter(true);
        table.setRowHeight(Sizes.em(1.7));
        double[] widths = {20, 7, 7, 40, 20};
        for (int i = 0; i < widths.length; i++) {
            table.getColumnModel().getColumn(i).setPreferredWidth(Sizes.em(widths[i]));
        }
        dialog.add(Widgets.scroll(table), BorderLayout.CENTER);
        dialog.setSize(Sizes.size(80, 36));
        FormDialog.open(dialog, owner);
        session.jobs()
                .submit(Jobs.Lane.VIEW, dialog.getTitle(), progress -> rows(), rows -> rows.forEach(model::addRow));
    }

    private List<Object[]> rows() {
        Catalog catalog = session.catalog();
        Map<String, List<String>> contributions = new TreeMap<>();
        for (Kind kind : Kind.values()) {
            for (Entry entry : catalog.entries(kind)) {
                contributions
                        .computeIfAbsent(entry.origin().name(), name -> new ArrayList<>())
                        .add(entry.id());
            }
        }
        List<Object[]> rows = new ArrayList<>();
        for (Map<String, String> bundle : session.platform().bundles().get()) {
            String name = bundle.get("name");
            rows.add(new Object[] {
                name,
                bundle.get("version"),
                texts.has("bundle." + bundle.get("state"))
                        ? texts.text("bundle." + bundle.get("state"))
                        : bundle.get("state"),
                String.join(", ", contributions.getOrDefault(name, List.of())),
                bundle.getOrDefault("reason", "")
            });
        }
        // what failed, then what contributes, then libraries
        rows.sort(Comparator.comparing((Object[] row) -> row[4].toString().isEmpty())
                .thenComparing(row -> row[3].toString().isEmpty()));
        return rows;
    }
}
