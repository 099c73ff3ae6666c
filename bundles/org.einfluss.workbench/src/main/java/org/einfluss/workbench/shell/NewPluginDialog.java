package org.einfluss.workbench.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JTextField;
import javax.swing.UIManager;
import org.einfluss.api.InputException;
import org.einfluss.sdk.PluginTemplate;
import org.einfluss.workbench.jobs.Jobs;
import org.einfluss.workbench.session.Intents;
import org.einfluss.workbench.session.Session;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.widgets.FormDialog;
import org.einfluss.workbench.widgets.Sizes;
import org.einfluss.workbench.widgets.Typed;
import org.einfluss.workbench.widgets.Widgets;

/** Asks what a new plug-in contributes and what it is called, writes it into the plug-ins folder and opens it. */
final class NewPluginDialog {
    private final Session session;
    private final Intents intents;
    private final Texts texts;
    private final JComboBox<String> kind;
    private final JTextField name;
    private final JLabel verdict = new JLabel(" ");
    private final JButton ok;
    private final FormDialog dialog;

    NewPluginDialog(JFrame owner, Session session, Intents intents) {
        this.session = session;
        this.intents = intents;
        this.texts = session.texts();
        dialog = new FormDialog(owner, texts, "new-plug-in", texts.text("new-plug-in.title"));
        PluginTemplate[] templates = PluginTemplate.values();
        String[] labels = new String[templates.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = texts.text("new-plug-in.kind." + templates[i]);
        }
        kind = dialog.field("kind", new JComboBox<>(labels));
        kind.setMaximumRowCount(labels.length);
        name = dialog.field("name", new JTextField(free(), 24));
        dialog.across(verdict);
        ok = Widgets.button(
                "new-plug-in.ok", texts.text("new-plug-in.ok"), texts.text("new-plug-in.ok.tip"), this::create);
        dialog.buttons(ok);
        kind.addActionListener(event -> check());
        name.getDocument().addDocumentListener(new Typed(this::check));
    }

    void open(PluginTemplate template) {
        kind.setSelectedIndex(template.ordinal());
        check();
        dialog.open();
        name.requestFocusInWindow();
        name.selectAll();
    }

    private PluginTemplate template() {
        return PluginTemplate.values()[kind.getSelectedIndex()];
    }

    /** The first name that no file has. */
    private String free() {
        String found = "MyModel";
        for (int i = 2; isTaken(found); i++) {
            found = "MyModel" + i;
        }
        return found;
    }

    private boolean isTaken(String wanted) {
        Path folder = session.plugins().path();
        return Files.exists(folder.resolve(PluginTemplate.MODEL.file(wanted)))
                || Files.exists(folder.resolve(PluginTemplate.DECLARED_MODEL.file(wanted)));
    }

    private void check() {
        String wanted = name.getText();
        try {
            template().source(wanted);
            Path file = session.plugins().path().resolve(template().file(wanted));
            if (Files.exists(file)) {
                say(texts.text("new-plug-in.exists", file.getFileName()), true);
            } else {
                say(texts.text("new-plug-in.file", file, PluginTemplate.id(wanted)), false);
            }
        } catch (InputException refused) {
            say(texts.translate(refused.getMessage()), true);
        }
    }

    private void say(String sentence, boolean isMistake) {
        verdict.setText("<html><body width='" + Sizes.em(30) + "'>"
                + sentence.replace("&", "&amp;").replace("<", "&lt;"));
        verdict.setForeground(UIManager.getColor(isMistake ? "Actions.Red" : "Label.disabledForeground"));
        ok.setEnabled(!isMistake);
    }

    private void create() {
        PluginTemplate template = template();
        String wanted = name.getText();
        dialog.window().dispose();
        session.jobs()
                .submit(
                        Jobs.Lane.QUICK,
                        texts.text("new-plug-in.creating", template.file(wanted)),
                        progress -> session.plugins().create(template, wanted),
                        file -> intents.openSource(file, 0, 0));
    }
}
