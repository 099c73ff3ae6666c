package org.einfluss.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.einfluss.api.study.Storage;
import org.einfluss.charts.ChartView;
import org.einfluss.host.Installed;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

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

    private final Installed installed;
    private final Storage storage;
    private volatile Optional<Context> running = Optional.empty();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<ChartView> views = List.of();

    /**
     * Called by Declarative Services.
     *
     * @param installed what is installed
     * @param storage keeps the rows of studies
     */
    @Activate
    public Main(@Reference Installed installed, @Reference Storage storage) {
        this.installed = installed;
        this.storage = storage;
    }

    @Override
    public int applyAsInt(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Map<String, String> environment = System.getenv();
        Context context = new Context(
                installed,
                storage,
                () -> views,
                language(environment),
                home(environment),
                out,
                err,
                Boolean.getBoolean(TERMINAL));
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
