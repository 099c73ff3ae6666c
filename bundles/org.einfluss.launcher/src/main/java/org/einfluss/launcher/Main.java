package org.einfluss.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Starts Felix with the features named on the command line, calls the main service and ends the process with its result.
 *
 * <p>{@link Options} has the syntax. What the launcher itself has to say goes to the error stream, so that the output is
 * the command's alone.
 */
public final class Main {

    private static final int FAILED = 1;

    private Main() {}

    /** Entry point. */
    public static void main(String[] words) {
        int code = FAILED;
        boolean halt = false;
        try {
            Options options = Options.parse(List.of(words));
            code = run(options);
            halt = options.halt();
        } catch (LaunchException e) {
            System.err.println("einfluss: " + e.getMessage());
        } catch (Throwable e) { // an Error too must end the process: Felix's own threads would keep it alive
            System.err.println("einfluss: an error in the program ended the command; please report it.");
            e.printStackTrace();
        }
        System.out.flush();
        System.err.flush();
        if (halt) {
            Runtime.getRuntime().halt(code);
        }
        System.exit(code);
    }

    private static int run(Options options) throws IOException, InterruptedException {
        Assembly assembly = Assembly.read(options.features());
        if (options.window()) {
            WindowToolkit.load();
        }
        CacheFolder cache = cache(options);
        Host host = Host.start(assembly, options.lib(), options.plugins(), cache.path());
        Cancellation cancellation = Cancellation.listen(host, Thread.currentThread());
        host.bundles().stream()
                .filter(BundleReport::isFailed)
                .forEach(report -> System.err.println("einfluss: " + report));
        ToIntFunction<String[]> main = host.main(options.main(), options.limit());
        int code = cancellation.call(main, options.arguments().toArray(String[]::new));
        if (!options.halt()) {
            host.close();
            cache.close();
        }
        options.archive().ifPresent(ClassArchive::write);
        return code;
    }

    private static CacheFolder cache(Options options) throws IOException {
        Path base = options.cache().orElseGet(() -> CacheFolder.userBase(System.getenv(), System.getProperties()));
        try {
            return CacheFolder.below(base);
        } catch (IOException e) {
            if (options.cache().isPresent()) {
                throw new LaunchException("The cache folder " + base + " cannot be used: " + e.getMessage(), e);
            }
            // a home folder that cannot be written to must not keep anyone from working
            String user = System.getProperty("user.name");
            return CacheFolder.below(Path.of(System.getProperty("java.io.tmpdir"), "einfluss-" + user, "felix"));
        }
    }
}
