package org.einfluss.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.einfluss.graph.Graph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every workload works and notices wrong answers; at toy size and without a clock. */
class WorkloadTest {
    @TempDir
    Path folder;

    private static void assertRight(Workload workload) throws IOException {
        assertEquals(
                List.of(), workload.answer().objections(), workload.answer().text());
    }

    @Test
    void workloadWithoutAnswerIsWrong() throws IOException {
        assertFalse(new W1b().answer().objections().isEmpty());
    }

    @Test
    void wrongAnswersAreObjectedTo() {
        assertEquals(List.of(), Cascades.single(4, 9_800, 10_000).objections());
        assertEquals(List.of(), Cascades.single(4, 12, 10_000).objections());
        assertEquals(1, Cascades.single(4, 5_000, 10_000).objections().size());
        assertEquals(1, Cascades.single(6, 998_000, 1_000_000).objections().size());
        assertEquals(List.of(), Cascades.ensemble(6, 1000, 62, 0.9975).objections());
        assertEquals(2, Cascades.ensemble(6, 1000, 120, 0.9).objections().size());
    }

    @Test
    void largeGraphHasTheMeanDegreeAskedFor() throws IOException {
        W1aGraph workload = new W1aGraph();
        workload.nodes = 20_000;
        workload.degree = 6;
        workload.draw();
        assertRight(workload);
    }

    @Test
    void singleCascadeIsTinyOrGlobal() throws IOException {
        W1aCascade workload = new W1aCascade();
        workload.nodes = 20_000;
        workload.degree = 4;
        workload.draw();
        workload.cascade();
        assertRight(workload);
    }

    @Test
    void replicatesAreGlobalAsOftenAsKnown() throws IOException {
        W1b workload = new W1b();
        workload.degree = 4;
        workload.runs = 50;
        workload.replicates();
        assertRight(workload);
    }

    @Test
    void windowMapRunsThroughTheEngine() throws IOException, InterruptedException {
        W1c workload = new W1c();
        workload.networks = 2;
        workload.levels = 20;
        for (String draws : List.of("common", "independent")) {
            workload.draws = draws;
            workload.map();
            assertRight(workload);
        }
    }

    @Test
    void epidemicsEndWhereTheyDoElsewhere() throws IOException {
        W4 workload = new W4();
        workload.nodes = 50_000;
        workload.draw();
        for (String coins : List.of("independent", "common")) {
            workload.coins = coins;
            workload.discrete();
            assertRight(workload);
            workload.continuous();
            assertRight(workload);
        }
    }

    @Test
    void seedsAreTheHighestDegreesAndTiesGoToTheLowerNumber() {
        // out-degrees 1, 2, 2, 0
        Graph graph = Graph.of(4, true, new int[] {0, 1, 3, 5, 5}, new int[] {1, 0, 2, 0, 1});
        int[] seeds = W2.highestDegrees(org.einfluss.graph.Network.of(graph), 3);
        assertEquals(List.of(1, 2, 0), java.util.Arrays.stream(seeds).boxed().toList());
    }

    @Test
    void listOfArcsIsReadAsItsOracleSays() throws IOException {
        System.setProperty(W5.SCRATCH, folder.toString());
        W5 workload = new W5();
        workload.lines = 2_000;
        workload.identifiers = 100;
        workload.make();
        workload.read();
        assertRight(workload);
        System.clearProperty(W5.SCRATCH);
    }

    @Test
    void networksOfOtherProgramsAreReadAsTheyWereMade() throws IOException {
        System.setProperty(W5.SCRATCH, folder.toString());
        for (String format : List.of("graphml", "gexf", "gml", "json", "net")) {
            W10 workload = new W10();
            workload.format = format;
            workload.nodes = 50;
            workload.ties = 500;
            workload.make();
            workload.read();
            assertRight(workload);
        }
        System.clearProperty(W5.SCRATCH);
    }

    @Test
    void oracleOfTheListCountsLoopsAndRepeats() throws IOException {
        ArcFile list = ArcFile.in(folder, 300, 10);
        List<String> lines = Files.readAllLines(list.path(), StandardCharsets.US_ASCII);
        assertEquals(300, lines.size());
        assertEquals(
                list.loops(),
                lines.stream().filter(line -> line.charAt(0) == line.charAt(2)).count());
        assertEquals(
                list.arcs(),
                lines.stream()
                        .filter(line -> line.charAt(0) != line.charAt(2))
                        .distinct()
                        .count());
        assertEquals(10, list.nodes());
    }

    @Test
    void tableHasAllItsRowsInEveryFormat() throws IOException, InterruptedException {
        W7 workload = new W7();
        workload.rows = 500;
        workload.make();
        List<Path> written = List.of(workload.csv());
        assertRight(workload);
        assertTrue(Files.exists(written.get(0)));
        workload.xlsx();
        assertRight(workload);
        workload.poiStreaming();
        assertRight(workload);
        workload.remove();
        assertFalse(Files.exists(written.get(0)));
    }

    @Test
    void modelsDoTheSameWorkInEveryCall() throws IOException {
        for (String model : List.of("ic-constant", "sis", "continuous-sir", "network-bass", "voter", "degroot")) {
            W8 workload = new W8();
            workload.model = model;
            workload.coins = "common";
            workload.nodes = 500;
            workload.runs = 2;
            workload.bind();
            workload.spread();
            assertRight(workload);
        }
    }

    @Test
    void declaredModelsEndWhereThoseWrittenByHandDo() throws IOException {
        for (String written : List.of("hand", "declared")) {
            W9 workload = new W9();
            workload.nodes = 30_000;
            workload.coins = "common";
            workload.written = written;
            workload.draw();
            workload.epidemic();
            assertRight(workload);
            workload.threshold();
            assertRight(workload);
        }
    }
}
