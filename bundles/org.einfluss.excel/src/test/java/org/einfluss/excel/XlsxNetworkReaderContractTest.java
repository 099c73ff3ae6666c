package org.einfluss.excel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.einfluss.api.CancelledException;
import org.einfluss.api.InputException;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.Source;
import org.einfluss.formats.NetworkDraft;
import org.einfluss.formats.NetworkParameters;
import org.einfluss.formats.NetworkParameters.TieDirection;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of formats, for a format that is no text: reads back what was written, damaged workbooks do no harm. */
class XlsxNetworkReaderContractTest {
    private static final NetworkParameters INFLUENCES = NetworkParameters.keeping(TieDirection.INFLUENCES);
    private static final int DAMAGED = 10_000;
    private static final long MOST_BYTES = 256L << 20;
    private static final ThreadMXBean ALLOCATED = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final String[] TOKENS = {
        "<row>",
        "</row>",
        "<c r=\"XFD1048576\"><v>1</v></c>",
        "<row r=\"1048577\"/>",
        "<c t=\"s\"><v>99</v></c>",
        "<is><t>",
        "1e999",
        "-1",
        "99999999999999999999",
        "NaN",
        "&lol;",
        "<!DOCTYPE a [<!ENTITY lol \"lol\">]>",
        "<![CDATA[",
        "\"",
        ">",
        "\u0000",
        "é"
    };

    @TempDir
    private Path folder;

    static Source of(byte[] bytes) {
        return new Source() {
            @Override
            public String name() {
                return "net.xlsx";
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }

    static Network network() {
        GraphBuilder builder = new GraphBuilder(4, true).keepLoops();
        builder.add(0, 1);
        builder.add(1, 2);
        builder.add(2, 2);
        BitSet missing = new BitSet();
        missing.set(1);
        Graph graph = builder.build().graph();
        return Network.of(graph)
                .withNodeColumn(Column.texts(Network.ID, new String[] {"Zoë", "ann", "bob", "日本"}))
                .withNodeColumn(Column.integers("age", "", new long[] {41, 0, 7, 99}, missing))
                .withNodeColumn(Column.doubles("trust", "", new double[] {0.25, Double.NaN, -1.5, 1e-9}))
                .withNodeColumn(Column.texts("role", new String[] {"a & b", "", "<x>", "007"}, missing))
                .withArcColumn(Column.doubles(Network.WEIGHT, "", new double[] {1, 2.5, 3}))
                .withArcColumn(Column.booleans("close", new boolean[] {true, false, true}));
    }

    static byte[] written(Network network, ImportReport report) throws IOException {
        Dataset dataset = NetworkDraft.dataset(of(new byte[0]), Direction.INFLUENCES, network);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new XlsxNetworkWriter().write(dataset, new None(), out, report, Progress.NONE);
        return out.toByteArray();
    }

    private static Network read(byte[] bytes) throws IOException {
        return new XlsxNetworkReader()
                .read(of(bytes), INFLUENCES, new ImportReport(), Progress.NONE)
                .network();
    }

    @Test
    void readsBackWhatWasWritten() throws IOException {
        ImportReport report = new ImportReport();
        Network sorted = read(written(network(), report));
        assertTrue(report.isLossless(), report.tree().toString());
        assertArrayEquals(network().sha256(), sorted.sha256(), sorted + " " + sorted.nodeColumns());
    }

    @Test
    void whatIsNoWorkbookIsRefused() {
        for (byte[] bytes : new byte[][] {{}, "no workbook".getBytes(StandardCharsets.UTF_8), {'P', 'K', 3, 4, 0, 0}}) {
            InputException refused = assertThrows(InputException.class, () -> read(bytes));
            assertTrue(refused.getMessage().startsWith("net.xlsx: "), refused.getMessage());
        }
    }

    @Test
    void zipBombsAreRefused() throws IOException {
        Map<String, byte[]> parts = unzip(written(network(), new ImportReport()));
        byte[] bomb = new byte[64 << 20];
        Arrays.fill(bomb, (byte) ' ');
        byte[] sheet = parts.get("xl/worksheets/sheet1.xml");
        System.arraycopy(sheet, 0, bomb, 0, sheet.length - 12);
        parts.put("xl/worksheets/sheet1.xml", bomb);
        InputException refused = assertThrows(InputException.class, () -> read(zip(parts)));
        assertTrue(refused.getMessage().startsWith("net.xlsx: "), refused.getMessage());
    }

    @Test
    void aHundredThousandBadRowsAreCountedAndFewAreTold() throws IOException {
        Map<String, byte[]> parts = unzip(written(network(), new ImportReport()));
        StringBuilder sheet =
                new StringBuilder("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/"
                        + "main\"><sheetData>" + row("source", "target", "kind"));
        RandomStream random = new RandomStream(7); // equal rows would be taken for a zip bomb
        for (int i = 0; i < 100_000; i++) {
            sheet.append(row("ann", "ann", Long.toString(random.nextLong())));
        }
        sheet.append("</sheetData></worksheet>");
        parts.put("xl/worksheets/sheet2.xml", sheet.toString().getBytes(StandardCharsets.UTF_8));
        ImportReport report = new ImportReport();
        new XlsxNetworkReader()
                .read(of(zip(parts)), NetworkParameters.of(TieDirection.INFLUENCES), report, Progress.NONE);
        assertEquals(1, report.losses().size(), report.tree().toString());
        assertEquals(100_000, report.losses().get(0).count());
        assertTrue(report.tree().toString().length() < 2_000, report.tree().toString());
    }

    private static String row(String a, String b, String c) {
        return "<row><c t=\"inlineStr\"><is><t>" + a + "</t></is></c><c t=\"inlineStr\"><is><t>" + b
                + "</t></is></c><c t=\"inlineStr\"><is><t>" + c + "</t></is></c></row>";
    }

    @Test
    void tellsHowFarItIsAndEndsWhenCancelled() throws IOException {
        byte[] bytes = written(network(), new ImportReport());
        List<Long> rows = new ArrayList<>();
        new XlsxNetworkReader().read(of(bytes), INFLUENCES, new ImportReport(), (done, total, what) -> rows.add(done));
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 1L, 2L, 3L, 4L), rows);
        Progress cancelled = new Progress() {
            @Override
            public void report(long done, long total, String what) {
                // nobody looks on
            }

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThrows(
                CancelledException.class,
                () -> new XlsxNetworkReader().read(of(bytes), INFLUENCES, new ImportReport(), cancelled));
    }

    static List<Path> hostile() throws IOException, URISyntaxException {
        Path files = Path.of(
                XlsxNetworkReaderContractTest.class.getResource("hostile").toURI());
        try (Stream<Path> all = Files.list(files)) {
            return all.sorted().toList();
        }
    }

    /** Made by hand: bombs, entities, links to files outside, cells where no sheet has any. */
    @ParameterizedTest
    @MethodSource("hostile")
    void hostileWorkbooksAreRefusedSoon(Path file) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            InputException refused = assertThrows(
                    InputException.class,
                    () -> new XlsxNetworkReader().read(Source.of(file), INFLUENCES, new ImportReport(), Progress.NONE));
            assertTrue(refused.getMessage().contains(file.getFileName().toString()), refused.getMessage());
            assertTrue(refused.getMessage().length() < 1_000, refused.getMessage());
        });
    }

    @Test
    void damagedWorkbooksDoNoHarm() throws IOException {
        byte[] whole = written(network(), new ImportReport());
        Map<String, byte[]> parts = unzip(whole);
        String[] names = {
            "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/workbook.xml", "xl/sharedStrings.xml"
        };
        RandomStream random = new RandomStream(5);
        int read = 0;
        for (int i = 0; i < DAMAGED; i++) {
            byte[] damaged = whole.clone();
            if (i % 4 == 0) {
                String name = names[random.nextInt(names.length)];
                Map<String, byte[]> changed = new TreeMap<>(parts);
                changed.computeIfPresent(name, (key, part) -> damaged(part, random));
                damaged = zip(changed);
            } else {
                damaged = damaged(damaged, random);
            }
            long before = ALLOCATED.getCurrentThreadAllocatedBytes();
            try {
                read(damaged);
                read++;
            } catch (InputException refused) {
                assertTrue(refused.getMessage().startsWith("net.xlsx"), refused.getMessage());
            }
            long allocated = ALLOCATED.getCurrentThreadAllocatedBytes() - before;
            assertTrue(allocated <= MOST_BYTES, allocated + " bytes for workbook " + i);
        }
        assertTrue(read < DAMAGED, "all were read");
        assertEquals(4, read(whole).nodes());
    }

    private static byte[] damaged(byte[] bytes, RandomStream random) {
        int at = random.nextInt(bytes.length + 1);
        switch (random.nextInt(4)) {
            case 0 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 1 -> {
                ByteArrayOutputStream longer = new ByteArrayOutputStream();
                longer.write(bytes, 0, at);
                byte[] token = TOKENS[random.nextInt(TOKENS.length)].getBytes(StandardCharsets.UTF_8);
                for (int times = random.nextInt(20) == 0 ? 500 : 1; times > 0; times--) {
                    longer.writeBytes(token);
                }
                int after = Math.min(bytes.length, at + random.nextInt(10));
                longer.write(bytes, after, bytes.length - after);
                return longer.toByteArray();
            }
            default -> {
                // single bytes
            }
        }
        byte[] changed = bytes.clone();
        for (int hits = 1 + random.nextInt(5); hits > 0; hits--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return changed;
    }

    private Map<String, byte[]> unzip(byte[] bytes) throws IOException {
        // A file, as a stream is not told the sizes that the library writes behind the parts.
        Path file = Files.write(folder.resolve("parts.xlsx"), bytes);
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    parts.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return parts;
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
