package org.einfluss.excel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.einfluss.api.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeWorkbookTest {
    /** 29 runs of so many steps are just more rows than a sheet holds. */
    private static final int STEPS = 36_158;

    private static final int ROWS = 29 * STEPS;

    @TempDir
    Path folder;

    /** Writes the study; called in a virtual machine of its own with a small heap. */
    public static void main(String[] arguments) throws IOException {
        new Workbook().write(new FakeStudy(STEPS), List.of(), Path.of(arguments[0]), Progress.NONE);
    }

    @Test
    void moreThanAMillionRowsAreWrittenInASmallHeapAndContinueOnTheNextSheet() throws Exception {
        Path file = folder.resolve("large.xlsx");
        Path log = folder.resolve("log.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeWorkbookTest.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), "the writer has finished");
        assertEquals(0, process.exitValue(), Files.readString(log));
        List<Integer> rows = new ArrayList<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            // About, Summary, Figures, Parameters, NetworkMeans come first.
            rows.add(rows(zip.getInputStream(zip.getEntry("xl/worksheets/sheet6.xml"))));
            rows.add(rows(zip.getInputStream(zip.getEntry("xl/worksheets/sheet7.xml"))));
            String workbook = new String(
                    zip.getInputStream(zip.getEntry("xl/workbook.xml")).readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(workbook.contains("name=\"Observations\""), workbook);
            assertTrue(workbook.contains("name=\"Observations 2\""), workbook);
        }
        assertEquals(List.of(1_048_576, ROWS - 1_048_575 + 1), rows);
    }

    private static int rows(InputStream xml) throws IOException {
        int rows = 0;
        try (BufferedReader in = new BufferedReader(new InputStreamReader(xml, StandardCharsets.UTF_8))) {
            int matched = 0;
            String row = "<row ";
            for (int c = in.read(); c >= 0; c = in.read()) {
                matched = c == row.charAt(matched) ? matched + 1 : c == '<' ? 1 : 0;
                if (matched == row.length()) {
                    rows++;
                    matched = 0;
                }
            }
        }
        return rows;
    }
}
