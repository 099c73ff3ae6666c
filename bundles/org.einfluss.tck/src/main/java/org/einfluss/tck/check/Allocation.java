package org.einfluss.tck.check;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts the bytes that the present thread allocates. */
final class Allocation {
    private static final int ATTEMPTS = 12;

    private Allocation() {}

    /**
     * Repeats work until it has allocated nothing, as compilation itself may cause a few bytes.
     *
     * @param work the work, always the same, so that all that may grow has grown the first time
     * @return the least number of bytes in one repetition
     */
    static long least(Runnable work) {
        ThreadMXBean threads = threads();
        work.run();
        work.run();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < ATTEMPTS && least > 0; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            work.run();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    /** Returns how many bytes the present thread has allocated since it began. */
    static long soFar() {
        return threads().getCurrentThreadAllocatedBytes();
    }

    private static ThreadMXBean threads() {
        if (!(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads)
                || !threads.isThreadAllocatedMemorySupported()) {
            throw new Violation("this Java virtual machine does not count allocated bytes; use HotSpot");
        }
        threads.setThreadAllocatedMemoryEnabled(true);
        return threads;
    }
}
