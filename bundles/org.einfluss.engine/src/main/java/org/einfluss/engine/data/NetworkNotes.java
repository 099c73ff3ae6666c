package org.einfluss.engine.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.einfluss.api.findings.Findings;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;

/** What must be said beside numbers of a network that is more than one set of ties among nodes of one kind at one time. */
public final class NetworkNotes {
    private NetworkNotes() {}

    /**
     * Adds what must be said to the notes of findings.
     *
     * @param findings what was found
     * @param networks the networks it was found in
     */
    public static Findings beside(Findings findings, List<Network> networks) {
        List<String> notes = new ArrayList<>(findings.notes());
        for (Network network : networks) {
            for (String note : of(network)) {
                if (!notes.contains(note)) {
                    notes.add(note);
                }
            }
        }
        return new Findings(
                findings.kind(),
                findings.title(),
                findings.tables(),
                findings.figures(),
                findings.headlines(),
                notes,
                findings.citations());
    }

    /**
     * Returns what must be said of a network.
     *
     * @param network the network
     * @return sentences; none for one layer of undated ties among nodes of one mode
     */
    public static List<String> of(Network network) {
        List<String> notes = new ArrayList<>();
        List<String> layers = network.layers();
        if (layers.size() > 1) {
            notes.add("The network has " + layers.size() + " layers (" + String.join(", ", layers)
                    + "). Unless something else is said, numbers are of the ties of the first, " + layers.get(0)
                    + "; the transform select-layers chooses or joins layers.");
        }
        List<String> modes = network.nodeColumn(Network.MODE).stream()
                .flatMap(NetworkNotes::values)
                .distinct()
                .sorted()
                .toList();
        if (modes.size() > 1) {
            notes.add(
                    "Nodes are of several modes (" + String.join(", ", modes)
                            + "). Unless something else is said, numbers are of all of them together; the transform project-mode makes a network of one.");
        }
        boolean dated = layers.stream()
                .anyMatch(layer -> network.arcColumn(layer, Network.BEGIN).isPresent()
                        || network.arcColumn(layer, Network.END).isPresent());
        if (dated) {
            notes.add(
                    "Ties have dates. Unless something else is said, numbers are of the ties of all times together; the transform"
                            + " slice-time takes those of one.");
        }
        return notes;
    }

    private static Stream<String> values(Column column) {
        return IntStream.range(0, column.size())
                .filter(i -> !column.isMissing(i))
                .mapToObj(column::textAt);
    }
}
