package org.einfluss.tck.check;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.einfluss.api.CancelledException;
import org.einfluss.api.Progress;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Runner;
import org.einfluss.api.study.Shard;
import org.einfluss.engine.run.Networks;
import org.einfluss.engine.run.ShardWorker;
import org.einfluss.engine.study.Digest;
import org.einfluss.engine.study.MemoryStore;

/** The contract of a runner: the same bits as executing the shards one after the other. */
public final class RunnerChecks extends ComponentChecks {
    private static final String SETTINGS =
            "model: {id: tck-spread, probability: [0.1, 0.3]}\nreplicates: {networks: 40, runs: 5}\nrecording: log";

    /**
     * Makes the contract of one runner.
     *
     * @param runner the runner
     */
    public RunnerChecks(Runner runner) {
        super(runner, Runner.class, Setup.standard());
        clause(
                "gives the same bits as one after the other",
                "the digest of the reference runner",
                "call the worker once for each pending shard; change nothing else",
                () -> FindingsRules.require(
                        digest(RunnerChecks::oneAfterTheOther).equals(digest(runner)), "another digest"));
        clause(
                "executes every pending shard once",
                "one call of the worker for each pending shard, none for others",
                "take the shards from the list given, not from the plan",
                () -> {
                    Plan plan = Samples.plan(SETTINGS);
                    int all = plan.shards().size();
                    List<Shard> pending = plan.shards().subList(all / 2, all);
                    AtomicIntegerArray calls = new AtomicIntegerArray(all);
                    runner.run(plan, pending, (shard, progress) -> calls.incrementAndGet(shard.index()), Progress.NONE);
                    for (int i = 0; i < all; i++) {
                        int expected = i < all / 2 ? 0 : 1;
                        FindingsRules.require(
                                calls.get(i) == expected, "shard " + i + " executed " + calls.get(i) + " times");
                    }
                });
        clause(
                "does nothing where nothing is pending",
                "to return at once when the list of shards is empty",
                "handle the empty list",
                () -> runner.run(
                        Samples.plan(SETTINGS),
                        List.of(),
                        (shard, progress) -> {
                            throw new Violation("shard " + shard.index() + " was executed");
                        },
                        Progress.NONE));
        clause(
                "passes on what fails",
                "the worker's IOException or unchecked exception, out of run",
                "throw the first failure once all threads have ended",
                () -> {
                    IOException unwritable = new IOException("unwritable");
                    Throwable thrown = failure(runner, (shard, progress) -> {
                        throw unwritable;
                    });
                    FindingsRules.require(thrown == unwritable, "IOException became " + thrown);
                    IllegalStateException broken = new IllegalStateException("broken");
                    thrown = failure(runner, (shard, progress) -> {
                        throw broken;
                    });
                    FindingsRules.require(thrown == broken, "IllegalStateException became " + thrown);
                });
        clause(
                "can be cancelled",
                "CancelledException out of run once the user has cancelled",
                "pass isCancelled on to the worker and its exception back",
                () -> {
                    Plan plan = Samples.plan(SETTINGS);
                    MemoryStore store = new MemoryStore();
                    try {
                        runner.run(plan, plan.shards(), worker(plan, store), new Cancelled());
                    } catch (CancelledException asExpected) {
                        FindingsRules.require(store.present().isEmpty(), "shards were committed all the same");
                        return;
                    }
                    throw new Violation("it returned as if nothing had happened");
                });
        clause(
                "leaves no thread behind",
                "as many threads after the run as before",
                "end and join every thread before run returns",
                () -> {
                    digest(runner);
                    for (Thread thread : Thread.getAllStackTraces().keySet()) {
                        FindingsRules.require(
                                !thread.getName().startsWith("einfluss-run") || !thread.isAlive(),
                                "thread " + thread.getName() + " is alive");
                    }
                });
    }

    private static ShardWorker worker(Plan plan, MemoryStore store) {
        return new ShardWorker(plan, Samples.CATALOG, new Networks(plan, Samples.CATALOG), store);
    }

    private static void oneAfterTheOther(Plan plan, List<Shard> pending, Runner.Worker worker, Progress progress)
            throws IOException {
        for (Shard shard : pending) {
            worker.execute(shard, progress);
        }
    }

    private static String digest(Runner runner) throws IOException, InterruptedException {
        Plan plan = Samples.plan(SETTINGS);
        MemoryStore store = new MemoryStore();
        runner.run(plan, plan.shards(), worker(plan, store), Progress.NONE);
        store.merge(store.present(), Progress.NONE);
        return Digest.of(plan.variables(), store.observations(), store.events());
    }

    private static Throwable failure(Runner runner, Runner.Worker worker) throws InterruptedException {
        try {
            Plan plan = Samples.plan(SETTINGS);
            runner.run(plan, plan.shards(), worker, Progress.NONE);
        } catch (IOException | RuntimeException thrown) {
            return thrown;
        }
        throw new Violation("run returned as if the worker had not failed");
    }
}
