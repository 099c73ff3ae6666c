package org.einfluss.tck.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.einfluss.api.InputException;
import org.einfluss.api.study.TableReader;
import org.einfluss.api.study.TableReader.Cell;
import org.einfluss.api.study.TableReader.Row;

/** The contract of a reader of tables. */
public final class TableReaderChecks extends ComponentChecks {
    private final TableReader reader;
    private final String name;
    private final byte[] example;

    /**
     * Makes the contract of one reader.
     *
     * @param reader the reader
     * @param name name of a file that it reads
     * @param example content of that file
     */
    public TableReaderChecks(TableReader reader, String name, byte[] example) {
        super(reader, TableReader.class, Setup.standard());
        this.reader = reader;
        this.name = name;
        this.example = example.clone();
        clause(
                "knows its files by their names",
                "true for the example, false for a name without extension",
                "look at the end of the name alone, not at the file",
                () -> {
                    FindingsRules.require(reader.reads(name), "false for " + name);
                    FindingsRules.require(!reader.reads("einfluss"), "true for einfluss");
                });
        clause(
                "reads its example",
                "a row that names the columns and a row of values; every cell with file, line and column and no blanks around it",
                "read what your own documentation shows; strip the cells; count lines and columns from 1",
                () -> rows().forEach(this::checkRow));
        clause(
                "the same file gives the same rows",
                "equal rows from two threads at once",
                "keep nothing in fields or static fields",
                () -> {
                    List<Row> rows = rows();
                    Twice.Work again = () -> FindingsRules.require(rows.equals(rows()), "other rows");
                    Twice.atOnce(again, again);
                });
        clause(
                "tells that a file is missing",
                "IOException or InputException where there is no file",
                "let the exception of opening the file through",
                () -> {
                    try {
                        reader.rows(Path.of("no-such-folder", name), name, Optional.empty());
                    } catch (IOException | InputException asExpected) {
                        return;
                    }
                    throw new Violation("rows of a file that is not there");
                });
    }

    private List<Row> rows() throws IOException {
        Path folder = Files.createTempDirectory("einfluss-tck");
        Path file = folder.resolve(name);
        try {
            Files.write(file, example);
            List<Row> rows = reader.rows(file, name, Optional.empty());
            FindingsRules.require(rows.size() >= 2, rows.size() + " rows");
            return rows;
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private void checkRow(Row row) {
        for (Cell cell : row.cells()) {
            FindingsRules.require(
                    cell.place().source().equals(name) && cell.place().line() > 0,
                    "'" + cell.text() + "' at " + cell.place());
            FindingsRules.require(cell.text().equals(cell.text().strip()), "'" + cell.text() + "'");
        }
    }
}
