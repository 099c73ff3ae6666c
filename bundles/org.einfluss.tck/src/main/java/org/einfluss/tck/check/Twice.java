package org.einfluss.tck.check;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Does the same thing on two threads at once. */
final class Twice {
    private Twice() {}

    interface Work {
        void run() throws Exception;
    }

    /** Runs both, waits for both, and throws the first failure. */
    static void atOnce(Work first, Work second) throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (Work work : List.of(first, second)) {
            Thread thread = new Thread(
                    () -> {
                        try {
                            work.run();
                        } catch (Throwable thrown) { // shown by the thread that checks
                            failure.compareAndSet(null, thrown);
                        }
                    },
                    "einfluss-tck-" + (threads.size() + 1));
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        Throwable thrown = failure.get();
        if (thrown instanceof Violation violation) {
            throw violation;
        } else if (thrown != null) {
            throw new Violation(Clause.describe(thrown));
        }
    }
}
