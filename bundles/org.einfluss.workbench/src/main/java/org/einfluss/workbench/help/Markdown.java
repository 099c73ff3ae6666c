package org.einfluss.workbench.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the Markdown of the guide into HTML that Swing shows: headings, paragraphs, lists, tables, code, quotes, pictures, links, strong and
 * emphasised words.
 */
final class Markdown {
    private static final Pattern HEADING = Pattern.compile("(#{1,6}) +(.*)");
    private static final Pattern ITEM = Pattern.compile("( *)([-*]|\\d+\\.) +(.*)");
    private static final Pattern PICTURE = Pattern.compile("!\\[([^\\]]*)\\]\\(([^)]*)\\)");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\(([^)]*)\\)");
    private static final Pattern STRONG = Pattern.compile("\\*\\*([^*]+)\\*\\*");
    private static final Pattern EMPHASIS = Pattern.compile("\\*([^*]+)\\*");
    private static final Pattern CODE = Pattern.compile("(`+)(.+?)\\1");

    private final List<String> lines;
    private final UnaryOperator<String> picture;
    private final StringBuilder html = new StringBuilder();
    private int at;

    private Markdown(String text, UnaryOperator<String> picture) {
        this.lines = text.lines().toList();
        this.picture = picture;
    }

    /**
     * Returns the HTML of a text.
     *
     * @param text Markdown
     * @param picture gives the attributes of a picture for its address
     */
    static String html(String text, UnaryOperator<String> picture) {
        Markdown markdown = new Markdown(text, picture);
        while (markdown.at < markdown.lines.size()) {
            markdown.block();
        }
        return markdown.html.toString();
    }

    /** Returns the anchor that leads to a heading: letters and digits, in lower case, joined by hyphens. */
    static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} -]", "")
                .strip()
                .replace(' ', '-');
    }

    private void block() {
        String line = lines.get(at);
        Matcher heading = HEADING.matcher(line);
        if (line.isBlank()) {
            at++;
        } else if (line.startsWith("```")) {
            code();
        } else if (heading.matches()) {
            int level = heading.group(1).length();
            html.append("<h")
                    .append(level)
                    .append("><a name=\"")
                    .append(anchor(heading.group(2)))
                    .append("\"></a>");
            html.append(inline(heading.group(2))).append("</h").append(level).append(">\n");
            at++;
        } else if (line.startsWith("|")) {
            table();
        } else if (ITEM.matcher(line).matches()) {
            list();
        } else if (line.startsWith(">")) {
            html.append("<blockquote>");
            for (; at < lines.size() && lines.get(at).startsWith(">"); at++) {
                html.append(inline(lines.get(at).substring(1).strip())).append("<br>");
            }
            html.append("</blockquote>\n");
        } else {
            StringBuilder paragraph = new StringBuilder();
            for (; at < lines.size() && !beginsBlock(lines.get(at)); at++) {
                paragraph.append(lines.get(at)).append('\n');
            }
            html.append("<p>").append(inline(paragraph.toString())).append("</p>\n");
        }
    }

    private static boolean beginsBlock(String line) {
        return line.isBlank()
                || line.startsWith("```")
                || line.startsWith("|")
                || line.startsWith(">")
                || HEADING.matcher(line).matches()
                || ITEM.matcher(line).matches();
    }

    private void code() {
        html.append("<pre>");
        for (at++; at < lines.size() && !lines.get(at).startsWith("```"); at++) {
            html.append(escaped(lines.get(at))).append('\n');
        }
        at++;
        html.append("</pre>\n");
    }

    private void table() {
        html.append("<table>");
        boolean isHead = true;
        for (; at < lines.size() && lines.get(at).startsWith("|"); at++) {
            String line = lines.get(at);
            if (line.matches("[|: -]+")) {
                isHead = false;
                continue;
            }
            html.append("<tr>");
            for (String cell : cells(line)) {
                html.append(isHead ? "<th>" : "<td>").append(inline(cell)).append(isHead ? "</th>" : "</td>");
            }
            html.append("</tr>\n");
        }
        html.append("</table>\n");
    }

    /** A bar within code, or behind a backslash, separates no cells. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean inCode = false;
        for (int i = 1; i < line.length(); i++) {
            char c = line.charAt(i);
            inCode ^= c == '`';
            if (c == '\\' && i + 1 < line.length() && line.charAt(i + 1) == '|') {
                cell.append('|');
                i++;
            } else if (c == '|' && !inCode) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        return cells;
    }

    private void list() {
        Matcher item = ITEM.matcher(lines.get(at));
        if (!item.matches()) {
            throw new IllegalStateException("no list item: " + lines.get(at));
        }
        int depth = item.group(1).length();
        String tag = Character.isDigit(item.group(2).charAt(0)) ? "ol" : "ul";
        html.append('<').append(tag).append('>');
        while (at < lines.size()) {
            item = ITEM.matcher(lines.get(at));
            if (!item.matches() || item.group(1).length() < depth) {
                break;
            }
            if (item.group(1).length() > depth) {
                list();
                continue;
            }
            StringBuilder text = new StringBuilder(item.group(3)).append('\n');
            html.append("<li>");
            at++;
            while (at < lines.size()
                    && lines.get(at).startsWith(" ")
                    && !ITEM.matcher(lines.get(at)).matches()
                    && !lines.get(at).strip().startsWith("```")) {
                text.append(lines.get(at).strip()).append('\n');
                at++;
            }
            html.append(inline(text.toString()));
            blocksOfItem(depth);
            html.append("</li>\n");
        }
        html.append("</").append(tag).append(">\n");
    }

    /** Code and paragraphs of an item are indented below it. */
    private void blocksOfItem(int depth) {
        while (at < lines.size()) {
            int next = at;
            while (next < lines.size() && lines.get(next).isBlank()) {
                next++;
            }
            if (next == lines.size()
                    || !lines.get(next).startsWith(" ".repeat(depth + 2))
                    || ITEM.matcher(lines.get(next)).matches()) {
                return;
            }
            at = next;
            if (lines.get(at).strip().startsWith("```")) {
                html.append("<pre>");
                for (at++; at < lines.size() && !lines.get(at).strip().startsWith("```"); at++) {
                    html.append(escaped(lines.get(at).strip())).append('\n');
                }
                at++;
                html.append("</pre>");
            } else {
                html.append("<br>").append(inline(lines.get(at++).strip()));
            }
        }
    }

    /** What stands within code is taken as it is. */
    private String inline(String text) {
        StringBuilder made = new StringBuilder();
        Matcher code = CODE.matcher(text);
        int from = 0;
        List<String> codes = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        while (code.find()) {
            plain.append(text, from, code.start()).append('\u0001').append((char) ('\u0100' + codes.size()));
            codes.add("<code>" + escaped(code.group(2)) + "</code>");
            from = code.end();
        }
        plain.append(text.substring(from));
        String marked = escaped(plain.toString());
        marked = PICTURE.matcher(marked)
                .replaceAll(found -> Matcher.quoteReplacement("<img alt=\""
                        + found.group(1).replace("\"", "&quot;") + "\" " + picture.apply(found.group(2)) + ">"));
        marked = LINK.matcher(marked).replaceAll("<a href=\"$2\">$1</a>");
        marked = STRONG.matcher(marked).replaceAll("<b>$1</b>");
        marked = EMPHASIS.matcher(marked).replaceAll("<i>$1</i>");
        for (int i = 0; i < marked.length(); i++) {
            if (marked.charAt(i) == '\u0001') {
                made.append(codes.get(marked.charAt(++i) - '\u0100'));
            } else {
                made.append(marked.charAt(i));
            }
        }
        return made.toString();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
