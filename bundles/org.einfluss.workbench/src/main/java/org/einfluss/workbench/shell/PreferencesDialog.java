package org.einfluss.workbench.shell;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.util.Locale;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;
import org.einfluss.workbench.preferences.Preferences;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.widgets.Sizes;
import org.einfluss.workbench.widgets.Widgets;

/** Language, theme and size of text. */
final class PreferencesDialog {
    private final Workbench workbench;
    private final Texts texts;
    private final JPanel form = new JPanel(new GridBagLayout());

    PreferencesDialog(Workbench workbench) {
        this.workbench = workbench;
        this.texts = workbench.session().texts();
    }

    void open(JFrame owner) {
        Preferences present = workbench.preferences();
        String[] languages = Preferences.LANGUAGES.stream()
                .map(tag -> Locale.forLanguageTag(tag).getDisplayLanguage(Locale.forLanguageTag(tag)))
                .toArray(String[]::new);
        JComboBox<String> language = field("language", new JComboBox<>(languages));
        language.setSelectedIndex(Preferences.LANGUAGES.indexOf(texts.locale().getLanguage()));
        JComboBox<String> theme =
                field("theme", new JComboBox<>(new String[] {texts.text("theme.light"), texts.text("theme.dark")}));
        theme.setSelectedIndex(present.theme().ordinal());
        JSpinner size = field(
                "font-size",
                new JSpinner(new SpinnerNumberModel(present.fontSize(), Preferences.SMALLEST, Preferences.LARGEST, 1)));

        JDialog dialog = new JDialog(owner, texts.text("preferences.title"), true);
        dialog.setName("preferences");
        JButton ok = Widgets.button("preferences.ok", texts.text("button.ok"), texts.text("preferences.ok.tip"), () -> {
            dialog.dispose();
            workbench.choose(new Preferences(
                    java.util.Optional.of(Preferences.LANGUAGES.get(language.getSelectedIndex())),
                    Preferences.Theme.values()[theme.getSelectedIndex()],
                    (Integer) size.getValue()));
        });
        JButton cancel = Widgets.button(
                "preferences.cancel", texts.text("button.cancel"), texts.text("button.cancel"), dialog::dispose);
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING));
        buttons.add(ok);
        buttons.add(cancel);
        form.setBorder(Sizes.padding(1, 1.5));
        dialog.add(form, BorderLayout.CENTER);
        dialog.add(buttons, BorderLayout.SOUTH);
        dialog.getRootPane().setDefaultButton(ok);
        Dialogs.closeOnEscape(dialog);
        dialog.pack();
        dialog.setLocationRelativeTo(owner);
        dialog.setVisible(true);
    }

    private <C extends JComponent> C field(String id, C control) {
        String label = texts.text("preferences." + id);
        Widgets.named(control, "preferences." + id, label, texts.text("preferences." + id + ".tip"));
        JLabel name = new JLabel(label);
        name.setLabelFor(control);
        GridBagConstraints at = new GridBagConstraints();
        at.gridx = 0;
        at.anchor = GridBagConstraints.LINE_START;
        at.insets = Sizes.insets(0.3, 0.4);
        form.add(name, at);
        at.gridx = 1;
        at.fill = GridBagConstraints.HORIZONTAL;
        form.add(control, at);
        return control;
    }
}
