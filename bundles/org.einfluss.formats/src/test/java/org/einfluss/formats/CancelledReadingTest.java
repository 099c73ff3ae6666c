package org.einfluss.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.einfluss.api.CancelledException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.ImportReport;
import org.einfluss.formats.RoundTripTest.Format;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file of many blocks: who cancels after the first of them is not kept waiting for another one. */
class CancelledReadingTest {
    private static final int NODES = 1_000;
    private static final int TIES = 20_000;

    static Stream<Format<?, ?>> formats() {
        return RoundTripTest.formats();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void endsAtOnce(Format<?, ?> format) throws IOException {
        GraphBuilder builder = new GraphBuilder(NODES, false);
        RandomStream random = new RandomStream(11);
        for (int i = 0; i < TIES; i++) {
            builder.add(random.nextInt(NODES), random.nextInt(NODES));
        }
        Network network = Network.of(builder.build().graph());
        StringBuilder text = new StringBuilder();
        assertEquals(NODES, format.back(network, new ImportReport(), text).nodes());
        CancelsAtFirstReport progress = new CancelsAtFirstReport();
        byte[] content = text.toString().getBytes(StandardCharsets.UTF_8);
        assertThrows(CancelledException.class, () -> format.read(network, content, progress));
        assertEquals(1, progress.reports);
    }

    private static final class CancelsAtFirstReport implements Progress {
        private int reports;

        @Override
        public void report(long done, long total, String what) {
            reports++;
        }

        @Override
        public boolean isCancelled() {
            return reports > 0;
        }
    }
}
