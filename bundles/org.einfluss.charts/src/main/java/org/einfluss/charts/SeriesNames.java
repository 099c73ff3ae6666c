package org.einfluss.charts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Short names for the legend: what all labels have in common is said once in the caption, and the kind of component where every label
 * has it ({@code model independent-cascade}) is left out. Names stay different from each other.
 */
final class SeriesNames {
    private static final int LONG = 24;
    /** Kinds of components, whose names say enough. */
    private static final Set<String> KEYS = Set.of("network", "model", "seeding", "campaign");

    private final List<String> names;
    private final Set<String> keys;
    private final Set<String> common;

    private SeriesNames(List<String> names, Set<String> keys, Set<String> common) {
        this.names = List.copyOf(names);
        this.keys = keys;
        this.common = common;
    }

    /** Shortens labels, parts of which are separated by commas. */
    static SeriesNames of(List<String> labels) {
        if (labels.size() < 2 || labels.stream().noneMatch(label -> label.length() > LONG)) {
            return new SeriesNames(labels, Set.of(), Set.of());
        }
        List<List<String>> parts = labels.stream().map(SeriesNames::parts).toList();
        Set<String> common = new LinkedHashSet<>(parts.get(0));
        parts.forEach(common::retainAll);
        List<List<String>> rest = parts.stream()
                .map(all -> all.stream().filter(part -> !common.contains(part)).toList())
                .toList();
        if (rest.stream().anyMatch(List::isEmpty)) {
            rest = parts;
            common.clear();
        }
        Set<String> keys =
                rest.get(0).stream().map(SeriesNames::key).collect(Collectors.toCollection(LinkedHashSet::new));
        for (List<String> all : rest) {
            keys.retainAll(all.stream().map(SeriesNames::key).toList());
        }
        keys.remove("");
        List<String> names = new ArrayList<>();
        for (List<String> all : rest) {
            names.add(all.stream()
                    .map(part ->
                            keys.contains(key(part)) ? part.substring(key(part).length() + 1) : part)
                    .collect(Collectors.joining(", ")));
        }
        int different = new HashSet<>(labels).size();
        if (new HashSet<>(names).size() == different) {
            return new SeriesNames(names, keys, common);
        }
        List<String> longer = rest.stream().map(all -> String.join(", ", all)).toList();
        return new HashSet<>(longer).size() == different
                ? new SeriesNames(longer, Set.of(), common)
                : new SeriesNames(labels, Set.of(), Set.of());
    }

    /** Splits at commas that are outside brackets. */
    private static List<String> parts(String label) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            depth += "({[".indexOf(c) >= 0 ? 1 : ")}]".indexOf(c) >= 0 ? -1 : 0;
            if (c == ',' && depth <= 0 && i + 1 < label.length() && label.charAt(i + 1) == ' ') {
                parts.add(label.substring(begin, i).trim());
                begin = i + 1;
            }
        }
        parts.add(label.substring(begin).trim());
        return parts;
    }

    /** The kind of component before its name; empty where there is none. */
    private static String key(String part) {
        int space = part.indexOf(' ');
        return space > 0 && KEYS.contains(part.substring(0, space)) ? part.substring(0, space) : "";
    }

    /** The name of a series, by its position. */
    String get(int series) {
        return names.get(series);
    }

    /** What the caption must say, given a word for what is named; may be empty. */
    String note(String what) {
        String by = keys.isEmpty() ? "" : "The " + what + " differ in " + String.join(" and ", keys) + ".";
        String all = common.isEmpty() ? "" : "All " + what + ": " + String.join(", ", common) + ".";
        return (by + " " + all).trim();
    }
}
