package org.einfluss.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.einfluss.api.InputException;
import org.einfluss.plugins.Plugin;

/** Does something again whenever an experiment file or a plug-in has changed, until the user cancels. */
final class Watch {
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Context context;
    private final Path experiment;

    /** What is done; its code of success does not matter here. */
    interface Work {
        int once() throws IOException, InterruptedException;
    }

    Watch(Context context, Path experiment) {
        this.context = context;
        this.experiment = experiment;
    }

    int repeat(Work work) throws IOException, InterruptedException {
        AtomicReference<List<Plugin>> latest = new AtomicReference<>(context.plugins());
        AutoCloseable watching = context.pluginFolder().watch(latest::set);
        try {
            while (true) {
                List<Plugin> plugins = latest.get();
                Optional<FileTime> changed = changed();
                try {
                    work.once();
                } catch (InputException mistake) {
                    context.tell(mistake.getMessage());
                }
                context.tell(context.messages().text("run.watching"));
                await(latest, plugins, changed);
                context.renew();
            }
        } finally {
            close(watching);
        }
    }

    /** Returns once the experiment has changed, or a plug-in that can be used as it now is. */
    private void await(AtomicReference<List<Plugin>> latest, List<Plugin> before, Optional<FileTime> changed)
            throws IOException, InterruptedException {
        List<Plugin> known = before;
        while (changed().equals(changed)) {
            List<Plugin> now = latest.get();
            if (!now.equals(known)) {
                List<Plugin> news = new ArrayList<>(now);
                news.removeAll(known);
                known = now;
                news.forEach(plugin -> plugin.problems().forEach(problem -> context.tell(problem.toString())));
                if (news.stream().allMatch(plugin -> plugin.problems().isEmpty())) {
                    return;
                }
            }
            context.progress().checkCancelled();
            Thread.sleep(LOOK.toMillis());
        }
    }

    private Optional<FileTime> changed() throws IOException {
        try {
            return Optional.of(Files.getLastModifiedTime(experiment));
        } catch (NoSuchFileException ready) {
            return Optional.empty(); // a ready experiment, or a file that is just being replaced
        }
    }

    private static void close(AutoCloseable watching) throws IOException {
        try {
            watching.close();
        } catch (IOException | RuntimeException expected) {
            throw expected;
        } catch (Exception unexpected) {
            throw new IOException(unexpected);
        }
    }
}
