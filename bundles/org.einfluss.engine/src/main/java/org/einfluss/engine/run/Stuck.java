package org.einfluss.engine.run;

import java.time.Duration;

/** A thread that does not end although it should. */
final class Stuck {
    /** How often a watcher looks. */
    static final Duration LOOK = Duration.ofMillis(100);
    /** How long a thread may take to notice that it should end; less than the launcher waits for a command. */
    static final Duration GRACE = Duration.ofMillis(1500);

    /** The first Java whose threads cannot be stopped. */
    private static final int WITHOUT_STOP = 20;

    private Stuck() {}

    /**
     * Interrupts a thread and, when it takes no notice, stops it or, where Java cannot, leaves it
     * alone; does not wait for that.
     */
    static void end(Thread thread) {
        thread.interrupt();
        Thread end = new Thread(
                () -> {
                    try {
                        thread.join(GRACE.toMillis());
                        if (thread.isAlive() && Runtime.version().feature() < WITHOUT_STOP) {
                            stop(thread);
                        }
                    } catch (InterruptedException stop) {
                        Thread.currentThread().interrupt();
                    }
                },
                "einfluss-give-up");
        end.setDaemon(true);
        end.start();
    }

    /** What the thread was changing is thrown away with it, which makes this safe here. */
    @SuppressWarnings("deprecation")
    private static void stop(Thread thread) {
        thread.stop();
    }
}
