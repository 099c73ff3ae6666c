package org.einfluss.workbench.preferences;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.einfluss.api.InputException;
import org.einfluss.engine.Json;

/**
 * What a user chose for the window, kept in {@code workbench/preferences.json} of the home folder.
 *
 * @param language {@code en} or {@code de}; empty: as the system says
 * @param theme light or dark
 * @param fontSize size of text in points
 */
public record Preferences(Optional<String> language, Theme theme, int fontSize) {
    /** Languages to choose from. */
    public static final List<String> LANGUAGES = List.of("en", "de");

    /** Least and greatest size of text in points. */
    public static final int SMALLEST = 9;

    /** The greatest size of text in points. */
    public static final int LARGEST = 28;

    /** What is in force before anybody chose. */
    public static final Preferences INITIAL = new Preferences(Optional.empty(), Theme.LIGHT, 13);

    /** Colours of the window. */
    public enum Theme {
        /** Dark text on light ground. */
        LIGHT,
        /** Light text on dark ground. */
        DARK;

        /** Returns the one that this is not. */
        public Theme other() {
            return this == LIGHT ? DARK : LIGHT;
        }
    }

    /** Checks the values. */
    public Preferences {
        language.ifPresent(tag -> {
            if (!LANGUAGES.contains(tag)) {
                throw new InputException(
                        "The language is one of " + String.join(", ", LANGUAGES) + ", was " + tag + ".");
            }
        });
        if (fontSize < SMALLEST || fontSize > LARGEST) {
            throw new InputException(
                    "The size of text lies between " + SMALLEST + " and " + LARGEST + " points, was " + fontSize + ".");
        }
    }

    /**
     * Returns the same with another theme.
     *
     * @param other the theme
     */
    public Preferences withTheme(Theme other) {
        return new Preferences(language, other, fontSize);
    }

    /**
     * Returns the same with another size of text, as near to it as is allowed.
     *
     * @param points size in points
     */
    public Preferences withFontSize(int points) {
        return new Preferences(language, theme, Math.max(SMALLEST, Math.min(LARGEST, points)));
    }

    /**
     * Returns the same with another language.
     *
     * @param tag the language
     */
    public Preferences withLanguage(String tag) {
        return new Preferences(Optional.of(tag), theme, fontSize);
    }

    /**
     * Reads them.
     *
     * @param home the home folder
     * @return what was chosen, or what is in force before anybody chose
     * @throws IOException when the file cannot be read
     * @throws InputException when it is wrong
     */
    public static Preferences read(Path home) throws IOException {
        Path file = file(home);
        if (!Files.exists(file)) {
            return INITIAL;
        }
        Map<String, Object> tree = Json.read(Files.readString(file, StandardCharsets.UTF_8), file.toString());
        try {
            return new Preferences(
                    Optional.ofNullable((String) tree.get("language")),
                    Theme.valueOf((String) tree.get("theme")),
                    ((Number) tree.get("font-size")).intValue());
        } catch (ClassCastException | NullPointerException | IllegalArgumentException changed) {
            throw new InputException(
                    "The file " + file + " is not as it was written; delete it to start with the usual preferences.",
                    changed);
        }
    }

    /**
     * Keeps them.
     *
     * @param home the home folder
     * @throws IOException when the file cannot be written
     */
    public void write(Path home) throws IOException {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("language", language.orElse(null));
        tree.put("theme", theme.name());
        tree.put("font-size", fontSize);
        Files.createDirectories(file(home).getParent());
        Files.writeString(file(home), Json.text(tree), StandardCharsets.UTF_8);
    }

    private static Path file(Path home) {
        return home.resolve("workbench").resolve("preferences.json");
    }
}
