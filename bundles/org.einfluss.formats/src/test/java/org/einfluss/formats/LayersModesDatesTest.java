package org.einfluss.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.einfluss.api.InputException;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.ImportReport;
import org.einfluss.formats.NetworkParameters.TieDirection;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.junit.jupiter.api.Test;

/** Several kinds of ties, two kinds of nodes, and times of ties, nodes and values keep their meaning on the way in and out. */
class LayersModesDatesTest {
    private static final NetworkParameters INFLUENCES = NetworkParameters.of(TieDirection.INFLUENCES);

    private static final String GEXF = """
            <gexf version="1.2"><graph defaultedgetype="directed" mode="dynamic" timeformat="double">
            <attributes class="node" mode="dynamic">
            <attribute id="v" title="visits" type="integer"/>
            <attribute id="p" title="party" type="string"><default>none</default></attribute>
            <attribute id="s" title="size" type="float"/>
            </attributes>
            <nodes>
            <node id="ann" start="2000"><attvalues>
            <attvalue for="v" value="3" start="2000" end="2001"/><attvalue for="v" value="4" start="2001"/>
            <attvalue for="p" value="say &quot;left&quot;" end="2002"/><attvalue for="s" value="1"/>
            </attvalues></node>
            <node id="bob"><attvalues><attvalue for="v" value="7" timestamp="2005"/></attvalues></node>
            </nodes>
            <edges><edge source="ann" target="bob" kind="mail"><spells>
            <spell start="2000" end="2001"/><spell start="2003"/></spells></edge>
            <edge source="bob" target="ann" kind="call" start="2002"/></edges>
            </graph></gexf>
            """;

    private static Dataset gexf(String text) throws IOException {
        return new GexfReader().read(Texts.of("x.gexf", text), INFLUENCES, new ImportReport(), Progress.NONE);
    }

    private static List<String> told(ImportReport report) {
        return report.losses().stream()
                .map(loss -> loss.what() + ": " + loss.places())
                .toList();
    }

    private static List<String> texts(Network network, String column) {
        Column values = network.nodeColumn(column).orElseThrow();
        return IntStream.range(0, values.size()).mapToObj(values::textAt).toList();
    }

    @Test
    void dynamicAttributesOfGexfAreValuesOverTime() throws IOException {
        Network network = gexf(GEXF).network();
        assertEquals(List.of("<[2000, 2001, 3]; [2001, Infinity, 4]>", "<[2005, 2005, 7]>"), texts(network, "visits"));
        assertEquals(
                List.of("<[-Infinity, 2002, \"say \\\"left\\\"\"]>", "<[-Infinity, Infinity, \"none\"]>"),
                texts(network, "party"));
        assertEquals(
                Column.Type.DOUBLE, network.nodeColumn("size").orElseThrow().type()); // never says a time
        assertEquals(List.of("call", "mail"), network.layers());
        Column begin = network.arcColumn("mail", Network.BEGIN).orElseThrow();
        Column end = network.arcColumn("mail", Network.END).orElseThrow();
        assertEquals(List.of("2000", "2003"), List.of(begin.textAt(0), begin.textAt(1)));
        assertEquals(List.of("2001", ""), List.of(end.textAt(0), end.textAt(1)));
    }

    @Test
    void gexfIsWrittenWithTheTimesItWasReadWith() throws IOException {
        Dataset dataset = gexf(GEXF);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new GexfWriter().write(dataset, new None(), out, new ImportReport(), Progress.NONE);
        String written = out.toString(StandardCharsets.UTF_8);
        assertTrue(written.contains("value=\"3\" start=\"2000\" end=\"2001\""), written);
        assertArrayEquals(dataset.network().sha256(), gexf(written).network().sha256(), written);
    }

    @Test
    void datesOfGexfAreWrittenAsDatesAgain() throws IOException {
        Dataset dataset = gexf(GEXF.replaceAll("\"(200[0-9])\"", "\"$1-05-06\"").replace("double", "date"));
        assertEquals(
                "2002-05-06",
                dataset.network().arcColumn("call", Network.BEGIN).orElseThrow().textAt(0));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new GexfWriter().write(dataset, new None(), out, new ImportReport(), Progress.NONE);
        String written = out.toString(StandardCharsets.UTF_8);
        assertTrue(written.contains("timeformat=\"date\"") && written.contains("start=\"2002-05-06\""), written);
    }

    private static final String PAJEK = """
            *Vertices 4 2
            1 "zoe" [1-3]
            2 "ann" [2]
            3 "pub"
            4 "gym" [1-*]
            *Edges :1 "meets"
            1 3 2 [1-2]
            2 3 1 [2,4-*]
            *Edges :2 "plays"
            2 4 1
            """;

    @Test
    void modesRelationsAndTimesOfPajekComeBack() throws IOException {
        Dataset dataset =
                new PajekReader().read(Texts.of("x.net", PAJEK), INFLUENCES, new ImportReport(), Progress.NONE);
        Network network = dataset.network();
        assertEquals(List.of("ann", "gym", "pub", "zoe"), texts(network, Network.ID));
        assertEquals(List.of("1", "2", "2", "1"), texts(network, Network.MODE));
        assertEquals(List.of("2", "1", "", "1"), texts(network, Network.BEGIN));
        assertEquals(List.of("2", "", "", "3"), texts(network, Network.END));
        assertEquals(List.of("meets", "plays"), network.layers());
        assertEquals(3, network.graph("meets").edges());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImportReport lost = new ImportReport();
        new PajekWriter().write(dataset, new PajekWriter.Parameters(false), out, lost, Progress.NONE);
        assertEquals(List.of(), told(lost));
        assertEquals("""
                *Vertices 4 2
                1 "ann" [2]
                2 "zoe" [1-3]
                3 "gym" [1-*]
                4 "pub"
                *Edges :1 "meets"
                1 4 1.0 [2]
                1 4 1.0 [4-*]
                2 4 2.0 [1-2]
                *Edges :2 "plays"
                1 3 1.0
                """, out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void whatPajekCannotHoldOfModesAndTimesIsTold() throws IOException {
        Dataset dataset =
                new PajekReader().read(Texts.of("x.net", PAJEK), INFLUENCES, new ImportReport(), Progress.NONE);
        Network named = dataset.network()
                .withNodeColumn(Column.texts(Network.MODE, new String[] {"who", "where", "where", "who"}))
                .withArcColumn("plays", Column.texts(Network.BEGIN, new String[] {"2001-05-06", "2001-05-06"}));
        ImportReport lost = new ImportReport();
        new PajekWriter()
                .check(new Dataset(dataset.descriptor(), named, List.of()), new PajekWriter.Parameters(false), lost);
        List<String> told = told(lost);
        assertTrue(told.contains("names of the modes come back as 1 and 2: [modes where, who]"), told.toString());
        assertTrue(
                told.contains("column dropped: [arc column begin, arc column end, arc column begin]"), told.toString());
    }

    private static EdgeListReader.Parameters columns(String layer, String begin, String end) {
        EdgeListReader.Parameters plain = EdgeListReader.Parameters.of(Direction.INFLUENCES);
        return new EdgeListReader.Parameters(
                plain.direction(),
                plain.delimiter(),
                plain.header(),
                plain.source(),
                plain.target(),
                plain.weight(),
                plain.repeated(),
                plain.loops(),
                plain.columns(),
                plain.decimal(),
                plain.modes(),
                layer,
                begin,
                end);
    }

    private static Network list(EdgeListReader.Parameters parameters, ImportReport report, String... lines)
            throws IOException {
        return new EdgeListReader()
                .read(Texts.of("x.csv", String.join("\n", lines) + "\n"), parameters, report, Progress.NONE)
                .network();
    }

    @Test
    void columnsOfOtherNamesAreLayersAndDatesWhereItIsSaid() throws IOException {
        String[] lines = {
            "source,target,kind,year",
            "ann,bob,mail,2001",
            "ann,bob,call,2001",
            "ann,bob,mail,2003",
            "bob,cem,mail,2002"
        };
        Network network = list(columns("kind", "year", "4"), new ImportReport(), lines);
        assertEquals(List.of("call", "mail"), network.layers());
        assertEquals(3, network.graph("mail").arcs()); // dated ties are not made into one
        for (String date : List.of(Network.BEGIN, Network.END)) {
            Column column = network.arcColumn("mail", date).orElseThrow();
            assertEquals(
                    List.of("2001", "2003", "2002"), List.of(column.textAt(0), column.textAt(1), column.textAt(2)));
            assertEquals(Column.Type.INTEGER, column.type());
        }
        String[] other = {lines[0], lines[4], lines[3], lines[2], lines[1]};
        assertArrayEquals(
                network.sha256(),
                list(columns("kind", "year", "year"), new ImportReport(), other).sha256());
    }

    @Test
    void attributesOfOtherNamesHaveTheirMeaningInEveryFormat() throws IOException {
        NetworkParameters named = new NetworkParameters(
                TieDirection.MUTUAL,
                NetworkParameters.Loops.DROP,
                NetworkParameters.Parallel.AUTO,
                "relation",
                "since",
                "auto",
                "bipartite",
                "strength");
        String json = """
                {"directed": false, "nodes": [{"id": "a", "bipartite": 0}, {"id": "x", "bipartite": 1}],
                 "links": [{"source": "a", "target": "x", "relation": "visits", "since": 3, "strength": 2},
                           {"source": "a", "target": "x", "relation": "owns", "since": 4, "strength": 1.5}]}
                """;
        Network network = new NodeLinkReader()
                .read(Texts.of("x.json", json), named, new ImportReport(), Progress.NONE)
                .network();
        assertEquals(List.of("owns", "visits"), network.layers());
        assertEquals(
                1.5, network.arcColumn("owns", Network.WEIGHT).orElseThrow().doubleAt(0));
        assertEquals("4", network.arcColumn("owns", Network.BEGIN).orElseThrow().textAt(0));
        assertEquals(List.of("0", "1"), texts(network, Network.MODE));
        NetworkParameters wrong = new NetworkParameters(
                TieDirection.MUTUAL,
                NetworkParameters.Loops.DROP,
                NetworkParameters.Parallel.AUTO,
                "kind",
                "auto",
                "auto",
                "auto",
                "auto");
        assertEquals(
                "x.json: Expected an attribute 'kind' of ties and none named layer beside it, found relation, since, strength."
                        + " Correct the name.",
                assertThrows(
                                InputException.class,
                                () -> new NodeLinkReader()
                                        .read(Texts.of("x.json", json), wrong, new ImportReport(), Progress.NONE))
                        .getMessage());
    }

    @Test
    void negativeWeightsAreToldByTheirLines() throws IOException {
        ImportReport report = new ImportReport();
        list(
                EdgeListReader.Parameters.of(Direction.MUTUAL),
                report,
                "source,target,weight",
                "ann,bob,-1.5",
                "bob,cem,2",
                "cem,ann,-0.5");
        assertEquals(List.of("negative weight kept: [line 2, ann bob, line 4, cem ann]"), told(report));
    }

    private static Network dl(String text) throws IOException {
        return new UcinetReader()
                .read(
                        Texts.of("x.dl", text),
                        NetworkParameters.of(TieDirection.MUTUAL),
                        new ImportReport(),
                        Progress.NONE)
                .network();
    }

    private static List<String> ties(Network network, String layer) {
        return IntStream.range(0, network.graph(layer).arcs())
                .filter(a ->
                        network.graph(layer).source(a) < network.graph(layer).target(a))
                .mapToObj(a -> network.label(network.graph(layer).source(a)) + " "
                        + network.label(network.graph(layer).target(a)))
                .toList();
    }

    @Test
    void twoModeMatricesOfUcinetHaveRowsAndColumns() throws IOException {
        List<String> expected = List.of("ann gym", "ann pub", "bob pub");
        for (String text : List.of(
                "dl nr = 2, nc = 3\nrow labels:\nann,bob\ncolumn labels:\npub,gym,zoo\ndata:\n1 1 0\n1 0 0\n",
                "dl nr = 2, nc = 3\nlabels embedded\ndata:\npub gym zoo\nann 1 1 0\nbob 1 0 0\n",
                "dl nr = 2, nc = 3\nformat = edgelist2\nrow labels:\nann,bob\ncolumn labels:\npub,gym,zoo\ndata:\n1 1\n1 2\n2 1\n",
                "dl nr = 2, nc = 3\nformat = nodelist2\nrow labels:\nann,bob\ncolumn labels:\npub,gym,zoo\ndata:\n1 1 2\nbob pub\n")) {
            Network network = dl(text);
            assertEquals(expected, ties(network, Network.FIRST_LAYER), text);
            assertEquals(List.of("ann", "bob", "gym", "pub", "zoo"), texts(network, Network.ID), text);
            assertEquals(List.of("row", "row", "column", "column", "column"), texts(network, Network.MODE), text);
        }
        assertEquals(
                List.of("row", "column", "column"),
                texts(dl("dl nr = 2, nc = 3\nformat = edgelist2\nlabels embedded\ndata:\nann pub\nann zoo\n"), "mode"));
        assertEquals(List.of("row", "row", "column"), texts(dl("dl nr = 2, nc = 1\ndata:\n1\n0\n"), Network.MODE));
        assertTrue(dl("dl nr = 2, nc = 2\ndata:\n0 1\n0 0\n")
                .nodeColumn(Network.MODE)
                .isEmpty());
    }

    @Test
    void matricesOfUcinetInListsAreLayers() throws IOException {
        Network network =
                dl("dl n = 3, nm = 2\nformat = edgelist1\nmatrix labels:\nmail,call\ndata:\n1 2\n!\n1 3\n2 3\n");
        assertEquals(List.of("call", "mail"), network.layers());
        assertEquals(List.of("0 1"), ties(network, "mail"));
        assertEquals(List.of("0 2", "1 2"), ties(network, "call"));
    }
}
