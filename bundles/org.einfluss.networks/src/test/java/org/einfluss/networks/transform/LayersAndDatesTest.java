package org.einfluss.networks.transform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.einfluss.api.InputException;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.junit.jupiter.api.Test;

class LayersAndDatesTest {
    private final RandomStream random = new RandomStream(1);

    /** Ann asks Bob from 2001 to 2004, Bob asks Cem since 2004, Cem asked Ann until 2002, nobody knows when Ann asked Cem. */
    private static Network village() {
        GraphBuilder builder = new GraphBuilder(3, true);
        builder.add(0, 1);
        builder.add(0, 2);
        builder.add(1, 2);
        builder.add(2, 0);
        BitSet none = new BitSet();
        BitSet begins = BitSet.valueOf(new long[] {0b1010});
        BitSet ends = BitSet.valueOf(new long[] {0b0110});
        return Network.of("advice", builder.build().graph())
                .withNodeColumn(Column.texts(Network.ID, new String[] {"ann", "bob", "cem"}))
                .withNodeColumn(Column.texts(
                        "party",
                        new String[] {
                            "<[2000, 2002, \"left\"]; [2002, Infinity, \"right\"]>", "<[-Infinity, 2001, \"left\"]>", ""
                        },
                        BitSet.valueOf(new long[] {0b100})))
                .withNodeColumn(Column.integers(Network.BEGIN, "", new long[] {1990, 1990, 2003}, none))
                .withArcColumn(Column.integers(Network.BEGIN, "", new long[] {2001, 0, 2004, 0}, begins))
                .withArcColumn(Column.integers(Network.END, "", new long[] {2004, 0, 0, 2002}, ends));
    }

    private static List<String> ties(Network network, String layer) {
        Graph graph = network.graph(layer);
        return IntStream.range(0, graph.arcs())
                .mapToObj(a -> network.label(graph.source(a)) + ">" + network.label(graph.target(a)))
                .toList();
    }

    private static SliceTime.Parameters at(String time, SliceTime.Nodes nodes) {
        return new SliceTime.Parameters(Optional.of(time), Optional.empty(), Optional.empty(), nodes);
    }

    private static SliceTime.Parameters between(String from, String to) {
        return new SliceTime.Parameters(Optional.empty(), Optional.of(from), Optional.of(to), SliceTime.Nodes.ALL);
    }

    @Test
    void aTieIsThereFromItsBeginToItsEndBothIncluded() {
        SliceTime slice = new SliceTime();
        SliceTime.Nodes all = SliceTime.Nodes.ALL;
        assertEquals(List.of("ann>cem", "cem>ann"), ties(slice.apply(at("2000", all), village(), random), "advice"));
        assertEquals(
                List.of("ann>bob", "ann>cem", "cem>ann"),
                ties(slice.apply(at("2002", all), village(), random), "advice"));
        assertEquals(
                List.of("ann>bob", "ann>cem", "bob>cem"),
                ties(slice.apply(at("2004", all), village(), random), "advice"));
        assertEquals(List.of("ann>cem", "bob>cem"), ties(slice.apply(at("2004.5", all), village(), random), "advice"));
    }

    @Test
    void ofASpanTheEndIsNotIncluded() {
        SliceTime slice = new SliceTime();
        assertEquals(
                List.of("ann>bob", "ann>cem"), ties(slice.apply(between("2003", "2004"), village(), random), "advice"));
        Network sliced = slice.apply(between("2004", "2010"), village(), random);
        assertEquals(List.of("ann>bob", "ann>cem", "bob>cem"), ties(sliced, "advice"));
        assertEquals(1, sliced.facts().get("ties of another time left out"));
    }

    @Test
    void nodesAreThereAsTheyAreDatedUnlessAllAreWanted() {
        Network early = new SliceTime().apply(at("2001", SliceTime.Nodes.PRESENT), village(), random);
        assertEquals(2, early.nodes());
        assertEquals(List.of("ann>bob"), ties(early, "advice"));
        assertEquals(1, early.facts().get("nodes of another time left out"));
        assertEquals(
                3,
                new SliceTime()
                        .apply(at("2003", SliceTime.Nodes.PRESENT), village(), random)
                        .nodes());
    }

    @Test
    void valuesOverTimeBecomeThoseOfThen() {
        Column party = new SliceTime()
                .apply(at("2001", SliceTime.Nodes.ALL), village(), random)
                .nodeColumn("party")
                .orElseThrow();
        assertEquals(List.of("left", "left", ""), List.of(party.textAt(0), party.textAt(1), party.textAt(2)));
        party = new SliceTime()
                .apply(at("2002", SliceTime.Nodes.ALL), village(), random)
                .nodeColumn("party")
                .orElseThrow();
        assertEquals("right", party.textAt(0)); // of two that hold, the one that begins last
        assertEquals(true, party.isMissing(1));
    }

    @Test
    void numbersOverTimeBecomeNumbers() {
        Network network = village()
                .withNodeColumn(Column.texts(
                        "visits", new String[] {"<[2000, 2001, 3]>", "<[2000, 2003, 4]>", "<[2002, 2003, 5]>"}));
        Column visits = new SliceTime()
                .apply(at("2001", SliceTime.Nodes.ALL), network, random)
                .nodeColumn("visits")
                .orElseThrow();
        assertEquals(Column.Type.INTEGER, visits.type());
        assertArrayEquals(new double[] {3, 4, Double.NaN}, visits.toDoubles());
    }

    @Test
    void datesAreComparedAsMoments() {
        GraphBuilder builder = new GraphBuilder(3, false);
        builder.add(0, 1);
        builder.add(1, 2);
        Network network = Network.of(builder.build().graph()).withArcColumn(Column.texts(Network.BEGIN, new String[] {
            "2012-07-04", "2012-07-04", "2012-07-04T12:00:05", "2012-07-04T12:00:05"
        }));
        assertEquals(
                List.of("0>1", "1>0"),
                ties(new SliceTime().apply(at("2012-07-04 12:00:04", SliceTime.Nodes.ALL), network, random), "ties"));
        assertEquals(
                4,
                new SliceTime()
                        .apply(at("2012-07-05", SliceTime.Nodes.ALL), network, random)
                        .graph()
                        .arcs());
        InputException number = assertThrows(
                InputException.class, () -> new SliceTime().apply(at("2012", SliceTime.Nodes.ALL), network, random));
        assertEquals(
                "Column begin of layer ties holds dates such as 2012-07-04, the time asked for is 2012; write it in the same"
                        + " way",
                number.getMessage());
    }

    @Test
    void whatHasNoDatesIsRefused() {
        Network network = Network.of(Graph.empty(2));
        assertThrows(
                InputException.class, () -> new SliceTime().apply(at("2012", SliceTime.Nodes.ALL), network, random));
        assertThrows(IllegalArgumentException.class, () -> between("2004", "2004"));
        assertThrows(IllegalArgumentException.class, () -> between("2004", "2012-07-04"));
        assertThrows(IllegalArgumentException.class, () -> at("yesterday", SliceTime.Nodes.ALL));
    }

    /** Advice a→b (weight 2), a→c (3), twice (1 and 4); friends a–b and b–c, without weights; letters c→a. */
    private static Network office() {
        GraphBuilder advice = new GraphBuilder(3, true).duplicates(GraphBuilder.Duplicates.KEEP);
        advice.add(0, 1, 2);
        advice.add(0, 2, 1);
        advice.add(0, 2, 4);
        GraphBuilder friends = new GraphBuilder(3, false).keepLoops();
        friends.add(0, 1);
        friends.add(1, 2);
        friends.add(2, 2);
        GraphBuilder letters = new GraphBuilder(3, true);
        letters.add(2, 0);
        GraphBuilder.Built built = advice.build();
        return Network.of("advice", built.graph())
                .withArcColumn(Column.doubles(Network.WEIGHT, "", built.weights()))
                .withArcColumn(Column.texts("topic", new String[] {"x", "y", "z"}))
                .withNodeColumn(Column.texts(Network.ID, new String[] {"a", "b", "c"}))
                .withLayer("friends", friends.build().graph(), List.of())
                .withLayer("letters", letters.build().graph(), List.of());
    }

    private static Network select(SelectLayers.Join join, String... layers) {
        return new SelectLayers()
                .apply(new SelectLayers.Parameters(List.of(layers), join), office(), new RandomStream(1));
    }

    @Test
    void layersStayInTheOrderWanted() {
        Network kept = select(SelectLayers.Join.KEEP, "letters", "advice");
        assertEquals(List.of("letters", "advice"), kept.layers());
        assertEquals(List.of("c>a"), ties(kept, "letters"));
        assertEquals("y", kept.arcColumn("advice", "topic").orElseThrow().textAt(1));
        assertEquals("b", kept.label(1));
    }

    @Test
    void aUnionCountsLayersAndAddsWeights() {
        Network union = select(SelectLayers.Join.UNION, "advice", "friends");
        assertEquals(List.of("advice+friends"), union.layers());
        assertEquals(List.of("a>b", "a>c", "b>a", "b>c", "c>b", "c>c"), ties(union, "advice+friends"));
        assertArrayEquals(
                new double[] {2, 1, 1, 1, 1, 1},
                union.arcColumn(SelectLayers.LAYERS).orElseThrow().toDoubles());
        assertArrayEquals(new double[] {3, 5, 1, 1, 1, 1}, union.weights().orElseThrow());
        assertEquals(1, union.facts().get("columns of ties left out"));
        assertEquals(false, select(SelectLayers.Join.UNION, "friends").graph().isDirected());
    }

    @Test
    void anIntersectionHasWhatAllLayersHave() {
        Network both = select(SelectLayers.Join.INTERSECTION, "friends", "advice");
        assertEquals(List.of("a>b"), ties(both, "friends+advice"));
        assertArrayEquals(new double[] {3}, both.weights().orElseThrow());
        assertEquals(
                0,
                select(SelectLayers.Join.INTERSECTION, "friends", "advice", "letters")
                        .graph()
                        .arcs());
        assertThrows(InputException.class, () -> select(SelectLayers.Join.UNION, "advice", "enemies"));
    }
}
