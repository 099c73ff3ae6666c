package org.einfluss.workbench.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.einfluss.api.InputException;
import org.einfluss.engine.experiment.ExperimentFile;
import org.einfluss.engine.parameters.Setting;
import org.einfluss.engine.parameters.YamlSettings;
import org.einfluss.workbench.undo.CommandStack;
import org.einfluss.workbench.undo.TextDocument;

/**
 * The text of an experiment file while it is edited; the form is another view of it. Every edit goes through the one command stack. Used
 * on the event thread only.
 */
public final class ExperimentDocument {
    private final String name;
    private final TextDocument content;

    /**
     * Opens a document.
     *
     * @param name name of the experiment, without extension
     * @param file where it is saved
     * @param text its text
     * @param isSaved whether the file holds this text
     * @param edits where edits are remembered
     */
    public ExperimentDocument(String name, Path file, String text, boolean isSaved, CommandStack edits) {
        this.name = name;
        this.content = new TextDocument(file, text, isSaved, edits);
    }

    /** Returns the text with its file, which keeps nothing of what it means. */
    public TextDocument content() {
        return content;
    }

    /** Returns the name of the experiment. */
    public String name() {
        return name;
    }

    /** Returns where it is saved; the file need not exist. */
    public Path file() {
        return content.file();
    }

    /** Returns its text. */
    public String text() {
        return content.text();
    }

    /** Returns whether the text was changed since it was saved. */
    public boolean isChanged() {
        return content.isChanged();
    }

    /** Returns the settings of the text, with their places; empty where it is no experiment file, as {@link #mistake} says. */
    public Optional<Setting.Fields> settings() {
        try {
            ExperimentFile.read(text(), fileName());
            return Optional.of(YamlSettings.read(text(), fileName()));
        } catch (InputException wrong) {
            return Optional.empty();
        }
    }

    /** Returns what is wrong with the text, as the command line says it; empty where nothing is. */
    public Optional<String> mistake() {
        try {
            ExperimentFile.read(text(), fileName());
            return Optional.empty();
        } catch (InputException wrong) {
            return Optional.of(wrong.getMessage());
        }
    }

    /** Returns the name of its file, as messages say it. */
    public String fileName() {
        return content.fileName();
    }

    /**
     * Changes the settings, as a form does. What says the same stays as it is written, and all comments stay.
     *
     * @param label what the edit is called in the menu
     * @param settings the new settings
     */
    public void change(String label, Setting.Fields settings) {
        type(label, YamlSettings.edit(text(), fileName(), settings), false);
    }

    /**
     * Changes the text.
     *
     * @param label what the edit is called in the menu
     * @param changed the new text
     * @param joins whether it is one edit with the last one, such as letters typed one after the other
     */
    public void type(String label, String changed, boolean joins) {
        content.type(label, changed, joins);
    }

    /**
     * Writes the file.
     *
     * @throws IOException when it cannot be written
     */
    public void save() throws IOException {
        content.save();
    }

    /**
     * Has a listener told of every change.
     *
     * @param listener the listener
     * @return ends it
     */
    public Runnable onChange(Runnable listener) {
        return content.onChange(listener);
    }
}
