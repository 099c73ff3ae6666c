package org.einfluss.workbench.shell;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.UIManager;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import org.einfluss.api.InputException;
import org.einfluss.sdk.PluginTemplate;
import org.einfluss.workbench.jobs.Jobs;
import org.einfluss.workbench.session.Intents;
import org.einfluss.workbench.session.Session;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.widgets.Sizes;
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
    private final JDialog dialog;

    NewPluginDialog(JFrame owner, Session session, Intents intents) {
        this.session = session;
        this.intents = intents;
        this.texts = session.texts();
        dialog = new JDialog(owner, texts.text("new-plug-in.title"), false);
        dialog.setName("new-plug-in");
        PluginTemplate[] templates = PluginTemplate.values();
        String[] labels = new String[templates.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = texts.text("new-plug-in.kind." + templates[i]);
        }
        kind = Widgets.named(
                new JComboBox<>(labels),
                "new-plug-in.kind",
                texts.text("new-plug-in.kind"),
                texts.text("new-plug-in.kind.tip"));
        kind.setMaximumRowCount(labels.length);
        name = Widgets.named(
                new JTextField(free(), 24),
                "new-plug-in.name",
                texts.text("new-plug-in.name"),
                texts.text("new-plug-in.name.tip"));
        ok = Widgets.button(
                "new-plug-in.ok", texts.text("new-plug-in.ok"), texts.text("new-plug-in.ok.tip"), this::create);
        JButton cancel = Widgets.button(
                "new-plug-in.cancel", texts.text("button.cancel"), texts.text("button.cancel"), dialog::dispose);
        JPanel form = new JPanel(new GridBagLayout());
        form.setBorder(Sizes.padding(1, 1.5));
        row(form, "new-plug-in.kind", kind);
        row(form, "new-plug-in.name", name);
        GridBagConstraints at = new GridBagConstraints();
        at.gridx = 0;
        at.gridwidth = 2;
        at.anchor = GridBagConstraints.LINE_START;
        at.insets = Sizes.insets(0.3, 0.4);
        form.add(verdict, at);
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING));
        buttons.add(ok);
        buttons.add(cancel);
        dialog.add(form, BorderLayout.CENTER);
        dialog.add(buttons, BorderLayout.SOUTH);
        dialog.getRootPane().setDefaultButton(ok);
        Dialogs.closeOnEscape(dialog);
        kind.addActionListener(event -> check());
        name.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent event) {
                check();
            }

            @Override
            public void removeUpdate(DocumentEvent event) {
                check();
            }

            @Override
            public void changedUpdate(DocumentEvent event) {
                check();
            }
        });
    }

    void open(PluginTemplate template) {
        kind.setSelectedIndex(template.ordinal());
        check();
        dialog.pack();
        dialog.setSize(Math.max(dialog.getWidth(), Sizes.em(40)), dialog.getHeight());
        dialog.setLocationRelativeTo(dialog.getOwner());
        dialog.setVisible(true);
        name.requestFocusInWindow();
        name.selectAll();
    }

    private void row(JPanel form, String key, JComponent control) {
        JLabel label = new JLabel(texts.text(key));
        label.setLabelFor(control);
        GridBagConstraints at = new GridBagConstraints();
        at.gridx = 0;
        at.anchor = GridBagConstraints.LINE_START;
        at.insets = Sizes.insets(0.3, 0.4);
        form.add(label, at);
        at.gridx = 1;
        at.weightx = 1;
        at.fill = GridBagConstraints.HORIZONTAL;
        form.add(control, at);
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
        dialog.dispose();
        session.jobs()
                .submit(
                        Jobs.Lane.QUICK,
                        texts.text("new-plug-in.creating", template.file(wanted)),
                        progress -> session.plugins().create(template, wanted),
                        file -> intents.openSource(file, 0, 0));
    }
}
