package org.einfluss.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.einfluss.api.study.Storage;
import org.einfluss.host.Installed;
import org.einfluss.plugins.Plugins;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The main service of the command line: takes the arguments, returns the exit code. As a {@code Runnable} it cancels the
 * command that runs.
 */
@Component(
        service = {ToIntFunction.class, Runnable.class},
        property = {"einfluss.main=cli", "einfluss.cancel=true"})
public final class Main implements ToIntFunction<String[]>, Runnable {
    /** Set by the start script when the error stream is a terminal: then progress is one line that is written over. */
    private static final String TERMINAL = "einfluss.terminal";
    /** Set by the start script when input and error stream are a terminal: then a question may be asked. */
    private static final String ASKS = "einfluss.asks";

    private final Installed installed;
    private final Plugins plugins;
    private final Storage storage;
    private volatile Optional<Context> running = Optional.empty();

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
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Map<String, String> environment = System.getenv();
        Context context = new Context(
                installed,
                plugins,
                storage,
                language(environment),
                home(environment),
                out,
                err,
                Boolean.getBoolean(TERMINAL),
                Boolean.getBoolean(ASKS) ? Optional.of(Main::answer) : Optional.empty());
        running = Optional.of(context);
        try {
            return Commands.execute(context, arguments);
        } finally {
            out.flush();
            err.flush();
            running = Optional.empty();
        }
    }

    @Override
    public void run() {
        running.ifPresent(Context::cancel);
    }

    private static String answer() {
        try {
            StringBuilder line = new StringBuilder();
            for (int letter = System.in.read(); letter >= 0 && letter != '\n'; letter = System.in.read()) {
                line.append((char) letter);
            }
            return line.toString().strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
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
