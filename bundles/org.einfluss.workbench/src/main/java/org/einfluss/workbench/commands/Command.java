package org.einfluss.workbench.commands;

import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.swing.KeyStroke;

/**
 * Something a user can do, the same from menu, tool bar, palette and keyboard. Its label is the text {@code command.ID}, what it does
 * {@code command.ID.tip}.
 *
 * @param id name, unique
 * @param key shortcut
 * @param enabled whether it can be done now; asked on the event thread, must be quick
 * @param action does it, on the event thread
 */
public record Command(String id, Optional<KeyStroke> key, BooleanSupplier enabled, Runnable action) {
    /** Checks that nothing is missing. */
    public Command {
        Objects.requireNonNull(id);
        Objects.requireNonNull(key);
        Objects.requireNonNull(enabled);
        Objects.requireNonNull(action);
    }
}
