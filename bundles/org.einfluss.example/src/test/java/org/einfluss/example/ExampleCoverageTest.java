package org.einfluss.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.einfluss.api.InputException;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetLibrary;
import org.einfluss.api.study.ExperimentLibrary;
import org.einfluss.api.study.TableReader;
import org.einfluss.charts.ChartView;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.math.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a plug-in can contribute, this bundle contributes one, and each does what its first sentence says. */
class ExampleCoverageTest {
    private static final Pattern PROVIDED = Pattern.compile("<provide interface=\"([^\"]+)\"");

    @TempDir
    private Path folder;

    @Test
    void everyExtensionPointHasAnExample() throws Exception {
        Set<String> wanted = new TreeSet<>();
        for (Kind kind : Kind.values()) {
            wanted.add(kind.type().getName());
        }
        for (Class<?> type :
                List.of(ChartView.class, DatasetLibrary.class, ExperimentLibrary.class, TableReader.class)) {
            wanted.add(type.getName());
        }
        URI classes = Cliques.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        Set<String> provided = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of(classes).resolve("OSGI-INF"))) {
            for (Path file : files.toList()) {
                PROVIDED.matcher(Files.readString(file)).results().forEach(found -> provided.add(found.group(1)));
            }
        }
        assertEquals(wanted, provided);
    }

    @Test
    void cliquesAreCompleteAndTiedInARing() {
        var graph = new Cliques()
                .draw(new Cliques.Parameters(3, 4), new RandomStream(1))
                .graph();
        assertEquals(12, graph.nodes());
        assertEquals(3 * 6 + 3, graph.edges());
        assertTrue(graph.findArc(3, 4) >= 0 && graph.findArc(11, 0) >= 0 && graph.findArc(0, 4) < 0);
    }

    /** By hand: 1 + 2·½ + 2·½·1·½/(1+1) = 2.25 for z = 2, p = ½, f = 1, two steps. */
    @Test
    void hearersOnATreeAreCountedStepByStep() {
        double all = new RumourOnTree()
                .calculate(new RumourOnTree.Parameters(2, 0.5, 1, 2), Progress.NONE)
                .headlines()
                .get(0)
                .value();
        assertEquals(2.25, all, 1e-15);
    }

    @Test
    void halfOfTheTiesOfFourPeopleAreReturned() throws Exception {
        Dataset four = new ExampleDatasets().open("example-four", Progress.NONE);
        assertEquals("Cleo", four.network().label(2));
        assertEquals(
                0.5,
                new Reciprocity()
                        .analyse(four, new None(), Progress.NONE)
                        .headlines()
                        .get(0)
                        .value());
        assertThrows(InputException.class, () -> new ExampleDatasets().open("five", Progress.NONE));
    }

    @Test
    void quartilesAreValuesThatOccur() {
        assertEquals(2, Quartiles.quantile(new double[] {1, 2, 3, 4, 5}, 0.25));
        assertEquals(4, Quartiles.quantile(new double[] {1, 2, 3, 4, 5}, 0.75));
        assertEquals(7, Quartiles.quantile(new double[] {7}, 0.25));
    }

    @Test
    void experimentsAreReadByName() throws Exception {
        ExampleExperiments experiments = new ExampleExperiments();
        for (String name : experiments.names()) {
            assertTrue(experiments.text(name).startsWith("format: 1"), name);
        }
        assertEquals(5, experiments.names().size());
    }

    @Test
    void cellsOfATableKnowTheirPlace() throws Exception {
        Path file = Files.writeString(folder.resolve("design.words"), "model.probability seeding.size\n0.1   4\n");
        assertTrue(new WordTable().reads("Design.WORDS"));
        TableReader.Cell cell = new WordTable()
                .rows(file, "design.words", Optional.empty())
                .get(1)
                .cells()
                .get(1);
        assertEquals("4", cell.text());
        assertEquals("design.words:2:7", cell.place().toString());
    }
}
