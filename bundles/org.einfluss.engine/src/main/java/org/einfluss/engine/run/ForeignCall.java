package org.einfluss.engine.run;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.einfluss.api.CancelledException;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;

/**
 * One call of code that may be anybody's: an analysis, a calculation, an export, a chart view. Whatever goes wrong in it becomes a
 * sentence that names it; what does not end is given up, so that the caller goes on.
 *
 * @param <T> what the call returns
 */
@FunctionalInterface
public interface ForeignCall<T> {
    /**
     * Does the work.
     *
     * @param progress told how far it is, asked for cancellation
     * @throws IOException when a file cannot be read or written
     */
    T call(Progress progress) throws IOException;

    /**
     * Makes a call on a thread of its own.
     *
     * @param what who is called, for example {@code study analysis 'my-analysis' of MyAnalysis.java}
     * @param tolerance how long it may take without telling or asking anything
     * @param progress told how far it is, asked for cancellation
     * @param call the call
     * @param <T> what it returns
     * @throws IOException when a file cannot be read or written
     * @throws InputException when the call refuses, fails or does not end
     * @throws CancelledException when the user cancels, whether the call notices or not
     */
    static <T> T make(String what, Tolerance tolerance, Progress progress, ForeignCall<T> call) throws IOException {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        Alive alive = new Alive(progress);
        Thread thread = new Thread(
                () -> {
                    try {
                        outcome.complete(call.call(alive));
                    } catch (Throwable thrown) { // errors too must reach the caller
                        outcome.completeExceptionally(thrown);
                    }
                },
                "einfluss-call");
        thread.setDaemon(true);
        thread.start();
        long cancelledSince = 0;
        while (true) {
            try {
                return outcome.get(Stuck.LOOK.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException failed) {
                throw failure(what, failed.getCause());
            } catch (InterruptedException stop) {
                alive.given = true;
                Thread.currentThread().interrupt();
                throw new CancelledException();
            } catch (TimeoutException working) {
                long now = System.nanoTime();
                if (progress.isCancelled()) {
                    cancelledSince = cancelledSince == 0 ? now : cancelledSince;
                    if (now - cancelledSince > Stuck.GRACE.toNanos()) {
                        giveUp(thread, alive);
                        throw new CancelledException();
                    }
                } else if (now - alive.last > tolerance.patience().toNanos()) {
                    giveUp(thread, alive);
                    throw new InputException("The " + what + " did not end within "
                            + tolerance.patience().toSeconds()
                            + " s and is given up. Repair it, or give it more time with --patience.");
                }
            }
        }
    }

    private static void giveUp(Thread thread, Alive alive) {
        alive.given = true;
        Stuck.end(thread);
    }

    private static RuntimeException failure(String what, Throwable thrown) throws IOException {
        if (thrown instanceof InputException refused) {
            return refused;
        }
        if (thrown instanceof CancelledException cancelled) {
            return cancelled;
        }
        if (thrown instanceof IOException unreadable) {
            throw unreadable;
        }
        String message = thrown.getMessage() == null
                ? ""
                : ": " + thrown.getMessage().lines().findFirst().orElse("");
        return new InputException(
                "The " + what + " failed: " + thrown.getClass().getSimpleName() + message + place(thrown), thrown);
    }

    /** The innermost line of a source that is neither the JDK's nor ours. */
    private static String place(Throwable thrown) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (frame.getFileName() != null
                    && !frame.getClassName()
                            .matches(
                                    "(java|javax|jdk|sun)\\..*|org\\.einfluss\\.(api|engine|graph|math|charts)\\..*")) {
                return " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
            }
        }
        return "";
    }

    /** Shows that the call is alive, and tells it to end once it was given up. */
    final class Alive implements Progress {
        private final Progress progress;
        private volatile long last = System.nanoTime();
        private volatile boolean given;

        private Alive(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void report(long done, long total, String what) {
            last = System.nanoTime();
            if (!given) {
                progress.report(done, total, what);
            }
        }

        @Override
        public boolean isCancelled() {
            last = System.nanoTime();
            return given || progress.isCancelled();
        }
    }
}
