package org.einfluss.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.einfluss.api.CancelledException;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.model.CascadeModel;
import org.einfluss.api.study.Observations;
import org.einfluss.api.study.Observations.Stop;
import org.einfluss.api.study.Plan;
import org.einfluss.engine.Einfluss;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.study.MemoryStore;
import org.einfluss.graph.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a model does that is not as it should be stays its own affair. */
@Timeout(60)
class BrokenModelTest {
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    /** Does something at one node only, so that most runs are sound. */
    @Described(id = "fragile", name = "Does something at node 5")
    private static final class Moody extends CascadeModel<Tiny.Contagion.Parameters> {
        private final Runnable mood;

        Moody(Runnable mood) {
            this.mood = mood;
        }

        @Override
        protected Rule rule(Tiny.Contagion.Parameters parameters, Network network) {
            return (node, cascade) -> {
                if (node == 5) {
                    mood.run();
                }
            };
        }
    }

    private static void recurse(int depth) {
        recurse(depth + 1);
    }

    @SuppressWarnings("InfiniteLoopStatement")
    private static void loop() {
        long turns = 0;
        while (true) {
            turns++;
        }
    }

    private MemoryStore run(Plan plan, Runnable mood, Tolerance tolerance, Progress progress) throws Exception {
        Catalog catalog = Catalog.of(new Tiny.Digraph(), new Tiny.AnyNodes(), new Tiny.EventCount(), new Moody(mood));
        MemoryStore store = new MemoryStore();
        ShardWorker worker = new ShardWorker(plan, catalog, new Networks(plan, catalog), store);
        new LocalRunner(2, tolerance).run(plan, plan.shards(), worker, progress);
        store.merge(store.present(), Progress.NONE);
        return store;
    }

    private Tolerance tolerance(boolean stops) {
        return new Tolerance(PATIENCE, stops, told::add);
    }

    private static List<String> failures(MemoryStore store) throws IOException {
        List<String> failures = new ArrayList<>();
        Observations rows = store.observations();
        while (rows.next()) {
            if (rows.stop() == Stop.FAILED) {
                failures.add(rows.failure());
            }
        }
        return failures;
    }

    /** One run in which node 5, of 40 nodes, is a seed. */
    private static Plan one() {
        return Tiny.study(3)
                .networks(1)
                .runs(1)
                .nodes(40)
                .seeds(40)
                .fragile()
                .probabilities(0.5)
                .plan();
    }

    /** Five runs in which node 5 is a seed. */
    private static Plan every() {
        return Tiny.study(3)
                .networks(1)
                .runs(5)
                .nodes(40)
                .seeds(40)
                .fragile()
                .probabilities(0.5)
                .plan();
    }

    private static Plan many() {
        return Tiny.study(9).networks(4).runs(10).fragile().probabilities(0.1).plan();
    }

    @Test
    void errorsOfTheVirtualMachineInAModelFailTheRunOnly() throws Exception {
        List<String> deep = failures(run(many(), () -> recurse(0), tolerance(false), Progress.NONE));
        assertTrue(!deep.isEmpty() && deep.size() < 40, deep::toString);
        assertEquals("StackOverflowError (replay the run to see where)", deep.get(0));
        List<String> missing = failures(run(
                many(),
                () -> {
                    throw new NoClassDefFoundError("org/acme/Gone");
                },
                tolerance(false),
                Progress.NONE));
        assertEquals(deep.size(), missing.size());
        assertEquals("NoClassDefFoundError: org/acme/Gone", missing.get(0));
    }

    @Test
    void outOfMemoryEndsTheStudyAndNamesTheRun() {
        InputException thrown = assertThrows(
                InputException.class,
                () -> run(
                        one(),
                        () -> {
                            throw new OutOfMemoryError("Java heap space");
                        },
                        tolerance(false),
                        Progress.NONE));
        assertTrue(
                thrown.getMessage()
                        .startsWith(
                                "The memory did not suffice: model 'fragile', seeding 'any-nodes', design point 0, draw 0,"
                                        + " run 0, step 1."),
                thrown.getMessage());
    }

    @Test
    void anEndlessLoopIsGivenUpAndTheOtherRunsAreUntouched() throws Exception {
        AtomicReference<Thread> looping = new AtomicReference<>(); // two threads may come to node 5 at once
        Plan plan = many();
        List<String> failures = failures(run(
                plan,
                () -> {
                    if (looping.compareAndSet(null, Thread.currentThread())) {
                        loop();
                    }
                },
                tolerance(false),
                Progress.NONE));
        assertEquals(List.of("the run did not end (given up)"), failures);
        assertEquals(1, told.size());
        assertTrue(
                told.get(0)
                        .matches(
                                "Given up after 1 s: model 'fragile', seeding 'any-nodes', design point 0, draw \\d+, run"
                                        + " \\d+, step \\d+\\. It is recorded as failed; the rest goes on\\."),
                told::toString);
        if (Runtime.version().feature() < 20) {
            looping.get().join(5000);
            assertFalse(looping.get().isAlive(), "the thread was ended");
        }
    }

    @Test
    void aModelThatNeverEndsStopsTheStudyAfterAFewRuns() {
        InputException thrown = assertThrows(
                InputException.class, () -> run(every(), BrokenModelTest::loop, tolerance(false), Progress.NONE));
        assertTrue(
                thrown.getMessage().startsWith("The study stops, as 3 runs did not end within 1 s each, lastly model"));
        assertEquals(2, told.size());
    }

    @Test
    void aStudyStopsAtItsFirstFailureWhenAsked() {
        InputException thrown = assertThrows(
                InputException.class,
                () -> run(
                        one(),
                        () -> {
                            throw new IllegalStateException("no more");
                        },
                        tolerance(true),
                        Progress.NONE));
        assertEquals(
                "The study stops at its first failed run, as asked: model 'fragile', seeding 'any-nodes', design point 0, draw"
                        + " 0, run 0, step 1: IllegalStateException: no more. What is done is kept.",
                thrown.getMessage());
    }

    @Test
    void whoeverDoesNotListenToACancellationIsNotWaitedFor() {
        CountDownLatch looping = new CountDownLatch(1);
        Progress cancelled = new Progress() {
            @Override
            public void report(long done, long total, String what) {}

            @Override
            public boolean isCancelled() {
                return looping.getCount() == 0;
            }
        };
        long begin = System.nanoTime();
        assertThrows(
                CancelledException.class,
                () -> run(
                        one(),
                        () -> {
                            looping.countDown();
                            loop();
                        },
                        Tolerance.DEFAULT,
                        cancelled));
        assertTrue(System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(10));
    }

    @Test
    void aCallThatFailsIsNamedWithItsLine() {
        InputException thrown = assertThrows(
                InputException.class,
                () -> ForeignCall.make("analysis 'x' of X.java", tolerance(false), Progress.NONE, progress -> {
                    recurse(0);
                    return "";
                }));
        assertEquals("The analysis 'x' of X.java failed: StackOverflowError", thrown.getMessage());
    }

    @Test
    void aCallThatDoesNotEndIsGivenUpAndOneThatShowsItIsAliveIsNot() throws IOException {
        InputException thrown = assertThrows(
                InputException.class,
                () -> ForeignCall.make("chart view X", tolerance(false), Progress.NONE, progress -> {
                    loop();
                    return "";
                }));
        assertTrue(thrown.getMessage().startsWith("The chart view X did not end within 1 s"), thrown.getMessage());
        long begin = System.nanoTime();
        long patience = PATIENCE.toNanos();
        assertEquals("done", ForeignCall.make("analysis", tolerance(false), Progress.NONE, progress -> {
            while (System.nanoTime() - begin < 3 * patience) {
                progress.checkCancelled();
            }
            return "done";
        }));
    }

    /** The study itself records what does not end, so that an unknown cost does not keep it from running. */
    @Test
    void theCostOfRunsThatDoNotEndOrExhaustTheMemoryIsUnknown() throws Exception {
        Plan plan = every();
        List<Runnable> moods = List.of(BrokenModelTest::loop, () -> {
            throw new OutOfMemoryError("none left");
        });
        for (Runnable mood : moods) {
            Catalog catalog =
                    Catalog.of(new Tiny.Digraph(), new Tiny.AnyNodes(), new Tiny.EventCount(), new Moody(mood));
            Einfluss einfluss = new Einfluss(
                    () -> catalog,
                    (folder, stored) -> {
                        throw new AssertionError("nothing is stored");
                    },
                    () -> tolerance(false));
            CostEstimate cost = einfluss.estimate(plan, 1, Progress.NONE);
            assertFalse(cost.isKnown());
            assertEquals(5, cost.runs());
        }
        assertEquals(2, told.size(), told::toString);
        assertTrue(told.get(0).contains("did not end within"), told::toString);
        assertTrue(told.get(1).contains("OutOfMemoryError: none left"), told::toString);
    }

    @Test
    void patienceIsAtMostWhatIsSaid() {
        Duration minute = Duration.ofMinutes(1);
        assertEquals(minute, Tolerance.DEFAULT.atMost(minute).patience());
        assertEquals(Tolerance.DEFAULT, Tolerance.DEFAULT.atMost(Duration.ofHours(1)));
    }
}
