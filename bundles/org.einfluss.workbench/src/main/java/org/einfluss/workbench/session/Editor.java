package org.einfluss.workbench.session;

import javax.swing.Icon;
import javax.swing.JComponent;

/** Something open in the editor area. Used on the event thread only. */
public interface Editor {
    /** What a user can do with the editor in front, by button, menu and shortcut. */
    enum Act {
        /** Runs the experiment, or plays the animation. */
        RUN,
        /** Holds the animation. */
        PAUSE,
        /** Ends the run or rewinds the animation. */
        STOP,
        /** One step on. */
        STEP,
        /** One step back. */
        BACK,
        /** Writes the file. */
        SAVE,
        /** Adds another model. */
        COMPARE,
        /** Takes back the last step of how a dataset was made. */
        TAKE_BACK,
        /** Copies the command line that does the same. */
        COPY_COMMAND,
        /** Writes the workbook. */
        EXPORT_WORKBOOK,
        /** Writes the figure in front. */
        EXPORT_FIGURE
    }

    /** Returns what it shows: opening the same again brings this editor to the front. */
    String key();

    /** Returns the title of its tab. */
    String title();

    /** Returns the picture of its tab. */
    Icon icon();

    /** Returns what is shown. */
    JComponent component();

    /** Returns what the properties view shows when this editor is in front. */
    default Properties properties() {
        return Properties.NONE;
    }

    /**
     * Returns whether something can be done now; must be quick.
     *
     * @param act what
     */
    default boolean can(Act act) {
        return false;
    }

    /**
     * Does something that {@link #can} be done.
     *
     * @param act what
     */
    default void act(Act act) {
        throw new IllegalArgumentException("The editor cannot do " + act);
    }

    /** Returns the page of the guide on what its user does here, with an anchor if wanted. */
    default String help() {
        return "workbench.md";
    }

    /** Told when components came, went or changed while the editor is open. */
    default void pluginsChanged() {}

    /** Told when a job in the background changed its state. */
    default void jobsChanged() {}

    /** Told when datasets, experiments or studies came, went or changed their state. */
    default void filesChanged() {}

    /** Told when the theme changed, for colours that the look and feel does not know of. */
    default void themeChanged() {}

    /** Puts the keyboard where its user will want it first. */
    default void focus() {
        component().requestFocusInWindow();
    }

    /** Ends what the editor has going on; called once, when its tab is closed. */
    default void close() {}
}
