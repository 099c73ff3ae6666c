package org.einfluss.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
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
}
