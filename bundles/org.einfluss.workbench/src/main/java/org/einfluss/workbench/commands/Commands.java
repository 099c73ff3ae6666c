package org.einfluss.workbench.commands;

import java.awt.event.ActionEvent;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.Icon;
import javax.swing.KeyStroke;
import org.einfluss.workbench.texts.Texts;

/** All that a user can do in the window, each described once. Used on the event thread only. */
public final class Commands {
    private final Texts texts;
    private final Map<String, Command> commands = new LinkedHashMap<>();
    private final Map<String, Action> actions = new LinkedHashMap<>();

    /**
     * Makes an empty registry.
     *
     * @param texts labels and tooltips
     */
    public Commands(Texts texts) {
        this.texts = texts;
    }

    /**
     * Adds a command that can always be done.
     *
     * @param id its name
     * @param key its shortcut as {@link KeyStroke#getKeyStroke(String)} reads it, empty for none
     * @param action does it
     */
    public void add(String id, String key, Runnable action) {
        add(id, key, () -> true, action);
    }

    /**
     * Adds a command.
     *
     * @param id its name
     * @param key its shortcut as {@link KeyStroke#getKeyStroke(String)} reads it, empty for none
     * @param enabled whether it can be done now
     * @param action does it
     */
    public void add(String id, String key, BooleanSupplier enabled, Runnable action) {
        Optional<KeyStroke> stroke = key.isEmpty() ? Optional.empty() : Optional.of(KeyStroke.getKeyStroke(key));
        Command command = new Command(id, stroke, enabled, action);
        if (commands.putIfAbsent(id, command) != null) {
            throw new IllegalArgumentException("There are two commands '" + id + "'");
        }
        actions.put(id, new CommandAction(command));
    }

    /** Returns all commands in the order in which they were added. */
    public Collection<Command> all() {
        return Collections.unmodifiableCollection(commands.values());
    }

    /**
     * Returns a command for buttons and menus.
     *
     * @param id its name
     * @throws IllegalArgumentException naming the commands that exist
     */
    public Action action(String id) {
        Action action = actions.get(id);
        if (action == null) {
            throw new IllegalArgumentException("There is no command '" + id + "'; there are " + commands.keySet());
        }
        return action;
    }

    /**
     * Gives a command a picture.
     *
     * @param id its name
     * @param icon the picture
     */
    public void icon(String id, Icon icon) {
        action(id).putValue(Action.SMALL_ICON, icon);
    }

    /** Asks every command again whether it can be done; to be called when something changed. */
    public void refresh() {
        commands.forEach(
                (id, command) -> actions.get(id).setEnabled(command.enabled().getAsBoolean()));
    }

    /** A command as Swing wants it. */
    private final class CommandAction extends AbstractAction {
        private static final long serialVersionUID = 1L;

        private final transient Command command;

        CommandAction(Command command) {
            super(texts.text("command." + command.id()));
            this.command = command;
            putValue(ACTION_COMMAND_KEY, command.id());
            putValue(SHORT_DESCRIPTION, texts.text("command." + command.id() + ".tip"));
            command.key().ifPresent(key -> putValue(ACCELERATOR_KEY, key));
        }

        @Override
        public void actionPerformed(ActionEvent event) {
            if (command.enabled().getAsBoolean()) {
                command.action().run();
            }
            refresh();
        }
    }
}
