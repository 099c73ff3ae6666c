package org.einfluss.workbench.session;

import java.nio.file.Path;

/** What a view may ask for; the shell carries it out. Called on the event thread. */
public interface Intents {
    /**
     * Shows a dataset in an editor.
     *
     * @param name its name
     */
    void openDataset(String name);

    /**
     * Closes an editor whose content is gone; nothing happens where it is not open.
     *
     * @param key its key
     */
    void closeEditor(String key);

    /**
     * Shows a ready experiment in an editor.
     *
     * @param name its name
     */
    void openReady(String name);

    /**
     * Shows an experiment file in an editor.
     *
     * @param file the file
     */
    void openExperiment(Path file);

    /**
     * Shows the source of a plug-in in an editor.
     *
     * @param file the source
     * @param line line to go to, from 1; 0 for none
     * @param column column to go to, from 1; 0 for none
     */
    void openSource(Path file, int line, int column);

    /**
     * Shows what the guide says of a component.
     *
     * @param id its id
     */
    void explain(String id);

    /**
     * Shows a study in an editor.
     *
     * @param folder its folder
     */
    void openStudy(Path folder);

    /**
     * Runs a ready experiment and shows it live.
     *
     * @param name its name
     */
    void runReady(String name);

    /**
     * Runs an experiment in the background and shows it live.
     *
     * @param name name of the experiment
     * @param text text of its file
     * @param folder where files named in it are looked for
     */
    void run(String name, String text, Path folder);

    /**
     * Lets the user choose a model that an experiment is compared with, and shows the experiment with both.
     *
     * @param name name of the experiment
     * @param text text of its file
     */
    void compare(String name, String text);

    /**
     * Shows the properties of what was selected.
     *
     * @param properties what to show
     */
    void show(Properties properties);

    /** Tells that datasets, experiments or studies came, went or changed their state. */
    void changed();
}
