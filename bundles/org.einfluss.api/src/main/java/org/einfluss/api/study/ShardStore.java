package org.einfluss.api.study;

import java.io.IOException;
import java.util.BitSet;
import org.einfluss.api.Progress;
import org.osgi.annotation.versioning.ProviderType;

/** Where the rows of a study are kept, shard by shard. A shard is there whole or not at all. Thread-safe. */
@ProviderType
public interface ShardStore extends AutoCloseable {
    /**
     * Returns the shards that are there whole.
     *
     * @throws IOException when the store cannot be read
     */
    BitSet present() throws IOException;

    /**
     * Opens a shard for writing by one thread; nothing is visible before {@link ShardWriter#commit}.
     *
     * @param shard the shard
     * @throws IOException when it cannot be written
     */
    ShardWriter write(Shard shard) throws IOException;

    /**
     * Merges the present shards in the order of the rows, so that the result depends on the rows alone.
     *
     * @param shards the shards to merge
     * @param progress told how far it is
     * @throws IOException when it cannot be written
     */
    void merge(BitSet shards, Progress progress) throws IOException;

    /**
     * Opens the merged rows.
     *
     * @throws IOException when they cannot be read
     */
    Observations observations() throws IOException;

    /**
     * Opens the rows of one shard.
     *
     * @param shard the shard
     * @throws IOException when they cannot be read
     */
    Observations observations(Shard shard) throws IOException;

    /**
     * Opens the merged adoption log; empty where none was recorded.
     *
     * @throws IOException when it cannot be read
     */
    Events events() throws IOException;

    /**
     * Opens the adoption log of one shard; empty where none was recorded.
     *
     * @param shard the shard
     * @throws IOException when it cannot be read
     */
    Events events(Shard shard) throws IOException;

    /**
     * Returns a hash of the merged rows and log as they are stored, far cheaper than the digest of their values: where it is what it was,
     * nobody has changed or replaced them.
     *
     * @return any text; empty where the store has none
     * @throws IOException when they cannot be read
     */
    default String fingerprint() throws IOException {
        return "";
    }

    @Override
    void close() throws IOException;

    /** Receives the rows of one shard, in any order of points but sorted within each point. Owned by one thread. */
    @ProviderType
    interface ShardWriter extends AutoCloseable {
        /**
         * Appends a row.
         *
         * @param point design point
         * @param draw network draw
         * @param run run
         * @param step steps done
         * @param time the model's time
         * @param stop why the run ended, or that it goes on
         * @param failure why the run failed; empty otherwise
         * @param values one value per variable of the plan; copied
         * @throws IOException when it cannot be written
         */
        void row(
                int point,
                int draw,
                int run,
                int step,
                double time,
                Observations.Stop stop,
                String failure,
                double[] values)
                throws IOException;

        /**
         * Appends an event of the log, in order.
         *
         * @param point design point
         * @param draw network draw
         * @param run run
         * @param time the model's time
         * @param node whose state changed
         * @param from code of the old state
         * @param to code of the new state
         * @param cause cause, as in {@link org.einfluss.api.model.Run#event}
         * @throws IOException when it cannot be written
         */
        void event(int point, int draw, int run, double time, int node, int from, int to, int cause) throws IOException;

        /**
         * Makes the shard present, whole and durable.
         *
         * @throws IOException when it cannot be written
         */
        void commit() throws IOException;

        /** Drops what was not committed. */
        @Override
        void close() throws IOException;
    }
}
