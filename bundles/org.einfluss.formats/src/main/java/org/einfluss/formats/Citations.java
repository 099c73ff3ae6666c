package org.einfluss.formats;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Source;
import org.einfluss.formats.internal.CharInput;
import org.einfluss.formats.internal.JsonInput;

/**
 * References of a file in BibTeX or CSL JSON as texts to show: authors, year, title, where it appeared, DOI or address. Of BibTeX are
 * understood entries with braced, quoted or bare values; {@code @string}, {@code @comment} and {@code @preamble} are passed over.
 */
public final class Citations {
    private static final int MOST = 1 << 20;
    private static final String ACCENTS = "\"'`^~c";
    private static final String COMBINING = "\u0308\u0301\u0300\u0302\u0303\u0327";
    private static final Pattern ACCENT = Pattern.compile("\\\\([\"'`^~]|c(?= ))\\s*(\\p{L})");

    private final String file;
    private final String text;
    private int at;

    private Citations(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /**
     * Reads a file.
     *
     * @param source the file, UTF-8, at most a megabyte
     * @return a text for each reference, in order
     * @throws IOException when it cannot be read
     * @throws InputException when it holds no reference
     */
    public static List<String> read(Source source) throws IOException {
        List<String> found;
        try (CharInput in = new CharInput(source, Progress.NONE)) {
            in.skipBlanks();
            if (in.peek() == '[' || in.peek() == '{') {
                found = csl(source.name(), new JsonInput(in).tree());
            } else {
                StringBuilder text = new StringBuilder();
                while (in.peek() != CharInput.END) {
                    text.append((char) in.next());
                    if (text.length() > MOST) {
                        throw new InputException(
                                source.name() + ": Expected references of at most a megabyte, found more.");
                    }
                }
                found = new Citations(source.name(), text.toString()).bibTex();
            }
        }
        if (found.isEmpty()) {
            throw new InputException(source.name()
                    + ": Expected references in BibTeX (@article{key, author = {…}, …}) or CSL JSON, found none.");
        }
        return found;
    }

    private static List<String> csl(String file, Object tree) {
        List<String> found = new ArrayList<>();
        try {
            for (Object item : tree instanceof List<?> many ? many : List.of(tree)) {
                Map<String, String> fields = new LinkedHashMap<>();
                ((Map<?, ?>) item).forEach((key, value) -> {
                    switch ((String) key) {
                        case "author", "editor" -> fields.put((String) key, names((List<?>) value));
                        case "issued" -> fields.put("year", year((Map<?, ?>) value));
                        case "title", "container-title", "publisher", "DOI", "URL" ->
                            fields.put(((String) key).toLowerCase(Locale.ROOT), (String) value);
                        default -> {
                            // Volumes, pages and abstracts stay in the file, which is kept beside the data.
                        }
                    }
                });
                found.add(shown(fields));
            }
        } catch (ClassCastException | IndexOutOfBoundsException e) {
            throw new InputException(file + ": Expected references in CSL JSON, found another JSON.", e);
        }
        return found;
    }

    private static String names(List<?> people) {
        StringJoiner names = new StringJoiner(" and ");
        for (Object one : people) {
            Map<?, ?> person = (Map<?, ?>) one;
            StringJoiner name = new StringJoiner(", ");
            for (String part : new String[] {"literal", "family", "given"}) {
                if (person.containsKey(part)) {
                    name.add((String) person.get(part));
                }
            }
            names.add(name.toString());
        }
        return names.toString();
    }

    private static String year(Map<?, ?> date) {
        return date.get("date-parts") instanceof List<?> parts
                ? ((List<?>) parts.get(0)).get(0).toString()
                : date.values().stream().map(Object::toString).findFirst().orElse("");
    }

    private List<String> bibTex() {
        List<String> found = new ArrayList<>();
        while ((at = text.indexOf('@', at)) >= 0) {
            at++;
            String kind = word().toLowerCase(Locale.ROOT);
            skipBlank();
            if (at >= text.length() || (text.charAt(at) != '{' && text.charAt(at) != '(')) {
                throw wrong("Expected '{' after '@" + kind + "'.");
            }
            at++;
            if (!List.of("comment", "string", "preamble").contains(kind)) {
                found.add(shown(entry()));
            }
        }
        return found;
    }

    private Map<String, String> entry() {
        Map<String, String> fields = new LinkedHashMap<>();
        int comma = text.indexOf(',', at);
        if (comma < 0) {
            throw wrong("Expected ',' after the key of a reference.");
        }
        at = comma + 1;
        while (true) {
            skipBlank();
            if (at >= text.length()) {
                throw wrong("Expected '}' at the end of a reference.");
            }
            char c = text.charAt(at);
            if (c == '}' || c == ')') {
                at++;
                return fields;
            }
            if (c == ',') {
                at++;
                continue;
            }
            String name = word().toLowerCase(Locale.ROOT);
            skipBlank();
            if (name.isEmpty() || at >= text.length() || text.charAt(at) != '=') {
                throw wrong("Expected a field written name = {value}.");
            }
            at++;
            fields.put(name, value());
        }
    }

    private String value() {
        skipBlank();
        StringBuilder value = new StringBuilder();
        int depth = 0;
        boolean quoted = at < text.length() && text.charAt(at) == '"';
        if (quoted) {
            at++;
        }
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (depth == 0 && (quoted ? c == '"' : c == ',' || c == '}')) {
                at += quoted ? 1 : 0;
                return plain(value.toString());
            }
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c != '{' && c != '}') {
                value.append(c == '~' ? ' ' : c);
            }
        }
        throw wrong("Expected the end of a value, found the end of the file.");
    }

    /** Resolves accents such as {@code \\"o} and escaped signs such as {@code \\&}. */
    private static String plain(String latex) {
        String accented = ACCENT.matcher(latex)
                .replaceAll(found -> found.group(2) + COMBINING.charAt(ACCENTS.indexOf(found.group(1))));
        return Normalizer.normalize(accented, Normalizer.Form.NFC)
                .replace("\\ss", "ß")
                .replaceAll("\\\\([&%$#_])", "$1")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private String word() {
        skipBlank();
        int begin = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "-_+:.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return text.substring(begin, at);
    }

    private void skipBlank() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private InputException wrong(String sentence) {
        int line = (int) text.substring(0, Math.min(at, text.length())).lines().count();
        return new InputException(new InputException.Place(file, Math.max(1, line), 0), sentence);
    }

    private static String shown(Map<String, String> fields) {
        StringJoiner shown = new StringJoiner(". ");
        String who = fields.getOrDefault("author", fields.getOrDefault("editor", ""));
        String year = fields.getOrDefault("year", fields.getOrDefault("date", ""));
        String head = (who.replace(" and ", "; ") + (year.isEmpty() ? "" : " (" + year + ")")).strip();
        for (String part : new String[] {
            head,
            fields.getOrDefault("title", ""),
            fields.getOrDefault(
                    "journal", fields.getOrDefault("container-title", fields.getOrDefault("booktitle", ""))),
            fields.getOrDefault("publisher", ""),
        }) {
            if (!part.isEmpty()) {
                shown.add(part);
            }
        }
        if (fields.containsKey("doi")) {
            shown.add("doi:" + fields.get("doi").replaceFirst("^(https?://(dx[.])?doi[.]org/|doi:)", ""));
        } else if (fields.containsKey("url")) {
            shown.add(fields.get("url"));
        }
        return shown.toString();
    }
}
