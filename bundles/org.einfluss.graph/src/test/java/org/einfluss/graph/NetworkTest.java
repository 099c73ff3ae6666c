package org.einfluss.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private final Graph pair = Graph.of(2, false, new int[] {0, 1, 2}, new int[] {1, 0});
    private final Graph arc = Graph.of(2, true, new int[] {0, 1, 1}, new int[] {1});
    private final Network network = Network.of(pair);

    @Test
    void withoutDataANetworkIsItsGraph() {
        assertEquals(pair, network.graph());
        assertEquals(List.of("ties"), network.layers());
        assertEquals(2, network.nodes());
        assertEquals("1", network.label(1));
        assertEquals(Optional.empty(), network.weights());
        assertEquals(Optional.empty(), network.nodeColumn("role"));
        assertTrue(network.nodeColumns().isEmpty() && network.arcColumns().isEmpty());
    }

    @Test
    void columnsAreAddedAndReplacedWithoutChangingTheOriginal() {
        Network one = network.withNodeColumn(Column.texts("role", new String[] {"maven", "salesman"}));
        Network two = one.withNodeColumn(Column.texts("role", new String[] {"maven", "connector"}));
        assertTrue(network.nodeColumns().isEmpty());
        assertEquals("salesman", one.nodeColumn("role").orElseThrow().textAt(1));
        assertEquals("connector", two.nodeColumn("role").orElseThrow().textAt(1));
        assertEquals(1, two.nodeColumns().size());
    }

    @Test
    void labelsComeFromTheReservedColumn() {
        assertEquals(
                "Medici",
                network.withNodeColumn(Column.texts("id", new String[] {"Pazzi", "Medici"}))
                        .label(1));
        assertEquals(
                "77",
                network.withNodeColumn(Column.integers("id", "", new long[] {5, 77}))
                        .label(1));
    }

    @Test
    void weightsComeFromTheReservedColumn() {
        Network weighted = network.withArcColumn(Column.doubles("weight", "calls", new double[] {0.5, 0.25}));
        assertArrayEquals(new double[] {0.5, 0.25}, weighted.weights().orElseThrow());
        assertThrows(
                IllegalArgumentException.class,
                () -> network.withArcColumn(Column.integers("weight", "", new long[] {1, 2})));
    }

    /** Triangle 0 1 2, whose arcs are 0-1 0-2 1-0 1-2 2-0 2-1; without those to 1 four are left, then without 0-2 three. */
    @Test
    void arcsThatStayKeepTheirValuesAndCoins() {
        Graph triangle = Graph.of(3, false, new int[] {0, 2, 4, 6}, new int[] {1, 2, 0, 2, 0, 1});
        Network full = Network.of(triangle)
                .withArcColumn(Column.doubles("weight", "calls", new double[] {1, 2, 10, 12, 20, 21}))
                .withArcColumn(Column.texts("kind", new String[] {"a", "b", "c", "d", "e", "f"}));
        Network without = full.keepingArcs("ties", true, arc -> triangle.target(arc) != 1);
        assertEquals(Graph.of(3, true, new int[] {0, 1, 3, 4}, new int[] {2, 0, 2, 0}), without.graph());
        assertArrayEquals(new double[] {2, 10, 12, 20}, without.weights().orElseThrow());
        assertEquals("d", without.arcColumn("kind").orElseThrow().textAt(2));
        assertArrayEquals(
                new double[] {1, 2, 3, 4},
                without.arcColumn("coin").orElseThrow().toDoubles());
        Network less = without.keepingArcs("ties", true, arc -> arc != 0);
        assertArrayEquals(
                new double[] {2, 3, 4}, less.arcColumn("coin").orElseThrow().toDoubles());
        assertTrue(full.arcColumn("coin").isEmpty());
    }

    @Test
    void layersHaveTheirOwnArcsAndColumns() {
        Network layered = network.withLayer("advice", arc, List.of(Column.doubles("weight", "", new double[] {3})));
        assertEquals(List.of("ties", "advice"), layered.layers());
        assertEquals(1, layered.graph("advice").arcs());
        assertEquals(3, layered.weights("advice").orElseThrow()[0]);
        assertEquals(Optional.empty(), layered.weights());
        assertEquals(pair, layered.graph());
        Network dated = layered.withArcColumn("advice", Column.integers("begin", "days", new long[] {12}));
        assertEquals(2, dated.arcColumns("advice").size());
        assertEquals(12, dated.arcColumn("advice", "begin").orElseThrow().longAt(0));
    }

    @Test
    void whatDoesNotFitIsNamed() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> network.withNodeColumn(Column.doubles("age", "years", new double[3])))
                .getMessage();
        assertTrue(message.contains("age") && message.contains("2 values") && message.contains("has 3"), message);
        assertThrows(
                IllegalArgumentException.class, () -> network.withArcColumn(Column.doubles("x", "", new double[1])));
        assertThrows(IllegalArgumentException.class, () -> network.withLayer("other", Graph.empty(3), List.of()));
        assertThrows(IllegalArgumentException.class, () -> Network.of(" ", pair));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> network.graph("advice"))
                .getMessage()
                .contains("[ties]"));
    }

    @Test
    void factsKeepTheirOrderAndUnits() {
        Network reported = network.withFact("lost-edges", "edges", 3).withFact("mean-degree", "arcs per node", 5.5);
        assertEquals(Map.of("lost-edges", 3.0, "mean-degree", 5.5), reported.facts());
        assertEquals(
                List.of("lost-edges", "mean-degree"),
                List.copyOf(reported.facts().keySet()));
        assertEquals(Optional.of("edges"), reported.factUnit("lost-edges"));
        assertEquals(Optional.empty(), reported.factUnit("else"));
    }

    @Test
    void theHashCoversDataButNeitherFactsNorMeaningsNorTheOrderOfColumns() {
        Column a = Column.doubles("a", "", new double[] {1, 2});
        Column b = Column.texts("b", new String[] {"x", "y"});
        byte[] hash = network.withNodeColumn(a).withNodeColumn(b).sha256();
        assertArrayEquals(hash, network.withNodeColumn(b).withNodeColumn(a).sha256());
        assertArrayEquals(
                hash,
                network.withNodeColumn(a.withMeaning("first"))
                        .withNodeColumn(b)
                        .withFact("lost-edges", "edges", 1)
                        .sha256());
        Column other = Column.doubles("a", "", new double[] {1, 3});
        assertFalse(Arrays.equals(
                hash, network.withNodeColumn(other).withNodeColumn(b).sha256()));
        assertFalse(
                Arrays.equals(hash, network.withArcColumn(a).withNodeColumn(b).sha256()));
        assertFalse(Arrays.equals(network.sha256(), Network.of(arc).sha256()));
        assertFalse(Arrays.equals(
                network.sha256(), network.withLayer("advice", arc, List.of()).sha256()));
    }
}
