package org.einfluss.osgi.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.event.WindowEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.swing.AbstractButton;
import javax.swing.JOptionPane;
import javax.swing.SwingUtilities;
import org.einfluss.launcher.Host;

/** The real window of the real product, open in this process on a home folder of its own. */
final class WorkbenchFixture implements AutoCloseable {
    private final EventThreadRule rule = EventThreadRule.install();
    private final Host host;
    private final ExecutorService caller =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "calls the workbench"));
    private final Future<Integer> code;

    WorkbenchFixture(Path folder, String language) throws InterruptedException {
        host = Product.workbench(folder.resolve("felix"));
        String[] words = {"--home", folder.resolve("home").toString(), "--lang", language};
        code = caller.submit(() -> host.main("workbench", Duration.ofSeconds(5)).applyAsInt(words));
        Screen.await("workbench", java.awt.Component::isShowing);
    }

    /** The window. */
    Frame frame() {
        return Screen.await("workbench", Frame.class);
    }

    /** Calls the command line in the same framework; returns its exit code. */
    int commandLine(String... words) throws InterruptedException {
        return host.main("cli", Duration.ofSeconds(5)).applyAsInt(words);
    }

    /** Waits until the window was closed by its user. */
    void awaitClosed() throws InterruptedException, ExecutionException, TimeoutException {
        assertEquals(0, code.get(20, TimeUnit.SECONDS));
    }

    /** A test that failed may leave a study running, of which the window asks; that must not hide why it failed. */
    private static void sayYes() {
        Screen.showing().stream()
                .filter(shown -> SwingUtilities.getAncestorOfClass(JOptionPane.class, shown) != null)
                .filter(AbstractButton.class::isInstance)
                .findFirst()
                .ifPresent(yes -> ((AbstractButton) yes).doClick());
    }

    /** Closes the window as its frame is closed and checks that everything ended well. */
    @Override
    public void close() {
        try {
            if (!code.isDone()) {
                Frame frame = frame();
                EventQueue.invokeLater(() -> frame.dispatchEvent(new WindowEvent(frame, WindowEvent.WINDOW_CLOSING)));
                Screen.await("a closed window", () -> {
                    sayYes();
                    return code.isDone() ? true : null;
                });
            }
            awaitClosed();
            assertEquals(List.of(), rule.violations(), "touched outside the event thread");
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("The window did not close", e);
        } finally {
            host.close();
            caller.shutdownNow();
        }
    }
}
