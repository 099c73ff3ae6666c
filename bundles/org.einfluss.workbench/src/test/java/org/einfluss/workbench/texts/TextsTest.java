package org.einfluss.workbench.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Path SOURCES = Path.of("src/main/java");
    /** A key that is written as a whole, as first argument. */
    private static final Pattern USE = Pattern.compile("\\btext\\(\\s*\"([a-z0-9.-]+)\"\\s*[,)]");

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaces() throws IOException {
        Properties english = properties("messages.properties");
        Properties german = properties("messages_de.properties");
        assertEquals(new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(german.stringPropertyNames()));
        for (String key : english.stringPropertyNames()) {
            assertEquals(places(english.getProperty(key)), places(german.getProperty(key)), key);
        }
    }

    @Test
    void everyKeyInTheSourcesExists() throws IOException {
        Set<String> keys = properties("messages.properties").stringPropertyNames();
        Set<String> missing = new TreeSet<>();
        int used = 0;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher use = USE.matcher(Files.readString(file));
                while (use.find()) {
                    used++;
                    if (!keys.contains(use.group(1))) {
                        missing.add(file.getFileName() + ": " + use.group(1));
                    }
                }
            }
        }
        assertFalse(used == 0, "no use of a text found");
        assertEquals(Set.of(), missing);
    }

    @Test
    void numbersHaveFourDigitsInTheUsersLanguage() {
        assertEquals("0.1235", new Texts(Locale.ENGLISH).number(0.12345));
        assertEquals("0,1235", new Texts(Locale.GERMAN).number(0.12345));
        assertEquals("12,345", new Texts(Locale.ENGLISH).number(12345));
        assertEquals("–", new Texts(Locale.ENGLISH).number(Double.NaN));
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher place = Pattern.compile("\\{(\\d)").matcher(text);
        while (place.find()) {
            places.add(place.group(1));
        }
        return places;
    }

    private static Properties properties(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Texts.class.getResourceAsStream(name)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
