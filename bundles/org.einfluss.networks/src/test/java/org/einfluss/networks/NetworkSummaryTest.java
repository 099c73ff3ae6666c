package org.einfluss.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.Direction;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.graph.generate.ErdosRenyi;
import org.einfluss.graph.generate.Lattices;
import org.einfluss.math.RandomStream;
import org.junit.jupiter.api.Test;

class NetworkSummaryTest {
    private static Graph graph(int nodes, boolean directed, int... ends) {
        GraphBuilder builder = new GraphBuilder(nodes, directed);
        for (int i = 0; i < ends.length; i += 2) {
            builder.add(ends[i], ends[i + 1]);
        }
        return builder.build().graph();
    }

    private static Structure structure(Graph graph) {
        return Structure.of(graph, Progress.NONE);
    }

    private static Dataset dataset(Graph graph, AdoptionLog... logs) {
        DatasetDescriptor descriptor = new DatasetDescriptor(
                "test", "Test", "", "", "", List.of("A paper."), List.of("A caveat."), "none", Direction.MUTUAL, "");
        return new Dataset(descriptor, Network.of(graph), List.of(logs));
    }

    private static double measure(Findings findings, String name) {
        Table summary = findings.table("summary").orElseThrow();
        for (int i = 0; i < summary.rows(); i++) {
            if (summary.column("measure").textAt(i).equals(name)) {
                return summary.column("value").doubleAt(i);
            }
        }
        throw new AssertionError("no measure " + name);
    }

    @Test
    void twoTrianglesJoinedByAPath() {
        // The bow: triangles 0-1-2 and 3-4-5, joined by 2-6-3; one isolated node beside it.
        Structure bow = structure(graph(8, false, 0, 1, 0, 2, 1, 2, 3, 4, 3, 5, 4, 5, 2, 6, 6, 3));
        assertEquals(2, bow.components());
        assertEquals(7, bow.largestComponent());
        assertEquals(1, bow.isolated());
        assertEquals(6 / 11.0, bow.transitivity(), 1e-12);
        assertEquals(2 / 3.0, bow.clustering(), 1e-12);
        assertEquals(2, bow.deepestCore());
        assertEquals(4, bow.diameter().lower());
        assertEquals(3, bow.largestDegree());
        assertEquals(16 / 56.0, bow.density(), 1e-12);
        assertEquals(1, bow.reciprocity());
        // By hand over 16 arcs: degrees sum to 38, their squares to 94, the products to 88.
        assertEquals(-0.6, bow.assortativity(), 1e-12);
    }

    @Test
    void starIsDisassortativeAndHasNoTriangles() {
        Structure star = structure(Lattices.star(10));
        assertEquals(-1, star.assortativity(), 1e-12);
        assertEquals(0, star.transitivity());
        assertEquals(2, star.diameter().lower());
        assertEquals(1.8, star.distances().meanPathLength(), 1e-12);
        assertEquals(1, star.deepestCore());
    }

    @Test
    void directionsCountForReciprocityOnly() {
        Structure structure = structure(graph(4, true, 0, 1, 1, 0, 1, 2, 2, 3));
        assertEquals(0.5, structure.reciprocity());
        assertEquals(1, structure.components());
        assertEquals(3, structure.diameter().lower());
        assertEquals(4 / 12.0, structure.density());
    }

    @Test
    void completeAndEmptyNetworks() {
        Structure complete = structure(Lattices.complete(6));
        assertEquals(5, complete.deepestCore());
        assertEquals(1, complete.transitivity());
        assertTrue(Double.isNaN(complete.assortativity()));
        Structure empty = structure(Graph.empty(0));
        assertEquals(0, empty.components());
        assertTrue(Double.isNaN(empty.density()) && Double.isNaN(empty.transitivity()));
        new NetworkSummary().analyse(dataset(Graph.empty(0)), new None(), Progress.NONE);
    }

    @Test
    void giantComponentOfARandomNetworkHasItsKnownSize() {
        Graph graph = ErdosRenyi.gnp(200_000, ErdosRenyi.probability(200_000, 1.5), new RandomStream(5));
        Structure structure = structure(graph);
        assertEquals(.582812, structure.largestComponent() / 200_000.0, 0.013);
        assertTrue(!structure.distances().isExact() && structure.diameter().lower() > 20);
    }

    @Test
    void censoredNodesAreNotAdopters() {
        AdoptionLog log = new AdoptionLog(
                "drug",
                "prescribed",
                "months",
                1,
                new int[3],
                new int[] {2, 0, 1},
                new double[] {1, 3, 3},
                new int[0],
                17);
        Findings findings = new NetworkSummary().analyse(dataset(Lattices.path(5), log), new None(), Progress.NONE);
        Table curve = findings.table("adoption-1").orElseThrow();
        assertEquals(
                List.of(1.0, 3.0, 17.0),
                java.util.Arrays.stream(curve.column("time").toDoubles())
                        .boxed()
                        .toList());
        assertEquals(0.6, curve.column("adopted").doubleAt(2));
        assertEquals(2, findings.table("logs").orElseThrow().column("censored").doubleAt(0));
        assertEquals(0.6, findings.headlines().get(0).value());
        assertEquals("A caveat.", findings.notes().get(0));
        assertEquals(1.6, measure(findings, "mean-degree"));
    }

    @Test
    void manyCascadesAreShownByTheirSizes() {
        AdoptionLog log = new AdoptionLog(
                "words",
                "used",
                "days",
                2,
                new int[] {0, 1, 1},
                new int[] {0, 0, 1},
                new double[] {1, 2, 3},
                new int[0],
                9);
        Findings findings = new NetworkSummary().analyse(dataset(Lattices.path(5), log), new None(), Progress.NONE);
        Table tail = findings.table("cascades-1").orElseThrow();
        assertEquals(1, tail.column("at-least").doubleAt(0));
        assertEquals(0.5, tail.column("at-least").doubleAt(1));
    }

    @Test
    void centralNodesAreListedByPageRank() {
        // A directed chain of influence 0 → 1 → 2 → 3: who stands upstream influences most.
        Findings findings =
                new NetworkSummary().analyse(dataset(graph(5, true, 0, 1, 1, 2, 2, 3)), new None(), Progress.NONE);
        Table nodes = findings.table("central-nodes").orElseThrow();
        assertEquals("0", nodes.column("node").textAt(0));
        assertEquals("1", nodes.column("node").textAt(1));
        assertEquals(5, nodes.rows());
        assertEquals(2 / 12.0, nodes.column("betweenness").doubleAt(1), 1e-12);
        assertEquals((1 + 1 / 2.0 + 1 / 3.0) / 4, nodes.column("closeness").doubleAt(0), 1e-12);
        assertEquals(
                0.611111,
                measure(new NetworkSummary().analyse(dataset(bow()), new None(), Progress.NONE), "cohesion"),
                5e-7);
    }

    @Test
    void largeNetworksAreSampledAndSaySo() {
        Graph graph = ErdosRenyi.gnp(30_000, ErdosRenyi.probability(30_000, 4), new RandomStream(6));
        Findings findings = new NetworkSummary().analyse(dataset(graph), new None(), Progress.NONE);
        Table nodes = findings.table("central-nodes").orElseThrow();
        assertTrue(nodes.columns().stream().noneMatch(column -> column.name().equals("betweenness")));
        assertTrue(findings.notes().stream().anyMatch(note -> note.contains("2,000,000,000")));
        Table summary = findings.table("summary").orElseThrow();
        int cohesion = summary.rows() - 1;
        assertEquals("cohesion", summary.column("measure").textAt(cohesion));
        double error = summary.column("standard-error").doubleAt(cohesion);
        assertTrue(error > 0 && error < 0.002, "standard error " + error);
        assertTrue(measure(findings, "diameter-at-most") >= 10);
    }

    private static Graph bow() {
        return graph(7, false, 0, 1, 0, 2, 1, 2, 3, 4, 3, 5, 4, 5, 2, 6, 6, 3);
    }
}
