package org.einfluss.workbench.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.einfluss.api.InputException;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.plugins.Plugin;
import org.einfluss.plugins.PluginFolder;
import org.einfluss.sdk.PluginTemplate;
import org.einfluss.workbench.jobs.Problem;

/** The user's plug-ins as they fare, kept live while the window is open; what is wrong with them is among the problems as long as it is. */
public final class PluginStates {
    private final PluginFolder folder;
    private final Session session;
    private final Executor eventThread;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private List<Plugin> latest = List.of();
    private List<Plugin> shown = List.of();
    private Optional<AutoCloseable> watch = Optional.empty();

    PluginStates(PluginFolder folder, Session session, Executor eventThread) {
        this.folder = folder;
        this.session = session;
        this.eventThread = eventThread;
    }

    /** Returns where the plug-ins lie. */
    public Path path() {
        return folder.path();
    }

    /** Returns the plug-ins as they were seen last; on the event thread. */
    public List<Plugin> all() {
        return shown;
    }

    /**
     * Has a listener told, on the event thread, whenever a plug-in came, went or changed.
     *
     * @param listener the listener
     * @return ends it
     */
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Keeps the plug-ins as their files are until {@link #close}. */
    synchronized void start() {
        watch = Optional.of(folder.watch(changed -> bringIn()));
    }

    /** Brings to life what changed; quick when nothing did. Not on the event thread. */
    synchronized void bringIn() {
        try {
            List<Plugin> now = folder.refresh();
            if (!now.equals(latest)) {
                latest = now;
                eventThread.execute(() -> show(now));
            }
        } catch (IOException unreadable) {
            eventThread.execute(() -> session.failed(folder.path().toString(), unreadable));
        }
    }

    private void show(List<Plugin> now) {
        shown = now;
        session.pluginsChanged();
        List<Problem> problems = new ArrayList<>();
        for (Plugin plugin : now) {
            plugin.problems().forEach(problem -> problems.add(problem(plugin, problem)));
        }
        session.log().standing(problems);
        listeners.forEach(Runnable::run);
    }

    private Problem problem(Plugin plugin, org.einfluss.plugins.Problem problem) {
        boolean waits = plugin.state() == Plugin.State.WAITING;
        Optional<Problem.Remedy> remedy = Optional.empty();
        if (waits) {
            remedy = Optional.of(new Problem.Trust(plugin.file()));
        } else if (Files.isRegularFile(plugin.file())
                && !plugin.file().toString().endsWith(".jar")) {
            remedy = Optional.of(new Problem.Open(
                    plugin.file(), problem.place().line(), problem.place().column()));
        }
        String text = problem.text().isBlank() ? "" : "   " + problem.text().strip();
        String advice = waits
                ? session.texts().text("plug-ins.waits", plugin.sha256().substring(0, 12))
                : plugin.state() == Plugin.State.OUTDATED
                        ? session.texts().text("plug-ins.outdated")
                        : session.texts().text("plug-ins.broken");
        return new Problem(
                LocalTime.now(ZoneId.systemDefault()),
                problem.place().toString(),
                waits
                        ? session.texts().text("plug-ins.waiting")
                        : session.texts().translate(problem.message()) + text,
                advice,
                Optional.empty(),
                remedy);
    }

    /**
     * Remembers that the user agrees to a plug-in, and starts it; of a source, to all sources of the folder. Not on the event thread.
     *
     * @param file the plug-in
     * @throws IOException when it cannot be remembered
     */
    public void agree(Path file) throws IOException {
        folder.agree(file);
        bringIn();
    }

    /**
     * Writes the beginning of a plug-in into the folder, where it is live at once. Not on the event thread.
     *
     * @param template what it contributes
     * @param name simple name of its class
     * @return its file
     * @throws IOException when it cannot be written
     * @throws InputException when there is such a component or file already
     */
    public Path create(PluginTemplate template, String name) throws IOException {
        Catalog catalog = session.catalog();
        String id = PluginTemplate.id(name);
        if (template.kind().isPresent() && catalog.contains(template.kind().get(), id)) {
            throw new InputException(session.texts()
                    .text(
                            "new-plug-in.taken",
                            id,
                            catalog.find(template.kind().get(), id).origin().name()));
        }
        boolean nothingWaits = folder.refresh().stream().noneMatch(plugin -> plugin.state() == Plugin.State.WAITING);
        Path file = template.write(name, folder.path());
        if (nothingWaits) { // who has Einfluss write a plug-in need not be asked whether it may start
            folder.refresh();
            folder.agree(file);
        }
        bringIn();
        return file;
    }

    void close() {
        Optional<AutoCloseable> open;
        synchronized (this) {
            open = watch;
            watch = Optional.empty();
        }
        open.ifPresent(this::close); // waits for the watching thread, which may be waiting for this object
    }

    private void close(AutoCloseable open) {
        try {
            open.close();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException unclosable) {
            throw new UncheckedIOException(unclosable);
        } catch (Exception unclosable) {
            throw new IllegalStateException(unclosable);
        }
    }
}
