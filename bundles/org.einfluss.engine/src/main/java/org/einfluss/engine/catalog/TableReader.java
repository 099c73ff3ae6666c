package org.einfluss.engine.catalog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads a file of rows of texts: the points of a table design. CSV is built in. Stateless. */
public interface TableReader {
    /**
     * Returns whether it reads files of this name.
     *
     * @param fileName the file's name
     */
    boolean reads(String fileName);

    /**
     * Reads the rows.
     *
     * @param file the file
     * @return the first row, which names the columns, then the others; cells are stripped, empty rows are left out
     * @throws IOException when it cannot be read
     * @throws org.einfluss.api.InputException when its content is wrong, naming the place
     */
    List<Row> rows(Path file) throws IOException;

    /**
     * One row.
     *
     * @param line its number in the file, from 1
     * @param cells the texts of its cells
     */
    record Row(int line, List<String> cells) {
        /** Copies the list. */
        public Row {
            cells = List.copyOf(cells);
        }
    }
}
