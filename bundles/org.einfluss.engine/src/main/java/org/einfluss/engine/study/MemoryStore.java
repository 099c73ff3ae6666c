package org.einfluss.engine.study;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.einfluss.api.Progress;
import org.einfluss.api.study.Events;
import org.einfluss.api.study.Observations;
import org.einfluss.api.study.Shard;
import org.einfluss.api.study.ShardStore;

/** Keeps the rows of a study in memory, for use as a plain library and as the reference that other stores are compared with. */
public final class MemoryStore implements ShardStore {
    private static final Comparator<Row> ROWS = Comparator.comparingInt(Row::point)
            .thenComparingInt(Row::draw)
            .thenComparingInt(Row::run)
            .thenComparingInt(Row::step);
    private static final Comparator<Event> EVENTS =
            Comparator.comparingInt(Event::point).thenComparingInt(Event::draw).thenComparingInt(Event::run);

    private final Map<Integer, Part> parts = new TreeMap<>();
    private Part merged = new Part(List.of(), List.of());

    /** Makes an empty store. */
    public MemoryStore() {}

    private record Row(
            int point,
            int draw,
            int run,
            int step,
            double time,
            Observations.Stop stop,
            String failure,
            double[] values) {}

    private record Event(int point, int draw, int run, double time, int node, int from, int to, int cause) {}

    private record Part(List<Row> rows, List<Event> events) {}

    @Override
    public synchronized BitSet present() {
        BitSet present = new BitSet();
        parts.keySet().forEach(present::set);
        return present;
    }

    /**
     * Forgets a shard, as if it had never been executed.
     *
     * @param shard number of the shard
     */
    public synchronized void remove(int shard) {
        parts.remove(shard);
    }

    @Override
    public ShardWriter write(Shard shard) {
        return new Writer(shard.index());
    }

    @Override
    public synchronized void merge(BitSet shards, Progress progress) {
        List<Row> rows = new ArrayList<>();
        List<Event> events = new ArrayList<>();
        for (int i = shards.nextSetBit(0); i >= 0; i = shards.nextSetBit(i + 1)) {
            Part part = part(i);
            rows.addAll(part.rows());
            events.addAll(part.events());
        }
        rows.sort(ROWS);
        events.sort(EVENTS); // stable, so that events keep their order within a run
        merged = new Part(rows, events);
    }

    @Override
    public synchronized Observations observations() {
        return new RowCursor(merged.rows());
    }

    @Override
    public synchronized Observations observations(Shard shard) {
        List<Row> rows = new ArrayList<>(part(shard.index()).rows());
        rows.sort(ROWS);
        return new RowCursor(rows);
    }

    @Override
    public synchronized Events events() {
        return new EventCursor(merged.events());
    }

    @Override
    public synchronized Events events(Shard shard) {
        List<Event> events = new ArrayList<>(part(shard.index()).events());
        events.sort(EVENTS);
        return new EventCursor(events);
    }

    @Override
    public void close() {}

    private Part part(int shard) {
        Part part = parts.get(shard);
        if (part == null) {
            throw new IllegalStateException("Shard " + shard + " is not in the store");
        }
        return part;
    }

    private synchronized void put(int shard, Part part) {
        parts.put(shard, part);
    }

    private final class Writer implements ShardWriter {
        private final int shard;
        private final List<Row> rows = new ArrayList<>();
        private final List<Event> events = new ArrayList<>();

        Writer(int shard) {
            this.shard = shard;
        }

        @Override
        public void row(
                int point,
                int draw,
                int run,
                int step,
                double time,
                Observations.Stop stop,
                String failure,
                double[] values) {
            rows.add(new Row(point, draw, run, step, time, stop, failure, values.clone()));
        }

        @Override
        public void event(int point, int draw, int run, double time, int node, int from, int to, int cause) {
            events.add(new Event(point, draw, run, time, node, from, to, cause));
        }

        @Override
        public void commit() {
            put(shard, new Part(Collections.unmodifiableList(rows), Collections.unmodifiableList(events)));
        }

        @Override
        public void close() {}
    }

    private static final class RowCursor implements Observations {
        private final List<Row> rows;
        private int next;
        private Row row;

        RowCursor(List<Row> rows) {
            this.rows = rows;
        }

        @Override
        public boolean next() {
            if (next == rows.size()) {
                return false;
            }
            row = rows.get(next++);
            return true;
        }

        @Override
        public int point() {
            return row.point();
        }

        @Override
        public int draw() {
            return row.draw();
        }

        @Override
        public int run() {
            return row.run();
        }

        @Override
        public int step() {
            return row.step();
        }

        @Override
        public double time() {
            return row.time();
        }

        @Override
        public Stop stop() {
            return row.stop();
        }

        @Override
        public String failure() {
            return row.failure();
        }

        @Override
        public double value(int variable) {
            return row.values()[variable];
        }

        @Override
        public void close() {}
    }

    private static final class EventCursor implements Events {
        private final List<Event> events;
        private int next;
        private Event event;

        EventCursor(List<Event> events) {
            this.events = events;
        }

        @Override
        public boolean next() {
            if (next == events.size()) {
                return false;
            }
            event = events.get(next++);
            return true;
        }

        @Override
        public int point() {
            return event.point();
        }

        @Override
        public int draw() {
            return event.draw();
        }

        @Override
        public int run() {
            return event.run();
        }

        @Override
        public double time() {
            return event.time();
        }

        @Override
        public int node() {
            return event.node();
        }

        @Override
        public int from() {
            return event.from();
        }

        @Override
        public int to() {
            return event.to();
        }

        @Override
        public int cause() {
            return event.cause();
        }

        @Override
        public void close() {}
    }
}
