package org.einfluss.excel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.poi.ss.formula.WorkbookEvaluator;
import org.apache.poi.ss.formula.eval.NumberEval;
import org.apache.poi.ss.formula.eval.OperandResolver;
import org.apache.poi.ss.formula.eval.ValueEval;
import org.apache.poi.ss.formula.functions.Fixed1ArgFunction;
import org.apache.poi.ss.formula.functions.Fixed2ArgFunction;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.einfluss.api.CancelledException;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.findings.Findings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class WorkbookTest {
    @TempDir
    static Path folder;

    private static Path file;

    @BeforeAll
    static void write() throws IOException {
        file = folder.resolve("study.xlsx");
        new Workbook(List.of(new FakeFindings.MapView()))
                .write(new FakeStudy(1), FakeFindings.all(), file, Progress.NONE);
        register();
    }

    /** What POI cannot compute, by another library's distributions. */
    private static void register() {
        List<String> known = new ArrayList<>(WorkbookEvaluator.getSupportedFunctionNames());
        if (!known.contains("TINV")) {
            WorkbookEvaluator.registerFunction("TINV", new Fixed2ArgFunction() {
                @Override
                public ValueEval evaluate(int row, int column, ValueEval share, ValueEval degrees) {
                    return new NumberEval(new TDistribution(number(degrees, row, column))
                            .inverseCumulativeProbability(1 - number(share, row, column) / 2));
                }
            });
        }
        if (!known.contains("NORMSINV")) {
            WorkbookEvaluator.registerFunction("NORMSINV", new Fixed1ArgFunction() {
                @Override
                public ValueEval evaluate(int row, int column, ValueEval share) {
                    return new NumberEval(
                            new NormalDistribution().inverseCumulativeProbability(number(share, row, column)));
                }
            });
        }
    }

    private static double number(ValueEval value, int row, int column) {
        try {
            return OperandResolver.coerceValueToDouble(OperandResolver.getSingleValue(value, row, column));
        } catch (org.apache.poi.ss.formula.eval.EvaluationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aStudyWhoseDatasetIsGoneIsWrittenAndSaysSo() throws IOException {
        Path written = folder.resolve("gone.xlsx");
        String sentence = "The dataset 'karate' of this study is not there any more.";
        FakeStudy study = new FakeStudy(1) {
            @Override
            public Optional<Dataset> dataset(int configuration) {
                if (configuration == 1) {
                    throw new InputException(sentence);
                }
                return super.dataset(configuration);
            }
        };
        new Workbook(List.of()).write(study, FakeFindings.all(), written, Progress.NONE);
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(written))) {
            List<String> told = new ArrayList<>();
            for (Row row : workbook.getSheet("Provenance")) {
                if (row.getCell(0).getStringCellValue().equals("dataset karate")) {
                    told.add(row.getCell(1).getStringCellValue());
                }
            }
            assertEquals(List.of(sentence), told);
            assertTrue(workbook.getSheet("Observations").getLastRowNum() > 0, "the numbers are not there");
        }
    }

    private static XSSFWorkbook open() throws IOException {
        return new XSSFWorkbook(Files.newInputStream(file));
    }

    private static int column(Sheet sheet, String heading) {
        for (Cell cell : sheet.getRow(0)) {
            if (cell.getStringCellValue().equals(heading)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError("no column " + heading + " on " + sheet.getSheetName());
    }

    private static Row summary(Sheet sheet, int point, String variable) {
        for (Row row : sheet) {
            if (row.getRowNum() > 0
                    && row.getCell(0).getNumericCellValue() == point
                    && row.getCell(column(sheet, "variable"))
                            .getStringCellValue()
                            .equals(variable)) {
                return row;
            }
        }
        throw new AssertionError("no row for " + variable);
    }

    @Test
    void sheetsStandInReadingOrder() throws IOException {
        try (XSSFWorkbook workbook = open()) {
            assertEquals(
                    List.of(
                            "About",
                            "Summary",
                            "Figures",
                            "window",
                            "sizes",
                            "roles",
                            "reaches",
                            "influence",
                            "Parameters",
                            "NetworkMeans",
                            "Observations",
                            "ChartData",
                            "Dictionary",
                            "Provenance"),
                    IntStream.range(0, workbook.getNumberOfSheets())
                            .mapToObj(workbook::getSheetName)
                            .toList());
        }
    }

    @Test
    void networkMeansHoldTheMeansOverRunsAndOneRowPerRunOfAFixedNetwork() throws IOException {
        try (XSSFWorkbook workbook = open()) {
            Sheet sheet = workbook.getSheet("NetworkMeans");
            assertEquals(3 + 3 + 5, sheet.getLastRowNum());
            int reach = column(sheet, "reach [share of nodes]");
            assertEquals(0.2, sheet.getRow(1).getCell(reach).getNumericCellValue(), 1e-15);
            assertEquals(0.05, sheet.getRow(3).getCell(reach).getNumericCellValue(), 1e-15);
            assertEquals(
                    0.75,
                    sheet.getRow(1)
                            .getCell(column(sheet, "share reach ≥ 0.1 [share of runs]"))
                            .getNumericCellValue());
            Row withFailure = sheet.getRow(4);
            assertEquals(3, withFailure.getCell(column(sheet, "runs")).getNumericCellValue());
            assertEquals(1, withFailure.getCell(column(sheet, "failed [runs]")).getNumericCellValue());
            assertEquals(0.5, withFailure.getCell(reach).getNumericCellValue());
            assertEquals(4, sheet.getRow(11).getCell(column(sheet, "run")).getNumericCellValue());
            assertEquals(0.4, sheet.getRow(11).getCell(reach).getNumericCellValue());
        }
    }

    @Test
    void summaryFormulasGiveTheEstimatesOfAHandCalculation() throws IOException {
        try (XSSFWorkbook workbook = open()) {
            Sheet sheet = workbook.getSheet("Summary");
            FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            // Network means .2, .4, .05: mean .65/3, deviation sqrt(.061667/2), t(0.975; 2) = 4.302653.
            Row mean = summary(sheet, 0, "reach");
            double error = Math.sqrt(0.0616666666666667 / 2 / 3);
            assertCell(0.65 / 3, mean, column(sheet, "estimate"), evaluator);
            assertCell(error, mean, column(sheet, "standard error"), evaluator);
            // 0.65 / 3 - 4.302653 * error is -.2195, where no share can be.
            assertCell(0, mean, column(sheet, "low"), evaluator);
            assertCell(0.65 / 3 + 4.302652729911275 * error, mean, column(sheet, "high"), evaluator);
            assertCell(3, mean, column(sheet, "units"), evaluator);
            assertCell(12, mean, column(sheet, "runs"), evaluator);
            assertEquals(
                    "over 3 networks", mean.getCell(column(sheet, "interval")).getStringCellValue());
            // Shares .75, 1, .5: mean .75, clustered variance .0625/3, binomial .1875/12, deff 4/3, effective runs 9.
            Row share = summary(sheet, 0, "share reach ≥ 0.1");
            assertCell(0.75, share, column(sheet, "estimate"), evaluator);
            assertCell(Math.sqrt(0.0625 / 3), share, column(sheet, "standard error"), evaluator);
            assertCell(9, share, column(sheet, "effective runs [runs]"), evaluator);
            // Wilson at 0.75 of 9, z = 1.959964: (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n).
            assertCell(0.4268, share, column(sheet, "low"), evaluator, 1e-4);
            assertCell(0.9236, share, column(sheet, "high"), evaluator, 1e-4);
            // All 11 runs agree: they count as the 3 networks, and Wilson's lower end is n / (n + z²).
            Row sure = summary(sheet, 1, "share reach ≥ 0.1");
            assertCell(1, sure, column(sheet, "estimate"), evaluator);
            assertCell(3, sure, column(sheet, "effective runs [runs]"), evaluator);
            assertCell(3 / (3 + 3.841458820694124), sure, column(sheet, "low"), evaluator);
            assertCell(1, sure, column(sheet, "high"), evaluator);
            // One fixed network: runs 0, .1, .2, .3, .4; t(0.975; 4) = 2.776445.
            Row fixed = summary(sheet, 2, "reach");
            assertCell(0.2, fixed, column(sheet, "estimate"), evaluator);
            assertCell(Math.sqrt(0.025 / 5), fixed, column(sheet, "standard error"), evaluator);
            assertCell(0.2 - 2.7764451051977987 * Math.sqrt(0.005), fixed, column(sheet, "low"), evaluator);
            assertEquals(
                    "over 5 runs, conditional on this network",
                    fixed.getCell(column(sheet, "interval")).getStringCellValue());
            Row fixedShare = summary(sheet, 2, "share reach ≥ 0.1");
            assertCell(5, fixedShare, column(sheet, "effective runs [runs]"), evaluator);
        }
    }

    @Test
    void everyFormulaIsStoredWithTheValueItHas() throws IOException {
        try (XSSFWorkbook workbook = open()) {
            FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            int formulas = 0;
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.FORMULA) {
                            formulas++;
                            CellValue value = evaluator.evaluate(cell);
                            String place = sheet.getSheetName() + "!" + cell.getAddress() + " " + cell.getCellFormula();
                            assertEquals(cell.getCachedFormulaResultType(), value.getCellType(), place);
                            if (value.getCellType() == CellType.NUMERIC) {
                                assertEquals(cell.getNumericCellValue(), value.getNumberValue(), 1e-9, place);
                            }
                        }
                    }
                }
            }
            assertTrue(formulas > 60, "formulas: " + formulas);
        }
    }

    private static void assertCell(double expected, Row row, int column, FormulaEvaluator evaluator) {
        assertCell(expected, row, column, evaluator, 1e-9);
    }

    private static void assertCell(double expected, Row row, int column, FormulaEvaluator evaluator, double tolerance) {
        Cell cell = row.getCell(column);
        assertEquals(CellType.FORMULA, cell.getCellType());
        assertEquals(expected, cell.getNumericCellValue(), tolerance, "stored value");
        assertEquals(expected, evaluator.evaluate(cell).getNumberValue(), tolerance, cell.getCellFormula());
    }

    @Test
    void allIntervalsFollowTheLevelOnTheFirstSheet() throws IOException {
        try (XSSFWorkbook workbook = open()) {
            var level = new CellReference(workbook.getName(Summary.LEVEL).getRefersToFormula());
            Cell cell = workbook.getSheet(level.getSheetName())
                    .getRow(level.getRow())
                    .getCell(level.getCol());
            assertEquals(0.95, cell.getNumericCellValue());
            cell.setCellValue(0.5);
            Sheet sheet = workbook.getSheet("Summary");
            Cell low = summary(sheet, 2, "reach").getCell(column(sheet, "low"));
            // t(0.75; 4) = 0.740697.
            assertEquals(
                    0.2 - 0.7406970841 * Math.sqrt(0.005),
                    workbook.getCreationHelper()
                            .createFormulaEvaluator()
                            .evaluate(low)
                            .getNumberValue(),
                    1e-8);
        }
    }

    @Test
    void tablesHaveTypedCellsAndUnitsAndNothingIsInterpreted() throws IOException {
        try (XSSFWorkbook workbook = open()) {
            XSSFSheet sheet = workbook.getSheet("window");
            assertEquals(
                    "mean-degree [links per node]", sheet.getRow(0).getCell(0).getStringCellValue());
            assertEquals(
                    "Mean number of links",
                    sheet.getCellComment(new org.apache.poi.ss.util.CellAddress(0, 0))
                            .getString()
                            .getString());
            assertEquals(1.5, sheet.getRow(2).getCell(0).getNumericCellValue());
            assertNull(sheet.getRow(5).getCell(1), "NaN is an empty cell");
            String[] texts = {"=1+1", "+x", "@y", "<&>\"'", "_x0041_", null, "ü φ", " a ", "z"};
            for (int i = 0; i < texts.length; i++) {
                Cell cell = sheet.getRow(i + 1).getCell(5);
                if (texts[i] == null) {
                    assertNull(cell);
                } else {
                    assertEquals(CellType.STRING, cell.getCellType());
                    assertEquals(texts[i], cell.getStringCellValue());
                }
            }
            assertFalse(sheet.getRow(1).getCell(6).getBooleanCellValue());
            assertTrue(sheet.getRow(2).getCell(6).getBooleanCellValue());
            assertEquals(5000, sheet.getRow(1).getCell(7).getNumericCellValue());
            assertEquals("1152921504606846976", sheet.getRow(9).getCell(7).getStringCellValue(), "no digit is lost");
            assertEquals(1, sheet.getPaneInformation().getHorizontalSplitPosition(), "the heading stays in sight");
        }
    }

    @Test
    void observationsHoldEveryRowAndTheReasonOfAFailure() throws IOException {
        try (XSSFWorkbook workbook = open()) {
            Sheet sheet = workbook.getSheet("Observations");
            assertEquals(12 + 12 + 5, sheet.getLastRowNum());
            Row failed = sheet.getRow(16);
            assertEquals("failed", failed.getCell(5).getStringCellValue());
            assertEquals(CellType.STRING, failed.getCell(6).getCellType());
            assertEquals("=cmd|'/C calc'!A0", failed.getCell(6).getStringCellValue());
            assertNull(failed.getCell(7));
            assertEquals(0.4, sheet.getRow(29).getCell(7).getNumericCellValue());
        }
    }

    @Test
    void parametersTellEverySettingAndTheDictionaryItsMeaning() throws IOException {
        try (XSSFWorkbook workbook = open()) {
            Sheet sheet = workbook.getSheet("Parameters");
            int threshold = column(sheet, "model.threshold [fraction of neighbours]");
            assertEquals(0.2, sheet.getRow(2).getCell(threshold).getNumericCellValue());
            assertEquals(
                    "fixed", sheet.getRow(3).getCell(column(sheet, "networks")).getStringCellValue());
            assertEquals(
                    1000,
                    sheet.getRow(1).getCell(column(sheet, "network.nodes")).getNumericCellValue());
            List<String> lines = lines(workbook.getSheet("Dictionary"));
            assertTrue(
                    lines.contains("Parameters|model.threshold|fraction of neighbours|Threshold (φ)"),
                    lines.toString());
            assertTrue(lines.contains("Parameters|model.most-steps||Most steps"), lines.toString());
            assertTrue(lines.contains("window|mean-degree|links per node|Mean number of links"), lines.toString());
        }
    }

    @Test
    void everyColumnOfEverySheetIsInTheDictionary() throws IOException {
        try (XSSFWorkbook workbook = open()) {
            List<String> lines = lines(workbook.getSheet("Dictionary"));
            for (Sheet sheet : workbook) {
                if (List.of("About", "Figures", "Dictionary", "Provenance").contains(sheet.getSheetName())) {
                    continue;
                }
                for (Cell cell : sheet.getRow(0)) {
                    String name = cell.getStringCellValue().replaceFirst(" \\[.*\\]$", "");
                    assertTrue(
                            lines.stream()
                                    .anyMatch(line -> (line + "|").startsWith(sheet.getSheetName() + "|" + name + "|")),
                            sheet.getSheetName() + " " + name);
                }
            }
        }
    }

    @Test
    void provenanceAndAboutNameStudyDigestKeyInputsAndCitations() throws IOException {
        try (XSSFWorkbook workbook = open()) {
            String provenance = String.join("\n", lines(workbook.getSheet("Provenance")));
            assertTrue(provenance.contains("3f".repeat(32)));
            assertTrue(provenance.contains("7e".repeat(32)));
            assertTrue(provenance.contains("20261122"));
            assertTrue(provenance.contains("input engine|" + "ab".repeat(32)));
            assertTrue(provenance.contains("hash of karate|" + "cd".repeat(32)));
            String about = String.join("\n", lines(workbook.getSheet("About")));
            assertTrue(about.startsWith("Thresholds on random networks & <karate>"));
            assertTrue(about.contains("One club only."));
            assertTrue(about.contains("doi:10.1073/pnas.082090499"));
            assertTrue(about.contains("0.8731 share of runs (0.85 to 0.9; 95 % over 100 networks)"));
            assertTrue(about.contains("conditional on this network"));
        }
    }

    private static List<String> lines(Sheet sheet) {
        List<String> lines = new ArrayList<>();
        for (Row row : sheet) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.getLastCellNum(); i++) {
                Cell cell = row.getCell(i);
                line.append(i == 0 ? "" : "|").append(cell == null ? "" : cell.toString());
            }
            lines.add(line.toString());
        }
        return lines;
    }

    @Test
    void everyChartIsBoundToCellsThatHoldItsPoints() throws Exception {
        try (XSSFWorkbook workbook = open()) {
            List<XSSFChart> charts =
                    workbook.getSheet("Figures").getDrawingPatriarch().getCharts();
            assertEquals(6, charts.size());
            int points = 0;
            for (XSSFChart chart : charts) {
                Document xml = DocumentBuilderFactory.newDefaultNSInstance()
                        .newDocumentBuilder()
                        .parse(chart.getPackagePart().getInputStream());
                int references = 0;
                for (String kind : List.of("numRef", "strRef")) {
                    NodeList found = xml.getElementsByTagNameNS("*", kind);
                    for (int i = 0; i < found.getLength(); i++) {
                        points += checkPoints(workbook, (Element) found.item(i));
                        references++;
                    }
                }
                assertTrue(references >= 2, "every series has cells for both axes");
            }
            assertTrue(points > 100, "points: " + points);
        }
    }

    /** Compares the points a chart holds with the cells it names; an empty or not available cell has no point. */
    private static int checkPoints(XSSFWorkbook workbook, Element reference) {
        String range = reference.getElementsByTagNameNS("*", "f").item(0).getTextContent();
        CellReference[] cells = new AreaReference(range, workbook.getSpreadsheetVersion()).getAllReferencedCells();
        String count =
                ((Element) reference.getElementsByTagNameNS("*", "ptCount").item(0)).getAttribute("val");
        assertEquals(cells.length, Integer.parseInt(count), range);
        String[] points = new String[cells.length];
        NodeList found = reference.getElementsByTagNameNS("*", "pt");
        for (int i = 0; i < found.getLength(); i++) {
            Element point = (Element) found.item(i);
            points[Integer.parseInt(point.getAttribute("idx"))] = point.getTextContent();
        }
        Sheet sheet = workbook.getSheet(cells[0].getSheetName());
        for (int i = 0; i < cells.length; i++) {
            Cell cell = sheet.getRow(cells[i].getRow()).getCell(cells[i].getCol());
            String place = cells[i].formatAsString();
            if (points[i] == null) {
                assertTrue(cell == null || cell.getCachedFormulaResultType() == CellType.ERROR, place);
            } else if (cell.getCellType() == CellType.STRING) {
                assertEquals(cell.getStringCellValue(), points[i], place);
            } else {
                assertEquals(cell.getNumericCellValue(), Double.parseDouble(points[i]), 0, place);
            }
        }
        return cells.length;
    }

    @Test
    void figureOfTheFirstTableIsBoundToItsColumnsAndRows() throws IOException {
        try (XSSFWorkbook workbook = open()) {
            XDDFChartData data = workbook.getSheet("Figures")
                    .getDrawingPatriarch()
                    .getCharts()
                    .get(0)
                    .getChartSeries()
                    .get(0);
            assertEquals(4, data.getSeriesCount(), "measured, low, high, closed form");
            assertEquals(
                    "window!$A$2:$A$10", data.getSeries(0).getCategoryData().getDataRangeReference());
            assertEquals("window!$B$2:$B$10", data.getSeries(0).getValuesData().getDataRangeReference());
            assertEquals("window!$C$2:$C$10", data.getSeries(1).getValuesData().getDataRangeReference());
            assertEquals("window!$E$3:$E$9", data.getSeries(3).getValuesData().getDataRangeReference());
        }
    }

    @Test
    void chartOfAViewIsAPicture() throws IOException {
        try (XSSFWorkbook workbook = open()) {
            assertEquals(1, workbook.getAllPictures().size());
            assertEquals("image/png", workbook.getAllPictures().get(0).getMimeType());
        }
    }

    @Test
    void sameStudyGivesTheSameBytes() throws IOException {
        Path again = folder.resolve("again.xlsx");
        new Workbook(List.of(new FakeFindings.MapView()))
                .write(new FakeStudy(1), FakeFindings.all(), again, Progress.NONE);
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(again));
    }

    @Test
    void tablesOfTheSameNameGetSheetsOfTheirOwn() throws IOException {
        Path twice = folder.resolve("twice.xlsx");
        Findings one = FakeFindings.all().get(0);
        new Workbook().write(new FakeStudy(1), List.of(one, one), twice, Progress.NONE);
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(twice))) {
            assertTrue(workbook.getSheetIndex("window 2") > 0);
        }
    }

    @Test
    void writingOfTheFileItselfCanBeCancelled(@TempDir Path folder) {
        AtomicBoolean writing = new AtomicBoolean();
        Progress cancelled = new Progress() {
            @Override
            public void report(long done, long total, String what) {
                writing.compareAndSet(false, what.equals("Writing the workbook"));
            }

            @Override
            public boolean isCancelled() {
                return writing.get();
            }
        };
        assertThrows(
                CancelledException.class,
                () -> new Workbook().write(new FakeStudy(1), FakeFindings.all(), folder.resolve("a.xlsx"), cancelled));
        assertTrue(writing.get());
    }

    @Test
    void sheetNamesAreValidShortAndUnique() throws IOException {
        try (WorkbookFile workbook = new WorkbookFile("names")) {
            assertEquals("a-b-c", workbook.name("a/b:c"));
            assertEquals("A-B-C 2", workbook.name("A-B-C"));
            assertEquals("x".repeat(31), workbook.name("x".repeat(40)));
            assertEquals("x".repeat(29) + " 2", workbook.name("x".repeat(40)));
            assertEquals("History 2", workbook.name("History"));
        }
    }
}
