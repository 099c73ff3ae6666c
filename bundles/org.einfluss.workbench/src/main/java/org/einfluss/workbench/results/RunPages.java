package org.einfluss.workbench.results;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.einfluss.api.Progress;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.Observations;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;

/**
 * Pages of the runs of a study in any order. A page is one pass over the rows of the store and keeps as many of them as the page has, however
 * many runs there are: O(runs · log page) time, O(page) space. Immutable.
 */
final class RunPages {
    private static final int ASK_EVERY = 1 << 14;
    private static final List<String> FIRST = List.of("point", "draw", "run");
    private static final List<String> ENDING = List.of("steps", "time", "stop");

    private final Study study;
    private final List<String> names;
    private final int factors;
    private final boolean[] text;

    /**
     * One run.
     *
     * @param point design point
     * @param draw network draw
     * @param run number on that network
     * @param cells values in the order of {@link #names}: Long, Double or String
     */
    record Row(int point, int draw, int run, List<Comparable<?>> cells) {}

    /**
     * Which runs, and in which order.
     *
     * @param conditions all of which must hold
     * @param column position of the column that sorts
     * @param descending whether the greatest stands first; missing numbers stand last either way
     */
    record Query(List<RunCondition> conditions, int column, boolean descending) {
        Query {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * A page.
     *
     * @param rows its rows
     * @param before how many rows stand before it
     * @param matching how many rows there are on all pages
     */
    record Page(List<Row> rows, long before, long matching) {}

    RunPages(Study study) {
        this.study = study;
        Plan plan = study.plan();
        names = Stream.of(
                        FIRST.stream(),
                        plan.factors().stream(),
                        ENDING.stream(),
                        plan.variables().stream().map(variable -> variable.name()),
                        Stream.of("failure"))
                .flatMap(part -> part)
                .toList();
        factors = plan.factors().size();
        text = new boolean[names.size()];
        text[text.length - 1] = true;
        text[names.indexOf("stop")] = true;
        for (int i = 0; i < factors; i++) {
            String factor = plan.factors().get(i);
            text[FIRST.size() + i] = plan.points().stream()
                    .anyMatch(point -> point.number(factor).isEmpty());
        }
    }

    /** Returns the names of the columns: point, draw, run, the factors, steps, time, stop, the variables, failure. */
    List<String> names() {
        return names;
    }

    /** Returns whether a column holds texts, not numbers. */
    boolean isText(int column) {
        return text[column];
    }

    /** Returns whether the column is a variable's. */
    Optional<Integer> variable(int column) {
        int index = column - FIRST.size() - factors - ENDING.size();
        return index >= 0 && column < names.size() - 1 ? Optional.of(index) : Optional.empty();
    }

    /** Returns the first rows. */
    Page first(Query query, int size, Progress progress) throws IOException {
        return page(query, Optional.empty(), false, size, progress);
    }

    /** Returns the last rows. */
    Page last(Query query, int size, Progress progress) throws IOException {
        return page(query, Optional.empty(), true, size, progress);
    }

    /** Returns the rows after a row. */
    Page after(Query query, Row row, int size, Progress progress) throws IOException {
        return page(query, Optional.of(row), false, size, progress);
    }

    /** Returns the rows before a row. */
    Page before(Query query, Row row, int size, Progress progress) throws IOException {
        return page(query, Optional.of(row), true, size, progress);
    }

    private Page page(Query query, Optional<Row> mark, boolean backward, int size, Progress progress)
            throws IOException {
        Comparator<Row> order = order(query);
        Comparator<Row> away = backward ? order.reversed() : order;
        PriorityQueue<Row> nearest = new PriorityQueue<>(size + 1, away.reversed());
        long[] counts = new long[2];
        each(query, progress, row -> {
            counts[0]++;
            if (mark.isPresent() && away.compare(row, mark.get()) <= 0) {
                counts[1]++;
            } else if (nearest.size() < size || away.compare(row, nearest.peek()) < 0) {
                nearest.add(row);
                if (nearest.size() > size) {
                    nearest.poll();
                }
            }
        });
        List<Row> rows = new ArrayList<>(nearest);
        rows.sort(order);
        return new Page(List.copyOf(rows), backward ? counts[0] - counts[1] - rows.size() : counts[1], counts[0]);
    }

    /** Shows the rows that match, in the order of the store: by point, draw, run. */
    void each(Query query, Progress progress, Consumer<Row> shown) throws IOException {
        try (Observations rows = study.observations()) {
            for (long i = 0; rows.next(); i++) {
                if (i % ASK_EVERY == 0) {
                    progress.checkCancelled();
                }
                if (rows.stop() != Observations.Stop.RUNNING) {
                    Row row = row(rows);
                    if (query.conditions().stream().allMatch(condition -> condition.holds(row.cells()))) {
                        shown.accept(row);
                    }
                }
            }
        }
    }

    private Row row(Observations now) {
        List<Comparable<?>> cells = new ArrayList<>(names.size());
        DesignPoint point = study.plan().points().get(now.point());
        cells.add((long) now.point());
        cells.add((long) now.draw());
        cells.add((long) now.run());
        for (int i = 0; i < factors; i++) {
            String factor = study.plan().factors().get(i);
            if (text[FIRST.size() + i]) {
                cells.add(point.factors().getOrDefault(factor, ""));
            } else {
                cells.add(point.number(factor).orElse(Double.NaN));
            }
        }
        cells.add((long) now.step());
        cells.add(now.time());
        cells.add(now.stop().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        for (int i = 0; i < study.plan().variables().size(); i++) {
            cells.add(now.value(i));
        }
        cells.add(now.failure());
        return new Row(now.point(), now.draw(), now.run(), Collections.unmodifiableList(cells));
    }

    /** By the column, then by point, draw and run, so that no two runs are equal. */
    private Comparator<Row> order(Query query) {
        int column = query.column();
        Comparator<Row> by = text[column]
                ? Comparator.comparing(row -> (String) row.cells().get(column))
                : Comparator.comparingDouble(row -> ((Number) row.cells().get(column)).doubleValue());
        Comparator<Row> missingLast =
                Comparator.comparing(row -> row.cells().get(column) instanceof Double value && value.isNaN());
        return missingLast
                .thenComparing(query.descending() ? by.reversed() : by)
                .thenComparingInt(Row::point)
                .thenComparingInt(Row::draw)
                .thenComparingInt(Row::run);
    }
}
