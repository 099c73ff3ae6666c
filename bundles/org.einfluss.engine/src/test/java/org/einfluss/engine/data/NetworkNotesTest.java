package org.einfluss.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.einfluss.api.findings.Findings;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.junit.jupiter.api.Test;

class NetworkNotesTest {
    @Test
    void layersModesAndDatesAreToldBesideTheNumbersOnce() {
        Network network = Network.of("advice", Graph.empty(2))
                .withLayer("friends", Graph.empty(2), List.of(Column.doubles(Network.BEGIN, "", new double[0])))
                .withNodeColumn(Column.texts(Network.MODE, new String[] {"venue", "person"}));
        Findings plain = new Findings("toy", "Toy", List.of(), List.of(), List.of(), List.of("First."), List.of());
        assertEquals(
                List.of(
                        "First.",
                        "The network has 2 layers (advice, friends). Unless something else is said, numbers are of the ties of the"
                                + " first, advice; the transform select-layers chooses or joins layers.",
                        "Nodes are of several modes (person, venue). Unless something else is said, numbers are of all of them"
                                + " together; the transform project-mode makes a network of one.",
                        "Ties have dates. Unless something else is said, numbers are of the ties of all times together; the"
                                + " transform slice-time takes those of one."),
                NetworkNotes.beside(plain, List.of(network, network)).notes());
        assertEquals(List.of(), NetworkNotes.of(Network.of(Graph.empty(2))));
    }
}
