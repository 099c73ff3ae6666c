package org.einfluss.excel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.Variable;
import org.einfluss.api.model.Generator;
import org.einfluss.api.model.Model;
import org.einfluss.api.model.Simulation;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.TableReader.Cell;
import org.einfluss.api.study.TableReader.Row;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.experiment.ExperimentFile;
import org.einfluss.engine.experiment.Planner;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxTableTest {
    @TempDir
    Path folder;

    @Test
    void cellsBecomeTheTextsOfTheirValues() throws IOException {
        Path file = workbook("Points", sheet -> {
            row(sheet, 1, null, "model.rate", "network.nodes", "label", "flag");
            row(sheet, 3, null, 0.1, 1e7, "  two words ", true);
            row(sheet, 4, null, 1e-7, 3.0, "{kind: x}");
            sheet.createRow(6).createCell(1).setCellFormula("B4*2");
            sheet.getRow(6).createCell(3).setCellFormula("\"a\"&\"b\"");
            sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
        });
        List<Row> rows = read(file, Optional.empty());
        assertEquals(
                List.of(
                        List.of("model.rate", "network.nodes", "label", "flag"),
                        List.of("0.1", "10000000", "two words", "true"),
                        List.of("0.0000001", "3", "{kind: x}", ""),
                        List.of("0.2", "", "ab", "")),
                rows.stream()
                        .map(row -> row.cells().stream().map(Cell::text).toList())
                        .toList());
        assertEquals("p.xlsx, sheet Points, row 4", rows.get(1).place().toString());
        assertEquals(
                "p.xlsx, sheet Points, cell E5",
                rows.get(2).cells().get(3).place().toString());
    }

    @Test
    void whatHasNoTextIsRefusedWithSheetAndCell() throws IOException {
        Map<String, Consumer<XSSFSheet>> wrong = Map.of(
                "p.xlsx, sheet Points, cell B2: This formula has no value yet",
                        sheet -> sheet.createRow(1).createCell(1).setCellFormula("1+1"),
                "p.xlsx, sheet Points, cell B3: This cell holds the error value #DIV/0!",
                        sheet -> {
                            sheet.createRow(2).createCell(1).setCellFormula("1/0");
                            sheet.getWorkbook()
                                    .getCreationHelper()
                                    .createFormulaEvaluator()
                                    .evaluateAll();
                        },
                "p.xlsx, sheet Points, cell A2: This cell is a date",
                        sheet -> {
                            CellStyle date = sheet.getWorkbook().createCellStyle();
                            date.setDataFormat((short) 14);
                            row(sheet, 1, 40_000.0);
                            sheet.getRow(1).getCell(0).setCellStyle(date);
                        },
                "p.xlsx, sheet Points, cell C2: This cell is outside the columns",
                        sheet -> row(sheet, 1, 1.0, 2.0, "note"));
        for (Map.Entry<String, Consumer<XSSFSheet>> one : wrong.entrySet()) {
            Path file = workbook("Points", sheet -> {
                row(sheet, 0, "a", "b");
                one.getValue().accept(sheet);
            });
            String message = assertThrows(InputException.class, () -> read(file, Optional.empty()))
                    .getMessage();
            assertTrue(message.startsWith(one.getKey()), message);
        }
    }

    @Test
    void unknownSheetsAndOtherFilesAreTold() throws IOException {
        Path file = workbook("Points", sheet -> row(sheet, 0, "a"));
        assertEquals(
                "p.xlsx: There is no sheet 'points'; the workbook has Points, Notes",
                assertThrows(InputException.class, () -> read(file, Optional.of("points")))
                        .getMessage());
        Path text = Files.writeString(folder.resolve("p.xlsx"), "a,b\n1,2\n");
        assertTrue(assertThrows(InputException.class, () -> read(text, Optional.empty()))
                .getMessage()
                .startsWith("The file " + text + " is no XLSX workbook"));
        Path missing = folder.resolve("missing.xlsx");
        assertThrows(InputException.class, () -> read(missing, Optional.empty()));
        assertTrue(new XlsxTable().reads("a/POINTS.XLSX"));
        assertFalse(new XlsxTable().reads("points.xls"));
    }

    @Test
    void damagedWorkbooksAreRefused() throws IOException {
        Path file = workbook("Points", sheet -> {
            row(sheet, 0, "model.rate", "label");
            row(sheet, 1, 0.1, "a");
        });
        byte[] whole = Files.readAllBytes(file);
        RandomStream random = new RandomStream(3);
        int refused = 0;
        for (int i = 0; i < 1_000; i++) {
            byte[] damaged =
                    random.nextInt(3) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int hits = random.nextInt(6); hits > 0 && damaged.length > 0; hits--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, damaged);
            try {
                read(file, Optional.empty());
            } catch (InputException told) {
                refused++;
            }
        }
        assertTrue(refused > 500, refused + " of 1000 were refused");
    }

    @Test
    void plannerTakesPointsFromAWorkbook() throws IOException {
        workbook("Points", sheet -> {
            row(sheet, 0, "model.rate", "network.nodes");
            row(sheet, 1, 0.25, 10.0);
            row(sheet, 2, 0.5, 20.0);
        });
        Plan plan = plan("{kind: table, file: p.xlsx, sheet: Points}");
        assertEquals(
                List.of(
                        Map.of("model.rate", "0.25", "network.nodes", "10"),
                        Map.of("model.rate", "0.5", "network.nodes", "20")),
                plan.points().stream().map(point -> point.factors()).toList());

        workbook("Points", sheet -> {
            row(sheet, 0, "model.rate", "network.nodes");
            row(sheet, 1, 0.25, "many");
        });
        String message = assertThrows(InputException.class, () -> plan("{kind: table, file: p.xlsx, sheet: Points}"))
                .getMessage();
        assertTrue(message.startsWith("p.xlsx, sheet Points, cell B2: "), message);
    }

    private Plan plan(String design) throws IOException {
        String yaml = "format: 1\nnetwork: pairs\nmodel: still\nseeding: none\ndesign: " + design + "\n";
        Catalog catalog = Catalog.of(new Pairs(), new Still(), new XlsxTable());
        return Planner.plan(ExperimentFile.read(yaml, "e.yaml"), catalog, folder, Progress.NONE);
    }

    private static List<Row> read(Path file, Optional<String> sheet) throws IOException {
        return new XlsxTable().rows(file, "p.xlsx", sheet);
    }

    /** Writes {@code p.xlsx} with a sheet and an empty one after it. */
    private Path workbook(String name, Consumer<XSSFSheet> content) throws IOException {
        Path file = folder.resolve("p.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            content.accept(workbook.createSheet(name));
            workbook.createSheet("Notes");
            workbook.write(out);
        }
        return file;
    }

    private static void row(XSSFSheet sheet, int number, Object... values) {
        var row = sheet.createRow(number);
        for (int c = 0; c < values.length; c++) {
            if (values[c] instanceof Double value) {
                row.createCell(c).setCellValue(value);
            } else if (values[c] instanceof Boolean value) {
                row.createCell(c).setCellValue(value);
            } else if (values[c] instanceof String value) {
                row.createCell(c).setCellValue(value);
            }
        }
    }

    @Described(id = "pairs", name = "Nodes without ties", summary = "")
    record Pairs() implements Generator<Pairs.Parameters> {
        /** Parameters. */
        public record Parameters(
                @Param(value = "Nodes", range = "[1,100]") int nodes) {}

        @Override
        public Network draw(Parameters parameters, RandomStream random) {
            throw new UnsupportedOperationException();
        }
    }

    @Described(id = "still", name = "Nothing happens", summary = "")
    record Still() implements Model<Still.Parameters> {
        /** Parameters. */
        public record Parameters(
                @Param(value = "Rate", range = "[0,1]") double rate) {}

        @Override
        public List<String> states() {
            return List.of("still");
        }

        @Override
        public List<Variable> variables(Parameters parameters) {
            return List.of(new Variable("size", "nodes", "Nodes"));
        }

        @Override
        public Simulation bind(Parameters parameters, Network network) {
            throw new UnsupportedOperationException();
        }
    }
}
