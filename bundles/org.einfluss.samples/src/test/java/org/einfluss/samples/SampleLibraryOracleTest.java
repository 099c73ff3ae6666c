package org.einfluss.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.ImportReport;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The samples against the published counts of the data and the censored counts of the specification. */
class SampleLibraryOracleTest {
    private final SampleLibrary library = new SampleLibrary();

    @ParameterizedTest
    @CsvSource({
        "karate, 34, 78",
        "les-miserables, 77, 254",
        "davis, 32, 89",
        "florentine, 15, 20",
        "political-blogs, 1490, 16715",
        "stackexchange-android, 9958, 42915"
    })
    void undirectedSamplesHaveThePublishedCounts(String name, int nodes, long edges) throws IOException {
        Graph graph = library.open(name, Progress.NONE).network().graph();
        assertFalse(graph.isDirected());
        assertEquals(nodes, graph.nodes());
        assertEquals(edges, graph.edges());
    }

    /** Nominations counted from the tables by an independent script; rows as published. */
    @ParameterizedTest
    @CsvSource({
        "medical-innovation, 125, 294, 450, 4, 462, 0",
        "korean-family-planning, 1047, 2578, 2578, 25, 1626, 14",
        "brazilian-farmers, 692, 1854, 2860, 11, 1, 66"
    })
    void surveysHaveThePublishedRowsAndTheirNominations(
            String name, int nodes, int arcs, int nominations, int places, long outside, long oneself)
            throws IOException {
        ImportReport report = new ImportReport();
        Dataset dataset = library.open(name, report, Progress.NONE);
        assertEquals(nodes, dataset.network().nodes());
        assertEquals(arcs, dataset.network().graph().arcs());
        assertTrue(dataset.network().graph().isDirected());
        Column times = dataset.network().arcColumn("nominations").orElseThrow();
        assertEquals(nominations, Arrays.stream(times.toDoubles()).sum());
        Column place = dataset.network()
                .nodeColumn(name.equals("medical-innovation") ? "city" : "village")
                .orElseThrow();
        assertEquals(
                places,
                IntStream.range(0, nodes).mapToLong(place::longAt).distinct().count());
        Map<String, Long> losses =
                report.losses().stream().collect(Collectors.toMap(ImportReport.Loss::what, ImportReport.Loss::count));
        assertEquals(outside, losses.get("nomination of someone outside the table dropped"));
        assertEquals(oneself, losses.getOrDefault("nomination of oneself dropped", 0L));
    }

    @ParameterizedTest
    @CsvSource({
        "medical-innovation, 125, 16, 109, 17",
        "brazilian-farmers, 692, 152, 540, 19",
        "korean-family-planning, 1047, 374, 673, 10"
    })
    void lastCodeMeansNotAdopted(String name, int rows, int censored, int adopted, double last) throws IOException {
        Dataset dataset = library.open(name, Progress.NONE);
        AdoptionLog log = dataset.log("adoption").orElseThrow();
        assertEquals(adopted, log.size());
        assertEquals(censored, rows - log.size());
        assertEquals(last, Arrays.stream(log.time()).max().orElseThrow());
        assertEquals(last, log.observedUntil());
        assertEquals(adopted, Arrays.stream(log.node()).distinct().count());
        assertEquals(1, log.cascades());
    }

    /** Row 1 of the table: doctor 1 of city 1 names 87, 90 and 110 as advisors and adopts in month 1. */
    @Test
    void namingSomeoneMeansListeningToThem() throws IOException {
        Dataset dataset = library.open("medical-innovation", Progress.NONE);
        int doctor = node(dataset, "1/2");
        int named = node(dataset, "1/11");
        assertTrue(dataset.network().graph("advice").findArc(named, doctor) >= 0);
        assertEquals(-1, dataset.network().graph("advice").findArc(doctor, named));
        assertEquals(
                List.of("ties", "advice", "discussion", "friendship"),
                dataset.network().layers());
        assertEquals(161, dataset.network().graph("advice").arcs());
        assertEquals(165, dataset.network().graph("discussion").arcs());
        assertEquals(124, dataset.network().graph("friendship").arcs());
    }

    private static int node(Dataset dataset, String id) {
        return IntStream.range(0, dataset.network().nodes())
                .filter(node -> dataset.network().label(node).equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void stackExchangeHasItsCascades() throws IOException {
        ImportReport report = new ImportReport();
        Dataset dataset = library.open("stackexchange-android", report, Progress.NONE);
        Graph graph = dataset.network().graph();
        assertEquals("48573", report.facts().get("lines"));
        assertEquals(
                9940,
                IntStream.range(0, graph.nodes())
                        .filter(v -> graph.outDegree(v) > 0)
                        .count());
        AdoptionLog log = dataset.log("cascades").orElseThrow();
        assertEquals(679, log.cascades());
        assertEquals(475 + 68 + 136, log.cascades());
        assertEquals(20235 + 3237 + 5550, log.size());
        assertEquals("674", dataset.network().label(674));
        assertTrue(graph.findArc(674, 48) >= 0);
        assertEquals(158, log.node()[0]);
        assertEquals(0, log.time()[0]);
        assertEquals(244, log.node()[1]);
        assertEquals(48358445.0, log.time()[1]);
    }

    @Test
    void karateNodesAreNumberedAsInTheFile() throws IOException {
        Dataset dataset = library.open("karate", Progress.NONE);
        assertTrue(dataset.network().nodeColumn("id").isEmpty());
        assertEquals(16, dataset.network().graph().outDegree(0));
        assertEquals(17, dataset.network().graph().outDegree(33));
    }

    @Test
    void davisTellsPeopleFromEvents() throws IOException {
        Dataset dataset = library.open("davis", Progress.NONE);
        Column mode = dataset.network().nodeColumn("mode").orElseThrow();
        assertEquals(
                18,
                IntStream.range(0, 32)
                        .filter(v -> mode.textAt(v).equals("person"))
                        .count());
        assertEquals(
                14,
                IntStream.range(0, 32)
                        .filter(v -> mode.textAt(v).equals("event"))
                        .count());
    }

    @Test
    void lesMiserablesHasWeights() throws IOException {
        Dataset dataset = library.open("les-miserables", Progress.NONE);
        int valjean = node(dataset, "Valjean");
        int cosette = node(dataset, "Cosette");
        int arc = dataset.network().graph().findArc(valjean, cosette);
        assertEquals(31, dataset.network().weights().orElseThrow()[arc]);
        assertEquals(
                "chapters", dataset.network().arcColumn("weight").orElseThrow().unit());
    }

    @Test
    void everySampleSaysWhereItComesFromAndHasTheHashItStates() throws IOException {
        List<DatasetDescriptor> descriptors = library.datasets();
        assertEquals(9, descriptors.size());
        assertEquals(
                descriptors.stream().map(DatasetDescriptor::name).sorted().toList(),
                descriptors.stream().map(DatasetDescriptor::name).toList());
        for (DatasetDescriptor descriptor : descriptors) {
            assertTrue(descriptor.hash().matches("[0-9a-f]{64}"), descriptor.name() + " states no hash");
            assertEquals(
                    descriptor.hash(),
                    library.open(descriptor.name(), Progress.NONE).descriptor().hash());
            assertFalse(descriptor.source().isEmpty());
            assertFalse(descriptor.licence().isEmpty());
            assertFalse(descriptor.citations().isEmpty());
            assertFalse(descriptor.caveats().isEmpty());
            assertFalse(descriptor.description().isEmpty());
            assertNotNull(SampleLibrary.class.getResource(descriptor.name() + "/LICENSE.txt"));
        }
    }

    @Test
    void medicalInnovationCarriesItsCaveat() {
        DatasetDescriptor descriptor = library.datasets().stream()
                .filter(d -> d.name().equals("medical-innovation"))
                .findFirst()
                .orElseThrow();
        assertTrue(descriptor.caveats().get(0).contains("Van den Bulte and Lilien 2001"));
        assertEquals(Direction.FOLLOWS, descriptor.direction());
    }

    @Test
    void unknownNameListsTheSamples() {
        InputException wrong = assertThrows(InputException.class, () -> library.open("caveman", Progress.NONE));
        assertEquals(
                "There is no sample 'caveman'; the samples are brazilian-farmers, davis, florentine, karate,"
                        + " korean-family-planning, les-miserables, medical-innovation, political-blogs,"
                        + " stackexchange-android.",
                wrong.getMessage());
    }
}
