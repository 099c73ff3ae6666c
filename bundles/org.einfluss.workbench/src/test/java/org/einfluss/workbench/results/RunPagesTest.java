package org.einfluss.workbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.workbench.results.RunPages.Page;
import org.einfluss.workbench.results.RunPages.Query;
import org.einfluss.workbench.results.RunPages.Row;
import org.einfluss.workbench.texts.Texts;
import org.junit.jupiter.api.Test;

class RunPagesTest {
    private static final Texts TEXTS = new Texts(Locale.ENGLISH);

    @Test
    void columnsArePlaceFactorsEndVariablesFailure() {
        assertEquals(
                List.of(
                        "point",
                        "draw",
                        "run",
                        "model",
                        "model.threshold",
                        "steps",
                        "time",
                        "stop",
                        "reach",
                        "failure"),
                pages(1).names());
    }

    @Test
    void pagesForwardAndBackwardAreThoseOfTheWholeListSorted() throws IOException {
        RunPages pages = pages(57);
        for (int column = 0; column < pages.names().size(); column++) {
            for (boolean descending : new boolean[] {false, true}) {
                Query query = new Query(List.of(), column, descending);
                List<Row> all = sorted(pages, query);
                List<Row> forward = new ArrayList<>();
                Page page = pages.first(query, 10, Progress.NONE);
                while (!page.rows().isEmpty()) {
                    assertEquals(forward.size(), page.before());
                    assertEquals(57, page.matching());
                    forward.addAll(page.rows());
                    page = pages.after(query, forward.get(forward.size() - 1), 10, Progress.NONE);
                }
                assertEquals(all, forward, pages.names().get(column) + " " + descending);
                Page last = pages.last(query, 10, Progress.NONE);
                assertEquals(all.subList(47, 57), last.rows());
                assertEquals(47, last.before());
                Page before = pages.before(query, last.rows().get(0), 10, Progress.NONE);
                assertEquals(all.subList(37, 47), before.rows());
                assertEquals(37, before.before());
            }
        }
    }

    @Test
    void conditionsAreComparedInTheirColumn() throws IOException {
        RunPages pages = pages(57);
        List<Row> all = sorted(pages, new Query(List.of(), 0, false));
        int reach = pages.names().indexOf("reach");
        long high = all.stream()
                .filter(row -> row.point() == 1 && (Double) row.cells().get(reach) >= 0.5)
                .count();
        assertTrue(high > 3, "too few to test with: " + high);
        assertEquals(high, matching(pages, "reach >= 0.5, point = 1"));
        assertEquals(57, matching(pages, " "));
        assertEquals(19, matching(pages, "model = WATTS"));
        assertEquals(38, matching(pages, "model != watts"));
        assertEquals(19, matching(pages, "watt"));
        // A missing number is neither below nor above anything.
        assertEquals(
                all.stream()
                        .filter(row -> !Double.isNaN((Double) row.cells().get(reach)))
                        .count(),
                matching(pages, "reach <= 9"));
    }

    @Test
    void mistakesSayWhatThereIs() {
        RunPages pages = pages(1);
        assertTrue(mistake(pages, "rech > 1").contains("There is no column 'rech'; the columns are point, draw"));
        assertTrue(mistake(pages, "model > a").contains("use = or !="));
        assertTrue(mistake(pages, "reach > x").contains("found 'x'"));
    }

    private static String mistake(RunPages pages, String text) {
        return assertThrows(InputException.class, () -> RunCondition.read(text, pages, TEXTS))
                .getMessage();
    }

    private static long matching(RunPages pages, String text) throws IOException {
        return pages.first(new Query(RunCondition.read(text, pages, TEXTS), 0, false), 5, Progress.NONE)
                .matching();
    }

    /** The plain way: all rows at once. */
    @SuppressWarnings("unchecked")
    private static List<Row> sorted(RunPages pages, Query query) throws IOException {
        List<Row> all = new ArrayList<>();
        pages.each(query, Progress.NONE, all::add);
        Comparator<Row> order = (a, b) -> {
            Comparable<Object> left = (Comparable<Object>) a.cells().get(query.column());
            Object right = b.cells().get(query.column());
            boolean leftMissing = left.equals(Double.NaN);
            boolean rightMissing = right.equals(Double.NaN);
            if (leftMissing || rightMissing) {
                return Boolean.compare(leftMissing, rightMissing);
            }
            return query.descending() ? -left.compareTo(right) : left.compareTo(right);
        };
        all.sort(order.thenComparing(Row::point).thenComparing(Row::draw).thenComparing(Row::run));
        return all;
    }

    private static RunPages pages(int runs) {
        double[] reach = new double[runs];
        for (int i = 0; i < runs; i++) {
            // Few values, so that there are ties; some are missing.
            int value = (i * 7 + i / 3 * 5) % 8;
            reach[i] = value == 7 ? Double.NaN : value / 8.0;
        }
        return new RunPages(new TinyStudy(reach));
    }
}
