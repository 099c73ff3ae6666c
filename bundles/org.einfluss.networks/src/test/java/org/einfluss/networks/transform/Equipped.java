package org.einfluss.networks.transform;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.einfluss.graph.Subnetwork;

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
}
