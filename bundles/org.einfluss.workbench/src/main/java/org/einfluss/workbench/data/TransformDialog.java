package org.einfluss.workbench.data;

import java.awt.BorderLayout;
import java.awt.Component;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.UIManager;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.engine.catalog.Entry;
import org.einfluss.engine.data.Step;
import org.einfluss.engine.parameters.Setting;
import org.einfluss.workbench.forms.ParameterForm;
import org.einfluss.workbench.jobs.Jobs;
import org.einfluss.workbench.session.Intents;
import org.einfluss.workbench.session.Session;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.undo.CommandStack;
import org.einfluss.workbench.widgets.FormDialog;
import org.einfluss.workbench.widgets.Sizes;
import org.einfluss.workbench.widgets.Typed;
import org.einfluss.workbench.widgets.Widgets;

/** Makes a dataset from another by a transform, as {@code einfluss transform} does; the step is kept in its history and can be undone. */
final class TransformDialog {
    private final Session session;
    private final Texts texts;
    private final Intents intents;
    private final CommandStack edits;
    private final String dataset;
    private final List<Entry> transforms;
    private final FormDialog dialog;
    private final JComboBox<String> transform;
    private final JTextField name;
    private final JTextField key;
    private final JPanel page = new JPanel(new BorderLayout());
    private final JTextArea verdict = Widgets.paragraph(" ");
    private final JButton make;
    private Setting.Fields settings = Setting.Fields.NONE;

    TransformDialog(
            Session session,
            Intents intents,
            CommandStack edits,
            String dataset,
            List<Entry> transforms,
            Component over) {
        this.session = session;
        this.texts = session.texts();
        this.intents = intents;
        this.edits = edits;
        this.dataset = dataset;
        this.transforms = transforms;
        dialog = new FormDialog(over, texts, "transform", texts.text("transform.title", dataset));
        transform = dialog.field(
                "transform",
                new JComboBox<>(transforms.stream()
                        .map(entry -> texts.translate(entry.name()))
                        .toArray(String[]::new)));
        dialog.across(page);
        key = dialog.field("key", new JTextField("1", 8));
        name = dialog.field("name", new JTextField(dataset + "-2", 24));
        Widgets.named(verdict, "transform.verdict", texts.text("transform.verdict"), "");
        verdict.setBorder(Sizes.padding(0.4, 1));
        make = Widgets.button(
                "transform.make", texts.text("transform.make"), texts.text("transform.make.tip"), this::make);
        dialog.buttons(verdict, make);
        transform.addActionListener(event -> choose());
        name.getDocument().addDocumentListener(new Typed(this::tell));
        key.getDocument().addDocumentListener(new Typed(this::tell));
        choose();
    }

    void open() {
        dialog.open(Sizes.size(52, 40));
        transform.requestFocusInWindow();
    }

    private Entry chosen() {
        return transforms.get(transform.getSelectedIndex());
    }

    private void choose() {
        settings = Setting.Fields.NONE;
        name.setText(dataset + "-" + chosen().id());
        showForm();
    }

    private void showForm() {
        page.removeAll();
        page.add(
                new ParameterForm(
                        "transform.settings",
                        chosen().schema(),
                        settings,
                        false,
                        ParameterForm.Choices.NONE,
                        texts,
                        changed -> {
                            settings = changed;
                            showForm();
                        }),
                BorderLayout.CENTER);
        page.revalidate();
        page.repaint();
        tell();
    }

    private void tell() {
        String mistake = mistake();
        say(mistake.isEmpty() ? texts.translate(chosen().summary()) : mistake, !mistake.isEmpty());
        make.setEnabled(mistake.isEmpty());
    }

    private String mistake() {
        if (!name.getText().matches("[a-z0-9]+([-.][a-z0-9]+)*")) {
            return texts.text("import.bad-name", name.getText());
        }
        if (!key.getText().strip().matches("-?\\d{1,18}")) {
            return texts.text("transform.bad-key", key.getText());
        }
        try {
            chosen().schema().bind(settings);
            return "";
        } catch (InputException wrong) {
            return texts.translate(wrong.getMessage());
        }
    }

    private void say(String sentence, boolean wrong) {
        verdict.setText(sentence);
        verdict.setForeground(UIManager.getColor(wrong ? "Actions.Red" : "Label.disabledForeground"));
    }

    private void make() {
        Entry entry = chosen();
        String newName = name.getText();
        Step step = new Step.Transformed(
                entry.id(), settings, Long.parseLong(key.getText().strip()));
        make.setEnabled(false);
        session.jobs()
                .submit(
                        Jobs.Lane.QUICK,
                        texts.text("transform.making", newName),
                        progress -> {
                            try {
                                return Optional.of(derive(newName, step, progress));
                            } catch (InputException refused) {
                                return refused;
                            }
                        },
                        result -> {
                            if (result instanceof InputException refused) {
                                say(texts.translate(refused.getMessage()), true);
                                make.setEnabled(true);
                            } else {
                                made(newName);
                            }
                        },
                        () -> make.setEnabled(true));
    }

    private Dataset derive(String newName, Step step, Progress progress) throws java.io.IOException {
        if (session.catalog().datasets().stream().anyMatch(other -> other.name().equals(newName))) {
            throw new InputException(texts.text("import.name-taken", newName));
        }
        return StepEdit.library(session).derive(newName, dataset, step, Optional.empty(), progress);
    }

    private void made(String newName) {
        dialog.window().dispose();
        edits.made(new DatasetEdit(session, intents, newName, texts.text("transform.edit", newName)));
        intents.changed();
        intents.openDataset(newName);
    }
}
