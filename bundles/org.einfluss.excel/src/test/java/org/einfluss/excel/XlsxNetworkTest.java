package org.einfluss.excel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.einfluss.api.Progress;
import org.einfluss.api.data.ImportReport;
import org.einfluss.formats.NetworkParameters;
import org.einfluss.formats.NetworkParameters.TieDirection;
import org.einfluss.graph.Network;
import org.junit.jupiter.api.Test;

/** What people have in workbooks beside plain cells is read or told. */
class XlsxNetworkTest {
    private final ImportReport report = new ImportReport();

    private Network read(boolean from1904) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.getCTWorkbook().getWorkbookPr().setDate1904(from1904);
            XSSFCellStyle date = workbook.createCellStyle();
            date.setDataFormat((short) 14);
            XSSFSheet edges = workbook.createSheet("Edges");
            String[] names = {"Source", "Target", "Weight", "since", "kind", "sum"};
            row(edges, 0, names);
            for (int i = 1; i <= 2; i++) {
                XSSFRow row = row(edges, i, i == 1 ? "a" : "b", i == 1 ? "b" : "c");
                row.createCell(2).setCellValue(i + 0.5);
                row.createCell(3).setCellValue(40000);
                row.getCell(3).setCellStyle(date);
            }
            edges.getRow(1).createCell(4).setCellValue("friend");
            edges.addMergedRegion(new CellRangeAddress(1, 2, 4, 4));
            edges.getRow(1).createCell(5).setCellFormula("C2*2");
            edges.getRow(2).createCell(5).setCellFormula("C3*2");
            edges.getRow(2).getCell(5).setCellValue(5); // keeps the formula
            workbook.write(bytes);
        }
        return new XlsxNetworkReader()
                .read(
                        XlsxNetworkReaderContractTest.of(bytes.toByteArray()),
                        NetworkParameters.of(TieDirection.INFLUENCES),
                        report,
                        Progress.NONE)
                .network();
    }

    private static XSSFRow row(XSSFSheet sheet, int number, String... texts) {
        XSSFRow row = sheet.createRow(number);
        for (int i = 0; i < texts.length; i++) {
            row.createCell(i).setCellValue(texts[i]);
        }
        return row;
    }

    @Test
    void formulasMergedCellsAndDatesAreReadOrTold() throws IOException {
        Network network = read(false);
        assertArrayEquals(new double[] {1.5, 2.5}, network.weights().orElseThrow());
        assertEquals("2009-07-06", network.arcColumn("since").orElseThrow().textAt(0));
        assertEquals("friend", network.arcColumn("kind").orElseThrow().textAt(0));
        assertTrue(network.arcColumn("kind").orElseThrow().isMissing(1));
        assertTrue(network.arcColumn("sum").orElseThrow().isMissing(0));
        assertEquals("5", network.arcColumn("sum").orElseThrow().textAt(1));
        Map<String, Long> told =
                report.losses().stream().collect(Collectors.toMap(ImportReport.Loss::what, ImportReport.Loss::count));
        assertEquals(
                Map.of(
                        "date made a text", 2L,
                        "merged cells, of which only the first has the value", 1L,
                        "formula without a stored value dropped", 1L),
                told);
    }

    @Test
    void daysAreCountedFrom1904WhereTheWorkbookSaysSo() throws IOException {
        assertEquals("2013-07-07", read(true).arcColumn("since").orElseThrow().textAt(0));
    }
}
