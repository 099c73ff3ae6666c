package org.einfluss.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.einfluss.api.InputException;
import org.einfluss.api.study.TableReader.Cell;
import org.einfluss.api.study.TableReader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {
    @Test
    void quotedCellsMayHoldSeparatorsQuotesAndLines() {
        List<Row> rows =
                CsvTable.rows("a, b\r\n\"{kind: x, y: 1}\",\"he said \"\"no\"\"\"\n\n , \n\"two\nlines\",", "t.csv");
        assertEquals(
                List.of(
                        List.of("a", "b"),
                        List.of("{kind: x, y: 1}", "he said \"no\""),
                        List.of("", ""),
                        List.of("two\nlines", "")),
                texts(rows));
        assertEquals(
                List.of("t.csv:1", "t.csv:2", "t.csv:4", "t.csv:5"),
                rows.stream().map(row -> row.place().toString()).toList());
        assertEquals("t.csv:2:2", rows.get(1).cells().get(1).place().toString());
    }

    @Test
    void semicolonsAndTabsAreRecognised() {
        assertEquals(
                List.of("0,5", "2"), texts(CsvTable.rows("a;b\n0,5;2", "t.csv")).get(1));
        assertEquals(
                List.of("1", "2"), texts(CsvTable.rows("a\tb\n1\t2\n", "t.csv")).get(1));
        assertEquals(List.of("x"), texts(CsvTable.rows("a\nx\n", "t.csv")).get(1));
    }

    @Test
    void sheetsOfCsvFilesAreRefused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "a\n1\n");
        assertEquals(
                "sub/t.csv: This file has no sheets; leave out 'Points'",
                assertThrows(InputException.class, () -> new CsvTable().rows(file, "sub/t.csv", Optional.of("Points")))
                        .getMessage());
    }

    private static List<List<String>> texts(List<Row> rows) {
        return rows.stream()
                .map(row -> row.cells().stream().map(Cell::text).toList())
                .toList();
    }

    @Test
    void openQuotesAreTold() {
        assertEquals(
                "t.csv:2: A quotation mark is not closed in this row",
                assertThrows(InputException.class, () -> CsvTable.rows("a\n\"b\n", "t.csv"))
                        .getMessage());
    }
}
