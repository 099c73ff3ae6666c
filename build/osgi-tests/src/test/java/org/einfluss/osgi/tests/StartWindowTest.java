package org.einfluss.osgi.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The window opened by the start script, as a process of its own on the same display. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "einfluss.bat keeps no classes")
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StartWindowTest {
    /** An empty screen has one colour, a window whose parts are not painted yet a few. */
    private static final int COLOURS = 12;

    @TempDir
    private Path folder;

    @Test
    void theFirstWindowKeepsItsClassesForLaterOnes() throws Exception {
        Path app = Files.createDirectory(folder.resolve("an app"));
        for (String part : List.of("lib", "features")) {
            Files.createSymbolicLink(
                    app.resolve(part), Product.FOLDER.resolve(part).toRealPath());
        }
        Files.createDirectory(app.resolve("bin"));
        Files.copy(Product.FOLDER.resolve("bin").resolve("einfluss"), app.resolve("bin/einfluss"));
        try {
            long first = open(app);
            List<String> kept = names(app.resolve("cds"));
            assertEquals(1, kept.size(), kept::toString);
            assertTrue(kept.get(0).endsWith("-window.jsa"), kept::toString);

            long fastest = open(app);
            for (int i = 0; i < 2; i++) {
                fastest = Math.min(fastest, open(app));
            }
            assertEquals(kept, names(app.resolve("cds")));
            System.out.println(
                    "window painted: " + first + " ms the first time, then " + fastest + " ms (fastest of 3, warm)");
        } finally {
            for (String part : List.of("lib", "features")) {
                Files.delete(app.resolve(part)); // JUnit warns of links that lead out of the folder it deletes
            }
        }
    }

    /** Opens the window, closes it by a signal, and returns how long it took until it was painted, in milliseconds. */
    private long open(Path app) throws IOException, InterruptedException, AWTException {
        Robot robot = new Robot();
        assertTrue(colours(robot) < COLOURS, "the screen is not empty before the window is opened");
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(
                        "sh", app.resolve("bin/einfluss").toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("EINFLUSS_HOME", folder.resolve("home").toString());
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        long start = System.nanoTime();
        Process process = builder.start();
        try {
            while (colours(robot) < COLOURS) {
                assertTrue(process.isAlive(), () -> "the window did not open: " + text(output));
                Thread.sleep(20);
            }
            return (System.nanoTime() - start) / 1_000_000;
        } finally {
            process.destroy();
            process.waitFor();
            assertEquals("", text(output));
        }
    }

    private static int colours(Robot robot) {
        BufferedImage screen = robot.createScreenCapture(
                new Rectangle(Toolkit.getDefaultToolkit().getScreenSize()));
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < screen.getWidth(); x += 20) {
            for (int y = 0; y < screen.getHeight(); y += 20) {
                colours.add(screen.getRGB(x, y));
            }
        }
        return colours.size();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
