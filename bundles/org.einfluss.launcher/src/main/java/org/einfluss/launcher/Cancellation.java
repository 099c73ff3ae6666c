package org.einfluss.launcher;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns SIGINT (Ctrl-C) and SIGTERM into the cancellation of the command that runs.
 *
 * <p>Services {@code Runnable} with the property {@value Host#CANCEL} are called, or the main thread is interrupted if
 * there is none. The command then has {@value #GRACE_SECONDS} s to tidy up and return. The process ends with
 * {@value #CANCELLED}, or with 0 if the command was done before it noticed. A second signal ends it at once.
 *
 * <p>Signal handlers rather than a shutdown hook: once a shutdown has begun, a command could neither have its temporary
 * files deleted at exit nor the process's code be chosen.
 */
final class Cancellation {

    static final int CANCELLED = 130;
    static final int GRACE_SECONDS = 2;

    private static final Logger LOG = LoggerFactory.getLogger(Cancellation.class);

    private final Host host;
    private final Thread main;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final CountDownLatch returned = new CountDownLatch(1);
    private volatile boolean called;

    private Cancellation(Host host, Thread main) {
        this.host = host;
        this.main = main;
    }

    /** Listens for signals from now on. */
    static Cancellation listen(Host host, Thread main) {
        Cancellation cancellation = new Cancellation(host, main);
        for (String name : new String[] {"INT", "TERM"}) {
            handle(name, cancellation::onSignal);
        }
        return cancellation;
    }

    /** By reflection: javac warns of {@code sun.misc.Signal}, which is supported but has no successor to name. */
    private static void handle(String name, Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler call = (proxy, method, arguments) -> {
                action.run();
                return null;
            };
            signal.getMethod("handle", signal, handler)
                    .invoke(
                            null,
                            signal.getConstructor(String.class).newInstance(name),
                            Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, call));
        } catch (ReflectiveOperationException e) {
            // java -Xrs, or a Java without this class: then a signal ends the process without ado
            LOG.debug("Signal {} is not handled", name, e);
        }
    }

    /** Calls the command and returns the process's exit code. */
    int call(ToIntFunction<String[]> command, String[] arguments) {
        called = true;
        try {
            int code = command.applyAsInt(arguments);
            return cancelled.get() && code != 0 ? CANCELLED : code;
        } finally {
            returned.countDown();
            Thread.interrupted(); // a late interruption must not disturb the closing
        }
    }

    private void onSignal() {
        if (!called || !cancelled.compareAndSet(false, true)) {
            Runtime.getRuntime().halt(CANCELLED);
        }
        if (!host.cancel()) {
            main.interrupt();
        }
        try {
            if (!returned.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
                System.exit(CANCELLED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
