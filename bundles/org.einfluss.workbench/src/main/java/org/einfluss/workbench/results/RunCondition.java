package org.einfluss.workbench.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.einfluss.api.InputException;
import org.einfluss.workbench.texts.Texts;

/**
 * What a run must fulfil to be listed: {@code reach >= 0.5}, or a word that one of its cells holds.
 *
 * @param column position of the column; −1 for any
 * @param sign one of = != &lt; &lt;= &gt; &gt;=; empty for a word
 * @param number what a number is compared with
 * @param word what a text is compared with, in lower case
 */
record RunCondition(int column, String sign, double number, String word) {
    private static final Pattern WRITTEN = Pattern.compile("([^=!<>]*)(!=|<=|>=|=|<|>)(.*)");

    /**
     * Reads conditions joined by commas.
     *
     * @param text what was typed
     * @param pages the columns
     * @param texts the language of mistakes
     * @throws InputException saying what cannot be understood
     */
    static List<RunCondition> read(String text, RunPages pages, Texts texts) {
        List<RunCondition> conditions = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            if (!part.isBlank()) {
                conditions.add(one(part.strip(), pages, texts));
            }
        }
        return conditions;
    }

    private static RunCondition one(String part, RunPages pages, Texts texts) {
        Matcher written = WRITTEN.matcher(part);
        if (!written.matches()) {
            return new RunCondition(-1, "", Double.NaN, part.toLowerCase(Locale.ROOT));
        }
        String name = written.group(1).strip();
        String sign = written.group(2);
        String value = written.group(3).strip();
        int column = pages.names().indexOf(name);
        if (column < 0) {
            throw new InputException(texts.text("runs.no-column", name, String.join(", ", pages.names())));
        }
        if (pages.isText(column)) {
            if (!sign.equals("=") && !sign.equals("!=")) {
                throw new InputException(texts.text("runs.no-order", name, sign));
            }
            return new RunCondition(column, sign, Double.NaN, value.toLowerCase(Locale.ROOT));
        }
        try {
            return new RunCondition(column, sign, Double.parseDouble(value), "");
        } catch (NumberFormatException noNumber) {
            throw new InputException(texts.text("runs.no-number", name, value), noNumber);
        }
    }

    /** Whether a row fulfils it; a missing number fulfils nothing but {@code !=}. */
    boolean holds(List<Comparable<?>> cells) {
        if (column < 0) {
            return cells.stream()
                    .anyMatch(cell ->
                            String.valueOf(cell).toLowerCase(Locale.ROOT).contains(word));
        }
        if (cells.get(column) instanceof String cell) {
            return cell.toLowerCase(Locale.ROOT).equals(word) == sign.equals("=");
        }
        double value = ((Number) cells.get(column)).doubleValue();
        return switch (sign) {
            case "=" -> value == number;
            case "!=" -> value != number;
            case "<" -> value < number;
            case "<=" -> value <= number;
            case ">" -> value > number;
            default -> value >= number;
        };
    }
}
