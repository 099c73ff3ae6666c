package org.einfluss.workbench.shell;

import java.awt.EventQueue;
import java.awt.Rectangle;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JOptionPane;
import org.einfluss.api.InputException;
import org.einfluss.workbench.preferences.Preferences;
import org.einfluss.workbench.session.Home;
import org.einfluss.workbench.session.Session;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.undo.CommandStack;

/**
 * The application: what lives longer than one frame, because a change of language makes a new one. Used on the event thread only, but for
 * the constructor's arguments.
 */
public final class Workbench {
    private final Session session;
    private final Runnable closed;
    private final CommandStack edits = new CommandStack();
    private final Documents documents;
    private final Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    private Preferences preferences = Preferences.INITIAL;
    private WorkbenchWindow window;

    /**
     * Makes the application; {@link #open} shows it.
     *
     * @param platform what the framework offers
     * @param home the user's folder
     * @param system language of the system, in force until another is chosen
     * @param closed called when the window was closed
     */
    public Workbench(Session.Platform platform, Home home, Locale system, Runnable closed) {
        this.closed = closed;
        session = new Session(platform, home, system, EventQueue::invokeLater);
        documents = new Documents(home, edits, session::failed);
        try {
            preferences = Preferences.read(home.folder());
        } catch (IOException | InputException unreadable) {
            session.failed(session.texts().text("preferences.title"), unreadable);
        }
        preferences.language().ifPresent(tag -> session.language(Locale.forLanguageTag(tag)));
        LookAndFeel.apply(preferences);
        window = new WorkbenchWindow(this);
    }

    /** Shows the window. */
    public void open() {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) ->
                EventQueue.invokeLater(() -> session.failed(session.texts().text("problem.uncaught"), failure)));
        try {
            session.home().forgetUndone();
        } catch (IOException stuck) {
            session.failed(session.home().undone().toString(), stuck);
        }
        window.open(Perspective.DATA, Optional.empty());
        window.openWelcome();
        window.openDrafts();
        session.start();
    }

    /** Closes the window at once; what runs is cancelled and can be resumed. */
    public void close() {
        window.dispose();
        session.close();
        Thread.setDefaultUncaughtExceptionHandler(before);
        closed.run();
    }

    /** Closes the window when the user still wants to after hearing what runs. */
    void askToClose() {
        Texts texts = session.texts();
        List<String> running =
                session.jobs().running().stream().map(job -> job.title()).toList();
        if (!running.isEmpty()) {
            Object[] answers = {texts.text("close.yes"), texts.text("close.no")};
            int answer = JOptionPane.showOptionDialog(
                    window.frame(),
                    texts.text("close.question", String.join("\n", running)),
                    texts.text("close.title"),
                    JOptionPane.YES_NO_OPTION,
                    JOptionPane.QUESTION_MESSAGE,
                    null,
                    answers,
                    answers[1]);
            if (answer != JOptionPane.YES_OPTION) {
                return;
            }
        }
        close();
    }

    Session session() {
        return session;
    }

    Documents documents() {
        return documents;
    }

    CommandStack edits() {
        return edits;
    }

    Preferences preferences() {
        return preferences;
    }

    /** Applies and keeps what the user chose. */
    void choose(Preferences chosen) {
        boolean otherLanguage = !chosen.language().equals(preferences.language());
        boolean otherSize = chosen.fontSize() != preferences.fontSize();
        preferences = chosen;
        try {
            chosen.write(session.home().folder());
        } catch (IOException unwritable) {
            session.failed(session.texts().text("preferences.title"), unwritable);
        }
        LookAndFeel.apply(chosen);
        if (otherLanguage) {
            chosen.language().ifPresent(tag -> session.language(Locale.forLanguageTag(tag)));
        }
        if (otherLanguage || otherSize) {
            rebuild();
        } else {
            window.themeChanged();
        }
    }

    /** Sizes and texts are taken when a view is made, so new ones are made. */
    private void rebuild() {
        WorkbenchWindow old = window;
        Perspective perspective = old.perspective();
        Rectangle bounds = old.frame().getBounds();
        List<String> open = old.openEditors();
        old.dispose();
        window = new WorkbenchWindow(this);
        window.open(perspective, Optional.of(bounds));
        open.forEach(window::reopen);
    }
}
