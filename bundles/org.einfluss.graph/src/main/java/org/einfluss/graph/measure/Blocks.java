package org.einfluss.graph.measure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Sums arrays over blocks of work on several threads, with a result that does not depend on their number.
 *
 * <p>Each block is summed alone, from zero, and the blocks' sums are added in the blocks' order; a sum that is finished
 * early waits for those before it.
 */
final class Blocks {
    /** One thread's part of the work, with that thread's scratch arrays. */
    @ConsumerType
    interface Task {
        /** Adds a block's terms to a sum. */
        void add(int block, double[] sum);
    }

    private final double[] total;
    private final double[][] waiting;
    private final ArrayDeque<double[]> spare = new ArrayDeque<>();
    private final AtomicInteger next = new AtomicInteger();
    private int added;
    private Throwable failure;

    private Blocks(int length, int blocks) {
        total = new double[length];
        waiting = new double[blocks][];
    }

    static double[] sum(int length, int blocks, int threads, String name, Supplier<Task> tasks) {
        if (threads < 1) {
            throw new IllegalArgumentException("Number of threads must be at least 1, was " + threads);
        }
        Blocks work = new Blocks(length, blocks);
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < Math.min(threads, blocks); i++) {
            Thread thread = new Thread(() -> work.run(tasks), "einfluss-" + name + "-" + i);
            thread.setDaemon(true);
            thread.start();
            others.add(thread);
        }
        work.run(tasks);
        work.await(others);
        if (work.failure instanceof Error error) {
            throw error;
        }
        if (work.failure instanceof RuntimeException exception) {
            throw exception;
        }
        return work.total;
    }

    static void check(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("The measure was cancelled");
        }
    }

    private void run(Supplier<Task> tasks) {
        try {
            Task task = tasks.get();
            for (int block = next.getAndIncrement(); block < waiting.length; block = next.getAndIncrement()) {
                double[] sum = blank();
                task.add(block, sum);
                put(block, sum);
            }
        } catch (RuntimeException | Error e) {
            next.set(waiting.length);
            fail(e);
        }
    }

    private void await(List<Thread> others) {
        boolean interrupted = false;
        for (Thread thread : others) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    // The blocks at work are finished, no further one is begun.
                    interrupted = true;
                    next.set(waiting.length);
                    fail(new CancellationException("The measure was interrupted"));
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void fail(Throwable cause) {
        if (failure == null) {
            failure = cause;
        }
    }

    private synchronized double[] blank() {
        return spare.isEmpty() ? new double[total.length] : spare.pop();
    }

    private synchronized void put(int block, double[] sum) {
        waiting[block] = sum;
        while (added < waiting.length && waiting[added] != null) {
            double[] oldest = waiting[added];
            for (int i = 0; i < total.length; i++) {
                total[i] += oldest[i];
            }
            Arrays.fill(oldest, 0);
            spare.push(oldest);
            waiting[added++] = null;
        }
    }
}
