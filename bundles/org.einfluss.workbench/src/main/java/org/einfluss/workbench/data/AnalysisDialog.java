package org.einfluss.workbench.data;

import java.awt.BorderLayout;
import java.awt.Component;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.UIManager;
import org.einfluss.api.InputException;
import org.einfluss.engine.catalog.Entry;
import org.einfluss.engine.parameters.Setting;
import org.einfluss.workbench.forms.ParameterForm;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.widgets.FormDialog;
import org.einfluss.workbench.widgets.Sizes;
import org.einfluss.workbench.widgets.Widgets;

/** Asks for the settings of an analysis of a dataset. */
final class AnalysisDialog {
    private final Texts texts;
    private final Entry entry;
    private final FormDialog dialog;
    private final JPanel page = new JPanel(new BorderLayout());
    private final JTextArea verdict = Widgets.paragraph(" ");
    private final JButton make;
    private Setting.Fields settings = Setting.Fields.NONE;

    /**
     * Makes the dialog.
     *
     * @param texts the language
     * @param entry the analysis
     * @param chosen told the settings
     * @param over what it belongs to
     */
    AnalysisDialog(Texts texts, Entry entry, Consumer<Setting.Fields> chosen, Component over) {
        this.texts = texts;
        this.entry = entry;
        dialog = new FormDialog(over, texts, "analysis", texts.translate(entry.name()));
        dialog.across(page);
        Widgets.named(verdict, "analysis.verdict", texts.text("transform.verdict"), "");
        verdict.setBorder(Sizes.padding(0.4, 1));
        make = Widgets.button("analysis.make", texts.text("dataset.analyse"), texts.text("analysis.make.tip"), () -> {
            dialog.window().dispose();
            chosen.accept(settings);
        });
        dialog.buttons(verdict, make);
        showForm();
    }

    void open() {
        dialog.open(Sizes.size(52, 34));
    }

    private void showForm() {
        page.removeAll();
        page.add(
                new ParameterForm(
                        "analysis.settings",
                        entry.schema(),
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
        String mistake = mistake();
        verdict.setText(mistake.isEmpty() ? texts.translate(entry.summary()) : mistake);
        verdict.setForeground(UIManager.getColor(mistake.isEmpty() ? "Label.disabledForeground" : "Actions.Red"));
        make.setEnabled(mistake.isEmpty());
    }

    private String mistake() {
        try {
            entry.schema().bind(settings);
            return "";
        } catch (InputException wrong) {
            return texts.translate(wrong.getMessage());
        }
    }
}
