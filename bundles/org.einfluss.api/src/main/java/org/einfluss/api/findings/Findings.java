package org.einfluss.api.findings;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The outcome of an analysis or calculation: tables, figures over them, and what must be said beside them. Immutable.
 *
 * @param kind id of what made it; chart views recognise findings by it
 * @param title title for people
 * @param tables the tables; every number of every figure is in one of them
 * @param figures simple charts over the tables
 * @param headlines the numbers to look at first, most interesting first; may be empty
 * @param notes caveats and conventions, each a sentence
 * @param citations what to cite
 */
public record Findings(
        String kind,
        String title,
        List<Table> tables,
        List<Figure> figures,
        List<Headline> headlines,
        List<String> notes,
        List<String> citations) {
    /** Copies the lists. */
    public Findings {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(title);
        tables = List.copyOf(tables);
        figures = List.copyOf(figures);
        headlines = List.copyOf(headlines);
        notes = List.copyOf(notes);
        citations = List.copyOf(citations);
    }

    /**
     * Returns the table of a name.
     *
     * @param name the name
     */
    public Optional<Table> table(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    /**
     * A number worth printing on its own.
     *
     * @param label what it is, in a few words
     * @param value the number
     * @param low lower end of its interval, NaN where it has none
     * @param high upper end of its interval, NaN where it has none
     * @param unit unit; empty: dimensionless
     * @param interval what kind of interval it is, for example {@code 95 % over 100 networks}; empty where it has none
     */
    public record Headline(String label, double value, double low, double high, String unit, String interval) {}
}
