package org.einfluss.excel;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.ImportReport.Change;
import org.einfluss.api.data.ImportReport.Place;
import org.einfluss.api.data.Source;
import org.einfluss.formats.Attribute;
import org.einfluss.formats.NetworkDraft;
import org.einfluss.formats.NetworkParameters;
import org.einfluss.graph.Network;
import org.xml.sax.SAXException;

/** One reading of a network from a workbook, sheet by sheet and row by row. */
final class XlsxNetwork {
    private static final int MOST_COLUMNS = 1 << 14;

    /** A cell holds whole numbers exactly up to 15 digits. */
    static final double EXACT = 1e15;

    private final Source source;
    private final ImportReport report;
    private final Progress progress;
    private final NetworkDraft draft;
    private boolean nodesSeen;
    private boolean edgesSeen;
    /** Whether days are counted from 1904, as workbooks of old Macintosh programs do. */
    private boolean from1904;

    XlsxNetwork(Source source, ImportReport report, Progress progress) {
        this.source = source;
        this.report = report;
        this.progress = progress;
        draft = NetworkDraft.labelled(source.name());
    }

    Dataset read(NetworkParameters parameters) throws IOException {
        try (InputStream in = source.open();
                OPCPackage content = OPCPackage.open(in)) {
            XSSFReader workbook = new XSSFReader(content);
            ReadOnlySharedStringsTable texts = new ReadOnlySharedStringsTable(content, false);
            StylesTable styles = workbook.getStylesTable();
            try (InputStream book = workbook.getWorkbookData()) {
                from1904 = isFrom1904(book);
            }
            Iterator<InputStream> sheets = workbook.getSheetsData();
            while (sheets.hasNext()) {
                try (InputStream sheet = sheets.next()) {
                    String name = ((XSSFReader.SheetIterator) sheets).getSheetName();
                    switch (name.toLowerCase(Locale.ROOT)) {
                        case "nodes" -> {
                            nodesSeen = true;
                            new Sheet(name, sheet, texts, styles, true).read();
                        }
                        case "edges", "links", "ties" -> {
                            edgesSeen = true;
                            new Sheet(name, sheet, texts, styles, false).read();
                        }
                        default -> report.loss(Change.DROPPED, "sheet dropped", Place.of("sheet " + name));
                    }
                }
            }
        } catch (OpenXML4JException
                | OpenXML4JRuntimeException
                | POIXMLException
                | SAXException
                | XMLStreamException
                | IllegalArgumentException
                | IllegalStateException
                | NullPointerException
                | IndexOutOfBoundsException e) {
            // The library tells a damaged workbook by all of these.
            throw new InputException(
                    source.name() + ": This is no whole XLSX workbook without password. Save it again and retry.", e);
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("Zip bomb")) {
                throw new InputException(
                        source.name() + ": A part of this workbook unpacks to far more than it should; it is refused.",
                        e);
            }
            throw new InputException(
                    source.name() + ": This is no whole XLSX workbook without password. Save it again and retry.", e);
        }
        if (!edgesSeen) {
            throw new InputException(
                    source.name() + ": Expected a sheet named edges, found none. Name the sheet of the ties so.");
        }
        if (nodesSeen) {
            draft.checkEnds();
        }
        draft.directedByDefault();
        Network network = draft.network(parameters, report);
        return NetworkDraft.dataset(source, draft.direction(parameters), network);
    }

    private static boolean isFrom1904(InputStream book) throws XMLStreamException {
        XMLStreamReader xml = xml(book);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("workbookPr")) {
                String said = xml.getAttributeValue(null, "date1904");
                return said != null && (said.equals("1") || said.equals("true"));
            }
        }
        return false;
    }

    private static XMLStreamReader xml(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLReporter((message, type, related, location) -> {}); // what is wrong is thrown, too
        return factory.createXMLStreamReader(in);
    }

    /** A sheet: a row of names, then rows of values. */
    private final class Sheet {
        private final String name;
        private final InputStream in;
        private final ReadOnlySharedStringsTable texts;
        private final StylesTable styles;
        private final boolean ofNodes;
        private Optional<List<String>> header = Optional.empty();
        private final List<Object> row = new ArrayList<>();
        private int line;

        Sheet(String name, InputStream in, ReadOnlySharedStringsTable texts, StylesTable styles, boolean ofNodes) {
            this.name = name;
            this.in = in;
            this.texts = texts;
            this.styles = styles;
            this.ofNodes = ofNodes;
        }

        void read() throws XMLStreamException {
            XMLStreamReader xml = xml(in);
            int next = 0;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new IllegalArgumentException("document type");
                }
                if (event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("row")) {
                    row.clear();
                    line++;
                    String number = xml.getAttributeValue(null, "r");
                    line = number == null ? line : Integer.parseInt(number);
                    next = 0;
                    progress.checkCancelled();
                    progress.report(line, 0, "rows read");
                } else if (event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("c")) {
                    next = cell(xml, next);
                } else if (event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("mergeCell")) {
                    report.loss(
                            Change.GUESSED,
                            "merged cells, of which only the first has the value",
                            Place.of("sheet " + name + ", " + xml.getAttributeValue(null, "ref")));
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("row")) {
                    row();
                }
            }
            if (header.isEmpty()) {
                throw new InputException(place(), "Expected a row of names in this sheet, found none. Add it.");
            }
        }

        private InputException.Place place() {
            return new InputException.Place(source.name() + ", sheet " + name, line, 0);
        }

        private int cell(XMLStreamReader xml, int expected) throws XMLStreamException {
            String reference = xml.getAttributeValue(null, "r");
            String type = xml.getAttributeValue(null, "t");
            String style = xml.getAttributeValue(null, "s");
            int column = reference == null ? expected : column(reference);
            StringBuilder value = new StringBuilder();
            boolean any = false;
            boolean formula = false;
            boolean phonetic = false;
            for (int depth = 1; depth > 0; ) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    String part = xml.getLocalName();
                    if (part.equals("v") || part.equals("t") && !phonetic) {
                        value.append(xml.getElementText());
                        any = true;
                    } else {
                        phonetic |= part.equals("rPh");
                        formula |= part.equals("f");
                        depth++;
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    phonetic &= !xml.getLocalName().equals("rPh");
                    depth--;
                }
            }
            if (formula && !any) {
                report.loss(
                        Change.DROPPED,
                        "formula without a stored value dropped",
                        new Place(line, 0, "sheet " + name + ", " + reference));
            }
            if (any) {
                while (row.size() <= column) {
                    row.add("");
                }
                row.set(column, value(type == null ? "n" : type, value.toString(), style));
            }
            return column + 1;
        }

        private int column(String reference) {
            int column = 0;
            for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
                column = column * 26 + Character.toUpperCase(reference.charAt(i)) - 'A' + 1;
                if (column > MOST_COLUMNS) {
                    throw new InputException(
                            place(), "A sheet has at most " + MOST_COLUMNS + " columns. Is it the right file?");
                }
            }
            return Math.max(0, column - 1);
        }

        private Object value(String type, String text, String style) {
            return switch (type) {
                case "s" -> texts.getItemAt(Integer.parseInt(text)).getString();
                case "b" -> text.equals("1");
                case "e" -> {
                    report.loss(
                            Change.DROPPED,
                            "cell with an error dropped",
                            new Place(line, 0, "sheet " + name + ", " + text));
                    yield "";
                }
                case "n" -> number(text, style);
                default -> text;
            };
        }

        private Object number(String text, String style) {
            double value = Double.parseDouble(text);
            if (style != null) {
                XSSFCellStyle cell = styles.getStyleAt(Integer.parseInt(style));
                if (cell != null
                        && DateUtil.isADateFormat(cell.getDataFormat(), cell.getDataFormatString())
                        && DateUtil.isValidExcelDate(value)) {
                    report.loss(Change.CONVERTED, "date made a text", new Place(line, 0, "sheet " + name));
                    String date = DateUtil.getLocalDateTime(value, from1904).toString();
                    return date.endsWith("T00:00") ? date.substring(0, 10) : date;
                }
            }
            boolean whole = value == Math.rint(value) && Math.abs(value) <= EXACT; // 41 may be stored as 41.0
            return whole ? (Object) (long) value : (Object) value;
        }

        private void row() {
            if (row.stream().allMatch(value -> value.equals(""))) {
                return;
            }
            if (header.isEmpty()) {
                header = Optional.of(
                        row.stream().map(Object::toString).map(this::known).toList());
                if (ofNodes) {
                    index("id");
                } else {
                    index("source");
                    index("target");
                }
                return;
            }
            if (ofNodes) {
                int node = draft.declare(identifier("id"), place());
                for (int c = 0; c < row.size(); c++) {
                    if (c != index("id")) {
                        put(c, node);
                    }
                }
            } else {
                int tie = draft.tie(
                        draft.end(identifier("source"), place()),
                        draft.end(identifier("target"), place()),
                        true,
                        line,
                        0);
                for (int c = 0; c < row.size(); c++) {
                    if (c != index("source") && c != index("target")) {
                        put(c, tie);
                    }
                }
            }
        }

        /** The names with a meaning have it however their letters are, as Gephi writes Source, Target and Weight. */
        private String known(String column) {
            String small = column.strip().toLowerCase(Locale.ROOT);
            return !ofNodes && small.equals(Network.WEIGHT) ? small : column;
        }

        private int index(String column) {
            for (int c = 0; c < header.orElseThrow().size(); c++) {
                if (header.get().get(c).strip().equalsIgnoreCase(column)) {
                    return c;
                }
            }
            throw new InputException(
                    place(), "Expected a column named " + column + " in this sheet, found none. Name it so.");
        }

        private String identifier(String column) {
            int c = index(column);
            String text = c < row.size() ? row.get(c).toString().strip() : "";
            if (text.isEmpty()) {
                throw new InputException(
                        place(),
                        "Expected an identifier in column " + column + ", found none. Fill it in or remove the row.");
            }
            return text;
        }

        private void put(int c, int index) {
            Object value = row.get(c);
            String column =
                    c < header.orElseThrow().size() && !header.get().get(c).isBlank()
                            ? header.get().get(c)
                            : "column-" + (c + 1);
            boolean empty = value instanceof String text && text.isEmpty();
            Attribute attribute = ofNodes
                    ? draft.nodeAttribute(column, Attribute.Kind.FOUND)
                    : draft.tieAttribute(column, Attribute.Kind.FOUND);
            if (empty) {
                return;
            }
            if (value instanceof Long number) {
                attribute.put(index, number.longValue());
            } else if (value instanceof Double number) {
                attribute.put(index, number.doubleValue());
            } else if (value instanceof Boolean truth) {
                attribute.put(index, truth.booleanValue());
            } else {
                attribute.put(index, value.toString());
            }
        }
    }
}
