package org.einfluss.formats;

import static org.einfluss.formats.Texts.assertWrong;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.Source;
import org.einfluss.formats.NetworkParameters.TieDirection;
import org.einfluss.formats.NominationTableReader.Parameters;
import org.einfluss.formats.NominationTableReader.Relation;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.junit.jupiter.api.Test;

class OtherReadersTest {
    private static Graph metis(String text) throws IOException {
        return new MetisReader()
                .read(Texts.of("g.graph", text), new None(), new ImportReport(), Progress.NONE)
                .network()
                .graph();
    }

    private static Network dot(String text) throws IOException {
        return new DotReader()
                .read(
                        Texts.of("g.dot", text),
                        NetworkParameters.of(TieDirection.INFLUENCES),
                        new ImportReport(),
                        Progress.NONE)
                .network();
    }

    @Test
    void dotReadsExponentsThatOtherProgramsWriteWithoutQuotes() throws IOException {
        Network network = dot("digraph { a -> b [weight=1e-05, x=-2.5E+3]; 3 -> b [weight=2] }");
        assertArrayEquals(new double[] {2, 1e-05}, network.weights().orElseThrow());
        assertEquals(-2500, network.arcColumn("x").orElseThrow().doubleAt(1));
        assertWrong(
                "g.dot:1:11: Expected a number, or a name that begins with a letter, found '1a'. Put it in quotes.",
                () -> dot("digraph { 1a -> b }"));
    }

    @Test
    void columnsWithoutANameStayApart() throws IOException {
        Network network =
                dot("digraph { a -> b [\" \"=1, \"\"=2, unnamed=3, layer=x, weight=heavy, \"weight-attribute\"=4];"
                        + " b -> a [\" \"=5, layer=y] }");
        assertEquals(
                List.of("unnamed-2", "unnamed-3", "unnamed", "weight-attribute-2", "weight-attribute"),
                network.arcColumns("x").stream().map(Column::name).toList());
        assertEquals(
                List.of("unnamed-2"),
                network.arcColumns("y").stream().map(Column::name).toList());
    }

    @Test
    void metisListsNeighboursFromOne() throws IOException {
        Graph graph = metis("% comment\n4 3 0\n2 3\n1 3\n2 1\n\n");
        assertFalse(graph.isDirected());
        assertEquals(4, graph.nodes());
        assertArrayEquals(new int[] {1, 2, 0, 2, 0, 1}, graph.targets());
    }

    @Test
    void wrongMetisIsNamed() {
        assertWrong(
                "g.graph:2:3: Expected a whole number from 1 to 2, found '3'. Correct it.",
                () -> metis("2 1\n2 3\n1\n"));
        assertWrong(
                "g.graph:2: Expected 2 lines of neighbours, found 1. Was the file cut off?", () -> metis("2 1\n2\n"));
        assertWrong(
                "g.graph: Expected 2 edges as the first line says, found 1. Was the file cut off?",
                () -> metis("2 2\n2\n1\n"));
        assertWrong(
                "g.graph:3: Node 1 lists node 2 as a neighbour, but not the other way round. Each edge stands in both"
                        + " lines.",
                () -> metis("2 1\n2\n\n"));
        assertWrong(
                "g.graph:1:1: Expected the numbers of nodes and edges, perhaps three digits that say which weights there are,"
                        + " found '2 1 x'. Is it the right file?",
                () -> metis("2 1 x\n"));
        assertWrong(
                "g.graph:3: The edge of the nodes 1 and 2 has another weight in the other line. Correct one of them.",
                () -> metis("2 1 1\n2 5\n1 6\n"));
        assertWrong(
                "g.graph:2:1: Expected the weights that the first line announces, found 2 numbers. Correct the line.",
                () -> metis("2 1 11\n7 2\n1 6\n"));
    }

    private static Parameters table(String place, String notAdopted) {
        return new Parameters(
                Direction.FOLLOWS,
                place,
                "id",
                List.of(new Relation("advice", List.of("n1", "n2")), new Relation("friends", List.of("n3"))),
                List.of(),
                List.of("0"),
                "toa",
                notAdopted,
                "years",
                "first use",
                List.of("age"),
                EdgeListReader.Decimal.POINT);
    }

    private static Dataset survey(String text, Parameters parameters, ImportReport report) throws IOException {
        return new NominationTableReader().read(Texts.of("s.csv", text), parameters, report, Progress.NONE);
    }

    private static final String SURVEY = """
            town,id,n1,n2,n3,toa,age
            2,1,2,0,2,1,30
            1,10,9,77,9,5,NA
            1,9,9,NA,10,3,51
            2,2,1,1,,5,44
            """;

    @Test
    void identifiersAreUniqueWithinPlacesAndNodesInTheirOrder() throws IOException {
        ImportReport report = new ImportReport();
        Network network = survey(SURVEY, table("town", "5"), report).network();
        assertEquals(
                List.of("1/9", "1/10", "2/1", "2/2"),
                List.of(network.label(0), network.label(1), network.label(2), network.label(3)));
        Graph ties = network.graph();
        // 10 names 9 twice, 9 names 10 as a friend; 1 and 2 of town 2 name each other
        assertArrayEquals(new int[] {1, 0, 3, 2}, ties.targets());
        assertArrayEquals(
                new double[] {2, 1, 2, 2},
                network.arcColumn("nominations").orElseThrow().toDoubles());
        assertEquals(List.of("ties", "advice", "friends"), network.layers());
        assertTrue(network.graph("friends").findArc(1, 0) >= 0);
        assertTrue(network.graph("advice").findArc(1, 0) < 0);
        assertTrue(network.nodeColumn("age").orElseThrow().isMissing(1));
        assertEquals(
                Map.of(
                        "nomination of someone outside the table dropped", 1L,
                        "nomination of oneself dropped", 1L),
                Texts.losses(report));
        assertEquals(List.of("line 3, column n2: 77"), report.losses().get(1).examples());
    }

    @Test
    void lastCodeIsNoAdoption() throws IOException {
        AdoptionLog log =
                survey(SURVEY, table("town", "5"), new ImportReport()).logs().get(0);
        assertArrayEquals(new int[] {2, 0}, log.node());
        assertArrayEquals(new double[] {1, 3}, log.time());
        assertEquals(4, log.observedUntil());
        AdoptionLog all =
                survey(SURVEY, table("town", "inf"), new ImportReport()).logs().get(0);
        assertArrayEquals(new int[] {2, 0, 1, 3}, all.node());
    }

    @Test
    void orderOfRowsDoesNotMatter() throws IOException {
        String[] lines = SURVEY.split("\n");
        String turned = String.join("\n", lines[0], lines[3], lines[4], lines[1], lines[2]);
        Dataset one = survey(SURVEY, table("town", "5"), new ImportReport());
        Dataset two = survey(turned, table("town", "5"), new ImportReport());
        assertEquals(DatasetHash.of(one), DatasetHash.of(two));
    }

    @Test
    void wrongSurveysAreNamed() {
        assertWrong(
                "s.csv: Two rows have the identifier '1'. Identifiers must differ.",
                () -> survey("id,n1,n2,n3,toa,age\n1,,,,1,3\n1,,,,1,3\n", table("none", "5"), new ImportReport()));
        assertWrong(
                "s.csv:1: There is no column 'town'. The columns are id, n1, n2, n3, toa, age.",
                () -> survey("id,n1,n2,n3,toa,age\n1,,,,1,3\n", table("town", "5"), new ImportReport()));
        assertWrong(
                "s.csv:2: Expected a number in column toa, found 'soon'. Correct it.",
                () -> survey("id,n1,n2,n3,toa,age\n1,,,,soon,3\n", table("none", "5"), new ImportReport()));
        assertWrong(
                "s.csv:3:1: Expected 6 columns as in the first line, found 2. Correct the line.",
                () -> survey("id,n1,n2,n3,toa,age\n1,,,,1,3\n2,3\n", table("none", "5"), new ImportReport()));
        assertWrong(
                "Relations must be given: for each question the columns that hold its answers.",
                () -> new Parameters(
                        Direction.FOLLOWS,
                        "none",
                        "id",
                        List.of(),
                        List.of(),
                        List.of(),
                        "none",
                        "inf",
                        "",
                        "",
                        List.of(),
                        EdgeListReader.Decimal.POINT));
    }

    private static AdoptionLog cascades(String text) throws IOException {
        Network network = Network.of(Graph.empty(4));
        return new CascadeLinesReader()
                .read(
                        List.of(Texts.of("c.txt", text)),
                        new CascadeLinesReader.Parameters(LogParameters.named("c", "m", "seconds")),
                        network,
                        new ImportReport(),
                        Progress.NONE)
                .logs()
                .get(0);
    }

    @Test
    void cascadesAreSortedByTimeAndNode() throws IOException {
        AdoptionLog log = cascades("2 3 5.0 1 2.5 0 5\n1\n");
        assertEquals(2, log.cascades());
        assertArrayEquals(new int[] {0, 0, 0, 0, 1}, log.cascade());
        assertArrayEquals(new int[] {2, 1, 0, 3, 1}, log.node());
        assertArrayEquals(new double[] {0, 2.5, 5, 5, 0}, log.time());
        assertTrue(Double.isNaN(log.observedUntil()));
    }

    @Test
    void wrongCascadesAreNamed() {
        assertWrong(
                "c.txt:2:3: There is no node '7' in the network. Correct it, or say what becomes of such nodes: drop or add"
                        + " (--unknown-nodes).",
                () -> cascades("1 2 3\n1 7 3\n"));
        assertWrong(
                "c.txt:1:7: Node '1' adopts twice in one cascade. Correct it, or keep the first adoption (--duplicates"
                        + " first).",
                () -> cascades("2 1 3 1 4\n"));
        assertWrong(
                "c.txt:1:1: Expected 'root node time node time …', found a node without a time at the end ('2'). Correct the"
                        + " line.",
                () -> cascades("1 2\n"));
        assertWrong(
                "c.txt:1:3: Found a time before 0 (-3.0, node '2'). Correct it, or say what becomes of such times: drop or"
                        + " keep (--early).",
                () -> cascades("1 2 -3\n"));
    }

    private static Network network(DatasetReader<NetworkParameters> reader, String name, String text)
            throws IOException {
        return reader.read(
                        Texts.of(name, text),
                        NetworkParameters.of(NetworkParameters.TieDirection.INFLUENCES),
                        new ImportReport(),
                        Progress.NONE)
                .network();
    }

    @Test
    void partitionsOfPajekComeWithTheirNetwork() throws IOException {
        String net = "*Vertices 3\n1 a\n2 b\n3 c\n*Arcs\n1 2\n";
        String clu = "*Vertices 3\n4\n5\n4\n";
        Network network = network(
                new PajekReader(), "n.net", net + "*Permutation p\n*Vertices 3\n3\n2\n1\n*Partition role\n" + clu);
        assertEquals(5, network.nodeColumn("role").orElseThrow().longAt(1));
        assertWrong(
                "n.clu: A partition (.clu) or vector (.vec) has values of the nodes of a network, and no network. Append it to"
                        + " the file of the network (.net), below a line '*Partition NAME' or '*Vector NAME', and import that.",
                () -> network(new PajekReader(), "n.clu", clu));
    }

    @Test
    void edgesOfDotWeighOneWhereOthersHaveWeights() throws IOException {
        Network network = network(new DotReader(), "g.dot", "digraph { a -> b [weight=2.5]; b -> c }");
        assertArrayEquals(new double[] {2.5, 1}, network.weights().orElseThrow());
    }

    @Test
    void weightsOfGephiAreWeightsInGraphMl() throws IOException {
        Network network = network(
                new GraphMlReader(),
                "g.graphml",
                "<graphml><key attr.name=\"Edge Weight\" attr.type=\"double\" for=\"edge\" id=\"weight\"/>"
                        + "<graph edgedefault=\"directed\"><node id=\"a\"/><node id=\"b\"/>"
                        + "<edge source=\"a\" target=\"b\"><data key=\"weight\">2.5</data></edge></graph></graphml>");
        assertArrayEquals(new double[] {2.5}, network.weights().orElseThrow());
    }

    @Test
    void latinOneIsKnownByTheNameThatMessagesGive() {
        assertEquals(
                StandardCharsets.ISO_8859_1, Source.encodingNamed("latin-1").orElseThrow());
        assertEquals(StandardCharsets.UTF_16LE, Source.encodingNamed("utf-16le").orElseThrow());
        assertTrue(Source.encodingNamed("latin").isEmpty());
        assertTrue(Source.encodingNamed("none of these").isEmpty());
    }
}
