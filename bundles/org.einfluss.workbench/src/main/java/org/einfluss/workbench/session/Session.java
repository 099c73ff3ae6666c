package org.einfluss.workbench.session;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.einfluss.api.InputException;
import org.einfluss.api.study.Storage;
import org.einfluss.charts.ChartView;
import org.einfluss.engine.Einfluss;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.engine.catalog.Phrases;
import org.einfluss.engine.experiment.ExperimentFile;
import org.einfluss.engine.parameters.ParameterSchema;
import org.einfluss.engine.study.StudyFolder;
import org.einfluss.formats.EdgeListReader;
import org.einfluss.graph.Column;
import org.einfluss.plugins.Plugin;
import org.einfluss.plugins.PluginFolder;
import org.einfluss.plugins.declared.DeclaredModels;
import org.einfluss.workbench.jobs.Jobs;
import org.einfluss.workbench.jobs.Problem;
import org.einfluss.workbench.texts.Texts;

/** What all views share: the engine, the home folder, texts, jobs and the log. Lives as long as the window. */
public final class Session implements AutoCloseable {
    private final Platform platform;
    private final Home home;
    private final Einfluss einfluss;
    private final Log log = new Log();
    private final Jobs jobs;
    private final PluginStates plugins;
    private volatile Texts texts;
    private Texts spoken;

    /**
     * What the framework offers.
     *
     * @param catalogs gives the present catalogue, with the user's datasets
     * @param storage keeps the rows of studies
     * @param chartViews gives the chart views that are installed
     * @param plugins the plug-ins folder of the user's folder
     * @param bundles gives a map per bundle: name, version, state, reason
     * @param problems gives what does not work and why, each a sentence
     */
    public record Platform(
            Supplier<Catalog> catalogs,
            Storage storage,
            Supplier<List<ChartView>> chartViews,
            PluginFolder plugins,
            Supplier<List<Map<String, String>>> bundles,
            Supplier<List<String>> problems) {}

    /**
     * Makes a session.
     *
     * @param platform what the framework offers
     * @param home the user's folder
     * @param locale language
     * @param eventThread where results of jobs are handed over
     */
    public Session(Platform platform, Home home, Locale locale, Executor eventThread) {
        this.platform = platform;
        this.home = home;
        this.texts = new Texts(locale);
        this.spoken = new Texts(Locale.ENGLISH);
        this.einfluss = new Einfluss(platform.catalogs(), platform.storage());
        this.plugins = new PluginStates(platform.plugins(), this, eventThread);
        this.jobs = new Jobs(this::prepare, eventThread, this::failed);
    }

    /** Keeps the user's plug-ins live from now on. */
    public void start() {
        plugins.start();
    }

    /** Returns the user's plug-ins. */
    public PluginStates plugins() {
        return plugins;
    }

    /** What every job does first, so that it works with what now lies in the folder. */
    private void prepare() {
        plugins.bringIn();
        readPhrases();
    }

    /** Returns the engine's façade. */
    public Einfluss einfluss() {
        return einfluss;
    }

    /** Returns the present catalogue. */
    public Catalog catalog() {
        return einfluss.catalog();
    }

    /** Returns what the framework offers. */
    public Platform platform() {
        return platform;
    }

    /** Returns the user's folder. */
    public Home home() {
        return home;
    }

    /** Returns the texts in the present language. */
    public Texts texts() {
        return texts;
    }

    /** Returns the background. */
    public Jobs jobs() {
        return jobs;
    }

    /** Returns what was told to the user. */
    public Log log() {
        return log;
    }

    /** Returns how many threads a study uses. */
    public int threads() {
        return Runtime.getRuntime().availableProcessors();
    }

    /**
     * Changes the language; views made before keep theirs.
     *
     * @param locale the language
     */
    public void language(Locale locale) {
        texts = new Texts(locale);
    }

    /** Plug-ins bring phrases of their own. */
    synchronized void pluginsChanged() {
        spoken = new Texts(Locale.ENGLISH);
    }

    /**
     * Reads the phrases of all bundles once for each language, which loads the classes of their components; so not on the event thread, and
     * before the first job in that language.
     */
    private synchronized void readPhrases() {
        Texts present = texts;
        if (present == spoken || present.locale().getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            return;
        }
        Set<Class<?>> neighbours = new LinkedHashSet<>(List.of(
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
                platform.storage().getClass()));
        Catalog catalog = catalog();
        catalog.libraries().forEach(library -> neighbours.add(library.getClass()));
        for (Kind kind : Kind.values()) {
            catalog.entries(kind)
                    .forEach(entry -> entry.made().ifPresent(component -> neighbours.add(component.getClass())));
        }
        present.phrases(new Phrases(present.locale(), neighbours));
        spoken = present;
    }

    /**
     * Tells a problem.
     *
     * @param where in what it happened, in the user's language
     * @param failure what was thrown
     */
    public void failed(String where, Throwable failure) {
        boolean mistake = failure instanceof InputException;
        log.add(new Problem(
                LocalTime.now(ZoneId.systemDefault()),
                where,
                texts.translate(Jobs.sentence(failure)),
                texts.text(mistake ? "problem.mistake" : "problem.error"),
                mistake ? Optional.empty() : Optional.of(failure),
                Optional.empty()));
    }

    @Override
    public void close() {
        plugins.close();
        jobs.close();
    }
}
