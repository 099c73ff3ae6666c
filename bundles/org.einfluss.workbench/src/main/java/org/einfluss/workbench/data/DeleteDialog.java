package org.einfluss.workbench.data;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.FlowLayout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import org.einfluss.api.Progress;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.engine.catalog.Entry;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.formats.CsrCache;
import org.einfluss.formats.DatasetRemoval;
import org.einfluss.workbench.jobs.Jobs;
import org.einfluss.workbench.session.Intents;
import org.einfluss.workbench.session.Session;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.widgets.FormDialog;
import org.einfluss.workbench.widgets.Sizes;
import org.einfluss.workbench.widgets.Widgets;

/** Shows all that is there of a dataset and deletes it when told to; that cannot be undone, and the dialog says so. */
final class DeleteDialog {
    private final Session session;
    private final Intents intents;
    private final Texts texts;
    private final String name;

    DeleteDialog(Session session, Intents intents, String name) {
        this.session = session;
        this.intents = intents;
        this.texts = session.texts();
        this.name = name;
    }

    void open(Component over) {
        session.jobs()
                .submit(Jobs.Lane.QUICK, texts.text("delete.finding", name), this::find, found -> ask(found, over));
    }

    private DatasetRemoval find(Progress progress) throws IOException {
        List<DatasetReader<?>> readers = new ArrayList<>();
        for (Entry entry : session.catalog().entries(Kind.DATASET_READER)) {
            readers.add((DatasetReader<?>) entry.component());
        }
        return DatasetRemoval.find(session.home().folder(), name, readers, CsrCache.ofUser(), progress);
    }

    private void ask(DatasetRemoval found, Component over) {
        JDialog dialog = new JDialog(SwingUtilities.getWindowAncestor(over), texts.text("delete.title", name));
        dialog.setName("delete");
        dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
        JTextArea list = Widgets.paragraph(told(found));
        Widgets.named(list, "delete.files", texts.text("delete.title", name), "");
        list.setBorder(Sizes.padding(0.6, 0.8));
        JButton cancel = Widgets.button(
                "delete.cancel", texts.text("button.cancel"), texts.text("button.cancel"), dialog::dispose);
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING));
        buttons.add(
                Widgets.button("delete.delete", texts.text("delete.delete"), texts.text("delete.delete.tip"), () -> {
                    dialog.dispose();
                    delete(found);
                }));
        buttons.add(cancel);
        dialog.add(Widgets.scroll(list), BorderLayout.CENTER);
        dialog.add(buttons, BorderLayout.SOUTH);
        dialog.getRootPane().setDefaultButton(cancel);
        dialog.setSize(Sizes.size(60, 30));
        FormDialog.open(dialog, over);
        cancel.requestFocusInWindow();
    }

    private String told(DatasetRemoval found) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.text("delete.warning"));
        found.files().forEach((file, size) -> lines.add(texts.text("delete.file", file, size)));
        found.derived().forEach(one -> lines.add(texts.text("delete.derived", one)));
        found.studies().forEach(study -> lines.add(texts.text("delete.study", study)));
        return String.join("\n", lines);
    }

    private void delete(DatasetRemoval found) {
        session.jobs()
                .submit(
                        Jobs.Lane.QUICK,
                        texts.text("delete.deleting", name),
                        progress -> {
                            found.delete();
                            return found.files().size();
                        },
                        files -> {
                            session.log().tell(texts.text("delete.done", name, files));
                            intents.closeEditor(DatasetEditor.key(name));
                            found.derived().forEach(one -> intents.closeEditor(DatasetEditor.key(one)));
                            intents.changed();
                        });
    }
}
