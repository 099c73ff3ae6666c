package org.einfluss.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.einfluss.api.InputException;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.study.Storage;
import org.einfluss.charts.ChartView;
import org.einfluss.engine.Einfluss;
import org.einfluss.engine.Json;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.catalog.Entry;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.engine.catalog.Phrases;
import org.einfluss.engine.data.DerivedLibrary;
import org.einfluss.engine.data.Disclosure;
import org.einfluss.engine.experiment.ExperimentFile;
import org.einfluss.engine.parameters.ParameterSchema;
import org.einfluss.engine.run.ProgressMonitor;
import org.einfluss.engine.run.Tolerance;
import org.einfluss.engine.study.StudyFolder;
import org.einfluss.formats.CsrCache;
import org.einfluss.formats.DatasetHash;
import org.einfluss.formats.EdgeListReader;
import org.einfluss.formats.HomeLibrary;
import org.einfluss.graph.Column;
import org.einfluss.host.Installed;
import org.einfluss.plugins.Plugin;
import org.einfluss.plugins.PluginFolder;
import org.einfluss.plugins.Plugins;
import org.einfluss.plugins.declared.DeclaredModels;
import org.einfluss.sdk.PluginCheck;

/** What every command has at hand: the engine's façade, the terminal, the language. One per call. */
final class Context {
    private static final Duration INTERVAL = Duration.ofMillis(200);
    private static final long LINE_EVERY_SECONDS = 5;

    private final Installed installed;
    private final Plugins plugins;
    private final Storage storage;
    private Einfluss einfluss;
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean terminal;
    /** Reads a line that the user types, where there is somebody to ask. */
    private final Optional<Supplier<String>> answers;

    private final ProgressMonitor progress;
    private boolean trust;
    private Tolerance tolerance;
    private Optional<List<Plugin>> live = Optional.empty();
    private Optional<Catalog> catalog = Optional.empty();
    private Messages messages;
    private Optional<Phrases> phrases = Optional.empty();
    private Path home;
    private String shown = "";
    private String lastWhat = "";
    private long lastLine;

    Context(
            Installed installed,
            Plugins plugins,
            Storage storage,
            Locale locale,
            Path home,
            PrintWriter out,
            PrintWriter err,
            boolean terminal,
            Optional<Supplier<String>> answers) {
        this.installed = installed;
        this.plugins = plugins;
        this.storage = storage;
        this.einfluss = new Einfluss(this::catalog, storage, this::tolerance);
        this.messages = new Messages(locale);
        this.home = home;
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.answers = answers;
        this.tolerance = new Tolerance(Tolerance.DEFAULT.patience(), false, this::tell);
        this.progress = new ProgressMonitor(INTERVAL, System::nanoTime, this::show);
    }

    Einfluss einfluss() {
        return einfluss;
    }

    /** Says what findings may tell of the people in sensitive data. */
    void disclose(Disclosure disclosure) {
        einfluss = einfluss.disclosing(disclosure);
    }

    /** How long code that should return soon may take. */
    void patience(Duration patience) {
        tolerance = new Tolerance(patience, tolerance.stopsAtFailure(), tolerance.told());
    }

    /** A study is to end with its first failed run. */
    void stopAtFailure() {
        tolerance = new Tolerance(tolerance.patience(), true, tolerance.told());
    }

    /** What to do about code that fails or does not end. */
    Tolerance tolerance() {
        return tolerance;
    }

    /** Takes the next catalogue as the plug-ins then are. */
    void renew() {
        live = Optional.empty();
        catalog = Optional.empty();
        phrases = Optional.empty();
    }

    /** The folder of the user's plug-ins. */
    PluginFolder pluginFolder() {
        return plugins.folder(home);
    }

    /** The user agrees to whatever lies in the plug-ins folder. */
    void trust() {
        trust = true;
    }

    /** Brings the user's plug-ins to life, once for the whole call; what waits for the user's agreement is asked about. */
    List<Plugin> plugins() {
        if (live.isEmpty()) {
            try {
                PluginFolder folder = pluginFolder();
                List<Plugin> found = folder.refresh();
                if (found.stream().anyMatch(Context::isWaiting) && (trust || agrees(folder, found))) {
                    folder.agree();
                    found = folder.refresh();
                }
                live = Optional.of(found);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return live.get();
    }

    /** Compiles and starts plug-ins one by one. */
    Plugins pluginService() {
        return plugins;
    }

    private boolean agrees(PluginFolder folder, List<Plugin> found) {
        if (answers.isEmpty()) {
            return false;
        }
        clearProgress();
        err.println(messages.text("plugins.question", folder.path()));
        found.stream()
                .filter(Context::isWaiting)
                .forEach(plugin -> err.println("  " + plugin.file().getFileName() + "  "
                        + plugin.sha256().substring(0, 12)));
        err.print(messages.text("plugins.answer"));
        err.flush();
        return List.of(messages.text("plugins.yes").split(" "))
                .contains(answers.get().get().toLowerCase(Locale.ROOT));
    }

    private static boolean isWaiting(Plugin plugin) {
        return plugin.state() == Plugin.State.WAITING;
    }

    /** What is installed, and the datasets in the user's folder; the same for the whole call. */
    Catalog catalog() {
        if (catalog.isEmpty()) {
            if (live.isEmpty()) {
                plugins().forEach(plugin -> plugin.problems().forEach(problem -> tell(problem.toString())));
            }
            List<DatasetReader<?>> readers = new ArrayList<>();
            for (Entry entry : installed.catalog().entries(Kind.DATASET_READER)) {
                entry.made().ifPresent(reader -> readers.add((DatasetReader<?>) reader));
            }
            catalog = Optional.of(installed.catalog(new HomeLibrary(home, readers, Optional.of(cache())), derived()));
        }
        return catalog.get();
    }

    /** Where networks that were read are kept. */
    CsrCache cache() {
        return CsrCache.ofUser();
    }

    /** The datasets in the user's folder that are made from others. */
    DerivedLibrary derived() {
        return new DerivedLibrary(home, this::catalog, DatasetHash::of);
    }

    Installed installed() {
        return installed;
    }

    List<Installed.Offered<ChartView>> views() {
        return installed.services(ChartView.class);
    }

    /** Returns what is told where there is no file: perhaps it is a folder. */
    InputException noFile(Path path) {
        return new InputException(messages().text(Files.isDirectory(path) ? "error.folder" : "error.no-file", path));
    }

    Messages messages() {
        return messages;
    }

    void language(String tag) {
        messages = new Messages(Locale.forLanguageTag(tag));
        phrases = Optional.empty();
    }

    /**
     * Translates what bundles say. Their phrases are read when first needed, for which each installed component's class is loaded; that
     * time is spent in other languages than English only.
     */
    String translate(String english) {
        if (messages.locale().getLanguage().equals("en")) {
            return english;
        }
        if (phrases.isEmpty()) {
            Set<Class<?>> neighbours = new LinkedHashSet<>(List.of(
                    Context.class,
                    Einfluss.class,
                    ExperimentFile.class,
                    Phrases.class,
                    ParameterSchema.class,
                    StudyFolder.class,
                    InputException.class,
                    Column.class,
                    EdgeListReader.class,
                    DeclaredModels.class,
                    Plugin.class,
                    PluginCheck.class,
                    storage.getClass()));
            installed.catalog().libraries().forEach(library -> neighbours.add(library.getClass()));
            for (Kind kind : Kind.values()) {
                installed
                        .catalog()
                        .entries(kind)
                        .forEach(entry -> entry.made().ifPresent(component -> neighbours.add(component.getClass())));
            }
            phrases = Optional.of(new Phrases(messages.locale(), neighbours));
        }
        return phrases.get().translate(english);
    }

    Path home() {
        return home;
    }

    void home(Path folder) {
        home = folder;
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    ProgressMonitor progress() {
        return progress;
    }

    void cancel() {
        progress.cancel();
    }

    /** Prints a line of the result. */
    void say(String key, Object... arguments) {
        clearProgress();
        Object[] translated = Arrays.stream(arguments)
                .map(argument -> argument instanceof String text ? translate(text) : argument)
                .toArray();
        out.println(messages.text(key, translated));
        out.flush();
    }

    /** Prints a line that is no result: what is being done, what went wrong. */
    synchronized void tell(String line) {
        clearProgress();
        err.println(translate(line));
    }

    /** Prints a result for programs. Numbers that are not finite become null. */
    void json(Map<String, ?> tree) {
        clearProgress();
        out.print(Json.text(tree));
        out.flush();
    }

    /** On a terminal one line that is written over; elsewhere a line now and then. */
    private synchronized void show(ProgressMonitor.Status status) {
        String line = translate(status.what())
                + (status.total() > 0
                        ? String.format(messages.locale(), "  %,d / %,d", status.done(), status.total())
                        : status.done() > 0 ? String.format(messages.locale(), "  %,d", status.done()) : "")
                + status.remaining()
                        .filter(left -> status.done() < status.total())
                        .map(left -> "  " + messages.text("progress.left", Numbers.duration(left)))
                        .orElse("");
        if (terminal) {
            err.print("\r" + line + " ".repeat(Math.max(0, shown.length() - line.length())));
            err.flush();
            shown = line;
            return;
        }
        long now = status.elapsed().toSeconds();
        if (!status.what().equals(lastWhat) || now - lastLine >= LINE_EVERY_SECONDS) {
            lastWhat = status.what();
            lastLine = now;
            err.println(line);
        }
    }

    synchronized void clearProgress() {
        if (!shown.isEmpty()) {
            err.print("\r" + " ".repeat(shown.length()) + "\r");
            err.flush();
            shown = "";
        }
    }
}
