package org.einfluss.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.Source;

/**
 * Keeps what readers read as binary files, so that it is parsed once. Keyed by the SHA-256 of the source's bytes, the reader's id and its
 * parameters: a changed source or parameter is another entry. A damaged entry is made anew. Everything in the folder may be deleted
 * at any time. Thread-safe, and safe for several processes.
 */
public final class CsrCache {
    /** Part of the key: raised when a reader's result changes for the same file and parameters. */
    private static final String GENERATION = "3";

    private final Path folder;

    /**
     * Uses a folder.
     *
     * @param folder where entries are kept; made when the first one is written
     */
    public CsrCache(Path folder) {
        this.folder = folder;
    }

    /** Returns the cache of who runs this process, in the platform's place. */
    public static CsrCache ofUser() {
        return new CsrCache(platformFolder(
                System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home"))));
    }

    /**
     * Returns the platform's place for such files: {@code EINFLUSS_CACHE} if it is set, else below {@code XDG_CACHE_HOME} or
     * {@code ~/.cache} (Linux), {@code ~/Library/Caches} (macOS), {@code LOCALAPPDATA} (Windows).
     *
     * @param environment the environment's variables
     * @param system name of the operating system, as in the system property {@code os.name}
     * @param home the user's home folder
     */
    public static Path platformFolder(Map<String, String> environment, String system, Path home) {
        if (environment.containsKey("EINFLUSS_CACHE")) {
            return Path.of(environment.get("EINFLUSS_CACHE"), "csr");
        }
        String name = system.toLowerCase(Locale.ROOT);
        Path caches;
        if (name.contains("mac")) {
            caches = home.resolve("Library").resolve("Caches");
        } else if (name.contains("win")) {
            caches = environment.containsKey("LOCALAPPDATA")
                    ? Path.of(environment.get("LOCALAPPDATA"))
                    : home.resolve("AppData").resolve("Local");
        } else {
            caches = environment.containsKey("XDG_CACHE_HOME")
                    ? Path.of(environment.get("XDG_CACHE_HOME"))
                    : home.resolve(".cache");
        }
        return caches.resolve("einfluss").resolve("csr");
    }

    /**
     * Reads a source, or what was kept of it.
     *
     * @param <P> the reader's parameters
     * @param source what to read
     * @param reader reads it when nothing is kept
     * @param parameters the reader's parameters
     * @param report told what the reader finds, or that the cache was used
     * @param progress told how far it is
     * @return the network and its logs
     * @throws IOException when the source cannot be read
     * @throws InputException when the source's content is wrong
     */
    public <P extends Record> CsrFile.Content read(
            Source source, DatasetReader<P> reader, P parameters, ImportReport report, Progress progress)
            throws IOException {
        Path entry = entry(source, DatasetFolder.idOf(reader), parameters, progress);
        if (Files.exists(entry)) {
            try {
                CsrFile.Content content = CsrFile.read(entry);
                report.fact("cache", "used");
                return content;
            } catch (InputException damaged) {
                report.fact("cache", "made anew: " + damaged.getMessage());
            }
        }
        Dataset dataset = reader.read(source, parameters, report, progress);
        try {
            return CsrFile.write(entry, dataset.network(), dataset.logs(), dataset.activities());
        } catch (IOException e) {
            // A full or read-only disk must not keep anyone from working with the data.
            report.fact("cache", "not written: " + e);
            return new CsrFile.Content(
                    dataset.network(), dataset.network().sha256(), dataset.logs(), dataset.activities());
        }
    }

    /**
     * Returns where the entry of a source is, whether it exists or not.
     *
     * @param source the source
     * @param readerId the reader's id
     * @param parameters the reader's parameters
     * @param progress asked whether to go on
     * @throws IOException when the source cannot be read
     */
    Path entry(Source source, String readerId, Record parameters, Progress progress) throws IOException {
        MessageDigest digest = DatasetHash.sha256();
        try (InputStream in = source.open()) {
            byte[] buffer = new byte[1 << 16];
            for (int read; (read = in.read(buffer)) >= 0; ) {
                digest.update(buffer, 0, read);
                progress.checkCancelled();
            }
        }
        String encoding = source.encoding().map(Charset::name).orElse("");
        digest.update(("\n" + GENERATION + "\n" + readerId + "\n" + parameters + "\n" + encoding)
                .getBytes(StandardCharsets.UTF_8));
        return folder.resolve(HexFormat.of().formatHex(digest.digest()) + ".csr");
    }
}
