package org.einfluss.plugins.declared;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Lines of Java: indented, folded where they are too long, each with the line of the declaration that it stems from. */
final class JavaText {
    static final int WIDTH = 118;

    private final List<String> lines = new ArrayList<>();
    private final List<Integer> origins = new ArrayList<>();
    private int origin;
    private int indent;

    /** Says from which line of the declaration the next lines stem; 0: from none. */
    void from(int line) {
        origin = line;
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    List<Integer> origins() {
        return origins;
    }

    /** Takes back the empty line after the last method of a class. */
    void dropEmptyLine() {
        lines.remove(lines.size() - 1);
        origins.remove(origins.size() - 1);
    }

    /** A line, folded where it is too long and there is a comma, a question mark or a plus outside of texts. */
    void line(String text) {
        String rest = "    ".repeat(indent) + text;
        String more = "    ".repeat(indent + 2);
        for (int fold = fold(rest); fold > 0; fold = fold(rest)) {
            add(rest.substring(0, fold).stripTrailing());
            rest = more + rest.substring(fold).strip();
        }
        add(rest);
    }

    void open(String text) {
        line(text);
        indent++;
    }

    void close() {
        close("}");
    }

    void close(String end) {
        indent--;
        line(end);
    }

    void override(String head) {
        line("@Override");
        open(head + " {");
    }

    void override(String head, String body) {
        override(head);
        line(body);
        close();
        line("");
    }

    /** A line of a comment, folded at spaces. */
    void comment(String text) {
        String rest = text;
        String more = text.startsWith("  ") ? "      " : "";
        int width = WIDTH - 4 * indent;
        while (rest.length() > width) {
            int fold = rest.lastIndexOf(' ', width);
            if (fold <= more.length()) {
                break;
            }
            line(" * " + rest.substring(0, fold));
            rest = more + rest.substring(fold + 1);
        }
        line(" * " + rest);
    }

    void explain(String text) {
        String whole = "/** " + javadoc(text) + ". */";
        if (4 * indent + whole.length() <= WIDTH) {
            line(whole);
        } else {
            line("/**");
            comment(javadoc(text) + ".");
            line(" */");
        }
    }

    private void add(String line) {
        lines.add(line.isBlank() ? "" : line);
        origins.add(origin);
    }

    /** Where a line is to be folded: the last place that fits, else the first there is; 0 where there is none or no need. */
    private static int fold(String line) {
        if (line.length() <= WIDTH || line.stripLeading().startsWith("*")) {
            return 0;
        }
        int indent = line.length() - line.stripLeading().length();
        int last = 0;
        boolean quoted = false;
        for (int i = indent; i < line.length() - 1 && (i < WIDTH || last == 0); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"' && !isEscaped(line, i);
            if (!quoted && c == ',' && line.charAt(i + 1) == ' ') {
                last = i + 2;
            } else if (!quoted && "?:+|".indexOf(c) >= 0 && line.charAt(i - 1) == ' ' && line.charAt(i + 1) == ' ') {
                last = i;
            }
        }
        return last;
    }

    private static boolean isEscaped(String line, int at) {
        int backslashes = 0;
        while (line.charAt(at - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    /** A text within a comment: nothing ends the comment, is a tag, or is taken for an escape. */
    static String javadoc(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("*/", "*&#47;")
                .replace("\\", "&#92;")
                .replace("@", "&#64;")
                .replace("{", "&#123;")
                .replace("}", "&#125;");
    }

    static String strings(List<String> texts) {
        return texts.stream().map(JavaText::string).collect(Collectors.joining(", "));
    }

    /** A text as a literal. */
    static String string(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> literal.append('\\').append(c);
                case '\n' -> literal.append("\\n");
                default -> {
                    if (Character.isISOControl(c) || Character.isSurrogate(c)) {
                        literal.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        literal.append(c);
                    }
                }
            }
        }
        return literal.append('"').toString();
    }

    /** A text that begins with a capital. */
    static String upper(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
