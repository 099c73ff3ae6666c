package org.einfluss.formats.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes texts, numbers, truth values, lists and maps as JSON. */
public final class JsonText {
    private JsonText() {}

    /**
     * Writes a value over several lines.
     *
     * @param value texts, numbers, truth values, lists and maps
     */
    public static String lines(Object value) {
        StringBuilder out = new StringBuilder();
        write(out, value, "\n");
        return out.append('\n').toString();
    }

    private static void write(StringBuilder out, Object value, String indent) {
        if (value instanceof Map<?, ?> map) {
            out.append('{');
            String separator = "";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.append(separator).append(indent).append("  ");
                quote(out, entry.getKey().toString());
                out.append(": ");
                write(out, entry.getValue(), indent + "  ");
                separator = ",";
            }
            out.append(map.isEmpty() ? "" : indent).append('}');
        } else if (value instanceof List<?> list) {
            out.append('[');
            String separator = "";
            for (Object item : list) {
                out.append(separator).append(indent).append("  ");
                write(out, item, indent + "  ");
                separator = ",";
            }
            out.append(list.isEmpty() ? "" : indent).append(']');
        } else if (value instanceof String text) {
            quote(out, text);
        } else {
            out.append(value);
        }
    }

    /**
     * Appends a text in quotes.
     *
     * @param out receives it
     * @param text the text
     */
    public static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || Character.isSurrogate(c) && !isPaired(text, i)) {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean isPaired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
