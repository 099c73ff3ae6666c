package org.einfluss.plugins.internal;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.einfluss.host.Installed;
import org.einfluss.plugins.Compilation;
import org.einfluss.plugins.Plugin;
import org.einfluss.plugins.Plugin.State;
import org.einfluss.plugins.PluginFolder;
import org.einfluss.plugins.Problem;
import org.osgi.framework.Bundle;

/** Keeps the bundles of a folder as its files are. */
final class LiveFolder implements PluginFolder {
    private static final String LIVE = "live";
    private static final String COMPILED = ".compiled";
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** A file changed so lately may change again without its time showing it. */
    private static final Duration GRANULARITY = Duration.ofSeconds(2);

    private final Path folder;
    private final Trust trust;
    private final PluginBundles bundles;
    private final Installed installed;
    private final Map<Path, Slot> slots = new TreeMap<>();
    /** Bundles that were replaced or removed and may still be in use. */
    private final Set<Bundle> leaving = new TreeSet<>();

    private List<Plugin> last = List.of();

    /** What is known of one file. */
    private static final class Slot {
        private Optional<Stamp> stamp = Optional.empty();
        private String sha256 = "";
        private State state = State.BROKEN;
        private List<Problem> problems = List.of();
        private Optional<Bundle> live = Optional.empty();
    }

    /** What shows that a file has changed, without reading it. */
    private record Stamp(FileTime modified, long size, String key) {
        static Stamp of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.lastModifiedTime(), attributes.size(), String.valueOf(attributes.fileKey()));
        }

        boolean isSettled() {
            return System.currentTimeMillis() - modified.toMillis() > GRANULARITY.toMillis();
        }
    }

    LiveFolder(Path home, PluginBundles bundles, Installed installed) {
        this.folder = home.toAbsolutePath().normalize().resolve("plugins");
        this.trust = new Trust(home, folder);
        this.bundles = bundles;
        this.installed = installed;
    }

    @Override
    public Path path() {
        return folder;
    }

    @Override
    public synchronized List<Plugin> refresh() throws IOException {
        boolean changed = false;
        List<Path> files = files();
        for (Iterator<Map.Entry<Path, Slot>> each = slots.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<Path, Slot> known = each.next();
            if (!files.contains(known.getKey())) {
                replace(known.getValue(), Optional.empty());
                each.remove();
                changed = true;
            }
        }
        for (Path file : files) {
            changed |= bring(file, slots.computeIfAbsent(file, key -> new Slot()), false);
        }
        if (changed) {
            // a jar may need what another one brought
            for (Map.Entry<Path, Slot> slot : slots.entrySet()) {
                if (slot.getValue().state == State.BROKEN && isJar(slot.getKey())) {
                    bring(slot.getKey(), slot.getValue(), true);
                }
            }
            last = slots.entrySet().stream()
                    .map(slot -> plugin(slot.getKey(), slot.getValue()))
                    .toList();
        }
        leaving.removeIf(bundle -> !installed.isUsed(bundle) && bundles.uninstall(bundle));
        return last;
    }

    /** Makes what is live of a file what the file now is; returns whether anything was to be done. */
    private boolean bring(Path file, Slot slot, boolean again) throws IOException {
        byte[] bytes;
        try {
            Optional<Stamp> stamp = Optional.of(Stamp.of(file));
            if (!again
                    && slot.state != State.WAITING
                    && stamp.equals(slot.stamp)
                    && stamp.get().isSettled()) {
                return false;
            }
            slot.stamp = stamp;
            if (Files.isDirectory(file)) {
                return fail(
                        slot, Problem.of(name(file), "folders are not looked into; move its files one level up"), "");
            }
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            return fail(slot, Problem.of(name(file), "there is no such file any more, or its link leads nowhere"), "");
        } catch (IOException unreadable) {
            return fail(slot, Problem.of(name(file), "the file cannot be read: " + unreadable), "");
        }
        String sha256 = PluginCompiler.sha256(bytes);
        if (!again && sha256.equals(slot.sha256) && slot.state != State.WAITING) {
            return false;
        }
        if (!(isJar(file) ? trust.has(sha256) : trust.hasSources())) {
            boolean known = slot.state == State.WAITING && sha256.equals(slot.sha256);
            slot.sha256 = sha256;
            slot.state = State.WAITING;
            slot.problems = List.of(Problem.of(
                    name(file),
                    isJar(file)
                            ? "it waits for your agreement, as a plug-in may do all that you may; give any command --trust once"
                            : "it waits for your agreement, as a plug-in may do all that you may; give any command --trust"
                                    + " once, which holds for all sources of this folder"));
            return !known;
        }
        try {
            Bundle bundle = isJar(file) ? bundles.start(LIVE, file, bytes) : compile(file, bytes);
            slot.sha256 = sha256;
            slot.state = State.GOOD;
            slot.problems = List.of();
            replace(slot, Optional.of(bundle));
            return true;
        } catch (Source.Refused refused) {
            slot.problems = refused.problems();
            slot.sha256 = sha256;
            slot.state = slot.live.isPresent() ? State.OUTDATED : State.BROKEN;
            return true;
        }
    }

    private Bundle compile(Path file, byte[] bytes) throws IOException, Source.Refused {
        Compilation compilation = bundles.compile(name(file), bytes, Optional.of(folder.resolve(COMPILED)));
        if (compilation.jar().isEmpty()) {
            throw new Source.Refused(compilation.problems());
        }
        return bundles.start(LIVE, file, bytes, compilation);
    }

    private static boolean fail(Slot slot, Problem problem, String sha256) {
        boolean known = slot.problems.equals(List.of(problem));
        slot.state = slot.live.isPresent() ? State.OUTDATED : State.BROKEN;
        slot.problems = List.of(problem);
        slot.sha256 = sha256;
        return !known;
    }

    /** The old bundle stays installed as long as somebody may use it. */
    private void replace(Slot slot, Optional<Bundle> now) {
        if (!slot.live.equals(now)) {
            installed.show(now, slot.live);
            slot.live.ifPresent(leaving::add);
        }
        now.ifPresent(leaving::remove);
        slot.live = now;
    }

    private Plugin plugin(Path file, Slot slot) {
        List<Problem> problems = new ArrayList<>(slot.problems);
        State state = slot.state;
        if (slot.live.isPresent() && state == State.GOOD) {
            installed.faults(slot.live.get()).forEach(fault -> problems.add(Problem.of(name(file), fault)));
            state = problems.isEmpty() ? State.GOOD : State.BROKEN;
        }
        return new Plugin(
                file, state, slot.live.map(installed::contributions).orElse(List.of()), problems, slot.sha256);
    }

    @Override
    public AutoCloseable watch(Consumer<List<Plugin>> changed) {
        CountDownLatch closed = new CountDownLatch(1);
        Thread thread = new Thread(() -> watch(changed, closed), "einfluss-plug-ins");
        thread.setDaemon(true);
        thread.start();
        return () -> {
            closed.countDown();
            thread.join(PATIENCE.toMillis()); // it must not be at work any more when the framework stops below it
        };
    }

    /** Takes a file up once it has stood still from one look to the next, so that what is half written is let alone. */
    private void watch(Consumer<List<Plugin>> changed, CountDownLatch closed) {
        Map<Path, Stamp> before = Map.of();
        List<Plugin> told = last();
        try {
            while (!closed.await(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                Map<Path, Stamp> now = stamps();
                if (now.equals(before)) {
                    List<Plugin> plugins = refresh();
                    if (!plugins.equals(told)) {
                        told = plugins;
                        changed.accept(plugins);
                    }
                }
                before = now;
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (IOException unreadable) {
            changed.accept(List.of(new Plugin(
                    folder,
                    State.BROKEN,
                    List.of(),
                    List.of(Problem.of(folder.toString(), "the folder is no longer watched: " + unreadable)),
                    "")));
        }
    }

    private synchronized List<Plugin> last() {
        return last;
    }

    private Map<Path, Stamp> stamps() throws IOException {
        Map<Path, Stamp> stamps = new HashMap<>();
        for (Path file : files()) {
            try {
                stamps.put(file, Stamp.of(file));
            } catch (NoSuchFileException vanished) {
                stamps.remove(file);
            }
        }
        return stamps;
    }

    @Override
    public void agree() throws IOException {
        agree(file -> true);
    }

    @Override
    public void agree(Path file) throws IOException {
        agree(file::equals);
    }

    private synchronized void agree(Predicate<Path> wanted) throws IOException {
        boolean sources = false;
        Map<String, String> jars = new HashMap<>();
        for (Map.Entry<Path, Slot> slot : slots.entrySet()) {
            if (slot.getValue().state == State.WAITING && wanted.test(slot.getKey())) {
                if (isJar(slot.getKey())) {
                    jars.put(slot.getValue().sha256, name(slot.getKey()));
                } else {
                    sources = true;
                }
            }
        }
        trust.agree(sources, jars);
    }

    /** What may be a plug-in, sorted; a folder only when it holds something that would be one here. */
    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (DirectoryStream<Path> found =
                Files.newDirectoryStream(folder, path -> !name(path).startsWith("."))) {
            for (Path path : found) {
                if (Files.isDirectory(path) ? holdsPlugin(path) : isPlugin(path)) {
                    files.add(path);
                }
            }
        } catch (DirectoryIteratorException unreadable) {
            throw unreadable.getCause();
        }
        files.sort(null);
        return files;
    }

    private boolean holdsPlugin(Path path) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(path, this::isPlugin)) {
            return found.iterator().hasNext();
        }
    }

    private boolean isPlugin(Path file) {
        return isJar(file) || bundles.isSource(name(file));
    }

    private static boolean isJar(Path file) {
        return name(file).endsWith(".jar");
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
