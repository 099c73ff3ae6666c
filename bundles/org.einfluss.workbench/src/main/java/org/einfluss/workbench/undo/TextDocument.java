package org.einfluss.workbench.undo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The text of a file while it is edited. Every edit goes through the one command stack. Used on the event thread only. */
public final class TextDocument {
    private final Path file;
    private final CommandStack edits;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private String text;
    private String saved;

    /**
     * Opens a document.
     *
     * @param file where it is saved
     * @param text its text
     * @param isSaved whether the file holds this text
     * @param edits where edits are remembered
     */
    public TextDocument(Path file, String text, boolean isSaved, CommandStack edits) {
        this.file = file;
        this.text = text;
        this.saved = isSaved ? text : "";
        this.edits = edits;
    }

    /** Returns where it is saved; the file need not exist. */
    public Path file() {
        return file;
    }

    /** Returns the name of its file, as messages say it. */
    public String fileName() {
        return file.getFileName().toString();
    }

    /** Returns its text. */
    public String text() {
        return text;
    }

    /** Returns whether the text was changed since it was saved. */
    public boolean isChanged() {
        return !text.equals(saved);
    }

    /**
     * Changes the text.
     *
     * @param label what the edit is called in the menu
     * @param changed the new text
     * @param joins whether it is one edit with the last one, such as letters typed one after the other
     */
    public void type(String label, String changed, boolean joins) {
        if (!changed.equals(text)) {
            TextEdit edit = new TextEdit(label, text, changed, joins);
            edit.redo();
            edits.made(edit);
        }
    }

    /**
     * Takes over what another program wrote into the file; edits that are not saved stay, and the file changes when they are.
     *
     * @param written the text of the file
     */
    public void reload(String written) {
        boolean follows = !isChanged();
        saved = written;
        if (follows) {
            text = written;
        }
        listeners.forEach(Runnable::run);
    }

    /**
     * Writes the file.
     *
     * @throws IOException when it cannot be written
     */
    public void save() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
        saved = text;
        listeners.forEach(Runnable::run);
    }

    /**
     * Has a listener told of every change.
     *
     * @param listener the listener
     * @return ends it
     */
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** A change of the text. */
    private final class TextEdit implements CommandStack.Edit {
        private final String label;
        private final String before;
        private final String after;
        private final boolean joins;

        TextEdit(String label, String before, String after, boolean joins) {
            this.label = label;
            this.before = before;
            this.after = after;
            this.joins = joins;
        }

        @Override
        public String label() {
            return label;
        }

        @Override
        public void undo() {
            set(before);
        }

        @Override
        public void redo() {
            set(after);
        }

        @Override
        public Optional<CommandStack.Edit> with(CommandStack.Edit next) {
            return joins && next instanceof TextEdit edit && edit.joins && edit.document() == document()
                    ? Optional.of(new TextEdit(label, before, edit.after, true))
                    : Optional.empty();
        }

        private TextDocument document() {
            return TextDocument.this;
        }

        private void set(String changed) {
            text = changed;
            listeners.forEach(Runnable::run);
        }
    }
}
