package org.einfluss.networks.transform;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.einfluss.api.None;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.einfluss.graph.Subnetwork;
import org.einfluss.math.RandomStream;

/** Networks with what transforms ask for. */
final class Equipped {
    private Equipped() {}

    static Network withTraits(Network plain) {
        int n = plain.nodes();
        BitSet unknown = new BitSet(n);
        IntStream.range(0, n).filter(v -> v % 4 == 3).forEach(unknown::set);
        return plain.withNodeColumn(Column.texts(
                        "group",
                        IntStream.range(0, n)
                                .mapToObj(v -> v % 2 == 0 ? "a" : "b")
                                .toArray(String[]::new),
                        unknown))
                .withNodeColumn(Column.integers(
                        "age", "years", IntStream.range(0, n).asLongStream().toArray(), unknown))
                .withArcColumn(Column.doubles(
                        "strength",
                        "",
                        IntStream.range(0, plain.graph().arcs())
                                .mapToDouble(a ->
                                        (plain.graph().source(a) + plain.graph().target(a)) % 3 / 2.0)
                                .toArray()));
    }

    /** Nodes of even number are of one mode, ties within a mode are left out. */
    static Network withModes(Network plain) {
        String[] modes = IntStream.range(0, plain.nodes())
                .mapToObj(v -> v % 2 == 0 ? "a" : "b")
                .toArray(String[]::new);
        return Subnetwork.withTies(
                        plain,
                        plain.layers().get(0),
                        a -> (plain.graph().source(a) + plain.graph().target(a)) % 2 == 1)
                .withNodeColumn(Column.texts(Network.MODE, modes));
    }

    /** A second layer: the ties turned round, without those that end at node 0. */
    static Network withLayers(Network plain) {
        Network turned = new Reverse().apply(new None(), plain, new RandomStream(1));
        Network fewer = Subnetwork.withTies(
                turned, plain.layers().get(0), a -> turned.graph().target(a) != 0);
        return plain.withLayer("second", fewer.graph(), fewer.arcColumns());
    }

    /** Ties between u and v begin at |u − v|, every third node ends at 2; a value over time at each second node. */
    static Network withDates(Network plain) {
        int n = plain.nodes();
        BitSet odd = new BitSet(n);
        IntStream.range(0, n).filter(v -> v % 2 == 1).forEach(odd::set);
        BitSet open = new BitSet(n);
        IntStream.range(0, n).filter(v -> v % 3 > 0).forEach(open::set);
        return plain.withNodeColumn(Column.integers(
                        Network.END, "", IntStream.range(0, n).mapToLong(v -> 2).toArray(), open))
                .withNodeColumn(Column.texts(
                        "view",
                        IntStream.range(0, n)
                                .mapToObj(v -> "<[0, 1, " + v + "]; [2, Infinity, " + -v + "]>")
                                .toArray(String[]::new),
                        odd))
                .withArcColumn(Column.integers(
                        Network.BEGIN,
                        "",
                        IntStream.range(0, plain.graph().arcs())
                                .map(a -> Math.abs(
                                        plain.graph().source(a) - plain.graph().target(a)))
                                .toArray()));
    }
}
