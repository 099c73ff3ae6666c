package org.einfluss.engine.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Translates what people read: names, labels, units, notes, and sentences that tell mistakes. Immutable and thread-safe.
 *
 * <p>The code holds English. A bundle translates it in files named {@code phrases_<language>.po} beside its classes, in the format of GNU
 * gettext: {@code msgid "English"}, {@code msgstr "Deutsch"}. Numbers and names within a sentence stand as {@code {0}}, {@code {1}} … in
 * both; what fills them is translated too, unless it is quoted. What has no translation stays English, so that nothing is ever
 * lost. Results and files of studies never pass through here.
 */
public final class Phrases {
    private static final Pattern PLACE = Pattern.compile("((?:\\S.*?:\\d+(?::\\d+)?|--set \\S+): )(.+)");
    /** Where a text may be divided: between sentences first, then between their parts. Not at commas: lists are of names. */
    private static final List<Pattern> GAPS =
            List.of(Pattern.compile("(?<=[.?!]) +(?=\\S)"), Pattern.compile("(?<=[;:]) +"));

    private static final Pattern HOLE = Pattern.compile("\\{(\\d+)}");
    /** What fills a hole: not the end of a sentence and the beginning of another, which is to be translated by itself. */
    private static final String FILLING = "((?:(?![.?!] +\\p{Lu}).)*?)";

    private final Map<String, String> whole = new LinkedHashMap<>();
    private final List<Sentence> sentences = new ArrayList<>();

    /** A phrase with holes; the most literal one is tried first. What stands in quotation marks is a name and stays as it is. */
    private record Sentence(Pattern english, List<Integer> holes, Set<Integer> names, String translation, int literal) {
        static Sentence of(String english, String translation) {
            StringBuilder pattern = new StringBuilder();
            List<Integer> holes = new ArrayList<>();
            Set<Integer> names = new HashSet<>();
            Matcher hole = HOLE.matcher(english);
            int from = 0;
            while (hole.find()) {
                pattern.append(Pattern.quote(english.substring(from, hole.start())))
                        .append(FILLING);
                holes.add(Integer.valueOf(hole.group(1)));
                if (english.startsWith("'", hole.start() - 1) && english.startsWith("'", hole.end())) {
                    names.add(Integer.valueOf(hole.group(1)));
                }
                from = hole.end();
            }
            pattern.append(Pattern.quote(english.substring(from)));
            return new Sentence(
                    Pattern.compile(pattern.toString(), Pattern.DOTALL),
                    holes,
                    names,
                    translation,
                    HOLE.matcher(english).replaceAll("").length());
        }
    }

    /**
     * Reads the phrases of some packages.
     *
     * @param locale the language; English needs no translation
     * @param neighbours a class of each package that may have phrases
     * @throws IllegalArgumentException when a file is not in the format
     */
    public Phrases(Locale locale, Iterable<Class<?>> neighbours) {
        Set<String> read = new LinkedHashSet<>();
        for (Class<?> neighbour : neighbours) {
            String name = "phrases_" + locale.getLanguage() + ".po";
            if (!locale.getLanguage().equals("en") && read.add(neighbour.getPackageName())) {
                try (InputStream in = neighbour.getResourceAsStream(name)) {
                    if (in != null) {
                        add(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), name);
                    }
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
        }
        sentences.sort(Comparator.comparingInt(Sentence::literal).reversed());
    }

    private void add(BufferedReader lines, String file) throws IOException {
        String english = "";
        StringBuilder text = new StringBuilder();
        int number = 0;
        boolean translating = false;
        for (Optional<String> line = Optional.of(""); line.isPresent(); line = Optional.ofNullable(lines.readLine())) {
            String content = line.get().strip();
            boolean begins = content.startsWith("msgid ");
            if (begins || content.startsWith("msgstr ")) {
                if (begins) {
                    keep(english, text.toString(), translating);
                } else {
                    english = text.toString();
                }
                translating = !begins;
                text.setLength(0);
                content = content.substring(content.indexOf(' ') + 1).strip();
            } else if (content.isEmpty() || content.startsWith("#")) {
                number++;
                continue;
            }
            if (content.length() < 2 || !content.startsWith("\"") || !content.endsWith("\"")) {
                throw new IllegalArgumentException(
                        file + ":" + number + ": expected msgid, msgstr or text in quotation marks, found " + content);
            }
            text.append(content.substring(1, content.length() - 1)
                    .replace("\\n", "\n")
                    .replace("\\\"", "\"")
                    .replace("\\\\", "\\"));
            number++;
        }
        keep(english, text.toString(), translating);
    }

    private void keep(String english, String translation, boolean complete) {
        if (!complete || english.isEmpty() || translation.isEmpty()) {
            return;
        }
        if (!HOLE.matcher(english).find()) {
            whole.putIfAbsent(english, translation);
        } else {
            sentences.add(Sentence.of(english, translation));
        }
    }

    /**
     * Translates a text, each of its lines: as a whole, where it begins with a place in a file after that, else sentence by sentence.
     *
     * @param english the text
     * @return its translation, or itself where there is none
     */
    public String translate(String english) {
        if (whole.isEmpty() && sentences.isEmpty()) {
            return english;
        }
        String exact = whole.get(english);
        if (exact != null) {
            return exact;
        }
        if (english.contains("\n")) {
            return Arrays.stream(english.split("\n", -1)).map(this::translate).collect(Collectors.joining("\n"));
        }
        Matcher place = PLACE.matcher(english);
        return place.matches()
                ? place.group(1) + translate(place.group(2))
                : find(english).orElseGet(() -> parts(english, 0));
    }

    private Optional<String> find(String english) {
        String exact = whole.get(english);
        if (exact != null) {
            return Optional.of(exact);
        }
        for (Sentence sentence : sentences) {
            Matcher match = sentence.english().matcher(english);
            if (match.matches()) {
                return Optional.of(HOLE.matcher(sentence.translation()).replaceAll(hole -> {
                    Integer number = Integer.valueOf(hole.group(1));
                    int group = sentence.holes().indexOf(number) + 1;
                    String within = group == 0 ? hole.group() : match.group(group);
                    return Matcher.quoteReplacement(
                            sentence.names().contains(number)
                                    ? within
                                    : find(within).orElse(within));
                }));
            }
        }
        return Optional.empty();
    }

    private String parts(String english, int level) {
        if (level == GAPS.size()) {
            return english;
        }
        Matcher gap = GAPS.get(level).matcher(english);
        StringBuilder translation = new StringBuilder();
        int from = 0;
        while (gap.find()) {
            translation
                    .append(part(english.substring(from, gap.start()), level))
                    .append(gap.group());
            from = gap.end();
        }
        return translation.append(part(english.substring(from), level)).toString();
    }

    private String part(String english, int level) {
        return find(english).orElseGet(() -> parts(english, level + 1));
    }
}
