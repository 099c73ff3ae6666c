package org.einfluss.launcher;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads JSON text into JDK values: {@code Map} (in file order), {@code List}, {@code String}, {@code BigDecimal},
 * {@code Boolean}, and {@code Optional.empty()} for {@code null}.
 *
 * <p>Comments ({@code //} and {@code /* *}{@code /}) are skipped, as the OSGi Feature Service format allows them. A key
 * that occurs twice in one object is an error, because one of the two values would be lost unseen.
 */
final class Json {

    private final String origin;
    private final String text;
    private int at;

    private Json(String origin, String text) {
        this.origin = origin;
        this.text = text;
    }

    /**
     * Reads one JSON value.
     *
     * @param origin what the text is, for messages (a file name)
     * @param text the whole text
     * @throws LaunchException naming the line and column where the text stops being JSON
     */
    static Object read(String origin, String text) {
        Json json = new Json(origin, text);
        json.skipSpace();
        Object value = json.value();
        json.skipSpace();
        if (json.at < text.length()) {
            throw json.error("the end of the file");
        }
        return value;
    }

    private Object value() {
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", Optional.empty());
            default -> number();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        at++;
        skipSpace();
        while (peek() != '}') {
            if (peek() != '"') {
                throw error("a key in double quotes or '}'");
            }
            int start = at;
            String key = string();
            skipSpace();
            expect(':');
            skipSpace();
            Object value = value();
            if (members.put(key, value) != null) {
                at = start;
                throw error("a key that is not there twice");
            }
            separator('}');
        }
        at++;
        return members;
    }

    private List<Object> array() {
        List<Object> elements = new ArrayList<>();
        at++;
        skipSpace();
        while (peek() != ']') {
            elements.add(value());
            separator(']');
        }
        at++;
        return elements;
    }

    /** Passes the comma between two elements; a comma before the closing bracket is refused. */
    private void separator(char close) {
        skipSpace();
        if (peek() == close) {
            return;
        }
        expect(',');
        skipSpace();
        if (peek() == close) {
            throw error("another element after ','");
        }
    }

    private String string() {
        StringBuilder out = new StringBuilder();
        at++;
        while (peek() != '"') {
            char c = peek();
            if (c < ' ') {
                throw error("a closing double quote");
            }
            at++;
            out.append(c == '\\' ? escape() : c);
        }
        at++;
        return out.toString();
    }

    private char escape() {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> {
                at--;
                throw error("one of \" \\ / b f n r t u after a backslash");
            }
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++, at++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0) {
                throw error("four hexadecimal digits after \\u");
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw error("true, false or null");
        }
        at += word.length();
        return value;
    }

    private BigDecimal number() {
        int start = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            return new BigDecimal(text.substring(start, at));
        } catch (NumberFormatException e) {
            at = start;
            throw error("a JSON value");
        }
    }

    private void expect(char c) {
        if (peek() != c) {
            throw error("'" + c + "'");
        }
        at++;
    }

    /** The next character, or NUL (never part of JSON) at the end of the text. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void skipSpace() {
        while (at < text.length()) {
            if (" \t\r\n\uFEFF".indexOf(text.charAt(at)) >= 0) {
                at++;
            } else if (text.startsWith("//", at)) {
                at = positionOrEnd(text.indexOf('\n', at));
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? text.length() : end + 2;
            } else {
                return;
            }
        }
    }

    private int positionOrEnd(int position) {
        return position < 0 ? text.length() : position;
    }

    private LaunchException error(String expected) {
        String before = text.substring(0, at);
        long line = 1 + before.chars().filter(c -> c == '\n').count();
        int column = at - before.lastIndexOf('\n');
        String found = at < text.length() ? "'" + text.charAt(at) + "'" : "the end of the file";
        return new LaunchException(
                origin + ", line " + line + ", column " + column + ": expected " + expected + ", found " + found + ".");
    }
}
