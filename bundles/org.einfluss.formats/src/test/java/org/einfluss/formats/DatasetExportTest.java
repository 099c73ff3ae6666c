package org.einfluss.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.einfluss.api.InputException;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.Source;
import org.einfluss.formats.Holds.Feature;
import org.einfluss.formats.RoundTripTest.Format;
import org.einfluss.formats.internal.UnnamedDataset;
import org.einfluss.graph.Network;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a file cannot hold is told before there is a file, for every writer and datasets with all there can be. */
class DatasetExportTest {
    private static final int NETWORKS = 40;

    @TempDir
    private Path folder;

    static Stream<Format<?, ?>> formats() {
        return RoundTripTest.formats();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void tellsLossesBeforeWritingAndStrictWritesNothing(Format<?, ?> format) throws IOException {
        int lossy = 0;
        for (int key = 0; key < NETWORKS; key++) {
            Network network = new RandomNetworks(key, EnumSet.allOf(Feature.class)).next();
            Dataset dataset = UnnamedDataset.of(Source.of(Path.of("x")), Direction.MUTUAL, network);
            Path file = folder.resolve("written");
            boolean[] told = {false};
            boolean[] lossless = {false};
            try {
                format.export(dataset, file, false, report -> {
                    assertFalse(Files.exists(file), "told after writing");
                    told[0] = true;
                    lossless[0] = report.isLossless();
                });
            } catch (InputException cannotBeWritten) {
                assertEquals(List.of(), names(), cannotBeWritten.getMessage());
                continue;
            }
            assertTrue(told[0]);
            assertEquals(List.of("written"), names());
            Files.delete(file);
            if (lossless[0]) {
                format.export(dataset, file, true, report -> {});
                Files.delete(file);
            } else {
                lossy++;
                assertThrows(InputException.class, () -> format.export(dataset, file, true, report -> {}));
            }
            assertEquals(List.of(), names());
        }
        assertTrue(lossy > 0, "nothing was ever lost: the test tells nothing");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void whoDoesNotWantTheLossesHasNoFile(Format<?, ?> format) throws IOException {
        Network network = new RandomNetworks(1, EnumSet.of(Feature.DIRECTED)).next();
        Dataset dataset = UnnamedDataset.of(Source.of(Path.of("x")), Direction.MUTUAL, network);
        assertThrows(
                IllegalStateException.class,
                () -> format.export(dataset, folder.resolve("written"), false, DatasetExportTest::decline));
        assertEquals(List.of(), names());
    }

    private static void decline(ImportReport report) {
        throw new IllegalStateException("not wanted: " + report.losses());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
