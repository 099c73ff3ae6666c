package org.einfluss.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A folder for the framework that no other process uses at the same time.
 *
 * <p>Below a base folder there are numbered slots, each guarded by a lock file. A process takes the first free slot,
 * empties it and the free ones after it. The operating system drops the lock when a process ends, however it ends, so
 * that what a killed process left behind goes with the next start.
 */
public final class CacheFolder implements AutoCloseable {

    private static final int SLOTS = 10_000;

    private final Path folder;
    private final FileChannel channel;

    private CacheFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Takes the first free slot below {@code base}, which is created when it is missing. */
    public static CacheFolder below(Path base) throws IOException {
        Files.createDirectories(base);
        for (int slot = 0; slot < SLOTS; slot++) {
            Optional<CacheFolder> free = take(base, slot);
            if (free.isPresent()) {
                emptyAfter(base, slot);
                return free.get();
            }
        }
        throw new IOException("All " + SLOTS + " slots of " + base + " are in use.");
    }

    /** The user's cache folder by the custom of the operating system, or the folder for temporary files. */
    static Path userBase(Map<String, String> environment, Map<?, ?> systemProperties) {
        String system = String.valueOf(systemProperties.get("os.name")).toLowerCase(Locale.ROOT);
        Path home = Path.of(String.valueOf(systemProperties.get("user.home")));
        Path cache;
        if (system.startsWith("windows")) {
            cache = path(environment, "LOCALAPPDATA")
                    .orElse(home.resolve("AppData").resolve("Local"));
        } else if (system.startsWith("mac")) {
            cache = home.resolve("Library").resolve("Caches");
        } else {
            cache = path(environment, "XDG_CACHE_HOME").orElse(home.resolve(".cache"));
        }
        return cache.resolve("einfluss").resolve("felix");
    }

    /** The folder's path; it exists and is empty when taken. */
    public Path path() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        try {
            delete(folder);
        } finally {
            channel.close();
        }
    }

    private static Optional<Path> path(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }

    private static Optional<CacheFolder> take(Path base, int slot) throws IOException {
        FileChannel channel =
                FileChannel.open(base.resolve(slot + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            FileLock lock = channel.tryLock();
            taken = lock != null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            taken = false;
        } finally {
            if (!taken) {
                channel.close();
            }
        }
        if (!taken) {
            return Optional.empty();
        }
        Path folder = base.resolve(Integer.toString(slot));
        delete(folder);
        Files.createDirectories(folder);
        return Optional.of(new CacheFolder(folder, channel));
    }

    private static void emptyAfter(Path base, int slot) throws IOException {
        for (int next = slot + 1; Files.exists(base.resolve(next + ".lock")); next++) {
            if (Files.exists(base.resolve(Integer.toString(next)))) {
                Optional<CacheFolder> left = take(base, next);
                if (left.isPresent()) {
                    left.get().close();
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
