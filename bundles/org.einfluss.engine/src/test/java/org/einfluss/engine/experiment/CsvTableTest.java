package org.einfluss.engine.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.einfluss.api.InputException;
import org.einfluss.engine.catalog.TableReader.Row;
import org.junit.jupiter.api.Test;

class CsvTableTest {
    @Test
    void quotedCellsMayHoldSeparatorsQuotesAndLines() {
        assertEquals(
                List.of(
                        new Row(1, List.of("a", "b")),
                        new Row(2, List.of("{kind: x, y: 1}", "he said \"no\"")),
                        new Row(5, List.of("two\nlines", ""))),
                CsvTable.rows("a, b\r\n\"{kind: x, y: 1}\",\"he said \"\"no\"\"\"\n\n , \n\"two\nlines\",", "t.csv")
                        .stream()
                        .filter(row -> !row.cells().equals(List.of("", "")))
                        .toList());
    }

    @Test
    void semicolonsAndTabsAreRecognised() {
        assertEquals(
                List.of("0,5", "2"), CsvTable.rows("a;b\n0,5;2", "t.csv").get(1).cells());
        assertEquals(
                List.of("1", "2"), CsvTable.rows("a\tb\n1\t2\n", "t.csv").get(1).cells());
        assertEquals(List.of("x"), CsvTable.rows("a\nx\n", "t.csv").get(1).cells());
    }

    @Test
    void openQuotesAreTold() {
        assertEquals(
                "t.csv:2: A quotation mark is not closed in this row",
                assertThrows(InputException.class, () -> CsvTable.rows("a\n\"b\n", "t.csv"))
                        .getMessage());
    }
}
