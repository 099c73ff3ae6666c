package org.einfluss.workbench.session;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.einfluss.workbench.jobs.Problem;

/** What was told to the user: lines of the console, and problems. Used on the event thread only. */
public final class Log {
    private static final int MOST = 2000;

    private final List<String> lines = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();

    /**
     * Adds a line to the console.
     *
     * @param line the line
     */
    public void tell(String line) {
        lines.add(LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + "  " + line);
        if (lines.size() > MOST) {
            lines.remove(0);
        }
        listeners.forEach(Runnable::run);
    }

    /**
     * Adds a problem, also to the console.
     *
     * @param problem the problem
     */
    public void add(Problem problem) {
        problems.add(problem);
        tell(problem.where() + ": " + problem.cause());
    }

    /** Returns the lines, oldest first. */
    public List<String> lines() {
        return Collections.unmodifiableList(lines);
    }

    /** Returns the problems, oldest first. */
    public List<Problem> problems() {
        return Collections.unmodifiableList(problems);
    }

    /** Forgets the problems. */
    public void clearProblems() {
        problems.clear();
        listeners.forEach(Runnable::run);
    }

    /**
     * Has a listener told of news.
     *
     * @param listener the listener
     */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }
}
