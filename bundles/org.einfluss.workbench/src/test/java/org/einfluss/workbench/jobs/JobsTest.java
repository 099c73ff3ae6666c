package org.einfluss.workbench.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.einfluss.api.InputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class JobsTest {
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final Jobs jobs =
            new Jobs(() -> {}, Runnable::run, (title, failure) -> told.add(title + ": " + Jobs.sentence(failure)));

    @AfterEach
    void close() {
        jobs.close();
    }

    @Test
    void aResultIsHandedOver() throws InterruptedException {
        jobs.submit(Jobs.Lane.QUICK, "six", progress -> 6, number -> told.add("got " + number));
        assertEquals("got 6", told.poll(10, TimeUnit.SECONDS));
    }

    @Test
    void aMistakeIsToldWithItsSentence() throws InterruptedException {
        jobs.submit(
                Jobs.Lane.STUDY,
                "study",
                progress -> {
                    throw new InputException("Threshold must lie in [0, 1], was 2");
                },
                result -> told.add("never"));
        assertEquals("study: Threshold must lie in [0, 1], was 2", told.poll(10, TimeUnit.SECONDS));
        assertEquals(Job.State.FAILED, jobs.all().get(0).state());
    }

    @Test
    void anErrorDoesNotEndTheLane() throws InterruptedException {
        jobs.submit(
                Jobs.Lane.STUDY,
                "broken",
                progress -> {
                    throw new StackOverflowError();
                },
                result -> told.add("never"));
        jobs.submit(Jobs.Lane.STUDY, "next", progress -> "next is done", told::add);
        assertEquals("broken: StackOverflowError", told.poll(10, TimeUnit.SECONDS));
        assertEquals("next is done", told.poll(10, TimeUnit.SECONDS));
    }

    @Test
    void studiesRunOneAfterTheOtherAndWaitingOnesCanBeCancelled() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch began = new CountDownLatch(1);
        jobs.submit(
                Jobs.Lane.STUDY,
                "first",
                progress -> {
                    began.countDown();
                    go.await();
                    return "first";
                },
                told::add);
        Job second = jobs.submit(Jobs.Lane.STUDY, "second", progress -> "second", told::add, () -> told.add("not run"));
        assertTrue(began.await(10, TimeUnit.SECONDS));
        assertEquals(Job.State.QUEUED, second.state());
        second.cancel();
        go.countDown();
        assertEquals(List.of("first", "not run"), List.of(told.take(), told.take()));
        assertEquals(Job.State.CANCELLED, second.state());
    }

    @Test
    void aHeldJobDoesNotMoveOnAndCanBeCancelledAtOnce() throws InterruptedException {
        AtomicLong count = new AtomicLong();
        CountDownLatch began = new CountDownLatch(1);
        Job job = jobs.submit(
                Jobs.Lane.STUDY,
                "counting",
                progress -> {
                    while (true) {
                        progress.checkCancelled();
                        count.incrementAndGet();
                        began.countDown();
                    }
                },
                result -> told.add("never"),
                () -> told.add("ended"));
        assertTrue(began.await(10, TimeUnit.SECONDS));
        job.pause();
        assertEquals(Job.State.PAUSED, job.state());
        long held = count.get();
        assertTrue(told.isEmpty(), "it ended while it was held");
        job.cancel();
        assertEquals("ended", told.poll(10, TimeUnit.SECONDS));
        assertTrue(count.get() <= held + 1, "it went on while it was held");
    }
}
