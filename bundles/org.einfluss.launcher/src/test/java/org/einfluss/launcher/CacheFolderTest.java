package org.einfluss.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFolderTest {

    @TempDir
    private Path base;

    @Test
    void twoAtOnceNeverShareAFolder() throws IOException {
        try (CacheFolder first = CacheFolder.below(base);
                CacheFolder second = CacheFolder.below(base)) {
            assertNotEquals(first.path(), second.path());
        }
    }

    @Test
    void emptiesWhatAKilledProcessLeftBehind() throws IOException {
        for (String slot : new String[] {"0", "1"}) {
            Files.createFile(base.resolve(slot + ".lock"));
            Files.createDirectories(base.resolve(slot).resolve("bundle7"));
            Files.writeString(base.resolve(slot).resolve("bundle7").resolve("bundle.info"), "left over");
        }
        try (CacheFolder folder = CacheFolder.below(base)) {
            assertEquals(base.resolve("0"), folder.path());
            assertTrue(Files.exists(folder.path()));
            assertFalse(Files.exists(folder.path().resolve("bundle7")));
            assertFalse(Files.exists(base.resolve("1")));
        }
    }

    @Test
    void leavesNothingBehindWhenClosed() throws IOException {
        CacheFolder folder = CacheFolder.below(base);
        Files.writeString(folder.path().resolve("x"), "y");
        folder.close();
        assertFalse(Files.exists(folder.path()));
    }

    @Test
    void followsTheCustomOfTheSystem() {
        assertEquals(Path.of("/home/ada/.cache/einfluss/felix"), base("Linux", Map.of()));
        assertEquals(Path.of("/var/ada/einfluss/felix"), base("Linux", Map.of("XDG_CACHE_HOME", "/var/ada")));
        assertEquals(Path.of("/home/ada/.cache/einfluss/felix"), base("Linux", Map.of("XDG_CACHE_HOME", "relative")));
        assertEquals(Path.of("/home/ada/Library/Caches/einfluss/felix"), base("Mac OS X", Map.of()));
        assertEquals(Path.of("/local/einfluss/felix"), base("Windows 11", Map.of("LOCALAPPDATA", "/local")));
    }

    private static Path base(String system, Map<String, String> environment) {
        return CacheFolder.userBase(environment, Map.of("os.name", system, "user.home", "/home/ada"));
    }
}
