package org.einfluss.osgi.tests;

import java.util.concurrent.CountDownLatch;
import java.util.function.ToIntFunction;

/**
 * A main service that works until it is told to stop; tests put it into a bundle, with {@link Runnable} as its way to be
 * cancelled.
 */
public final class PatientCommand implements ToIntFunction<String[]>, Runnable {

    private final CountDownLatch cancelled = new CountDownLatch(1);

    @Override
    public int applyAsInt(String[] arguments) {
        System.out.println("working on " + String.join(" ", arguments));
        try {
            cancelled.await();
            System.out.println("tidied up");
            return arguments[0].equals("finish") ? 0 : 130;
        } catch (InterruptedException e) {
            System.out.println("interrupted");
            return 1;
        }
    }

    @Override
    public void run() {
        cancelled.countDown();
    }
}
