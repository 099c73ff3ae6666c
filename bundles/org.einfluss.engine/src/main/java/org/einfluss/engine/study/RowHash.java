package org.einfluss.engine.study;

import org.einfluss.api.study.Events;
import org.einfluss.api.study.Observations;
import org.einfluss.math.Keys;

/** A hash of a set of rows, or of events, that does not depend on their order: two sums of one mixed word per row and of a second one. */
final class RowHash {
    private long first;
    private long second;
    private long rows;

    void add(Observations row, int variables) {
        long hash = Keys.mix(row.point(), row.draw(), row.run(), row.step());
        hash = Keys.mix(hash, bits(row.time()), row.stop().ordinal(), Keys.of(row.failure()));
        for (int i = 0; i < variables; i++) {
            hash = Keys.mix(hash, bits(row.value(i)));
        }
        add(hash);
    }

    /** Adds an event; {@code number} counts the events of its run. */
    void add(Events event, int number) {
        long hash = Keys.mix(event.point(), event.draw(), event.run(), number);
        hash = Keys.mix(hash, bits(event.time()), event.node(), event.from());
        add(Keys.mix(hash, event.to(), event.cause()));
    }

    private void add(long hash) {
        first += hash;
        second += Keys.mix(hash, 1);
        rows++;
    }

    long rows() {
        return rows;
    }

    boolean isSame(RowHash other) {
        return rows == other.rows && first == other.first && second == other.second;
    }

    static long bits(double value) {
        return Double.doubleToLongBits(value == 0 ? 0.0 : value);
    }
}
