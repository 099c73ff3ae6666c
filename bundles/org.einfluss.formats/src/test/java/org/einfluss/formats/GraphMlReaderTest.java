package org.einfluss.formats;

import static org.einfluss.formats.Texts.assertWrong;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.ImportReport;
import org.einfluss.formats.NetworkParameters.TieDirection;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.junit.jupiter.api.Test;

class GraphMlReaderTest {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
    private static final String KEYS = """
            <key id="d0" for="node" attr.name="role" attr.type="string"><default>none</default></key>
            <key id="d1" for="node" attr.name="age" attr.type="int"/>
            <key id="d2" for="node" attr.name="trust" attr.type="double"/>
            <key id="d3" for="node" attr.name="active" attr.type="boolean"/>
            <key id="d4" for="edge" attr.name="weight" attr.type="double"><default>1.5</default></key>
            <key id="d5" for="edge" attr.name="kind" attr.type="string"/>
            """;
    private static final String BODY = """
            <graph id="g" edgedefault="directed">
              <node id="zoë"><data key="d0">hub</data><data key="d1">41</data><data key="d2">0.25</data></node>
              <node id="ann"><data key="d3">true</data></node>
              <node id="bob"/>
              <edge source="ann" target="bob"><data key="d4">2.5</data><data key="d5">mail</data></edge>
              <edge source="bob" target="zoë"/>
            </graph>
            """;

    private static Dataset read(String text, TieDirection direction, ImportReport report) throws IOException {
        return new GraphMlReader()
                .read(Texts.of("net.graphml", text), NetworkParameters.of(direction), report, Progress.NONE);
    }

    private static Dataset read(String text, TieDirection direction) throws IOException {
        return read(text, direction, new ImportReport());
    }

    @Test
    void attributesBecomeTypedColumnsWithDefaultsAndMissingValues() throws IOException {
        Network network =
                read(HEAD + KEYS + BODY + "</graphml>", TieDirection.INFLUENCES).network();
        assertEquals("ann", network.label(0));
        assertEquals("zoë", network.label(2));
        Column role = network.nodeColumn("role").orElseThrow();
        assertEquals("none", role.textAt(0));
        assertEquals("hub", role.textAt(2));
        Column age = network.nodeColumn("age").orElseThrow();
        assertEquals(Column.Type.INTEGER, age.type());
        assertEquals(41, age.longAt(2));
        assertTrue(age.isMissing(0) && age.isMissing(1));
        assertEquals(0.25, network.nodeColumn("trust").orElseThrow().doubleAt(2));
        Column active = network.nodeColumn("active").orElseThrow();
        assertTrue(active.booleanAt(0) && active.isMissing(1));
        int mail = network.graph().findArc(0, 1);
        assertEquals(2.5, network.weights().orElseThrow()[mail]);
        assertEquals("mail", network.arcColumn("kind").orElseThrow().textAt(mail));
        int other = network.graph().findArc(1, 2);
        assertEquals(1.5, network.weights().orElseThrow()[other]);
        assertTrue(network.arcColumn("kind").orElseThrow().isMissing(other));
    }

    @Test
    void followsTurnsDirectedEdgesRound() throws IOException {
        Dataset dataset = read(HEAD + KEYS + BODY + "</graphml>", TieDirection.FOLLOWS);
        assertEquals(Direction.FOLLOWS, dataset.descriptor().direction());
        int arc = dataset.network().graph().findArc(1, 0);
        assertTrue(arc >= 0);
        assertEquals(2.5, dataset.network().weights().orElseThrow()[arc]);
    }

    @Test
    void directedEdgesAskForTheirDirection() {
        assertWrong(
                "net.graphml:13:35: Direction must be given, it cannot be seen in the file: does an edge from a to b say that"
                        + " a influences b (influences), that a follows or names b (follows), or both (mutual)?",
                () -> read(HEAD + KEYS + BODY + "</graphml>", TieDirection.UNSTATED));
    }

    @Test
    void undirectedFilesAreMutualWithoutBeingAsked() throws IOException {
        Dataset dataset = read(
                HEAD + "<graph edgedefault=\"undirected\"><node id=\"0\"/><node id=\"1\"/><node id=\"2\"/>"
                        + "<edge source=\"2\" target=\"0\"/></graph></graphml>",
                TieDirection.UNSTATED);
        assertEquals(Direction.MUTUAL, dataset.descriptor().direction());
        assertFalse(dataset.network().graph().isDirected());
        assertEquals(1, dataset.network().graph().edges());
        assertTrue(dataset.network().nodeColumn("id").isEmpty());
    }

    @Test
    void undirectedEdgesAmongDirectedOnesAreTwoArcs() throws IOException {
        Network network = read(
                        HEAD + "<graph edgedefault=\"undirected\"><node id=\"0\"/><node id=\"1\"/><node id=\"2\"/>"
                                + "<edge source=\"0\" target=\"1\"/><edge source=\"1\" target=\"2\" directed=\"true\"/>"
                                + "</graph></graphml>",
                        TieDirection.INFLUENCES)
                .network();
        assertTrue(network.graph().isDirected());
        assertArrayEquals(new int[] {1, 0, 2}, network.graph().targets());
    }

    @Test
    void whatANetworkCannotHoldIsCounted() throws IOException {
        ImportReport report = new ImportReport();
        Network network = read(
                        HEAD + "<key id=\"y\" for=\"node\" yfiles.type=\"nodegraphics\"/>"
                                + "<graph edgedefault=\"undirected\">"
                                + "<node id=\"a\"><data key=\"y\"><shape><deep/></shape></data><port name=\"p\"/>"
                                + "<graph edgedefault=\"directed\"><node id=\"inner\"/><node id=\"second\"/>"
                                + "<edge source=\"inner\" target=\"second\"/></graph></node>"
                                + "<node id=\"b\"/><edge source=\"a\" target=\"b\" sourceport=\"p\"/>"
                                + "<edge source=\"b\" target=\"a\"/><edge source=\"b\" target=\"b\"/>"
                                + "<hyperedge><endpoint node=\"a\"/><endpoint node=\"b\"/></hyperedge></graph></graphml>",
                        TieDirection.INFLUENCES,
                        report)
                .network();
        assertEquals(4, network.nodes());
        Column group = network.nodeColumn("group").orElseThrow();
        assertEquals("a", group.textAt(2));
        assertEquals("a", group.textAt(3));
        assertTrue(group.isMissing(0));
        assertTrue(network.graph().isDirected());
        assertArrayEquals(new int[] {1, 0, 3}, network.graph().targets());
        assertEquals(
                Map.of(
                        "attribute without a name passed over", 1L,
                        "node data without a named attribute passed over", 1L,
                        "port passed over", 2L,
                        "nodes of a nested graph put beside the others, with their group as attribute", 1L,
                        "hyperedge passed over", 1L,
                        "repeated tie merged", 2L,
                        "undirected edge among directed ones became two arcs", 2L,
                        "self-loop dropped", 1L),
                Texts.losses(report));
    }

    @Test
    void otherEncodingsAreRefused() {
        byte[] latin = (HEAD + "<graph edgedefault=\"directed\"><node id=\"Müller\"/></graph></graphml>")
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        Texts.assertWrong(
                "g.graphml: Expected text in UTF-8, or in the encoding that its first line names, found other bytes. Save the"
                        + " file as UTF-8, or state its encoding (import --encoding latin-1).",
                () -> new GraphMlReader()
                        .read(
                                Texts.of("g.graphml", latin),
                                NetworkParameters.of(TieDirection.INFLUENCES),
                                new ImportReport(),
                                org.einfluss.api.Progress.NONE));
    }

    @Test
    void parallelEdgesAreToldWithTheirLines() throws IOException {
        for (String direction : List.of("directed", "undirected")) {
            ImportReport report = new ImportReport();
            read(
                    "<graphml>\n<graph edgedefault=\"" + direction + "\"><node id=\"a\"/><node id=\"b\"/>\n"
                            + "<edge source=\"a\" target=\"b\"/>\n".repeat(3) + "</graph></graphml>",
                    direction.equals("directed") ? TieDirection.INFLUENCES : TieDirection.UNSTATED,
                    report);
            assertEquals(Map.of("repeated tie merged", 2L), Texts.losses(report));
            assertEquals(
                    List.of("line 4, a b", "line 5, a b"),
                    report.losses().get(0).examples());
        }
    }

    @Test
    void orderOfElementsDoesNotMatter() throws IOException {
        String one = HEAD + KEYS
                + "<graph edgedefault=\"undirected\"><node id=\"a\"/><node id=\"b\"><data key=\"d1\">1</data></node>"
                + "<edge source=\"a\" target=\"b\"><data key=\"d5\">x</data></edge>"
                + "<edge source=\"b\" target=\"a\"><data key=\"d5\">y</data></edge></graph></graphml>";
        String two = HEAD + KEYS
                + "<graph edgedefault=\"undirected\"><edge source=\"b\" target=\"a\"><data key=\"d5\">y</data></edge>"
                + "<edge source=\"a\" target=\"b\"><data key=\"d5\">x</data></edge>"
                + "<node id=\"b\"><data key=\"d1\">1</data></node><node id=\"a\"/></graph></graphml>";
        assertArrayEquals(
                read(one, TieDirection.UNSTATED).network().sha256(),
                read(two, TieDirection.UNSTATED).network().sha256());
    }

    @Test
    void billionLaughsAreRefused() {
        String bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [<!ENTITY lol \"lol\">"
                + "<!ENTITY lol2 \"&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;\">"
                + "<!ENTITY lol3 \"&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;\">]>\n"
                + "<graphml><graph edgedefault=\"undirected\"><node id=\"&lol3;\"/></graph></graphml>";
        InputException refused = assertThrows(InputException.class, () -> read(bomb, TieDirection.UNSTATED));
        assertTrue(
                refused.getMessage()
                        .endsWith(
                                "Document type declarations are refused, they can do harm. Remove the line <!DOCTYPE …>."),
                refused.getMessage());
    }

    @Test
    void externalEntitiesAreRefused() {
        String spy =
                "<!DOCTYPE g [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><graphml><graph edgedefault=\"undirected\">"
                        + "<node id=\"&x;\"/></graph></graphml>";
        assertThrows(InputException.class, () -> read(spy, TieDirection.UNSTATED));
    }

    @Test
    void wrongContentIsNamedByLineAndColumn() {
        String graph = "<graph edgedefault=\"undirected\">\n";
        assertWrong(
                "net.graphml:5:30: There is no node 'c' for this edge. Add the node, or correct the edge.",
                () -> read(
                        HEAD + graph + "<node id=\"a\"/>\n<edge source=\"a\" target=\"c\"/></graph></graphml>",
                        TieDirection.UNSTATED));
        assertWrong(
                "net.graphml:4:29: The node 'a' is given twice. Remove one.",
                () -> read(HEAD + graph + "<node id=\"a\"/><node id=\"a\"/></graph></graphml>", TieDirection.UNSTATED));
        assertWrong(
                "net.graphml:10:29: Expected a value of type int for 'age', found 'old'. Correct it.",
                () -> read(
                        HEAD + KEYS + graph + "<node id=\"a\"><data key=\"d1\">old</data></node></graph></graphml>",
                        TieDirection.UNSTATED));
        assertWrong(
                "net.graphml:1:8: Expected GraphML, that is <graphml>, found <html>. Is it the right file?",
                () -> read("<html/>", TieDirection.UNSTATED));
        InputException broken =
                assertThrows(InputException.class, () -> read(HEAD + graph + "<node id=\"a\">", TieDirection.UNSTATED));
        assertTrue(broken.getMessage().startsWith("net.graphml:4:14: This is not correct XML: "), broken.getMessage());
    }
}
