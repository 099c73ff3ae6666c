package org.einfluss.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.Source;
import org.einfluss.graph.Column;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsrFileTest {
    @TempDir
    private Path folder;

    private static Network network() {
        GraphBuilder builder = new GraphBuilder(4, true);
        builder.add(0, 1);
        builder.add(2, 1);
        builder.add(1, 3);
        GraphBuilder undirected = new GraphBuilder(4, false).duplicates(GraphBuilder.Duplicates.KEEP);
        undirected.add(0, 3);
        undirected.add(0, 3);
        BitSet second = new BitSet();
        second.set(1);
        return Network.of(builder.build().graph())
                .withArcColumn(Column.doubles("weight", "euro", new double[] {1, Double.NaN, -0.0}))
                .withNodeColumn(Column.texts("id", new String[] {"ä", "", "c", "d"}, second)
                        .withMeaning("who"))
                .withNodeColumn(Column.integers("age", "years", new long[] {1, 2, Long.MAX_VALUE, 4}, second))
                .withNodeColumn(Column.booleans("active", new boolean[] {true, true, false, true}, second))
                .withLayer("friends", undirected.build().graph(), List.of());
    }

    private static AdoptionLog log() {
        return new AdoptionLog(
                "l",
                "what",
                "days",
                2,
                new int[] {0, 1},
                new int[] {3, 2},
                new double[] {0, 0.5},
                new int[] {-1, 3},
                9);
    }

    @Test
    void everythingComesBack() throws IOException {
        Path file = folder.resolve("a.csr");
        Network network = network();
        CsrFile.write(file, network, List.of(log()), List.of());
        CsrFile.Content content = CsrFile.read(file);
        assertArrayEquals(network.sha256(), content.network().sha256());
        assertArrayEquals(network.sha256(), content.sha256());
        assertEquals(network.nodeColumns(), content.network().nodeColumns());
        assertEquals(network.arcColumns(), content.network().arcColumns());
        assertEquals(network.layers(), content.network().layers());
        assertEquals(network.graph("friends"), content.network().graph("friends"));
        assertFalse(content.network().graph("friends").isSimple());
        AdoptionLog log = content.logs().get(0);
        assertEquals("what", log.meaning());
        assertArrayEquals(new int[] {3, 2}, log.node());
        assertArrayEquals(new double[] {0, 0.5}, log.time());
        assertArrayEquals(new int[] {-1, 3}, log.parent());
        assertEquals(9, log.observedUntil());
        assertEquals(
                DatasetHash.of(network.sha256(), List.of(log()), List.of()),
                DatasetHash.of(content.sha256(), content.logs(), content.activities()));
    }

    /** The format: 24 bytes of header, then the body; later releases must still read it. */
    @Test
    void headerIsAsDocumented() throws IOException {
        Path file = folder.resolve("a.csr");
        CsrFile.write(file, network(), List.of(), List.of());
        byte[] bytes = Files.readAllBytes(file);
        assertEquals("EINFCSR\0", new String(bytes, 0, 8, StandardCharsets.US_ASCII));
        assertEquals(2, bytes[8]);
        assertEquals(bytes.length - 24, (bytes[16] & 0xff) | (bytes[17] & 0xff) << 8);
    }

    @Test
    void everyDamagedByteIsNoticed() throws IOException {
        Path file = folder.resolve("a.csr");
        CsrFile.write(file, network(), List.of(log()), List.of());
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 0x10;
            Files.write(file, damaged);
            assertThrows(InputException.class, () -> CsrFile.read(file), "byte " + i);
        }
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThrows(InputException.class, () -> CsrFile.read(file), "length " + length);
        }
    }

    @Test
    void nothingButTheFileStaysBehind() throws IOException {
        CsrFile.write(folder.resolve("a.csr"), network(), List.of(), List.of());
        CsrFile.write(folder.resolve("a.csr"), network(), List.of(log()), List.of());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(folder.resolve("a.csr")), files.toList());
        }
    }

    @Test
    void cacheIsUsedMadeAnewWhenDamagedAndKeyedByContentAndParameters() throws IOException {
        CsrCache cache = new CsrCache(folder.resolve("cache"));
        EdgeListReader reader = new EdgeListReader();
        EdgeListReader.Parameters parameters = EdgeListReader.Parameters.of(Direction.FOLLOWS);
        Source source = Texts.of("t.txt", "a b\nb c\n");
        ImportReport first = new ImportReport();
        Network read =
                cache.read(source, reader, parameters, first, Progress.NONE).network();
        assertFalse(first.facts().containsKey("cache"));
        ImportReport second = new ImportReport();
        CsrFile.Content cached = cache.read(source, reader, parameters, second, Progress.NONE);
        assertEquals("used", second.facts().get("cache"));
        assertArrayEquals(read.sha256(), cached.network().sha256());

        Path entry = cache.entry(source, "edge-list", parameters, Progress.NONE);
        byte[] bytes = Files.readAllBytes(entry);
        bytes[bytes.length / 2] ^= 1;
        Files.write(entry, bytes);
        ImportReport third = new ImportReport();
        assertArrayEquals(
                read.sha256(),
                cache.read(source, reader, parameters, third, Progress.NONE)
                        .network()
                        .sha256());
        assertTrue(
                third.facts().get("cache").startsWith("made anew: "),
                third.facts().get("cache"));
        assertArrayEquals(read.sha256(), CsrFile.read(entry).network().sha256());

        EdgeListReader.Parameters other = EdgeListReader.Parameters.of(Direction.INFLUENCES);
        assertFalse(entry.equals(cache.entry(source, "edge-list", other, Progress.NONE)));
        assertFalse(entry.equals(cache.entry(Texts.of("t.txt", "a b\nb d\n"), "edge-list", parameters, Progress.NONE)));
        assertEquals(entry, cache.entry(Texts.of("other.txt", "a b\nb c\n"), "edge-list", parameters, Progress.NONE));
    }

    @Test
    void unwritableCacheKeepsNobodyFromReading() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "in the way");
        ImportReport report = new ImportReport();
        CsrFile.Content content = new CsrCache(blocked.resolve("cache"))
                .read(
                        Texts.of("t.txt", "a b\n"),
                        new EdgeListReader(),
                        EdgeListReader.Parameters.of(Direction.MUTUAL),
                        report,
                        Progress.NONE);
        assertEquals(2, content.network().nodes());
        assertTrue(report.facts().get("cache").startsWith("not written: "));
    }

    @Test
    void cacheLiesWhereThePlatformWantsIt() {
        Path home = Path.of("home");
        assertEquals(Path.of("home", ".cache", "einfluss", "csr"), CsrCache.platformFolder(Map.of(), "Linux", home));
        assertEquals(
                Path.of("x", "einfluss", "csr"), CsrCache.platformFolder(Map.of("XDG_CACHE_HOME", "x"), "Linux", home));
        assertEquals(
                Path.of("home", "Library", "Caches", "einfluss", "csr"),
                CsrCache.platformFolder(Map.of(), "Mac OS X", home));
        assertEquals(
                Path.of("l", "einfluss", "csr"),
                CsrCache.platformFolder(Map.of("LOCALAPPDATA", "l"), "Windows 11", home));
        assertEquals(Path.of("c", "csr"), CsrCache.platformFolder(Map.of("EINFLUSS_CACHE", "c"), "Linux", home));
    }
}
