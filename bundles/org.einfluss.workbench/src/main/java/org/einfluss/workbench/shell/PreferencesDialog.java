package org.einfluss.workbench.shell;

import java.util.Locale;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JFrame;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;
import org.einfluss.workbench.preferences.Preferences;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.widgets.FormDialog;
import org.einfluss.workbench.widgets.Widgets;

/** Language, theme and size of text. */
final class PreferencesDialog {
    private final Workbench workbench;
    private final Texts texts;

    PreferencesDialog(Workbench workbench) {
        this.workbench = workbench;
        this.texts = workbench.session().texts();
    }

    void open(JFrame owner) {
        Preferences present = workbench.preferences();
        String[] languages = Preferences.LANGUAGES.stream()
                .map(tag -> Locale.forLanguageTag(tag).getDisplayLanguage(Locale.forLanguageTag(tag)))
                .toArray(String[]::new);
        FormDialog dialog = new FormDialog(owner, texts, "preferences", texts.text("preferences.title"));
        JComboBox<String> language = dialog.field("language", new JComboBox<>(languages));
        language.setSelectedIndex(Preferences.LANGUAGES.indexOf(texts.locale().getLanguage()));
        JComboBox<String> theme = dialog.field(
                "theme", new JComboBox<>(new String[] {texts.text("theme.light"), texts.text("theme.dark")}));
        theme.setSelectedIndex(present.theme().ordinal());
        JSpinner size = dialog.field(
                "font-size",
                new JSpinner(new SpinnerNumberModel(present.fontSize(), Preferences.SMALLEST, Preferences.LARGEST, 1)));
        dialog.window().setModal(true);
        JButton ok = Widgets.button("preferences.ok", texts.text("button.ok"), texts.text("preferences.ok.tip"), () -> {
            dialog.window().dispose();
            workbench.choose(new Preferences(
                    Optional.of(Preferences.LANGUAGES.get(language.getSelectedIndex())),
                    Preferences.Theme.values()[theme.getSelectedIndex()],
                    (Integer) size.getValue()));
        });
        dialog.buttons(ok);
        dialog.open();
    }
}
