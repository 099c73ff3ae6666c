package org.einfluss.engine.parameters;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.einfluss.api.InputException;
import org.einfluss.api.InputException.Place;

/** What a user gave, as a tree whose parts know where they were written. Immutable. */
public sealed interface Setting {
    /** The place of what no user wrote. */
    Place NOWHERE = new Place("", 0, 0);

    /** Returns where it was written. */
    Place place();

    /** Returns the tree as one line of YAML in flow style, which {@link YamlSettings#value} reads back. */
    String flow();

    /**
     * Makes the exception that tells a mistake in this setting.
     *
     * @param sentence what is wrong and what to do
     */
    default InputException mistake(String sentence) {
        return mistake(place(), sentence);
    }

    /**
     * Makes the exception that tells a mistake at a place.
     *
     * @param place where it is; {@link #NOWHERE} is left out
     * @param sentence what is wrong and what to do
     */
    static InputException mistake(Place place, String sentence) {
        return place.source().isEmpty() ? new InputException(sentence) : new InputException(place, sentence);
    }

    /**
     * Makes a single value that no user wrote.
     *
     * @param text the value
     */
    static Scalar of(String text) {
        return new Scalar(text, NOWHERE);
    }

    /**
     * A single value.
     *
     * @param text the value as text
     * @param place where it was written
     */
    record Scalar(String text, Place place) implements Setting {
        private static final Pattern PLAIN =
                Pattern.compile("[\\p{L}\\p{N}_./+-]([\\p{L}\\p{N}_./+ -]*[\\p{L}\\p{N}_./+-])?");

        /** Checks that nothing is missing. */
        public Scalar {
            Objects.requireNonNull(text);
            Objects.requireNonNull(place);
        }

        @Override
        public String flow() {
            boolean plain = PLAIN.matcher(text).matches()
                    && !text.startsWith("- ")
                    && !text.equals("-")
                    && !text.equalsIgnoreCase("null");
            return plain ? text : quoted();
        }

        private String quoted() {
            StringBuilder quoted = new StringBuilder("\"");
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '"' || c == '\\') {
                    quoted.append('\\').append(c);
                } else if (Character.isISOControl(c)) {
                    quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                } else {
                    quoted.append(c);
                }
            }
            return quoted.append('"').toString();
        }
    }

    /**
     * A list.
     *
     * @param items the items
     * @param place where it begins
     */
    record Items(List<Setting> items, Place place) implements Setting {
        /** Copies the list. */
        public Items {
            items = List.copyOf(items);
            Objects.requireNonNull(place);
        }

        @Override
        public String flow() {
            return items.stream().map(Setting::flow).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /**
     * Named settings.
     *
     * @param entries each name once, in the order written
     * @param place where they begin
     */
    record Fields(List<Field> entries, Place place) implements Setting {
        /** Nothing at all. */
        public static final Fields NONE = new Fields(List.of(), NOWHERE);

        /**
         * Copies the list.
         *
         * @throws InputException when a name occurs twice
         */
        public Fields {
            entries = List.copyOf(entries);
            Objects.requireNonNull(place);
            Set<String> names = new HashSet<>();
            for (Field entry : entries) {
                if (!names.add(entry.name())) {
                    throw Setting.mistake(entry.place(), "'" + entry.name() + "' is given twice; keep one of them");
                }
            }
        }

        /**
         * Returns the setting of a name.
         *
         * @param name the name
         */
        public Optional<Setting> find(String name) {
            return entries.stream()
                    .filter(entry -> entry.name().equals(name))
                    .map(Field::value)
                    .findFirst();
        }

        /** Returns the names in the order written. */
        public List<String> names() {
            return entries.stream().map(Field::name).toList();
        }

        /**
         * Returns the same without some names.
         *
         * @param names the names to leave out
         */
        public Fields without(String... names) {
            Set<String> out = Set.of(names);
            return new Fields(
                    entries.stream()
                            .filter(entry -> !out.contains(entry.name()))
                            .toList(),
                    place);
        }

        /**
         * Returns the same with one setting replaced or added.
         *
         * @param path its name, nested names joined by dots
         * @param value the new setting
         * @throws InputException when a part of the path is given as something that has no parts
         */
        public Fields with(String path, Setting value) {
            int dot = path.indexOf('.');
            if (dot >= 0) {
                String name = path.substring(0, dot);
                Setting part = find(name).orElse(new Fields(List.of(), value.place()));
                if (!(part instanceof Fields inner)) {
                    throw Setting.mistake(
                            value.place(),
                            "'" + name + "' is given as a whole (" + part.flow()
                                    + (part.place().source().isEmpty() ? "" : ", at " + part.place())
                                    + "), so that '" + path.substring(dot + 1)
                                    + "' of it cannot be set; set it as a whole, for example " + name + "={kind: …}");
                }
                return with(name, inner.with(path.substring(dot + 1), value));
            }
            List<Field> changed = new ArrayList<>();
            boolean found = false;
            for (Field entry : entries) {
                found |= entry.name().equals(path);
                changed.add(entry.name().equals(path) ? new Field(path, value, entry.place()) : entry);
            }
            if (!found) {
                changed.add(new Field(path, value, value.place()));
            }
            return new Fields(changed, place);
        }

        @Override
        public String flow() {
            return entries.stream()
                    .map(entry -> entry.name() + ": " + entry.value().flow())
                    .collect(Collectors.joining(", ", "{", "}"));
        }
    }

    /**
     * One named setting.
     *
     * @param name its name
     * @param value its value
     * @param place where the name was written
     */
    record Field(String name, Setting value, Place place) {
        /** Checks that nothing is missing. */
        public Field {
            Objects.requireNonNull(name);
            Objects.requireNonNull(value);
            Objects.requireNonNull(place);
        }
    }

    /**
     * A parameter that is a factor: {@code {vary: …}}.
     *
     * @param levels its levels
     * @param place where it was written
     */
    record Vary(Levels levels, Place place) implements Setting {
        /** Checks that nothing is missing. */
        public Vary {
            Objects.requireNonNull(levels);
            Objects.requireNonNull(place);
        }

        @Override
        public String flow() {
            return "{vary: " + levels.setting().flow() + "}";
        }
    }
}
