package org.einfluss.formats;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.einfluss.formats.NetworkTies.TieColumn;
import org.einfluss.graph.Column;
import org.einfluss.graph.Moment;
import org.einfluss.graph.Network;
import org.einfluss.graph.Spells;
import org.einfluss.graph.Spells.Spell;

/**
 * How the times of a GEXF file are written, which has one way for all: as numbers where any of them are, else as dates.
 *
 * @param format GEXF's word for it; nothing where there are no times
 */
record GexfTimes(Optional<String> format) {
    private static final String NUMBERS = "double";

    static GexfTimes of(List<Column> nodeColumns, List<TieColumn> tieColumns) {
        Set<Moment.Kind> kinds = EnumSet.noneOf(Moment.Kind.class);
        Stream.concat(nodeColumns.stream().map(List::of), tieColumns.stream().map(TieColumn::columns))
                .forEach(columns -> kind(columns).ifPresent(kinds::add));
        return new GexfTimes(
                kinds.contains(Moment.Kind.NUMBER)
                        ? Optional.of(NUMBERS)
                        : kinds.contains(Moment.Kind.LOCAL)
                                ? Optional.of("dateTime")
                                : kinds.isEmpty() ? Optional.empty() : Optional.of("date"));
    }

    /** Returns whether columns, those of one name in several layers, hold times that can be written in this way. */
    boolean areIn(List<Column> columns) {
        return kind(columns)
                .filter(kind -> format.orElse("").equals(NUMBERS) == (kind == Moment.Kind.NUMBER))
                .isPresent();
    }

    /** Returns GEXF's type of the values of columns over time that can be written as a dynamic attribute. */
    Optional<String> typeOverTime(List<Column> columns) {
        if (!areIn(columns) || !columns.stream().allMatch(Spells::areIn)) {
            return Optional.empty();
        }
        if (all(columns, Spell::isText)) {
            return Optional.of("string");
        }
        if (all(columns, spell -> spell.literal().matches("true|false"))) {
            return Optional.of("boolean");
        }
        if (all(columns, spell -> Attribute.isInteger(spell.literal()))) {
            return Optional.of("long");
        }
        return all(
                        columns,
                        spell -> !spell.isText()
                                && !spell.literal().matches("true|false")
                                && Double.toString(Double.parseDouble(spell.literal()))
                                        .equals(spell.literal()))
                ? Optional.of("double")
                : Optional.empty();
    }

    private static boolean all(List<Column> columns, Predicate<Spell> condition) {
        return columns.stream().flatMap(GexfTimes::spells).allMatch(condition);
    }

    private static Stream<Spell> spells(Column column) {
        return texts(column).flatMap(text -> Spells.of(text).orElseThrow().stream());
    }

    private static Stream<String> texts(Column column) {
        return IntStream.range(0, column.size())
                .filter(i -> !column.isMissing(i))
                .mapToObj(column::textAt);
    }

    /** Numbers, dates or (LOCAL) dates with a time of day, where the columns hold times and all of them are one of these. */
    private static Optional<Moment.Kind> kind(List<Column> columns) {
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        String name = columns.get(0).name();
        boolean texts = columns.stream().allMatch(column -> column.type() == Column.Type.TEXT);
        if (name.equals(Network.BEGIN) || name.equals(Network.END)) {
            return texts
                    ? kindOf(columns.stream().flatMap(GexfTimes::texts)).filter(kind -> kind != Moment.Kind.NUMBER)
                    : columns.stream()
                                    .allMatch(column ->
                                            column.type() == columns.get(0).type() && NetworkTies.isPlainNumber(column))
                            ? Optional.of(Moment.Kind.NUMBER)
                            : Optional.empty();
        }
        return columns.stream().allMatch(Spells::areIn)
                ? kindOf(columns.stream()
                        .flatMap(GexfTimes::spells)
                        .flatMap(spell -> Stream.of(spell.begin(), spell.end()))
                        .filter(time -> !time.equals(Spells.OPEN_BEGIN) && !time.equals(Spells.OPEN_END)))
                : Optional.empty();
    }

    private static Optional<Moment.Kind> kindOf(Stream<String> times) {
        Set<Moment.Kind> kinds = EnumSet.noneOf(Moment.Kind.class);
        boolean[] wrong = {false};
        times.forEach(time -> {
            Optional<Moment> moment = Moment.of(time).filter(known -> time.indexOf(' ') < 0);
            wrong[0] |= moment.isEmpty();
            moment.ifPresent(known -> kinds.add(known.kind() == Moment.Kind.ZONED ? Moment.Kind.LOCAL : known.kind()));
        });
        if (wrong[0] || kinds.isEmpty() || kinds.size() > 1 && kinds.contains(Moment.Kind.NUMBER)) {
            return Optional.empty();
        }
        return Optional.of(
                kinds.contains(Moment.Kind.LOCAL)
                        ? Moment.Kind.LOCAL
                        : kinds.iterator().next());
    }
}
