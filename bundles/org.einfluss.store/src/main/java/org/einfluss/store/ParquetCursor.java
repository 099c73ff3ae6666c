package org.einfluss.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.einfluss.api.study.Events;
import org.einfluss.api.study.Observations;

/** Reads a Parquet file from its first row to its last; memory does not grow with the file. */
final class ParquetCursor {
    private final Database database;
    private final ResultSet rows;

    private ParquetCursor(ParquetStore store, String columns, Path file) throws IOException {
        database = store.database();
        rows = database.query("SELECT " + columns + " FROM read_parquet(" + Database.files(List.of(file)) + ")");
    }

    static Observations rows(ParquetStore store, Path file) throws IOException {
        return new Rows(new ParquetCursor(store, store.columns().rows(), file));
    }

    static Events events(ParquetStore store, Path file) throws IOException {
        return new Happened(new ParquetCursor(store, Columns.EVENTS, file));
    }

    static Events noEvents() {
        return new NoEvents();
    }

    private boolean next() {
        try {
            return rows.next();
        } catch (SQLException failure) {
            throw unreadable(failure);
        }
    }

    private int integer(int column) {
        try {
            return rows.getInt(column);
        } catch (SQLException failure) {
            throw unreadable(failure);
        }
    }

    private double number(int column) {
        try {
            double value = rows.getDouble(column);
            return rows.wasNull() ? Double.NaN : value;
        } catch (SQLException failure) {
            throw unreadable(failure);
        }
    }

    private String text(int column) {
        try {
            String text = rows.getString(column);
            return text == null ? "" : text;
        } catch (SQLException failure) {
            throw unreadable(failure);
        }
    }

    private void close() {
        try {
            rows.close();
            database.close();
        } catch (SQLException failure) {
            throw unreadable(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static UncheckedIOException unreadable(SQLException failure) {
        return new UncheckedIOException(Database.failed(failure));
    }

    private record Rows(ParquetCursor cursor) implements Observations {
        @Override
        public boolean next() {
            return cursor.next();
        }

        @Override
        public int point() {
            return cursor.integer(1);
        }

        @Override
        public int draw() {
            return cursor.integer(2);
        }

        @Override
        public int run() {
            return cursor.integer(3);
        }

        @Override
        public int step() {
            return cursor.integer(4);
        }

        @Override
        public double time() {
            return cursor.number(5);
        }

        @Override
        public Stop stop() {
            return Columns.stop(cursor.text(6));
        }

        @Override
        public String failure() {
            return cursor.text(7);
        }

        @Override
        public double value(int variable) {
            return cursor.number(Columns.FIRST_VARIABLE + variable);
        }

        @Override
        public void close() {
            cursor.close();
        }
    }

    private record Happened(ParquetCursor cursor) implements Events {
        @Override
        public boolean next() {
            return cursor.next();
        }

        @Override
        public int point() {
            return cursor.integer(1);
        }

        @Override
        public int draw() {
            return cursor.integer(2);
        }

        @Override
        public int run() {
            return cursor.integer(3);
        }

        @Override
        public double time() {
            return cursor.number(5);
        }

        @Override
        public int node() {
            return cursor.integer(6);
        }

        @Override
        public int from() {
            return cursor.integer(7);
        }

        @Override
        public int to() {
            return cursor.integer(8);
        }

        @Override
        public int cause() {
            return cursor.integer(9);
        }

        @Override
        public void close() {
            cursor.close();
        }
    }

    private record NoEvents() implements Events {
        @Override
        public boolean next() {
            return false;
        }

        @Override
        public int point() {
            throw none();
        }

        @Override
        public int draw() {
            throw none();
        }

        @Override
        public int run() {
            throw none();
        }

        @Override
        public double time() {
            throw none();
        }

        @Override
        public int node() {
            throw none();
        }

        @Override
        public int from() {
            throw none();
        }

        @Override
        public int to() {
            throw none();
        }

        @Override
        public int cause() {
            throw none();
        }

        @Override
        public void close() {}

        private static IllegalStateException none() {
            return new IllegalStateException("There is no current event");
        }
    }
}
