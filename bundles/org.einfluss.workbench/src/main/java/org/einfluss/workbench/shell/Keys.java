package org.einfluss.workbench.shell;

import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import javax.swing.KeyStroke;

/** Shortcuts as people read them. */
final class Keys {
    private Keys() {}

    static String text(KeyStroke stroke) {
        String modifiers = InputEvent.getModifiersExText(stroke.getModifiers());
        return (modifiers.isEmpty() ? "" : modifiers + "+") + KeyEvent.getKeyText(stroke.getKeyCode());
    }
}
