package org.einfluss.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void handsEverythingAfterTwoDashesToTheMainService() {
        Options options = Options.parse(List.of("--feature", "a.json", "--", "list", "--", "--halt"));
        assertEquals(List.of("list", "--", "--halt"), options.arguments());
        assertEquals(false, options.halt());
        assertEquals(false, options.window());
        assertEquals(Optional.empty(), options.archive());
    }

    @Test
    void looksForTheLibFolderBesideTheFeatures() {
        Options options = Options.parse(List.of("--feature", "/opt/einfluss/features/headless.json"));
        assertEquals(Path.of("/opt/einfluss/lib").toAbsolutePath(), options.lib());
    }

    @Test
    void readsAllOptions() {
        Options options = Options.parse(List.of(
                "--feature",
                "a.json",
                "--feature",
                "b.json",
                "--lib",
                "l",
                "--plugins",
                "p",
                "--plugins",
                "q",
                "--main",
                "shell",
                "--limit",
                "3",
                "--cache",
                "c",
                "--window",
                "--archive",
                "a.jsa",
                "--halt"));
        assertEquals(List.of(Path.of("a.json"), Path.of("b.json")), options.features());
        assertEquals(List.of(Path.of("p"), Path.of("q")), options.plugins());
        assertEquals(Path.of("l"), options.lib());
        assertEquals("shell", options.main());
        assertEquals(Duration.ofSeconds(3), options.limit());
        assertEquals(Path.of("c"), options.cache().orElseThrow());
        assertTrue(options.window());
        assertEquals(Path.of("a.jsa"), options.archive().orElseThrow());
        assertTrue(options.halt());
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        String message = assertThrows(LaunchException.class, () -> Options.parse(List.of("--fast", "yes")))
                .getMessage();
        assertTrue(message.startsWith("Unknown launcher option --fast."), message);
    }
}
