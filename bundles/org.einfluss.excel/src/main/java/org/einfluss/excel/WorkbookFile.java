package org.einfluss.excel;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.einfluss.api.Progress;

/**
 * A workbook whose package (styles, charts, pictures, comments) is built by POI with empty sheets, while the cells are streamed
 * into it as the file is written. So the heap does not grow with the rows, and a million rows cost little more than their
 * compression.
 */
final class WorkbookFile implements AutoCloseable {
    /** Writes the rows of a sheet; called once, while the file is written. */
    @FunctionalInterface
    interface Rows {
        void write(RowWriter out) throws IOException;
    }

    private static final String EMPTY = "<sheetData/>";

    /** Rows of a long table that are printed; nobody wants a thousand pages of observations on paper. */
    static final int PRINTED_ROWS = 300;

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final List<String> names = new ArrayList<>();
    private final Map<String, Rows> rows = new LinkedHashMap<>();
    final Styles styles = new Styles(workbook);

    WorkbookFile(String title) {
        POIXMLProperties properties = workbook.getProperties();
        properties.getCoreProperties().setCreator("Einfluss");
        properties.getCoreProperties().setTitle(title);
        properties.getCoreProperties().setCreated(Optional.empty());
        properties.getExtendedProperties().getUnderlyingProperties().setApplication("Einfluss");
    }

    XSSFWorkbook workbook() {
        return workbook;
    }

    /** Finds and takes a name for a sheet: valid, at most 31 characters, unique without regard to case. */
    String name(String wanted) {
        String base = wanted.replaceAll("[\\\\/?*\\[\\]:\\p{Cntrl}]", "-").replaceAll("^'|'$", "-");
        String valid = base.isBlank() ? "Sheet" : base.substring(0, Math.min(31, base.length()));
        String name = valid;
        for (int i = 2; taken(name); i++) {
            String suffix = " " + i;
            name = valid.substring(0, Math.min(valid.length(), 31 - suffix.length())) + suffix;
        }
        names.add(name);
        return name;
    }

    private boolean taken(String name) {
        // Excel keeps "History" for itself.
        return name.equalsIgnoreCase("History") || names.stream().anyMatch(name::equalsIgnoreCase);
    }

    /** Adds a sheet of free form. */
    XSSFSheet sheet(String name, Rows body) {
        XSSFSheet sheet = workbook.createSheet(name);
        sheet.setFitToPage(true);
        sheet.setAutobreaks(true);
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.getFooter().setLeft("&A");
        sheet.getFooter().setRight("&P / &N");
        rows.put(name, body);
        return sheet;
    }

    /**
     * Adds a sheet with a heading in row 1 that stays in sight, repeated on paper, with the meanings as comments.
     *
     * @param count number of rows below the heading
     * @param body writes the rows below the heading
     */
    XSSFSheet table(String name, List<Heading> headings, int count, Rows body) {
        XSSFSheet sheet = sheet(name, out -> {
            // Two lines of heading, as units stand below names where a column is narrow.
            out.begin(31);
            for (Heading heading : headings) {
                out.text(heading.label(), styles.heading);
            }
            out.end();
            body.write(out);
        });
        sheet.getPrintSetup().setLandscape(true);
        sheet.createFreezePane(0, 1);
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
        if (count > 0) {
            sheet.setAutoFilter(new CellRangeAddress(0, count, 0, headings.size() - 1));
        }
        if (count > PRINTED_ROWS) {
            workbook.setPrintArea(workbook.getSheetIndex(sheet), 0, headings.size() - 1, 0, PRINTED_ROWS);
        }
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        for (int i = 0; i < headings.size(); i++) {
            Heading heading = headings.get(i);
            sheet.setColumnWidth(i, 256 * Math.max(10, Math.min(24, 3 + longestWord(heading))));
            if (!heading.meaning().isEmpty()) {
                XSSFComment comment = drawing.createCellComment(new XSSFClientAnchor(0, 0, 0, 0, i + 1, 1, i + 4, 5));
                comment.setAddress(0, i);
                comment.setAuthor("Einfluss");
                comment.setString(heading.meaning());
            }
        }
        return sheet;
    }

    /** Makes a column wide enough for its longest text, within reason. */
    static void widen(XSSFSheet sheet, int column, int longest) {
        int width = 256 * Math.min(80, longest + 3);
        if (width > sheet.getColumnWidth(column)) {
            sheet.setColumnWidth(column, width);
        }
    }

    private static int longestWord(Heading heading) {
        int half = (heading.label().length() + 1) / 2;
        int longest = Math.max(half, heading.name().length());
        for (String word : heading.label().split(" ", -1)) {
            longest = Math.max(longest, word.length());
        }
        return longest;
    }

    /** Writes the file; a cancelled one is left half-written to the caller. */
    void write(Path file, Progress progress) throws IOException {
        Map<String, Rows> bodies = new LinkedHashMap<>();
        rows.forEach((name, body) -> bodies.put(
                workbook.getSheet(name).getPackagePart().getPartName().getName().substring(1), body));
        ByteArrayOutputStream skeleton = new ByteArrayOutputStream();
        workbook.write(skeleton);
        try (OutputStream out =
                        new BufferedOutputStream(new Cancellable(Files.newOutputStream(file), progress), 1 << 16);
                ZipOutputStream zip = new ZipOutputStream(out);
                ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(skeleton.toByteArray()))) {
            // Light compression: the numbers of simulations shrink by a fifth more at thrice the time.
            zip.setLevel(Deflater.BEST_SPEED);
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                progress.checkCancelled();
                ZipEntry copy = new ZipEntry(entry.getName());
                // The first time a ZIP file can tell: the same study gives the same bytes.
                copy.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                zip.putNextEntry(copy);
                Rows body = bodies.get(entry.getName());
                if (body == null) {
                    in.transferTo(zip);
                } else {
                    stream(new String(in.readAllBytes(), StandardCharsets.UTF_8), body, zip);
                }
                zip.closeEntry();
            }
        }
    }

    private static void stream(String xml, Rows body, ZipOutputStream zip) throws IOException {
        // It would tell readers that the sheet ends where the empty one did.
        String sheet = xml.replaceFirst("<dimension [^>]*/>", "");
        int place = sheet.indexOf(EMPTY);
        if (place < 0) {
            throw new IllegalStateException(
                    String.format(Locale.ROOT, "A sheet of %d characters has no place for its rows", sheet.length()));
        }
        zip.write(sheet.substring(0, place).getBytes(StandardCharsets.UTF_8));
        zip.write("<sheetData>".getBytes(StandardCharsets.UTF_8));
        RowWriter out = new RowWriter(zip);
        body.write(out);
        out.flush();
        zip.write("</sheetData>".getBytes(StandardCharsets.UTF_8));
        zip.write(sheet.substring(place + EMPTY.length()).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    /** Looks at every buffer whether the user still wants the file: sheets of many rows have no other place to notice. */
    private static final class Cancellable extends FilterOutputStream {
        private final Progress progress;

        Cancellable(OutputStream out, Progress progress) {
            super(out);
            this.progress = progress;
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            progress.checkCancelled();
            out.write(bytes, from, count);
        }
    }
}
