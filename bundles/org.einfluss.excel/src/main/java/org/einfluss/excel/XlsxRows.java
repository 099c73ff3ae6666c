package org.einfluss.excel;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.einfluss.api.InputException;
import org.einfluss.api.InputException.Place;
import org.einfluss.api.study.TableReader.Cell;
import org.einfluss.api.study.TableReader.Row;

/** The rows of one sheet as texts. */
final class XlsxRows {
    private final String name;

    XlsxRows(String name) {
        this.name = name;
    }

    List<Row> read(Path file, Optional<String> sheet) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new InputException("There is no file " + file + " for the table of design points");
        }
        try (OPCPackage content = OPCPackage.open(file.toFile(), PackageAccess.READ);
                XSSFWorkbook workbook = new XSSFWorkbook(content)) {
            return rows(sheet(workbook, sheet));
        } catch (InvalidFormatException
                | OpenXML4JRuntimeException
                | POIXMLException
                | IOException
                | IllegalArgumentException
                | IllegalStateException
                | NullPointerException
                | IndexOutOfBoundsException noWorkbook) {
            // The library tells a damaged workbook by all of these.
            throw new InputException(
                    "The file " + file + " is no XLSX workbook without password: " + noWorkbook.getMessage(),
                    noWorkbook);
        }
    }

    private XSSFSheet sheet(XSSFWorkbook workbook, Optional<String> wanted) {
        if (wanted.isEmpty()) {
            return workbook.getSheetAt(0);
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            names.add(workbook.getSheetName(i));
            if (names.get(i).equals(wanted.get())) {
                return workbook.getSheetAt(i);
            }
        }
        throw new InputException(
                new Place(name, 0, 0),
                "There is no sheet '" + wanted.get() + "'; the workbook has " + String.join(", ", names));
    }

    private List<Row> rows(XSSFSheet sheet) {
        List<Row> rows = new ArrayList<>();
        int first = 0;
        int columns = 0;
        for (int r = 0; r <= sheet.getLastRowNum(); r++) {
            List<Cell> cells = cells(sheet, r);
            int begin = 0;
            int end = cells.size();
            while (end > 0 && cells.get(end - 1).text().isEmpty()) {
                end--;
            }
            while (begin < end && cells.get(begin).text().isEmpty()) {
                begin++;
            }
            if (begin == end) {
                continue;
            }
            if (rows.isEmpty()) {
                first = begin;
                columns = end;
            } else if (begin < first || end > columns) {
                Cell outside = cells.get(begin < first ? begin : end - 1);
                throw new InputException(
                        outside.place(), "This cell is outside the columns that the first row names; clear it");
            }
            for (int c = cells.size(); c < columns; c++) {
                cells.add(new Cell(place(sheet, r, c), ""));
            }
            rows.add(new Row(
                    new Place(name + ", sheet " + sheet.getSheetName() + ", row " + (r + 1), 0, 0),
                    cells.subList(first, columns)));
        }
        return rows;
    }

    private List<Cell> cells(XSSFSheet sheet, int row) {
        List<Cell> cells = new ArrayList<>();
        XSSFRow written = sheet.getRow(row);
        for (int c = 0; written != null && c < written.getLastCellNum(); c++) {
            Place place = place(sheet, row, c);
            XSSFCell cell = written.getCell(c);
            cells.add(new Cell(place, cell == null ? "" : text(cell, place)));
        }
        return cells;
    }

    private Place place(XSSFSheet sheet, int row, int column) {
        String cell = new CellReference(row, column).formatAsString();
        return new Place(name + ", sheet " + sheet.getSheetName() + ", cell " + cell, 0, 0);
    }

    private static String text(XSSFCell cell, Place place) {
        CellType type = cell.getCellType();
        if (type == CellType.FORMULA) {
            if (cell.getRawValue() == null) {
                throw new InputException(
                        place,
                        "This formula has no value yet; open the workbook in a spreadsheet program and save it there");
            }
            type = cell.getCachedFormulaResultType();
        }
        return switch (type) {
            case NUMERIC -> number(cell, place);
            case STRING -> cell.getStringCellValue().strip();
            case BOOLEAN -> Boolean.toString(cell.getBooleanCellValue());
            case ERROR ->
                throw new InputException(
                        place,
                        "This cell holds the error value "
                                + FormulaError.forInt(cell.getErrorCellValue()).getString());
            default -> "";
        };
    }

    private static String number(XSSFCell cell, Place place) {
        if (DateUtil.isCellDateFormatted(cell)) {
            throw new InputException(place, "This cell is a date; format it as a number or as text");
        }
        return BigDecimal.valueOf(cell.getNumericCellValue())
                .stripTrailingZeros()
                .toPlainString();
    }
}
