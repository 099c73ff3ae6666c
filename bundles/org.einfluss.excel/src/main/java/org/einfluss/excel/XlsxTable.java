package org.einfluss.excel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.einfluss.api.study.TableReader;
import org.osgi.service.component.annotations.Component;

/**
 * Reads the points of a table design from a sheet of an XLSX workbook: the first row that is not empty names the columns, the
 * others are points.
 *
 * <p>Numbers are read with all their digits, however they are shown; of a formula the value that the spreadsheet program last saved.
 * Dates, error values, formulas without a value and cells outside the named columns are refused with sheet and cell.
 */
@Component(service = TableReader.class)
public final class XlsxTable implements TableReader {
    /** Makes a reader. */
    public XlsxTable() {}

    @Override
    public boolean reads(String fileName) {
        return fileName.toLowerCase(Locale.ROOT).matches(".*\\.xls[xm]");
    }

    @Override
    public List<Row> rows(Path file, String name, Optional<String> sheet) throws IOException {
        return new XlsxRows(name).read(file, sheet); // a class of its own, so that a start loads no POI
    }
}
