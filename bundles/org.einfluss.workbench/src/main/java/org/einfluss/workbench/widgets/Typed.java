package org.einfluss.workbench.widgets;

import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/**
 * Told whenever a text changes.
 *
 * @param changed called after each change
 */
public record Typed(Runnable changed) implements DocumentListener {
    @Override
    public void insertUpdate(DocumentEvent event) {
        changed.run();
    }

    @Override
    public void removeUpdate(DocumentEvent event) {
        changed.run();
    }

    @Override
    public void changedUpdate(DocumentEvent event) {
        changed.run();
    }
}
