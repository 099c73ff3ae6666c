package org.einfluss.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.experiment.ExperimentFile;
import org.einfluss.engine.experiment.Planner;
import org.einfluss.engine.run.LocalRunner;
import org.einfluss.engine.study.FindingsFolder;
import org.einfluss.engine.study.Studies;
import org.einfluss.excel.Workbook;
import org.einfluss.graph.Column;
import org.einfluss.math.RandomStream;
import org.einfluss.networks.ErdosRenyi;
import org.einfluss.seeding.RandomSeeds;
import org.einfluss.theory.watts.WattsThreshold;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** W7: write a table of a million rows with four columns of whole numbers, three of numbers and one of short texts. */
public class W7 extends Workload {
    /** Number of rows. */
    @Param("1000000")
    public int rows;

    private Path folder;
    private Path file;
    private Study study;
    private Findings findings;

    /**
     * Makes the table, and the smallest study that a workbook can be about.
     *
     * @throws IOException when the study cannot be run
     * @throws InterruptedException when the thread is interrupted
     */
    @Setup(Level.Trial)
    public void make() throws IOException, InterruptedException {
        folder = Files.createTempDirectory("einfluss-w7-");
        Catalog catalog = Catalog.of(new WattsThreshold(), new ErdosRenyi(), new RandomSeeds());
        String experiment = """
                format: 1
                network: {id: erdos-renyi, nodes: 100}
                model: watts-threshold
                seeding: random
                replicates: {networks: 2, runs: 2}
                """;
        Plan plan = Planner.plan(ExperimentFile.read(experiment, "w7"), catalog, folder, Progress.NONE);
        study = Studies.inMemory(plan, catalog, new LocalRunner(1), Progress.NONE);
        findings = new Findings("w7", "Rows", List.of(table(rows)), List.of(), List.of(), List.of(), List.of());
    }

    private static Table table(int rows) {
        int[][] integers = new int[4][rows];
        double[][] numbers = new double[3][rows];
        String[] texts = new String[rows];
        String[] stops = {"settled", "censored", "step-limit"};
        RandomStream random = new RandomStream(42);
        for (int i = 0; i < rows; i++) {
            integers[0][i] = i / 1000;
            integers[1][i] = i % 1000;
            integers[2][i] = random.nextInt(10_000);
            integers[3][i] = random.nextInt(50);
            for (double[] column : numbers) {
                column[i] = random.nextDouble();
            }
            texts[i] = stops[random.nextInt(3)];
        }
        return new Table(
                "rows",
                "Rows",
                List.of(
                        Column.integers("point", "", integers[0]),
                        Column.integers("run", "", integers[1]),
                        Column.integers("adopters", "nodes", integers[2]),
                        Column.integers("duration", "steps", integers[3]),
                        Column.doubles("reach", "share", numbers[0]),
                        Column.doubles("gain", "share", numbers[1]),
                        Column.doubles("speed", "", numbers[2]),
                        Column.texts("stop", texts)));
    }

    /** Writes the table as CSV, in a folder of findings. */
    @Benchmark
    public Path csv() throws IOException {
        file = FindingsFolder.write(folder, findings, Map.of()).resolve("rows.csv");
        return file;
    }

    /** Writes a study's workbook with the table as a sheet. */
    @Benchmark
    public Path xlsx() throws IOException {
        file = folder.resolve("rows.xlsx");
        new Workbook().write(study, List.of(findings), file, Progress.NONE);
        return file;
    }

    /** For comparison: the same table by POI's own streaming workbook, which has nothing else in it. */
    @Benchmark
    public Path poiStreaming() throws IOException {
        file = folder.resolve("poi.xlsx");
        List<Column> columns = findings.tables().get(0).columns();
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(100);
                OutputStream out = Files.newOutputStream(file)) {
            SXSSFSheet sheet = workbook.createSheet();
            SXSSFRow heading = sheet.createRow(0);
            for (int c = 0; c < columns.size(); c++) {
                heading.createCell(c).setCellValue(columns.get(c).name());
            }
            for (int r = 0; r < rows; r++) {
                SXSSFRow row = sheet.createRow(r + 1);
                for (int c = 0; c < columns.size(); c++) {
                    Column column = columns.get(c);
                    if (column.type() == Column.Type.TEXT) {
                        row.createCell(c).setCellValue(column.textAt(r));
                    } else {
                        row.createCell(c).setCellValue(column.doubleAt(r));
                    }
                }
            }
            workbook.write(out);
        }
        return file;
    }

    /**
     * Removes what was written.
     *
     * @throws IOException when that fails
     */
    @TearDown(Level.Trial)
    public void remove() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }

    @Override
    Answer answer() throws IOException {
        long found = 0;
        if (file.toString().endsWith(".csv")) {
            try (InputStream in = Files.newInputStream(file)) {
                found = count(in, "\n");
            }
        } else {
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                    ZipEntry entry = all.nextElement();
                    if (entry.getName().startsWith("xl/worksheets/sheet")) {
                        found = Math.max(found, count(zip.getInputStream(entry), "<row "));
                    }
                }
            }
        }
        return Answer.of("%d rows, %.0f MB", found - 1, Files.size(file) * 1e-6).expect("rows", found - 1, rows);
    }

    /** How often a text occurs; its first character occurs nowhere else in it. */
    private static long count(InputStream in, String text) throws IOException {
        long count = 0;
        int matched = 0;
        try (BufferedReader characters = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (int c = characters.read(); c >= 0; c = characters.read()) {
                matched = c == text.charAt(matched) ? matched + 1 : c == text.charAt(0) ? 1 : 0;
                if (matched == text.length()) {
                    count++;
                    matched = 0;
                }
            }
        }
        return count;
    }
}
