package org.einfluss.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.einfluss.api.Progress;

/**
 * One DuckDB database in memory, used by one thread. It spills into the given folder only, loads no extension and opens no network
 * connection. It works with one thread, so that the bytes it writes depend on the rows alone.
 */
final class Database implements AutoCloseable {
    private static final long WATCH_MILLIS = 50;
    private static final Path MAPS = Path.of("/proc/self/maps");
    private static final Pattern COPY = Pattern.compile("/.*/libduckdb_java[0-9]+\\.so$");

    private final DuckDBConnection connection;

    /**
     * Opens an empty database.
     *
     * @param spill folder that it may create for what does not fit into memory
     */
    Database(Path spill) throws IOException {
        Properties settings = new Properties();
        settings.setProperty("threads", "1");
        settings.setProperty("memory_limit", "1GB");
        settings.setProperty("temp_directory", spill.toString());
        settings.setProperty("extension_directory", spill.toString());
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("allow_persistent_secrets", "false");
        settings.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        try {
            // The driver itself, as DriverManager does not find it inside an OSGi framework.
            connection = (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:", settings);
            unlinkLibrary();
        } catch (SQLException failure) {
            throw new IOException("DuckDB could not be started: " + failure.getMessage(), failure);
        }
    }

    /**
     * Deletes the copy of its library (72 MB) that DuckDB has just put into the temporary folder and loaded. DuckDB itself deletes
     * it when the process ends, but not one that is killed. Linux needs the name of a loaded library no more and says which it
     * is; elsewhere the copy stays until the end.
     */
    private static void unlinkLibrary() throws IOException {
        if (Files.isReadable(MAPS)) {
            for (String line : Files.readAllLines(MAPS, StandardCharsets.UTF_8)) {
                Matcher copy = COPY.matcher(line);
                if (copy.find()) {
                    Files.deleteIfExists(Path.of(copy.group()));
                }
            }
        }
    }

    void execute(String sql) throws IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** Executes what may take long; once the user cancels, it ends and leaves nothing behind but what it had written. */
    void execute(String sql, Progress progress) throws IOException {
        AtomicBoolean done = new AtomicBoolean();
        try (Statement statement = connection.createStatement()) {
            Thread watcher = new Thread(
                    () -> {
                        try {
                            while (!done.get() && !progress.isCancelled()) {
                                Thread.sleep(WATCH_MILLIS);
                            }
                            if (!done.get()) {
                                statement.cancel();
                            }
                        } catch (InterruptedException ended) {
                            Thread.currentThread().interrupt();
                        } catch (SQLException uncancelled) {
                            // the statement goes on to its end, where cancellation is looked for again
                            done.set(true);
                        }
                    },
                    "database-cancellation");
            watcher.setDaemon(true);
            watcher.start();
            try {
                statement.execute(sql);
            } finally {
                done.set(true);
                watcher.interrupt();
            }
        } catch (SQLException failure) {
            progress.checkCancelled();
            throw failed(failure);
        }
        progress.checkCancelled();
    }

    DuckDBAppender appender(String table) throws IOException {
        try {
            return connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table);
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** A query's rows, read as they come; closing it closes its statement. */
    ResultSet query(String sql) throws IOException {
        try {
            Statement statement = connection.createStatement();
            statement.closeOnCompletion();
            return statement.executeQuery(sql);
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    static IOException failed(SQLException failure) {
        return new IOException("DuckDB failed: " + failure.getMessage(), failure);
    }

    /** A list of files for {@code read_parquet}, which would take some characters of a name for wildcards. */
    static String files(List<Path> files) {
        return files.stream()
                .map(file -> text(file.toString().replaceAll("[*?\\[]", "[$0]")))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    static String name(String column) {
        return '"' + column + '"';
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }
}
