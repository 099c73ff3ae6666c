package org.einfluss.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.duckdb.DuckDBAppender;
import org.einfluss.api.study.Observations.Stop;
import org.einfluss.api.study.Shard;
import org.einfluss.api.study.ShardStore.ShardWriter;

/** Collects one shard in a database in memory and writes its files when it is committed. */
final class ParquetShardWriter implements ShardWriter {
    private final ParquetStore store;
    private final Shard shard;
    private final Database database;
    private final DuckDBAppender rows;
    private final DuckDBAppender events;
    private int eventPoint = -1;
    private int eventDraw = -1;
    private int eventRun = -1;
    private int event;
    private boolean closed;

    ParquetShardWriter(ParquetStore store, Shard shard) throws IOException {
        this.store = store;
        this.shard = shard;
        this.database = store.database();
        database.execute("CREATE TABLE observed (" + store.columns().rowTable() + ")");
        database.execute("CREATE TABLE happened (" + Columns.EVENT_TABLE + ")");
        rows = database.appender("observed");
        events = database.appender("happened");
    }

    @Override
    public void row(int point, int draw, int run, int step, double time, Stop stop, String failure, double[] values)
            throws IOException {
        try {
            rows.beginRow();
            rows.append(point).append(draw).append(run).append(step);
            append(time);
            rows.append(Columns.stop(stop));
            if (failure.isEmpty()) {
                rows.appendNull();
            } else {
                rows.append(failure);
            }
            for (double value : values) {
                append(value);
            }
            rows.endRow();
        } catch (SQLException unwritten) {
            throw Database.failed(unwritten);
        }
    }

    private void append(double value) throws SQLException {
        if (Double.isNaN(value)) {
            rows.appendNull();
        } else {
            rows.append(value == 0 ? 0.0 : value); // no -0.0, so that equal digests mean equal bytes
        }
    }

    @Override
    public void event(int point, int draw, int run, double time, int node, int from, int to, int cause)
            throws IOException {
        if (point != eventPoint || draw != eventDraw || run != eventRun) {
            eventPoint = point;
            eventDraw = draw;
            eventRun = run;
            event = 0;
        }
        try {
            events.beginRow();
            events.append(point).append(draw).append(run).append(event++);
            events.append(time).append(node).append(from).append(to).append(cause);
            events.endRow();
        } catch (SQLException unwritten) {
            throw Database.failed(unwritten);
        }
    }

    @Override
    public void commit() throws IOException {
        try {
            rows.flush();
            events.flush();
        } catch (SQLException unwritten) {
            throw Database.failed(unwritten);
        }
        if (store.isLogged()) {
            write(Columns.EVENTS, "happened", Columns.EVENT_ORDER, store.log(shard.index()));
        }
        write(store.columns().rows(), "observed", Columns.ROW_ORDER, store.part(shard.index()));
    }

    private void write(String columns, String table, String order, Path file) throws IOException {
        Path temporary = ParquetStore.temporary(file);
        try {
            database.execute(ParquetStore.copy(columns, table, order, temporary));
            ParquetStore.publish(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            rows.close();
            events.close();
        } catch (SQLException unwritten) {
            throw Database.failed(unwritten);
        } finally {
            database.close();
        }
    }
}
