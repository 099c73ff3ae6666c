package org.einfluss.formats.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.einfluss.api.InputException;

/** JSON part by part; NaN and Infinity, as Python writes them, are numbers too. */
public final class JsonInput {
    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 400;
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]*)");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][+-]?[0-9]+)?");

    private final CharInput in;

    /**
     * Reads from a text.
     *
     * @param in the text
     */
    public JsonInput(CharInput in) {
        this.in = in;
    }

    /** Receives the members of an object; each must read its value. */
    @FunctionalInterface
    public interface Members {
        /**
         * Receives a member, whose value is next.
         *
         * @param key its key
         * @throws IOException when it cannot be read
         */
        void member(String key) throws IOException;
    }

    /** Receives the items of a list; each must be read. */
    @FunctionalInterface
    public interface Items {
        /**
         * Receives an item, which is next.
         *
         * @throws IOException when it cannot be read
         */
        void item() throws IOException;
    }

    /** Returns the first character of the next value. */
    public int peek() throws IOException {
        in.skipBlanks();
        return in.peek();
    }

    /**
     * Reads an object.
     *
     * @param members told each member
     */
    public void object(Members members) throws IOException {
        expect('{', "'{'");
        if (peek() == '}') {
            in.next();
            return;
        }
        while (true) {
            in.skipBlanks();
            String key = text();
            expect(':', "':'");
            in.skipBlanks();
            members.member(key);
            if (peek() == '}') {
                in.next();
                return;
            }
            expect(',', "',' or '}'");
        }
    }

    /**
     * Reads a list.
     *
     * @param items told each item
     */
    public void list(Items items) throws IOException {
        expect('[', "'['");
        if (peek() == ']') {
            in.next();
            return;
        }
        while (true) {
            in.skipBlanks();
            items.item();
            if (peek() == ']') {
                in.next();
                return;
            }
            expect(',', "',' or ']'");
        }
    }

    /**
     * Reads a value: a {@code Long}, {@code Double}, {@code Boolean} or {@code String}; a whole number beyond 64 bits is the text of its
     * digits, a list or object a {@link Nested}, null is {@link Nothing}.
     */
    public Object value() throws IOException {
        return value(0);
    }

    /** The text of a list or object. */
    public record Nested(String json) {}

    /** What null is. */
    public record Nothing() {}

    private Object value(int depth) throws IOException {
        in.skipBlanks();
        int c = in.peek();
        if (c == '"') {
            return text();
        }
        if (c == '{' || c == '[') {
            StringBuilder json = new StringBuilder();
            nested(json, depth + 1);
            return new Nested(json.toString());
        }
        StringBuilder word = new StringBuilder();
        while (c >= '0' && c <= '9'
                || c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c == '-'
                || c == '+'
                || c == '.') {
            word.append((char) in.next());
            if (word.length() > LONGEST_NUMBER) {
                throw in.wrong("a value");
            }
            c = in.peek();
        }
        String text = word.toString();
        switch (text) {
            case "true" -> {
                return true;
            }
            case "false" -> {
                return false;
            }
            case "null" -> {
                return new Nothing();
            }
            case "NaN" -> {
                return Double.NaN;
            }
            case "Infinity" -> {
                return Double.POSITIVE_INFINITY;
            }
            case "-Infinity" -> {
                return Double.NEGATIVE_INFINITY;
            }
            default -> {
                if (WHOLE.matcher(text).matches()) {
                    try {
                        return Long.parseLong(text);
                    } catch (NumberFormatException tooLong) {
                        return text;
                    }
                }
                if (NUMBER.matcher(text).matches()) {
                    return Double.parseDouble(text);
                }
                throw in.wrong("a value");
            }
        }
    }

    private void nested(StringBuilder json, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new InputException(
                    in.place(), "Values are nested more than " + DEEPEST + " deep. Is it the right file?");
        }
        boolean object = in.peek() == '{';
        json.append(object ? '{' : '[');
        int start = json.length();
        if (object) {
            object(key -> {
                json.append(json.length() > start ? ", " : "");
                JsonText.quote(json, key);
                json.append(": ");
                part(json, depth);
            });
        } else {
            list(() -> {
                json.append(json.length() > start ? ", " : "");
                part(json, depth);
            });
        }
        json.append(object ? '}' : ']');
    }

    private void part(StringBuilder json, int depth) throws IOException {
        if (in.peek() == '{' || in.peek() == '[') {
            nested(json, depth + 1);
            return;
        }
        Object value = value(depth);
        if (value instanceof String text) {
            JsonText.quote(json, text);
        } else {
            json.append(value instanceof Nothing ? "null" : value.toString());
        }
    }

    /** Reads a value whatever it is: maps, lists and what {@link #value} returns. For small files. */
    public Object tree() throws IOException {
        return tree(0);
    }

    private Object tree(int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new InputException(
                    in.place(), "Values are nested more than " + DEEPEST + " deep. Is it the right file?");
        }
        int c = peek();
        if (c == '{') {
            Map<String, Object> members = new LinkedHashMap<>();
            object(key -> members.put(key, tree(depth + 1)));
            return members;
        }
        if (c == '[') {
            List<Object> items = new ArrayList<>();
            list(() -> items.add(tree(depth + 1)));
            return items;
        }
        return value();
    }

    /** Checks that nothing but blanks is left. */
    public void end() throws IOException {
        if (peek() != CharInput.END) {
            throw in.wrong("the end of the file");
        }
    }

    private void expect(char c, String expected) throws IOException {
        in.skipBlanks();
        if (in.peek() != c) {
            throw in.wrong(expected);
        }
        in.next();
    }

    private String text() throws IOException {
        expect('"', "a text in quotes");
        StringBuilder text = new StringBuilder();
        for (int c = in.next(); c != '"'; c = in.next()) {
            if (c == CharInput.END) {
                throw in.wrong("a closing quote");
            }
            if (c != '\\') {
                text.append((char) c);
                continue;
            }
            int escaped = in.next();
            switch (escaped) {
                case '"', '\\', '/' -> text.append((char) escaped);
                case 'b' -> text.append('\b');
                case 'f' -> text.append('\f');
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 'u' -> {
                    int code = 0;
                    for (int i = 0; i < 4; i++) {
                        int digit = Character.digit(in.peek(), 16);
                        if (digit < 0) {
                            throw in.wrong("four hexadecimal digits");
                        }
                        in.next();
                        code = code << 4 | digit;
                    }
                    text.append((char) code);
                }
                default -> throw in.wrong("an escaped character before this");
            }
        }
        return text.toString();
    }
}
