package org.einfluss.workbench.shell;

import java.awt.event.KeyEvent;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.KeyStroke;

/** What all dialogs have in common. */
final class Dialogs {
    private Dialogs() {}

    /** Lets Escape close a dialog. */
    static void closeOnEscape(JDialog dialog) {
        dialog.getRootPane()
                .registerKeyboardAction(
                        event -> dialog.dispose(),
                        KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
    }
}
