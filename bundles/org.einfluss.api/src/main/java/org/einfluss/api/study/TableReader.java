package org.einfluss.api.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.einfluss.api.InputException.Place;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Reads a file of rows of texts: the points of a table design. CSV is built in. Stateless. Contract test: {@code TableReaderContract}.
 *
 * <p>Register it as an OSGi service, or add it to a catalogue.
 */
@ConsumerType
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
     * @param name the file as the user named it, for places and messages
     * @param sheet which of a file's tables is meant; the first where empty
     * @return the first row, which names the columns, then the others; empty rows are left out
     * @throws IOException when it cannot be read
     * @throws org.einfluss.api.InputException when its content is wrong, naming the place
     */
    List<Row> rows(Path file, String name, Optional<String> sheet) throws IOException;

    /**
     * One row.
     *
     * @param place where it is
     * @param cells its cells, as many as it has
     */
    record Row(Place place, List<Cell> cells) {
        /** Copies the list. */
        public Row {
            Objects.requireNonNull(place);
            cells = List.copyOf(cells);
        }
    }

    /**
     * One cell.
     *
     * @param place where it is
     * @param text its text without white space around it; numbers with a decimal point, truth values as true and false; empty
     *     where nothing is in it
     */
    record Cell(Place place, String text) {
        /** Checks that nothing is missing. */
        public Cell {
            Objects.requireNonNull(place);
            Objects.requireNonNull(text);
        }
    }
}
