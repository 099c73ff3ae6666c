package org.einfluss.osgi.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the plug-in tutorial are executed in their order, in an empty folder, and say what the page says they do. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "sh scripts and symbolic links")
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class TutorialProcessTest {
    private static final Path PAGE =
            Product.ROOT.resolve("bundles/org.einfluss.help/src/main/resources/guide/plug-in-tutorial.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(sh|text)\n(.*?)^```$");

    @TempDir
    private Path folder;

    @Test
    void everyStepDoesWhatThePageSays() throws Exception {
        Shell shell = new Shell(folder);
        Matcher block = BLOCK.matcher(Files.readString(PAGE));
        int steps = 0;
        Shell.Ended last = null;
        while (block.find()) {
            if (block.group(1).equals("sh")) {
                last = shell.script(block.group(2));
                assertEquals(0, last.code(), block.group(2) + last);
                steps++;
            } else {
                for (String line : block.group(2).lines().toList()) {
                    assertTrue(last.output().lines().map(String::strip).anyMatch(line::equals), line + "\n" + last);
                }
            }
        }
        assertEquals(8, steps);
        assertTrue(pictures(folder.resolve("physicians/findings")) > 0);
        assertTrue(pictures(folder.resolve("ties")) > 0);
    }

    private static long pictures(Path where) throws IOException {
        try (Stream<Path> files = Files.walk(where)) {
            List<Path> pictures =
                    files.filter(file -> file.toString().endsWith(".png")).toList();
            for (Path picture : pictures) {
                assertTrue(Files.size(picture) > 1000, picture::toString);
            }
            return pictures.size();
        }
    }
}
