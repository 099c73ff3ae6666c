package org.einfluss.engine.parameters;

import java.util.Map;
import java.util.Optional;

/** What values a parameter takes. */
public sealed interface ParameterType {
    /** Returns what is expected, in the words of messages, for example {@code a whole number}. */
    String expected();

    /**
     * Whole numbers.
     *
     * @param wide whether they are of Java's type long, else int
     */
    record Whole(boolean wide) implements ParameterType {
        @Override
        public String expected() {
            return "a whole number";
        }
    }

    /** Numbers. */
    record Real() implements ParameterType {
        @Override
        public String expected() {
            return "a number";
        }
    }

    /** True or false. */
    record Truth() implements ParameterType {
        @Override
        public String expected() {
            return "true or false";
        }
    }

    /** Any text. */
    record Text() implements ParameterType {
        @Override
        public String expected() {
            return "a text";
        }
    }

    /**
     * One of some words.
     *
     * @param constants the enum's constants by their names in files, in order
     */
    record Choice(Map<String, Enum<?>> constants) implements ParameterType {
        @Override
        public String expected() {
            return "one of " + String.join(", ", constants.keySet());
        }
    }

    /**
     * Several named parameters; one value will do where there is only one of them.
     *
     * @param schema the parameters
     */
    record Group(ParameterSchema schema) implements ParameterType {
        @Override
        public String expected() {
            return "settings such as {"
                    + String.join(
                            ", ",
                            schema.parameters().stream()
                                    .map(parameter -> parameter.name() + ": …")
                                    .toList())
                    + "}";
        }
    }

    /**
     * One of some groups of parameters, chosen by the key {@code kind}.
     *
     * @param schemas the groups by kind, in order of declaration
     */
    record Alternatives(Map<String, ParameterSchema> schemas) implements ParameterType {
        @Override
        public String expected() {
            return "settings with a kind, which is one of " + String.join(", ", schemas.keySet());
        }

        /** Returns the kind that a value without kind stands for: the first that has exactly one parameter. */
        public Optional<String> shorthand() {
            return schemas.entrySet().stream()
                    .filter(kind -> kind.getValue().parameters().size() == 1)
                    .map(Map.Entry::getKey)
                    .findFirst();
        }
    }

    /**
     * A list.
     *
     * @param item what its items are
     */
    record Sequence(ParameterType item) implements ParameterType {
        @Override
        public String expected() {
            return "a list, each item " + item.expected();
        }
    }

    /**
     * Something that may be left out.
     *
     * @param type what it is if it is given
     */
    record Maybe(ParameterType type) implements ParameterType {
        @Override
        public String expected() {
            return type.expected();
        }
    }
}
