package org.einfluss.sdk;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Lets foreign code work for a while. What does not end is left alone, on a thread that keeps no process alive. */
final class Watchdog {
    private final Duration limit;

    Watchdog(Duration limit) {
        this.limit = limit;
    }

    long seconds() {
        return limit.toSeconds();
    }

    /** Does the work on a thread of its own; throws what it throws, or {@link Endless}. */
    <T> T watch(String what, Supplier<T> work) throws InterruptedException, Endless, ExecutionException {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        outcome.complete(work.get());
                    } catch (Throwable thrown) { // errors too are a finding
                        outcome.completeExceptionally(thrown);
                    }
                },
                "check: " + what);
        thread.setDaemon(true);
        thread.start();
        try {
            return outcome.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            throw new Endless(place(thread));
        }
    }

    /** Where the thread is: its innermost frame in code that is neither ours nor the JDK's. */
    private static Optional<String> place(Thread thread) {
        return Stream.of(thread.getStackTrace())
                .filter(frame -> !frame.getClassName()
                        .matches("(java|javax|jdk|sun)\\..*|org\\.einfluss\\.(tck|sdk|engine|api"
                                + "|graph|math|charts)\\..*"))
                .map(StackTraceElement::toString)
                .findFirst();
    }

    /** Work did not end in time. */
    static final class Endless extends Exception {
        private static final long serialVersionUID = 1L;

        Endless(Optional<String> place) {
            super(place.map(frame -> "it is in " + frame).orElse("where it is cannot be seen"));
        }
    }
}
