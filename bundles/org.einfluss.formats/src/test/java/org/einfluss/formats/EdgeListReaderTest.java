package org.einfluss.formats;

import static org.einfluss.formats.Texts.assertWrong;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.einfluss.api.CancelledException;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.Source;
import org.einfluss.formats.EdgeListReader.Columns;
import org.einfluss.formats.EdgeListReader.Decimal;
import org.einfluss.formats.EdgeListReader.Delimiter;
import org.einfluss.formats.EdgeListReader.Header;
import org.einfluss.formats.EdgeListReader.Parameters;
import org.einfluss.formats.EdgeListReader.Repeated;
import org.einfluss.formats.NetworkParameters.Loops;
import org.einfluss.formats.internal.EdgeListLayout;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeListReaderTest {
    private static final Parameters INFLUENCES = Parameters.of(Direction.INFLUENCES);

    @TempDir
    private Path folder;

    private static Network read(String text, Parameters parameters) throws IOException {
        return read(text, parameters, new ImportReport());
    }

    private static Network read(String text, Parameters parameters, ImportReport report) throws IOException {
        return new EdgeListReader()
                .read(Texts.of("ties.txt", text), parameters, report, Progress.NONE)
                .network();
    }

    private static Parameters with(Header header, String source, String target, String weight, Repeated repeated) {
        return new Parameters(
                Direction.INFLUENCES,
                Delimiter.AUTO,
                header,
                source,
                target,
                weight,
                repeated,
                Loops.DROP,
                Columns.KEEP,
                Decimal.POINT,
                "none");
    }

    private static Parameters weighted(String weight, Decimal decimal) {
        return new Parameters(
                Direction.INFLUENCES,
                Delimiter.AUTO,
                Header.AUTO,
                "auto",
                "auto",
                weight,
                Repeated.SUM,
                Loops.DROP,
                Columns.KEEP,
                decimal,
                "none");
    }

    @Test
    void influencesKeepsTheArcAndFollowsTurnsItRound() throws IOException {
        Graph kept = read("0 1\n1 2\n", INFLUENCES).graph();
        assertTrue(kept.findArc(0, 1) >= 0 && kept.findArc(1, 2) >= 0 && kept.arcs() == 2);
        Graph turned = read("0 1\n1 2\n", Parameters.of(Direction.FOLLOWS)).graph();
        assertTrue(turned.findArc(1, 0) >= 0 && turned.findArc(2, 1) >= 0 && turned.arcs() == 2);
        Graph both = read("0 1\n1 2\n", Parameters.of(Direction.MUTUAL)).graph();
        assertFalse(both.isDirected());
        assertEquals(2, both.edges());
    }

    @Test
    void directionMustBeGiven() {
        assertWrong(
                "Direction must be given, it cannot be seen in the file: does a line 'a b' say that a influences b"
                        + " (influences), that a follows or names b (follows), or both (mutual)?",
                () -> Parameters.of(null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 1\n2 1\n",
                "0\t1\n2\t1\n",
                "0,1\n2,1\n",
                "0;1\n2;1\n",
                "0,1\r\n2,1\r\n",
                "# a comment\n% another\n\n0 1\n2 1",
                "\uFEFF0 1\n2 1\n",
                "source,target\n0,1\n2,1\n",
                "Target;Source\n1;0\n1;2\n",
                "  0   1 \n 2\t1\t\n",
                "\"0\",\"1\"\n\"2\",\"1\"\n",
                "0 , 1\n2 , 1\n"
            })
    void layoutsOfTheSameTiesGiveTheSameNetwork(String text) throws IOException {
        Network network = read(text, INFLUENCES);
        assertArrayEquals(new int[] {0, 1, 1, 2}, network.graph().offsets(), text);
        assertArrayEquals(new int[] {1, 1}, network.graph().targets(), text);
        assertTrue(network.nodeColumn("id").isEmpty());
    }

    @Test
    void gzipIsRecognisedByItsContent() throws IOException {
        Source packed = Texts.of("ties.txt", Texts.gzip("0 1\n2 1\n"));
        Network network = new EdgeListReader()
                .read(packed, INFLUENCES, new ImportReport(), Progress.NONE)
                .network();
        assertEquals(read("0 1\n2 1\n", INFLUENCES).graph(), network.graph());
    }

    @Test
    void truncatedGzipIsRefused() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            lines.append(i * 7919 % 20_011).append(' ').append(i).append('\n');
        }
        byte[] whole = Texts.gzip(lines.toString());
        for (int length : new int[] {5, whole.length / 2, whole.length - 4}) {
            Source cut = Texts.of("ties.gz", Arrays.copyOf(whole, length));
            String message = assertThrows(
                            InputException.class,
                            () -> new EdgeListReader().read(cut, INFLUENCES, new ImportReport(), Progress.NONE))
                    .getMessage();
            assertTrue(
                    message.endsWith(": The gzip data ends too early, the file was cut off. Fetch the file again."),
                    message);
            String line = message.replaceFirst("^ties.gz:?([0-9]*):.*", "$1");
            if (length == 5) {
                assertEquals("", line);
            } else if (length == whole.length - 4) {
                assertEquals("20001", line); // all is there but the checksum
            } else {
                int half = Integer.parseInt(line);
                assertTrue(half > 5_000 && half < 15_000, line);
            }
        }
    }

    @Test
    void nameThatPromisesGzipIsKept() throws IOException {
        assertWrong(
                "ties.csv.gz: Expected gzip data, as the name says, found something else. Fetch the file again, or leave out"
                        + " .gz if it is plain text.",
                () -> new EdgeListReader()
                        .read(Texts.of("ties.csv.gz", "0,1\n"), INFLUENCES, new ImportReport(), Progress.NONE));
        assertWrong(
                "ties.csv.GZ: Expected gzip data, as the name says, found an empty file. Fetch the file again, or leave out"
                        + " .gz if it is plain text.",
                () -> new EdgeListReader()
                        .read(Texts.of("ties.csv.GZ", ""), INFLUENCES, new ImportReport(), Progress.NONE));
        assertWrong(
                "ties.csv: Expected text, plain or packed by gzip; this file is packed by zip (or is a workbook). Unpack it"
                        + " first, or save it as text.",
                () -> new EdgeListReader()
                        .read(
                                Texts.of("ties.csv", new byte[] {'P', 'K', 3, 4, 20, 0}),
                                INFLUENCES,
                                new ImportReport(),
                                Progress.NONE));
    }

    @Test
    void damagedGzipIsRefused() throws IOException {
        byte[] bytes = Texts.gzip("0 1\n".repeat(1000));
        bytes[bytes.length - 6] ^= 0x55;
        Source damaged = Texts.of("ties.gz", bytes);
        assertWrong(
                "ties.gz: The gzip data is damaged (Corrupt GZIP trailer). Fetch the file again.",
                () -> new EdgeListReader().read(damaged, INFLUENCES, new ImportReport(), Progress.NONE));
    }

    @Test
    void otherIdentifiersAreKeptInOrderOfValue() throws IOException {
        Network network = read("100 9\n20 100\n", INFLUENCES);
        Column ids = network.nodeColumn("id").orElseThrow();
        assertEquals(Column.Type.INTEGER, ids.type());
        assertArrayEquals(new double[] {9, 20, 100}, ids.toDoubles());
        assertTrue(network.graph().findArc(2, 0) >= 0 && network.graph().findArc(1, 2) >= 0);
    }

    @Test
    void textIdentifiersAreInOrderOfCodePoints() throws IOException {
        Network network = read("b,Ä\n\"a, or so\",b\n\uD83D\uDE00,\uFF21\n", INFLUENCES);
        Column ids = network.nodeColumn("id").orElseThrow();
        assertEquals(
                List.of("a, or so", "b", "Ä", "\uFF21", "\uD83D\uDE00"),
                List.of(ids.textAt(0), ids.textAt(1), ids.textAt(2), ids.textAt(3), ids.textAt(4)));
    }

    @Test
    void leadingZerosMakeIdentifiersTexts() throws IOException {
        Column ids = read("007 7\n7 10\n", INFLUENCES).nodeColumn("id").orElseThrow();
        assertEquals(Column.Type.TEXT, ids.type());
        assertEquals(List.of("007", "10", "7"), List.of(ids.textAt(0), ids.textAt(1), ids.textAt(2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483639 1\n1 5\n", "99999999999 1\n1 5\n", "-3 1\n1 5\n", "123456789 12345678\n1 5\n"})
    void anyWholeNumbersAreIdentifiers(String text) throws IOException {
        Network network = read(text, INFLUENCES);
        Network plain = plain(text, INFLUENCES);
        assertArrayEquals(plain.sha256(), network.sha256());
        assertEquals(Column.Type.INTEGER, network.nodeColumn("id").orElseThrow().type());
    }

    @Test
    void selfLoopsAndRepeatsAreCounted() throws IOException {
        for (String text : List.of("0 1\n1 1\n0 1\n1 0\n2 2\n", "a b\nb b\na b\nb a\nc c\n")) {
            ImportReport report = new ImportReport();
            Network network = read(text, INFLUENCES, report);
            assertEquals(3, network.nodes());
            assertEquals(2, network.graph().arcs());
            assertEquals(Map.of("self-loop dropped", 2L, "repeated tie merged", 1L), Texts.losses(report));
            assertEquals(
                    List.of("line 2", "line 5"),
                    report.losses().stream()
                            .filter(loss -> loss.what().equals("self-loop dropped"))
                            .findFirst()
                            .orElseThrow()
                            .examples());
        }
        ImportReport report = new ImportReport();
        assertEquals(
                1,
                read("0 1\n1 1\n0 1\n1 0\n", Parameters.of(Direction.MUTUAL), report)
                        .graph()
                        .edges());
        assertEquals(Map.of("self-loop dropped", 1L, "repeated tie merged", 2L), Texts.losses(report));
    }

    @Test
    void repeatsAreNamedAsListed() throws IOException {
        for (String text :
                List.of("5 7\n5 7\n7 9\n", "\"5\" 7\n5 7\n7 9\n", "5 7\n5 7\n7 2000000000\n", "5 7\n5 7\n-7 5\n")) {
            ImportReport report = new ImportReport();
            read(text, Parameters.of(Direction.FOLLOWS), report);
            assertEquals(
                    List.of("5 7"),
                    report.losses().get(0).places().stream()
                            .map(ImportReport.Place::element)
                            .toList());
        }
    }

    @Test
    void weightsOfRepeatsAreSummedOrTheLargestStays() throws IOException {
        String text = "from,to,weight\na,b,0.5\na,b,2\nb,c,1e-1\n";
        assertArrayEquals(
                new double[] {2.5, 0.1}, read(text, INFLUENCES).weights().orElseThrow());
        Parameters largest = with(Header.AUTO, "auto", "auto", "auto", Repeated.LARGEST);
        assertArrayEquals(new double[] {2, 0.1}, read(text, largest).weights().orElseThrow());
    }

    @Test
    void mutualWeightsStandOnBothArcsWhicheverWayTheyAreListed() throws IOException {
        Network network = read("from to weight\na b 1\nb a 2\nc b 4\n", Parameters.of(Direction.MUTUAL));
        Graph graph = network.graph();
        double[] weight = network.weights().orElseThrow();
        assertEquals(3, weight[graph.findArc(0, 1)]);
        assertEquals(3, weight[graph.findArc(1, 0)]);
        assertEquals(4, weight[graph.findArc(1, 2)]);
        assertEquals(4, weight[graph.findArc(2, 1)]);
    }

    @Test
    void columnsMayBeNamedOrNumbered() throws IOException {
        String text = "when,who,whom,times\n5,a,b,3\n6,b,c,4\n";
        assertArrayEquals(
                new double[] {3, 4},
                read(text, with(Header.AUTO, "who", "3", "times", Repeated.SUM))
                        .weights()
                        .orElseThrow());
        assertWrong(
                "ties.txt:1:1: There is no column 'whose' for source. The columns are when, who, whom, times.",
                () -> read(text, with(Header.AUTO, "whose", "3", "none", Repeated.SUM)));
        assertWrong(
                "ties.txt:1:1: There is no column '3' for weight. The columns have no names; their numbers are 1 to 2.",
                () -> read("0 1\n", with(Header.AUTO, "auto", "auto", "3", Repeated.SUM)));
    }

    @Test
    void columnOfNumbersThatIsNotNamedWeightIsAskedAbout() throws IOException {
        String asked =
                " holds numbers: are they the weights of the ties? Give weight: 3, or weight: none (for the command"
                        + " import: --weights 3 or --weights none).";
        assertWrong("ties.txt:1:1: Column 3" + asked, () -> read("0 1 99\n1 2 98\n", INFLUENCES));
        assertWrong("ties.txt:1:1: Column 3" + asked, () -> read("a;b;0,5\nb;c;1\n", INFLUENCES));
        assertWrong("ties.txt:1:1: Column 3" + asked, () -> read("a,b,NA\nb,c,1\n", INFLUENCES));
        for (String name : List.of("Gewicht", "value", "count", "strength", "year")) {
            assertWrong(
                    "ties.txt:1:1: Column 3 ('" + name + "')" + asked,
                    () -> read("source,target," + name + "\na,b,2\n", INFLUENCES));
        }
        assertWrong(
                "ties.txt:1:1: The columns 3 ('x'), 4 ('y') hold numbers: is one of them the weights of the ties? Give"
                        + " weight: 3, or weight: none (for the command import: --weights 3 or --weights none).",
                () -> read("source,target,x,y\na,b,2,3\n", INFLUENCES));
        ImportReport report = new ImportReport();
        assertTrue(read("0 1 99\n1 2 98\n", weighted("none", Decimal.POINT), report)
                .weights()
                .isEmpty());
        assertArrayEquals(
                new double[] {99, 98},
                read("0 1 99\n1 2 98\n", weighted("3", Decimal.POINT)).weights().orElseThrow());
    }

    @Test
    void furtherColumnsAreColumnsOfArcs() throws IOException {
        Network network = read("a,b,old friends\nb,c,family\n", INFLUENCES);
        Column kind = network.arcColumn("column-3").orElseThrow();
        assertEquals("family", kind.textAt(network.graph().findArc(1, 2)));
        network = read("from;to;weight;since;close\na;b;1;1999;true\nb;c;2;;false\n", INFLUENCES);
        Column since = network.arcColumn("since").orElseThrow();
        assertEquals(Column.Type.INTEGER, since.type());
        assertEquals(1999, since.longAt(0));
        assertTrue(since.isMissing(1));
        assertTrue(network.arcColumn("close").orElseThrow().booleanAt(0));
    }

    @Test
    void furtherColumnsAreDroppedOnDemandAndTold() throws IOException {
        ImportReport report = new ImportReport();
        Parameters dropping = new Parameters(
                Direction.INFLUENCES,
                Delimiter.AUTO,
                Header.AUTO,
                "auto",
                "auto",
                "auto",
                Repeated.SUM,
                Loops.DROP,
                Columns.DROP,
                Decimal.POINT,
                "none");
        assertTrue(read("a,b,old friends\nb,c,family\n", dropping, report)
                .arcColumns()
                .isEmpty());
        assertEquals(Map.of("column dropped", 1L), Texts.losses(report));
    }

    @Test
    void columnNamedLayerMakesLayers() throws IOException {
        Network network = read("from,to,layer\na,b,work\nb,c,home\na,b,home\n", INFLUENCES);
        assertEquals(List.of("home", "work"), network.layers());
        assertEquals(2, network.graph("home").arcs());
        assertEquals(1, network.graph("work").arcs());
        assertTrue(network.arcColumns("work").isEmpty());
    }

    @Test
    void textThatSaysNoNumberIsMissingAmongNumbersAndTold() throws IOException {
        ImportReport report = new ImportReport();
        Network network = read("from,to,weight,age\na,b,1,NA\nb,c,1,30\n", INFLUENCES, report);
        assertTrue(network.arcColumn("age").orElseThrow().isMissing(0));
        assertEquals(Map.of("text such as NA among numbers taken as missing", 1L), Texts.losses(report));
        assertFalse(report.isLossless());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8"})
    void byteOrderMarkTellsTheEncoding(String encoding) throws IOException {
        byte[] text = "\ufeffMüller,Åsa\nÅsa,Zoë\n".getBytes(java.nio.charset.Charset.forName(encoding));
        Network network = new EdgeListReader()
                .read(Texts.of("ties.csv", text), INFLUENCES, new ImportReport(), Progress.NONE)
                .network();
        assertEquals("Müller", network.label(0));
        assertEquals("Åsa", network.label(2));
    }

    @Test
    void statedEncodingIsRead() throws IOException {
        Source latin = Texts.of("ties.csv", "Müller,Åsa\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))
                .encoded(java.nio.charset.StandardCharsets.ISO_8859_1);
        Network network = new EdgeListReader()
                .read(latin, INFLUENCES, new ImportReport(), Progress.NONE)
                .network();
        assertEquals("Müller", network.label(0));
    }

    @Test
    void anyNewlineEndsALine() throws IOException {
        for (String end : List.of("\n", "\r\n", "\r")) {
            assertEquals(
                    "a b c",
                    labels(read("a,b" + end + "b,c" + end, INFLUENCES)),
                    end.equals("\r") ? "carriage return" : end);
        }
    }

    private static String labels(Network network) {
        List<String> labels = new ArrayList<>();
        for (int node = 0; node < network.nodes(); node++) {
            labels.add(network.label(node));
        }
        return String.join(" ", labels);
    }

    @Test
    void decimalCommasAreReadWhenTheyAreSaidToBe() throws IOException {
        String text = "von;nach;Gewicht\na;b;0,5\nb;c;1\n";
        assertArrayEquals(
                new double[] {0.5, 1},
                read(text, weighted("Gewicht", Decimal.COMMA)).weights().orElseThrow());
        assertWrong(
                "ties.txt:2:5: Expected a number as weight, found '0,5' with a comma. Write decimal points, or give decimal:"
                        + " comma.",
                () -> read(text, weighted("Gewicht", Decimal.POINT)));
        assertWrong(
                "ties.txt:2:5: Expected a number with a decimal comma as weight, found '1.234' with a point. Correct it, or"
                        + " give decimal: point.",
                () -> read("von;nach;Gewicht\na;b;1.234\n", weighted("Gewicht", Decimal.COMMA)));
        for (String javaOnly : List.of("1d", "0x1p3", "1f", "NaN", "Infinity")) {
            assertWrong(
                    "ties.txt:2:5: Expected a number as weight, found '" + javaOnly
                            + "'. Correct it, or give weight: none.",
                    () -> read("from,to,weight\na,b," + javaOnly + "\n", INFLUENCES));
        }
    }

    @Test
    void columnsOfIdentifiersAreAskedForWhereNamesDoNotSayThem() throws IOException {
        assertWrong(
                "ties.txt:1:1: Which of the columns when, giver, taker hold the two identifiers? Give source and target, by name"
                        + " or number. A table with a person per line and columns of whom they named is read with"
                        + " format: nomination-table.",
                () -> read("when,giver,taker\n5,a,b\n6,b,c\n", INFLUENCES));
        for (String names : List.of("who,whom", "From_Node,to-node-ID", "Von;Nach", "SourceId\tTargetId")) {
            String separator = names.replaceFirst("^.*([,;\t]).*$", "$1");
            assertEquals(2, read(names + "\na" + separator + "b\n", INFLUENCES).nodes(), names);
        }
        Network byName = read("\"\",\"Von\",\"Nach\",\"weight\"\n\"1\",\"a\",\"b\",2\n", INFLUENCES);
        assertEquals(2, byName.nodes());
        assertEquals("a", byName.label(0));
    }

    @Test
    void commentsAreCountedAndNotMistakenForTies() throws IOException {
        for (String text : List.of("# x\n0 1\n% 1 2\n\n2 1\n", "# x\na b\n% a b\n\nc b\n")) {
            ImportReport report = new ImportReport();
            assertEquals(3, read(text, INFLUENCES, report).nodes());
            assertEquals(Map.of("comment passed over", 2L), Texts.losses(report));
            assertEquals(List.of("line 1", "line 3"), report.losses().get(0).examples());
        }
        assertWrong(
                "ties.txt:2:1: '#blm,#metoo' would be passed over as a comment, but there are identifiers that begin so, as"
                        + " '#metoo'. Put such identifiers in double quotes where they begin a line, or remove the comment.",
                () -> read("anna,#metoo\n#blm,#metoo\n", INFLUENCES));
        assertEquals(3, read("anna,#metoo\n\"#blm\",#metoo\n", INFLUENCES).nodes());
    }

    @Test
    void identifiersThatLookAlikeAreTold() throws IOException {
        ImportReport report = new ImportReport();
        read("007 7\n7 10\n08 8\n", INFLUENCES, report);
        assertEquals(
                "007 and 7 are two nodes, and so are 1 more pairs",
                report.facts().get("leading zeros"));
        assertEquals(
                2, read("Anna\u00a0,Ben\nAnna,\u00a0Ben\u200b\n", INFLUENCES).nodes());
        assertWrong(
                "ties.txt:2:3: Expected an identifier, found '1.23457E+17': a spreadsheet has rounded a long number, and"
                        + " others may have become the same. Export the identifiers again as texts.",
                () -> read("1,2\n3,1.23457E+17\n", INFLUENCES));
        assertWrong(
                "ties.txt:1:1: This line is an instruction for spreadsheets, and no tie. Remove it from the file.",
                () -> read("sep=;\n1;2\n", INFLUENCES));
    }

    @Test
    void otherTextsThanUtf8AreTold() {
        Source wide = Texts.of("ties.txt", "0,1\n1,2\n".getBytes(StandardCharsets.UTF_16LE));
        assertWrong(
                "ties.txt:1: Expected text in UTF-8, found a zero byte, as in UTF-16 or in files that are no text. Save the"
                        + " file as UTF-8, or state its encoding (import --encoding utf-16le).",
                () -> new EdgeListReader().read(wide, INFLUENCES, new ImportReport(), Progress.NONE));
    }

    @Test
    void firstLineMayDeclareNodesAndLines() throws IOException {
        Parameters counts = with(Header.COUNTS, "auto", "auto", "none", Repeated.SUM);
        assertEquals(5, read("5 2\n0 1\n3 1\n", counts).nodes());
        assertWrong(
                "ties.txt: Expected 3 ties as the first line says, found 2. Was the file cut off?",
                () -> read("5 3\n0 1\n3 1\n", counts));
        assertWrong(
                "ties.txt: Expected identifiers from 0 to 4 as the first line says, found '5'.",
                () -> read("5 2\n0 1\n5 1\n", counts));
        assertWrong(
                "ties.txt:1:1: Expected the numbers of nodes and of lines, as in '34 78', found 'a b'. Leave out header:"
                        + " counts if the first line is none.",
                () -> read("a b\n0 1\n", counts));
    }

    @Test
    void firstLineThatCountsIsSeen() throws IOException {
        for (int lines : new int[] {60, 300}) { // within the lines looked at first, and beyond
            String ties =
                    IntStream.range(0, lines).mapToObj(i -> i % 40 + " 40\n").collect(Collectors.joining());
            assertEquals(42, read("42 " + lines + "\n" + ties, INFLUENCES).nodes(), "node 41 has no tie");
            assertEquals(
                    42, read("# n m\n42 " + lines + "\n" + ties, INFLUENCES).nodes());
            assertEquals(
                    43,
                    read("42 " + (lines + 1) + "\n" + ties, INFLUENCES).nodes(),
                    "0 … 40, and a tie of two more as the numbers do not agree");
            assertEquals(
                    lines + 1,
                    read("41 " + lines + "\n" + ties, with(Header.NONE, "auto", "auto", "none", Repeated.KEEP))
                            .graph()
                            .arcs(),
                    "said to be a tie");
        }
        String weighted =
                IntStream.range(0, 60).mapToObj(i -> i % 40 + " 41 0.5\n").collect(Collectors.joining());
        assertEquals(
                42,
                read("42 60\n" + weighted, with(Header.AUTO, "auto", "auto", "3", Repeated.SUM))
                        .nodes());
        assertEquals(2, read("1 0\n", INFLUENCES).nodes(), "short files are not guessed at");
        assertEquals(4, read("3 2\n0 1\n1 2\n", INFLUENCES).nodes());
    }

    @Test
    void declaredNodesMayBeFarMoreThanLines() throws IOException {
        Parameters counts = with(Header.COUNTS, "auto", "auto", "none", Repeated.SUM);
        Network network = read("6000000 2\n5999999 0\n7 5000000\n", counts);
        assertEquals(6_000_000, network.nodes());
        assertTrue(network.graph().findArc(5_999_999, 0) >= 0 && network.graph().findArc(7, 5_000_000) >= 0);
    }

    @Test
    void twoModesHaveIdentifiersOfTheirOwn() throws IOException {
        Parameters modes = new Parameters(
                Direction.MUTUAL,
                Delimiter.AUTO,
                Header.AUTO,
                "auto",
                "auto",
                "none",
                Repeated.SUM,
                Loops.DROP,
                Columns.KEEP,
                Decimal.POINT,
                "person,event");
        Network network = read("1 1\n1 2\n2 1\n", modes);
        assertEquals(4, network.nodes());
        assertEquals(3, network.graph().edges());
        assertEquals("person", network.nodeColumn("mode").orElseThrow().textAt(1));
        assertEquals("event", network.nodeColumn("mode").orElseThrow().textAt(2));
    }

    @Test
    void quotedFieldsMayGoOnInTheNextLine() throws IOException {
        String text = "source,target,remark\na,b,\"first\nsecond, with comma\"\nb,c,short\n";
        Network network = read(text, INFLUENCES);
        assertEquals(2, network.graph().arcs());
        assertEquals(
                "first\nsecond, with comma",
                network.arcColumn("remark").orElseThrow().textAt(0));
        assertWrong(
                "ties.txt:4:3: Expected an identifier in column 2, found none. Fill it in or remove the line.",
                () -> read("source,target,remark\na,b,\"x\ny\"\nc,,z\n", INFLUENCES));
        assertWrong(
                "ties.txt:2:5: This quote is never closed. Close it, or write a quote that belongs to the text twice in a"
                        + " quoted field.",
                () -> read("source,target,remark\na,b,\"x\nc,d,y\n", INFLUENCES));
    }

    @Test
    void wrongLinesAreNamedByLineAndColumn() {
        assertWrong(
                "ties.txt:3:1: Expected 2 columns separated by a comma as in the first line, found 1 ('2'). Correct the"
                        + " line, or give the delimiter.",
                () -> read("0,1\n1,2\n2\n", INFLUENCES));
        assertWrong(
                "ties.txt:2:5: Expected 2 columns separated by a space as in the first line, found 3 ('1 2 3'). Correct"
                        + " the line, or give the delimiter.",
                () -> read("0 1\n1 2 3\n", INFLUENCES));
        assertWrong(
                "ties.txt:2:3: Expected an identifier in column 2, found none. Fill it in or remove the line.",
                () -> read("0,1\n1,\n", INFLUENCES));
        assertWrong(
                "ties.txt:3:5: Expected a number as weight, found 'much'. Correct it, or give weight: none.",
                () -> read("from,to,weight\na,b,1\na,c,much\n", INFLUENCES));
        assertWrong(
                "ties.txt:2:3: This quote is never closed. Close it, or write a quote that belongs to the text twice in a"
                        + " quoted field.",
                () -> read("a,b\nc,\"d\n", INFLUENCES));
        assertWrong(
                "ties.txt:2:4: Expected a comma after the closing quote, found 'c'. A quote inside a quoted field is"
                        + " written twice.",
                () -> read("a,b\n\"b\"c,d\n", INFLUENCES));
        assertWrong(
                "ties.txt:1:1: Expected at least 2 columns separated by a space, found 1 ('a|b'). Give the delimiter:"
                        + " comma, semicolon, tab or space.",
                () -> read("a|b\n", INFLUENCES));
        assertWrong(
                "ties.txt: Expected ties, found none. Is it the right file?", () -> read("# nothing\n\n", INFLUENCES));
    }

    @Test
    void wrongLineFarBelowTheFirstOnesIsNamedToo() {
        assertWrong(
                "ties.txt:50001:1: Expected 2 columns separated by a space as in the first line, found 1 ('x'). Correct"
                        + " the line, or give the delimiter.",
                () -> read("0 1\n".repeat(50_000) + "x\n", INFLUENCES));
    }

    @Test
    void endlessLineIsRefused() {
        assertWrong(
                "ties.txt:2: Expected lines of at most 1048576 bytes, this one is longer. Is it a text file?",
                () -> read("0 1\n" + "1".repeat(3 << 20) + "\n", INFLUENCES));
    }

    @Test
    void otherEncodingsAreRefused() {
        Source latin = Texts.of("ties.txt", "a,b\nMüller,b\n".getBytes(StandardCharsets.ISO_8859_1));
        assertWrong(
                "ties.txt:2: Expected text in UTF-8, found other bytes. Save the file as UTF-8, or state its encoding (import --encoding latin-1).",
                () -> new EdgeListReader().read(latin, INFLUENCES, new ImportReport(), Progress.NONE));
    }

    @Test
    void cancellingEndsReading() {
        Progress cancelled = new Progress() {
            @Override
            public void report(long done, long total, String what) {
                // only cancelling matters here
            }

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThrows(
                CancelledException.class,
                () -> new EdgeListReader().read(Texts.of("t", "0 1\n"), INFLUENCES, new ImportReport(), cancelled));
    }

    @Test
    void progressGoesFromNothingToAllOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("t.txt"), "0 1\n".repeat(1_000_000));
        List<Double> shares = new ArrayList<>();
        new EdgeListReader()
                .read(
                        Source.of(file),
                        INFLUENCES,
                        new ImportReport(),
                        (done, total, what) -> shares.add((double) done / total));
        List<Double> sorted = shares.stream().sorted().toList();
        assertEquals(sorted, shares);
        assertTrue(sorted.get(0) < 0.5);
        assertEquals(1, sorted.get(sorted.size() - 1));
    }

    private static List<String> randomLines(int lines, int nodes, long key) {
        RandomStream random = new RandomStream(key);
        List<String> text = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            text.add(random.nextInt(nodes) + " " + random.nextInt(nodes));
        }
        return text;
    }

    @Test
    void orderOfLinesDoesNotMatter() throws IOException {
        List<String> lines = randomLines(100_000, 5_000, 1);
        List<String> shuffled = new ArrayList<>(lines);
        RandomStream random = new RandomStream(2);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            shuffled.set(j, shuffled.set(i, shuffled.get(j)));
        }
        for (Direction direction : Direction.values()) {
            assertArrayEquals(
                    read(String.join("\n", lines), Parameters.of(direction)).sha256(),
                    read(String.join("\n", shuffled), Parameters.of(direction)).sha256());
        }
        String weighted = "a b 0.1\na b 0.2\na b 0.3\nb a 1e16\nb a 1\nb a -1e16\n";
        String turned = "b a -1e16\nb a 1\na b 0.3\na b 0.2\nb a 1e16\na b 0.1\n";
        Parameters weights = with(Header.NONE, "1", "2", "3", Repeated.SUM);
        assertArrayEquals(
                read(weighted, weights).sha256(), read(turned, weights).sha256());
    }

    private static Network plain(String text, Parameters parameters) throws IOException {
        Source source = Texts.of("ties.txt", text);
        return EdgeListReader.readLines(
                source, EdgeListLayout.detect(source, parameters), parameters, new ImportReport(), Progress.NONE);
    }

    /** The plain reader is the oracle of both fast ones: in one pass (no file) and in two (a file). */
    @ParameterizedTest
    @EnumSource(Direction.class)
    void fastPathsGiveWhatThePlainReaderGives(Direction direction) throws IOException {
        Parameters parameters = Parameters.of(direction);
        for (int nodes : new int[] {3, 50, 2_000, 1_000_000, 2_000_000_000}) {
            String text = String.join("\n", randomLines(30_000, nodes, nodes));
            ImportReport fastReport = new ImportReport();
            Network oracle = plain(text, parameters);
            Network onePass = read(text, parameters, fastReport);
            Path file = Files.writeString(folder.resolve(nodes + ".txt"), text);
            ImportReport fileReport = new ImportReport();
            Network twoPasses = new EdgeListReader()
                    .read(Source.of(file), parameters, fileReport, Progress.NONE)
                    .network();
            assertArrayEquals(oracle.sha256(), onePass.sha256(), nodes + " nodes, one pass");
            assertArrayEquals(oracle.sha256(), twoPasses.sha256(), nodes + " nodes, two passes");
            ImportReport plainReport = new ImportReport();
            Source source = Texts.of("ties.txt", text);
            EdgeListReader.readLines(
                    source, EdgeListLayout.detect(source, parameters), parameters, plainReport, Progress.NONE);
            assertEquals(Texts.losses(plainReport), Texts.losses(fastReport));
            assertEquals(Texts.losses(plainReport), Texts.losses(fileReport));
        }
    }

    @Test
    void linesAcrossBlockBordersAreReadWhole() throws IOException {
        StringBuilder text = new StringBuilder("# " + "comment ".repeat(130_000) + "\n");
        for (int i = 0; i < 300_000; i++) {
            text.append(i).append(' ').append((i + 1) % 300_000).append(i % 3 == 0 ? "\r\n" : "\n");
        }
        Network network = read(text.toString(), INFLUENCES);
        assertEquals(300_000, network.nodes());
        assertEquals(300_000, network.graph().arcs());
        for (int u = 0; u < 300_000; u += 997) {
            assertEquals(
                    (u + 1) % 300_000, network.graph().target(network.graph().arcBegin(u)));
        }
    }

    @Test
    void whatTheFirstLinesDoNotShowFallsBackToThePlainReader() throws IOException {
        Network network = read("0 1\n".repeat(1000) + "\"2\" +3\n", INFLUENCES);
        assertEquals(4, network.nodes());
        assertEquals("+3", network.label(0));
        assertThrows(InputException.class, () -> read("0 1\n".repeat(1000) + "2\n", INFLUENCES));
    }

    @Test
    void descriptorSaysWhatTheFileSays() throws IOException {
        var descriptor = new EdgeListReader()
                .read(
                        Texts.of("/data/My Ties.v2.csv.gz", Texts.gzip("a,b\n")),
                        INFLUENCES,
                        new ImportReport(),
                        Progress.NONE)
                .descriptor();
        assertEquals("my-ties-v2", descriptor.name());
        assertEquals(Direction.INFLUENCES, descriptor.direction());
        assertEquals("", descriptor.hash());
    }
}
