package org.einfluss.workbench.shell;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import java.awt.Font;
import java.util.Map;
import javax.swing.InputMap;
import javax.swing.KeyStroke;
import javax.swing.UIManager;
import javax.swing.plaf.FontUIResource;
import org.einfluss.workbench.preferences.Preferences;

/** Applies theme and size of text to all windows. */
final class LookAndFeel {
    private LookAndFeel() {}

    static void apply(Preferences preferences) {
        UIManager.put("defaultFont", null);
        FlatLaf.setGlobalExtraDefaults(Map.of("@accentColor", "#0072B2"));
        if (preferences.theme() == Preferences.Theme.DARK) {
            FlatDarkLaf.setup();
        } else {
            FlatLightLaf.setup();
        }
        Font font = UIManager.getFont("defaultFont");
        UIManager.put("defaultFont", new FontUIResource(font.deriveFont((float) preferences.fontSize())));
        UIManager.put("ScrollBar.showButtons", false);
        // Swing moves the divider of a split pane with keys that are the window's own.
        InputMap split = (InputMap) UIManager.get("SplitPane.ancestorInputMap");
        split.remove(KeyStroke.getKeyStroke("F6"));
        split.remove(KeyStroke.getKeyStroke("F8"));
        FlatLaf.updateUI();
    }
}
