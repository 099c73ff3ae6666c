package org.einfluss.api.study;

import java.io.IOException;
import java.util.List;
import org.einfluss.api.Progress;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/** Where shards are executed. Contract test: {@code RunnerContract} (the same bits as the reference runner). */
@ConsumerType
public interface Runner {
    /**
     * Executes shards; returns when all are committed.
     *
     * @param plan the plan
     * @param pending the shards to execute
     * @param worker executes one shard
     * @param progress told about finished shards, asked for cancellation
     * @throws IOException when a shard cannot be stored
     * @throws InterruptedException when the calling thread is interrupted
     * @throws org.einfluss.api.CancelledException once cancelled
     */
    void run(Plan plan, List<Shard> pending, Worker worker, Progress progress) throws IOException, InterruptedException;

    /** Executes single shards; may be called by several threads at once. */
    @FunctionalInterface
    @ProviderType
    interface Worker {
        /**
         * Executes a shard and commits it.
         *
         * @param shard the shard
         * @param progress asked for cancellation; told about finished runs
         * @throws IOException when it cannot be stored
         */
        void execute(Shard shard, Progress progress) throws IOException;
    }
}
