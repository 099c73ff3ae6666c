package org.einfluss.engine.parameters;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names in files: their spelling, and what somebody who misspelt one most likely meant. */
public final class Names {
    private Names() {}

    /**
     * Turns a Java name or an enum constant into the name in files: {@code meanDegree}, {@code MeanDegree} and
     * {@code MEAN_DEGREE} all become {@code mean-degree}.
     *
     * @param javaName name in Java
     */
    public static String kebab(String javaName) {
        if (javaName.equals(javaName.toUpperCase(Locale.ROOT))) {
            return javaName.toLowerCase(Locale.ROOT).replace('_', '-');
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < javaName.length(); i++) {
            char c = javaName.charAt(i);
            if (Character.isUpperCase(c) && i > 0) {
                text.append('-');
            }
            text.append(Character.toLowerCase(c));
        }
        return text.toString();
    }

    /**
     * Returns the valid name that differs from the given one by the fewest insertions, deletions and replacements of
     * letters; empty where none is near enough to be meant.
     *
     * @param given what was written
     * @param valid the names there are; of equally near ones the first is taken
     */
    public static Optional<String> nearest(String given, Collection<String> valid) {
        String lower = given.toLowerCase(Locale.ROOT);
        int least = Math.max(2, given.length() / 3) + 1;
        String best = null;
        for (String name : valid) {
            int distance = distance(lower, name.toLowerCase(Locale.ROOT));
            if (distance < least && distance < Math.max(given.length(), name.length())) {
                least = distance;
                best = name;
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * Returns the names nearest to the given one, the nearest first, however far they are.
     *
     * @param given what was written
     * @param valid the names there are
     * @param most how many at most
     */
    public static List<String> nearest(String given, Collection<String> valid, int most) {
        String lower = given.toLowerCase(Locale.ROOT);
        return valid.stream()
                .distinct()
                .sorted(Comparator.comparingInt((String name) -> {
                            // who writes a word of a name means the whole
                            int least = distance(lower, name.toLowerCase(Locale.ROOT));
                            for (String word : name.toLowerCase(Locale.ROOT).split("-", -1)) {
                                least = Math.min(least, distance(lower, word));
                            }
                            return least;
                        })
                        .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .toList();
    }

    /**
     * Says that a name is unknown, which one may have been meant, and which there are.
     *
     * @param what what kind of thing was named, for example {@code model}
     * @param given what was written
     * @param valid the names there are
     */
    public static String unknown(String what, String given, Collection<String> valid) {
        String meant = nearest(given, valid)
                .map(name -> "; did you mean '" + name + "'?")
                .orElse(".");
        String there = valid.isEmpty()
                ? "There is none"
                : "There " + (valid.size() == 1 ? "is: " : "are: ") + String.join(", ", valid);
        return "Unknown " + what + " '" + given + "'" + meant + " " + there;
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
