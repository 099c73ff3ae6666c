package org.einfluss.workbench;

import java.awt.AWTError;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.ToIntFunction;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.study.Storage;
import org.einfluss.charts.ChartView;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.engine.data.DerivedLibrary;
import org.einfluss.formats.CsrCache;
import org.einfluss.formats.DatasetHash;
import org.einfluss.formats.HomeLibrary;
import org.einfluss.host.Installed;
import org.einfluss.plugins.Plugins;
import org.einfluss.workbench.session.Home;
import org.einfluss.workbench.session.Session;
import org.einfluss.workbench.shell.Workbench;
import org.einfluss.workbench.texts.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The main service of the window: opens it and returns when it is closed. As a {@code Runnable} it closes it. */
@Component(
        service = {ToIntFunction.class, Runnable.class},
        property = {"einfluss.main=workbench", "einfluss.cancel=true"})
public final class Main implements ToIntFunction<String[]>, Runnable {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_INPUT = 2;

    private final Installed installed;
    private final Plugins plugins;
    private final Storage storage;
    private volatile Optional<Workbench> open = Optional.empty();

    /**
     * Called by Declarative Services.
     *
     * @param installed what is installed
     * @param plugins brings in what the user added
     * @param storage keeps the rows of studies
     */
    @Activate
    public Main(@Reference Installed installed, @Reference Plugins plugins, @Reference Storage storage) {
        this.installed = installed;
        this.plugins = plugins;
        this.storage = storage;
    }

    @Override
    public int applyAsInt(String[] arguments) {
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Map<String, String> environment = System.getenv();
        Locale locale = language(environment);
        Path home = home(environment);
        for (int i = 0; i < arguments.length; i += 2) {
            switch (i + 1 < arguments.length ? arguments[i] : "") {
                case "--home" -> home = Path.of(arguments[i + 1]);
                case "--lang" -> locale = Locale.forLanguageTag(arguments[i + 1]);
                default -> {
                    err.println("einfluss: " + new Texts(locale).text("main.arguments", arguments[i]));
                    return WRONG_INPUT;
                }
            }
        }
        return open(new Home(home), locale, err);
    }

    private int open(Home home, Locale locale, PrintWriter err) {
        if (!hasDisplay()) {
            err.println("einfluss: " + new Texts(locale).text("main.no-display"));
            return FAILED;
        }
        CountDownLatch closed = new CountDownLatch(1);
        Session.Platform platform = new Session.Platform(
                () -> catalog(home.folder()),
                storage,
                this::views,
                plugins.folder(home.folder()),
                installed::bundles,
                installed::problems);
        try {
            EventQueue.invokeAndWait(() -> {
                Workbench workbench = new Workbench(platform, home, locale, closed::countDown);
                open = Optional.of(workbench);
                workbench.open();
            });
            closed.await();
            return DONE;
        } catch (InvocationTargetException failure) {
            throw new IllegalStateException("The window could not be opened", failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            run();
            return DONE;
        } finally {
            open = Optional.empty();
        }
    }

    @Override
    public void run() {
        open.ifPresent(workbench -> EventQueue.invokeLater(workbench::close));
    }

    /** A display may be named and not be there; then Java throws an error once it is asked for. */
    private static boolean hasDisplay() {
        if (GraphicsEnvironment.isHeadless()) {
            return false;
        }
        try {
            GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice();
            return true;
        } catch (AWTError | HeadlessException | UnsatisfiedLinkError | NoClassDefFoundError none) {
            return false;
        }
    }

    private List<ChartView> views() {
        return installed.services(ChartView.class).stream()
                .map(Installed.Offered::service)
                .toList();
    }

    /** What is installed, and the datasets in the user's folder. */
    private Catalog catalog(Path home) {
        List<? extends DatasetReader<?>> readers = installed.catalog().entries(Kind.DATASET_READER).stream()
                .flatMap(entry -> entry.made().stream())
                .map(component -> (DatasetReader<?>) component)
                .toList();
        CsrCache cache = CsrCache.ofUser();
        DerivedLibrary derived = new DerivedLibrary(home, () -> catalog(home), DatasetHash::of);
        return installed.catalog(new HomeLibrary(home, readers, Optional.of(cache)), derived);
    }

    /** German when the environment asks for it, else English. */
    private static Locale language(Map<String, String> environment) {
        for (String name : List.of("EINFLUSS_LANG", "LC_ALL", "LC_MESSAGES", "LANG")) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value.startsWith("de") ? Locale.GERMAN : Locale.ENGLISH;
            }
        }
        return Locale.ENGLISH;
    }

    private static Path home(Map<String, String> environment) {
        String home = environment.getOrDefault("EINFLUSS_HOME", "");
        return home.isEmpty() ? Path.of(System.getProperty("user.home"), "Einfluss") : Path.of(home);
    }
}
