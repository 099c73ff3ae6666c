package org.einfluss.workbench.texts;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.einfluss.engine.catalog.Phrases;

/**
 * The texts of the window in one language: its own by key, those of bundles by their English words. Thread-safe.
 *
 * <p>The phrases of bundles come later than the window, because reading them loads the classes of all components.
 */
public final class Texts {
    private static final int DIGITS = 4;

    private final Locale locale;
    private final ResourceBundle bundle;
    private volatile Optional<Phrases> phrases = Optional.empty();

    /**
     * Reads the window's own texts.
     *
     * @param locale English or German
     */
    public Texts(Locale locale) {
        this.locale = locale;
        bundle = ResourceBundle.getBundle(
                "org.einfluss.workbench.texts.messages",
                locale,
                Texts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Returns the language. */
    public Locale locale() {
        return locale;
    }

    /**
     * Returns the text of a key.
     *
     * @param key its key in the message files
     * @param arguments replace {0}, {1} and so on
     */
    public String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /**
     * Returns whether there is a text of a key.
     *
     * @param key the key
     */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /**
     * Takes the phrases of the bundles.
     *
     * @param found their translations
     */
    public void phrases(Phrases found) {
        phrases = Optional.of(found);
    }

    /**
     * Translates what a bundle or the engine says.
     *
     * @param english its words
     * @return the translation, or the words themselves where there is none
     */
    public String translate(String english) {
        return phrases.map(known -> known.translate(english)).orElse(english);
    }

    /**
     * Writes a number for people: four significant digits, whole numbers whole, a dash where there is none.
     *
     * @param value the number
     */
    public String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.format(locale, "%,.0f", value);
        }
        double size = Math.abs(value);
        if (size >= 1e6 || size < 1e-4) {
            return String.format(locale, "%.3e", value);
        }
        int whole = (int) Math.floor(Math.log10(size)) + 1;
        return String.format(locale, "%,." + Math.max(0, DIGITS - whole) + "f", value);
    }

    /**
     * Writes a length of time for people.
     *
     * @param time the time
     */
    public String duration(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        return seconds < 1
                ? "< 1 s"
                : seconds < 60
                        ? seconds + " s"
                        : seconds < 3600
                                ? seconds / 60 + " min " + seconds % 60 + " s"
                                : seconds / 3600 + " h " + seconds / 60 % 60 + " min";
    }
}
