package org.einfluss.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.einfluss.api.Progress;
import org.einfluss.api.study.Events;
import org.einfluss.api.study.Observations;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Shard;
import org.einfluss.api.study.ShardStore;

/**
 * The Parquet files of one study: {@code shards/part-NNNNN.parquet}, {@code shards/log-NNNNN.parquet}, {@code observations.parquet},
 * {@code log.parquet}.
 *
 * <p>Every file is written under a temporary name in the folder it belongs to, forced to disk and renamed, so that a file under its
 * final name is whole. What an interrupted writer left is removed by the next writer (not by readers, who may come while a study
 * runs); only one process writes at a time. A shard's log is renamed before its rows: the rows' file makes the shard present.
 */
final class ParquetStore implements ShardStore {
    static final String SHARDS = "shards";
    static final String WRITING = ".writing";
    static final String SPILL = "spill" + WRITING;
    private static final String FORMAT = " (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)";
    private static final Pattern PART = Pattern.compile("part-(\\d{5,})\\.parquet");

    private final Path study;
    private final Path shards;
    private final Plan plan;
    private final Columns columns;
    private boolean swept;

    ParquetStore(Path study, Plan plan) {
        this.study = study;
        this.shards = study.resolve(SHARDS);
        this.plan = plan;
        this.columns = new Columns(plan);
    }

    Plan plan() {
        return plan;
    }

    Columns columns() {
        return columns;
    }

    Path part(int shard) {
        return shards.resolve(String.format(Locale.ROOT, "part-%05d.parquet", shard));
    }

    Path log(int shard) {
        return shards.resolve(String.format(Locale.ROOT, "log-%05d.parquet", shard));
    }

    boolean isLogged() {
        return plan.recording() == Plan.Recording.LOG;
    }

    @Override
    public BitSet present() throws IOException {
        BitSet present = new BitSet();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(shards)) {
            for (Path file : files) {
                Matcher name = PART.matcher(file.getFileName().toString());
                if (name.matches()) {
                    present.set(Integer.parseInt(name.group(1)));
                }
            }
        }
        return present;
    }

    @Override
    public ShardWriter write(Shard shard) throws IOException {
        sweep();
        return new ParquetShardWriter(this, shard);
    }

    /** Opens a database that may spill beside the shards. */
    Database database() throws IOException {
        return new Database(shards.resolve(SPILL));
    }

    @Override
    public void merge(BitSet wanted, Progress progress) throws IOException {
        sweep();
        List<Shard> merged = plan.shards().stream()
                .filter(shard -> wanted.get(shard.index()))
                .toList();
        try (Database database = database()) {
            progress.report(0, 2, "merging");
            database.execute("CREATE TABLE no_rows (" + columns.rowTable() + ")");
            Path observations = study.resolve("observations.parquet");
            Path temporary = temporary(observations);
            String rows =
                    source(merged.stream().map(shard -> part(shard.index())).toList(), "no_rows");
            try {
                database.execute(copy(columns.rows(), rows, Columns.ROW_ORDER, temporary), progress);
                verify(database, merged, rows, temporary);
                publish(temporary, observations);
            } finally {
                Files.deleteIfExists(temporary);
            }
            if (isLogged()) {
                progress.report(1, 2, "merging");
                database.execute("CREATE TABLE no_events (" + Columns.EVENT_TABLE + ")");
                Path log = study.resolve("log.parquet");
                Path temporaryLog = temporary(log);
                String events =
                        source(merged.stream().map(shard -> log(shard.index())).toList(), "no_events");
                try {
                    database.execute(copy(Columns.EVENTS, events, Columns.EVENT_ORDER, temporaryLog), progress);
                    same(count(database, "SELECT count(*) FROM " + events), countOf(database, temporaryLog), "events");
                    publish(temporaryLog, log);
                } finally {
                    Files.deleteIfExists(temporaryLog);
                }
            }
            progress.report(2, 2, "merging");
        }
    }

    static String copy(String columns, String source, String order, Path file) {
        return "COPY (SELECT " + columns + " FROM " + source + " ORDER BY " + order + ") TO "
                + Database.text(file.toString()) + FORMAT;
    }

    private static String source(List<Path> files, String ifNone) {
        return files.isEmpty() ? ifNone : "read_parquet(" + Database.files(files) + ")";
    }

    /** Checks before the file gets its name that every run of the merged shards has exactly one last row, and no row is lost. */
    private void verify(Database database, List<Shard> merged, String source, Path file) throws IOException {
        same(count(database, "SELECT count(*) FROM " + source), countOf(database, file), "rows");
        long[] expected = new long[plan.points().size()];
        for (Shard shard : merged) {
            long runs = (long) (shard.toDraw() - shard.fromDraw()) * (shard.toRun() - shard.fromRun());
            String inShard = "draw >= " + shard.fromDraw() + " AND draw < " + shard.toDraw() + " AND run >= "
                    + shard.fromRun() + " AND run < " + shard.toRun();
            long points = 0;
            for (int i = 0; i < expected.length; i++) {
                if (plan.points().get(i).network() == shard.network()) {
                    expected[i] += runs;
                    points++;
                }
            }
            long last = count(
                    database,
                    "SELECT count(*) FROM read_parquet(" + Database.files(List.of(part(shard.index())))
                            + ") WHERE stop <> 'running' AND " + inShard);
            same(points * runs, last, "finished runs of shard " + shard.index());
        }
        long[] found = new long[expected.length];
        try (ResultSet rows = database.query("SELECT point, count(*), count(DISTINCT (draw, run)) FROM read_parquet("
                + Database.files(List.of(file)) + ") WHERE stop <> 'running' GROUP BY point ORDER BY point")) {
            while (rows.next()) {
                int point = rows.getInt(1);
                same(rows.getLong(2), rows.getLong(3), "different runs of design point " + point);
                found[point] = rows.getLong(2);
            }
        } catch (SQLException failure) {
            throw Database.failed(failure);
        }
        for (int i = 0; i < expected.length; i++) {
            same(expected[i], found[i], "runs of design point " + i);
        }
    }

    private void same(long expected, long found, String what) throws IOException {
        if (expected != found) {
            throw new IOException("The shards in " + shards + " do not fit the plan: expected " + expected + " " + what
                    + ", found " + found + ". Delete the folder 'shards' and resume the study.");
        }
    }

    private static long countOf(Database database, Path file) throws IOException {
        return count(database, "SELECT count(*) FROM read_parquet(" + Database.files(List.of(file)) + ")");
    }

    private static long count(Database database, String sql) throws IOException {
        try (ResultSet rows = database.query(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failure) {
            throw Database.failed(failure);
        }
    }

    @Override
    public Observations observations() throws IOException {
        return ParquetCursor.rows(this, existing(study.resolve("observations.parquet")));
    }

    @Override
    public Observations observations(Shard shard) throws IOException {
        return ParquetCursor.rows(this, existing(part(shard.index())));
    }

    @Override
    public Events events() throws IOException {
        return isLogged()
                ? ParquetCursor.events(this, existing(study.resolve("log.parquet")))
                : ParquetCursor.noEvents();
    }

    @Override
    public Events events(Shard shard) throws IOException {
        return isLogged() ? ParquetCursor.events(this, existing(log(shard.index()))) : ParquetCursor.noEvents();
    }

    @Override
    public String fingerprint() throws IOException {
        MessageDigest sha;
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
        List<String> files =
                isLogged() ? List.of("observations.parquet", "log.parquet") : List.of("observations.parquet");
        byte[] block = new byte[1 << 16];
        for (String file : files) {
            try (InputStream in = Files.newInputStream(existing(study.resolve(file)))) {
                for (int count; (count = in.read(block)) >= 0; ) {
                    sha.update(block, 0, count);
                }
            }
        }
        return "sha256:" + HexFormat.of().formatHex(sha.digest());
    }

    private static Path existing(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("There is no " + file + "; the study is not complete. Resume it.");
        }
        return file;
    }

    @Override
    public void close() {}

    static Path temporary(Path file) {
        return file.resolveSibling(file.getFileName() + WRITING);
    }

    /** Makes a finished file durable and gives it its name. */
    static void publish(Path temporary, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(file.getParent());
    }

    private static void forceFolder(Path folder) throws IOException {
        FileChannel opened;
        try {
            opened = FileChannel.open(folder, StandardOpenOption.READ);
        } catch (IOException noFolderChannels) {
            return; // Windows opens no folder; its file system journals renames
        }
        try (FileChannel channel = opened) {
            channel.force(true);
        }
    }

    private synchronized void sweep() throws IOException {
        if (swept) {
            return;
        }
        swept = true;
        for (Path folder : List.of(study, shards)) {
            List<Path> stale = new ArrayList<>();
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + WRITING)) {
                files.forEach(stale::add);
            }
            for (Path file : stale) {
                delete(file);
            }
        }
    }

    private static void delete(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            List<Path> inside = new ArrayList<>();
            try (DirectoryStream<Path> files = Files.newDirectoryStream(file)) {
                files.forEach(inside::add);
            }
            for (Path one : inside) {
                delete(one);
            }
        }
        Files.deleteIfExists(file);
    }
}
