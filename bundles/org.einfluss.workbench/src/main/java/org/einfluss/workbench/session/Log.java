package org.einfluss.workbench.session;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.einfluss.workbench.jobs.Problem;

/** What was told to the user: lines of the console, and problems. Used on the event thread only. */
public final class Log {
    /** How the time of a message is written. */
    public static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private static final int MOST = 2000;

    private final List<String> lines = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private List<Problem> standing = List.of();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /**
     * Adds a line to the console.
     *
     * @param line the line
     */
    public void tell(String line) {
        lines.add(TIME.format(LocalTime.now(ZoneId.systemDefault())) + "  " + line);
        if (lines.size() > MOST) {
            lines.remove(0);
        }
        listeners.forEach(Runnable::run);
    }

    /**
     * Adds a problem, also to the console; one that is there already, as of a view that fails whenever it is painted, is not told again.
     *
     * @param problem the problem
     */
    public void add(Problem problem) {
        if (problems.stream().noneMatch(known -> isSame(known, problem))) {
            problems.add(problem);
            tell(problem.where() + ": " + problem.cause());
        }
    }

    /**
     * Puts problems that last until their cause is gone in the place of those told by the last call; new ones are also told on the console.
     *
     * @param present the problems that there are now
     */
    public void standing(List<Problem> present) {
        List<Problem> before = standing;
        standing = List.copyOf(present);
        present.stream()
                .filter(problem -> before.stream().noneMatch(known -> isSame(known, problem)))
                .forEach(problem -> tell(problem.where() + ": " + problem.cause()));
        listeners.forEach(Runnable::run);
    }

    private static boolean isSame(Problem one, Problem other) {
        return one.where().equals(other.where()) && one.cause().equals(other.cause());
    }

    /** Returns the lines, oldest first. */
    public List<String> lines() {
        return Collections.unmodifiableList(lines);
    }

    /** Returns the problems: those that happened, oldest first, then those that last. */
    public List<Problem> problems() {
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(standing);
        return all;
    }

    /** Forgets the problems that happened; those that last stay. */
    public void clearProblems() {
        problems.clear();
        listeners.forEach(Runnable::run);
    }

    /**
     * Has a listener told of news.
     *
     * @param listener the listener
     * @return ends it
     */
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
