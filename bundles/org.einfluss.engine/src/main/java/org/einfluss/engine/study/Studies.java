package org.einfluss.engine.study;

import java.io.IOException;
import org.einfluss.api.Progress;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Runner;
import org.einfluss.api.study.Study;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.run.Networks;

/** Studies without a folder. */
public final class Studies {
    private Studies() {}

    /**
     * Runs a plan and keeps its rows in memory.
     *
     * @param plan the plan
     * @param catalog the components
     * @param runner where shards are executed; in this process
     * @param progress told how far it is, asked for cancellation
     * @return the complete study
     * @throws IOException when a dataset cannot be read
     * @throws InterruptedException when the calling thread is interrupted
     */
    public static Study inMemory(Plan plan, Catalog catalog, Runner runner, Progress progress)
            throws IOException, InterruptedException {
        MemoryStore store = new MemoryStore();
        Networks networks = new Networks(plan, catalog);
        Execution.execute(plan, catalog, networks, store, runner, progress);
        String digest = Digest.of(plan.variables(), store.observations(), store.events());
        return new StoredStudy(plan, digest, store, networks);
    }
}
