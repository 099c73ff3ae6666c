package org.einfluss.workbench.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.einfluss.api.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {
    @TempDir
    private Path home;

    @Test
    void whatWasChosenIsReadBack() throws IOException {
        Preferences chosen = new Preferences(Optional.of("de"), Preferences.Theme.DARK, 17);
        chosen.write(home);
        assertEquals(chosen, Preferences.read(home));
    }

    @Test
    void withoutAFileTheInitialOnesHold() throws IOException {
        assertEquals(Preferences.INITIAL, Preferences.read(home));
    }

    @Test
    void aBrokenFileIsTold() throws IOException {
        Preferences.INITIAL.write(home);
        Files.writeString(home.resolve("workbench/preferences.json"), "{\"theme\": \"PINK\", \"font-size\": 13}");
        InputException told = assertThrows(InputException.class, () -> Preferences.read(home));
        assertTrue(told.getMessage().contains("preferences.json"), told.getMessage());
    }

    @Test
    void sizesStayInTheirRange() {
        assertEquals(28, Preferences.INITIAL.withFontSize(90).fontSize());
        assertThrows(InputException.class, () -> new Preferences(Optional.empty(), Preferences.Theme.LIGHT, 5));
        assertThrows(InputException.class, () -> new Preferences(Optional.of("fr"), Preferences.Theme.LIGHT, 13));
    }
}
