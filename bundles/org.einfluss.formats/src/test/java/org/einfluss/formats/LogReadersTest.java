package org.einfluss.formats;

import static org.einfluss.formats.Texts.assertWrong;
import static org.einfluss.formats.Texts.losses;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.ActivityLog;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.ImportReport;
import org.einfluss.engine.parameters.ParameterSchema;
import org.einfluss.engine.parameters.YamlSettings;
import org.einfluss.graph.Column;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Logs of every format, as literal small files. */
class LogReadersTest {
    private ImportReport report = new ImportReport();

    private <P extends Record> Dataset read(LogReader<P> reader, Network network, String text, String... settings)
            throws IOException {
        ParameterSchema schema = ParameterSchema.ofComponent(reader, DatasetReader.class);
        @SuppressWarnings("unchecked") // the schema is that of this very reader
        P parameters = (P) schema.bind(YamlSettings.assignments(List.of(settings)));
        report = new ImportReport();
        return reader.read(List.of(Texts.of("log.csv", text)), parameters, network, report, Progress.NONE);
    }

    private Dataset alone(LogReader<?> reader, String text, String... settings) throws IOException {
        return read(reader, LogReader.NO_NETWORK, text, settings);
    }

    /** Arcs ann→bob, bob→cem; cem is there from 10 on. */
    private static Network friends() {
        GraphBuilder builder = new GraphBuilder(3, true);
        builder.add(0, 1);
        builder.add(1, 2);
        return Network.of(builder.build().graph())
                .withNodeColumn(Column.texts(Network.ID, new String[] {"ann", "bob", "cem"}))
                .withNodeColumn(Column.doubles(Network.BEGIN, "", new double[] {Double.NaN, 0, 10}));
    }

    private static String told(AdoptionLog log, Network network) {
        StringBuilder told = new StringBuilder();
        for (int i = 0; i < log.size(); i++) {
            int parent = log.parent().length == 0 ? -1 : log.parent()[i];
            told.append(log.cascade()[i])
                    .append(':')
                    .append(network.label(log.node()[i]))
                    .append('@')
                    .append(log.time()[i])
                    .append(parent < 0 ? "" : "<" + network.label(parent))
                    .append(' ');
        }
        return told.toString().strip();
    }

    private static String told(Dataset dataset) {
        return told(dataset.logs().get(0), dataset.network());
    }

    @Test
    void aTableOfAdoptionsIsReadAloneInAnyOrderOfLines() throws IOException {
        String head = "cascade,node,time,parent\n";
        List<String> lines = List.of("x,bob,2.5,ann\n", "x,ann,0,\n", "news,cem,1,\n", "x,cem,4,bob\n");
        Dataset dataset = alone(new AdoptionTableReader(), head + String.join("", lines));
        assertEquals("0:cem@1.0 1:ann@0.0 1:bob@2.5<ann 1:cem@4.0<bob", told(dataset));
        assertEquals(List.of("news", "x"), dataset.logs().get(0).cascadeNames());
        assertEquals("periods", dataset.logs().get(0).timeUnit());
        assertEquals(0, dataset.network().graph().arcs());
        assertTrue(report.isLossless());
        String turned = lines.get(3) + lines.get(2) + lines.get(1) + lines.get(0);
        assertEquals(DatasetHash.of(dataset), DatasetHash.of(alone(new AdoptionTableReader(), head + turned)));
    }

    @Test
    void recordedSourcesBecomeTiesWhereTheyAreWanted() throws IOException {
        Dataset dataset = alone(
                new AdoptionTableReader(),
                "cascade,node,time,parent\nx,a,0,\nx,b,2,a\ny,a,1,\ny,b,5,a\n",
                "log.ties=parents");
        assertEquals(1, dataset.network().graph().arcs());
        assertEquals(1, dataset.network().graph().target(0));
        assertEquals(2, dataset.network().weights().orElseThrow()[0]);
        assertEquals(2, dataset.network().arcColumn(Network.BEGIN).orElseThrow().doubleAt(0));
        assertEquals(5, dataset.network().arcColumn(Network.END).orElseThrow().doubleAt(0));
    }

    @Test
    void datesAreDaysAndTimesOfDaySeconds() throws IOException {
        Dataset days = alone(new AdoptionTableReader(), "node;date\na;1970-01-02\nb;1970-02-01\n");
        assertEquals("0:a@1.0 0:b@31.0", told(days));
        assertEquals("days", days.logs().get(0).timeUnit());
        Dataset seconds =
                alone(new AdoptionTableReader(), "node;date\na;1970-01-01 00:01:00\nb;1970-01-01T00:00:00.5\n");
        assertEquals("0:b@0.5 0:a@60.0", told(seconds));
        Dataset zoned =
                alone(new AdoptionTableReader(), "node;date\na;1970-01-01T01:00:00+01:00\nb;1970-01-01T00:00:01Z\n");
        assertEquals("0:a@0.0 0:b@1.0", told(zoned));
        assertWrong(
                "log.csv:3:3: The times before were dates, as days since 1970-01-01; this one, '5', is not. Write all of"
                        + " them alike.",
                () -> alone(new AdoptionTableReader(), "node;date\na;1970-01-02\nb;5\n"));
        assertWrong(
                "log.csv:2:3: Expected a time (a number, a date as 2012-07-04 or 2012-07-04T12:00:05), found '1970-02-30'."
                        + " Correct it.",
                () -> alone(new AdoptionTableReader(), "node;date\na;1970-02-30\n"));
    }

    @Test
    void decimalCommasAndQuotesAreRead() throws IOException {
        Dataset dataset = alone(new AdoptionTableReader(), "node;time\n\"a;1\";0,5\n\"b\nc\";1,25\n", "decimal=comma");
        assertEquals("0:a;1@0.5 0:b\nc@1.25", told(dataset));
        assertWrong(
                "log.csv:2:3: Expected a time, found '0,5' with a comma. Write decimal points, or give decimal: comma.",
                () -> alone(new AdoptionTableReader(), "node;time\na;0,5\n"));
    }

    @Test
    void unknownNodesAreRefusedDroppedOrAdded() throws IOException {
        String text = "cascade,node,time,parent\nx,ann,0,\nx,dan,1,ann\n";
        assertWrong(
                "log.csv:3:3: There is no node 'dan' in the network. Correct it, or say what becomes of such nodes: drop"
                        + " or add (--unknown-nodes).",
                () -> read(new AdoptionTableReader(), friends(), text));
        Dataset dropped = read(new AdoptionTableReader(), friends(), text, "log.unknown-nodes=drop");
        assertEquals("0:ann@0.0", told(dropped));
        assertEquals(Map.of("event of a node outside the network dropped", 1L), losses(report));
        assertEquals(
                "line 3, column 3, node dan", report.losses().get(0).examples().get(0));
        Dataset added = read(new AdoptionTableReader(), friends(), text, "log.unknown-nodes=add");
        assertEquals("0:ann@0.0 0:dan@1.0<ann", told(added));
        assertEquals(4, added.network().nodes());
        assertEquals(2, added.network().graph().arcs());
        assertTrue(added.network().nodeColumn(Network.BEGIN).orElseThrow().isMissing(3));
    }

    @Test
    void furtherAdoptionsAreRefusedOrTheFirstStays() throws IOException {
        String text = "node,time\nann,3\nbob,1\nann,2\n";
        assertWrong(
                "log.csv:2:1: Node 'ann' adopts twice in one cascade. Correct it, or keep the first adoption (--duplicates"
                        + " first).",
                () -> read(new AdoptionTableReader(), friends(), text));
        Dataset first = read(new AdoptionTableReader(), friends(), text, "log.duplicates=first");
        assertEquals("0:bob@1.0 0:ann@2.0", told(first));
        assertEquals(
                "line 2, column 1, node ann",
                report.losses().get(0).places().get(0).toString());
    }

    @Test
    void timesBeforeTheBeginningAreRefusedDroppedOrKept() throws IOException {
        assertWrong(
                "log.csv:2:1: Found a time before 0 (-1.0, node 'ann'). Correct it, or say what becomes of such times: drop"
                        + " or keep (--early).",
                () -> read(new AdoptionTableReader(), friends(), "node,time\nann,-1\n"));
        String unborn = "node,time\nann,1\ncem,9\n";
        assertWrong(
                "log.csv:3:1: Found a time before the node's begin (9.0, node 'cem'). Correct it, or say what becomes of"
                        + " such times: drop or keep (--early).",
                () -> read(new AdoptionTableReader(), friends(), unborn));
        assertEquals("0:ann@1.0", told(read(new AdoptionTableReader(), friends(), unborn, "log.early=drop")));
        assertEquals("0:ann@1.0 0:cem@9.0", told(read(new AdoptionTableReader(), friends(), unborn, "log.early=keep")));
        assertEquals(Map.of("event at a time before the node's begin kept", 1L), losses(report));
    }

    @Test
    void sourcesThatDoNotFitAreCountedAndPlaced() throws IOException {
        String text = "node,time,parent\nann,11,\nbob,12,ann\ncem,13,ann\n".replace("ann,11,", "ann,11,bob");
        Dataset kept = read(new AdoptionTableReader(), friends(), text);
        assertEquals("0:ann@11.0<bob 0:bob@12.0<ann 0:cem@13.0<ann", told(kept));
        assertEquals(
                Map.of(
                        "recorded source that did not adopt before kept",
                        1L,
                        "recorded source without a tie to the adopter kept",
                        1L),
                losses(report));
        assertEquals(
                "line 2, column 1, 'bob' for 'ann'",
                report.losses().get(0).examples().get(0));
        assertEquals(
                "0:ann@11.0 0:bob@12.0<ann 0:cem@13.0",
                told(read(new AdoptionTableReader(), friends(), text, "log.parents=drop")));
        assertWrong(
                "log.csv:2:1: The recorded source 'bob' for 'ann' is one that did not adopt before. Correct it, or say what"
                        + " becomes of such sources: keep or drop (--parents).",
                () -> read(new AdoptionTableReader(), friends(), text, "log.parents=refuse"));
    }

    @Test
    void columnsOfATableAreNeverGuessedAtRandom() throws IOException {
        assertWrong(
                "log.csv:1: Which column holds the node? Give node, by name or number; the columns are who, moment.",
                () -> alone(new AdoptionTableReader(), "who,moment\na,1\n"));
        Dataset dataset = alone(new AdoptionTableReader(), "who,moment,mood\na,1,good\n", "node=who", "time=moment");
        assertEquals("0:a@1.0", told(dataset));
        assertEquals(Map.of("column dropped", 1L), losses(report));
        assertEquals("0:a@7.0 1:b@2.0", told(alone(new AdoptionTableReader(), "1 a 7\n2 b 2\n")));
        assertEquals("column 3", report.facts().get("time"));
    }

    @Test
    void pathsTellWhoItCameFrom() throws IOException {
        String text = "m1\t1\t100\t3\t1:0 1/2:5 1/2/3:9 1/4:2\n";
        Dataset absolute = alone(new CascadePathsReader(), text);
        assertEquals("0:1@100.0 0:4@102.0<1 0:2@105.0<1 0:3@109.0<2", told(absolute));
        assertEquals(List.of("m1"), absolute.logs().get(0).cascadeNames());
        assertEquals(
                "0:1@0.0 0:4@2.0<1 0:2@5.0<1 0:3@9.0<2", told(alone(new CascadePathsReader(), text, "clock=root")));
        alone(new CascadePathsReader(), text.replace("\t3\t", "\t7\t"));
        assertEquals(
                Map.of("stated number of adoptions is not that of the paths, which were taken", 1L), losses(report));
        assertWrong(
                "log.csv:1:11: Expected a path that begins at the root '1', found '2/3:5'. Correct it.",
                () -> alone(new CascadePathsReader(), "m\t1\t100\t1\t2/3:5\n"));
    }

    @Test
    void netInfFilesListTheirNodes() throws IOException {
        String text = "0,ann\n1,bob\n7,cem\n\n1,0.5,0,2\n5;7,1,1,3\n";
        String unnamed = text.replace("5;", "");
        Dataset dataset = alone(new CascadeTextReader(), unnamed);
        assertEquals("0:1@0.5 0:0@2.0 1:7@1.0 1:1@3.0", told(dataset));
        assertEquals("cem", dataset.network().nodeColumn("name").orElseThrow().textAt(2));
        Dataset named = alone(new CascadeTextReader(), text.replace("\n1,0.5", "\n3;1,0.5"));
        assertEquals(List.of("3", "5"), named.logs().get(0).cascadeNames());
        assertWrong(
                "log.csv:6:1: Some cascades have names and others have none. Name all of them, or none.",
                () -> alone(new CascadeTextReader(), "0,ann\n1,bob\n7,cem\n\n3;1,0.5\n1,3\n"));
    }

    @Test
    void columnsOfANodeTableAreCascades() throws IOException {
        String text = "village,id,toa,second,age\n1,1,3,NA,30\n1,2,9,4,31\n2,1,NA,5,32\n";
        Dataset one = alone(new AdoptionColumnsReader(), text, "place=village", "not-adopted=9");
        assertEquals("0:1/1@3.0", told(one));
        assertEquals(3, one.network().nodes());
        Dataset two = alone(new AdoptionColumnsReader(), text, "place=village", "times=[toa, second]");
        assertEquals("0:1/2@4.0 0:2/1@5.0 1:1/1@3.0 1:1/2@9.0", told(two));
        assertEquals(List.of("second", "toa"), two.logs().get(0).cascadeNames());
    }

    private static final String HIGGS = "1 2 100 MT\n1 2 101 RT\n3 1 105 RT\n3 2 103 RT\n2 2 90 RE\n4 1 106 RE\n";

    @Test
    void actsAreKeptAndTheirAdoptersChosen() throws IOException {
        Dataset dataset = alone(new ActivityTableReader(), HIGGS, "direction=follows", "adoption=once", "actions=[RT]");
        ActivityLog acts = dataset.activities().get(0);
        assertEquals(6, acts.size());
        assertEquals(List.of("MT", "RE", "RT"), acts.actions());
        assertEquals("0:1@101.0<2 0:3@103.0<2", told(dataset));
        assertEquals("the user, from the target", report.facts().get("who adopts"));
        assertEquals(2L, losses(report).get("recorded source that did not adopt before kept"));
        Dataset mentions =
                alone(new ActivityTableReader(), HIGGS, "direction=influences", "adoption=once", "actions=[MT]");
        assertEquals("0:2@100.0<1", told(mentions));
        Dataset perSource =
                alone(new ActivityTableReader(), HIGGS, "direction=follows", "adoption=per-source", "actions=[RT]");
        assertEquals("0:3@105.0<1 1:1@101.0<2 1:3@103.0<2", told(perSource));
        assertEquals(List.of("1", "2"), perSource.logs().get(0).cascadeNames());
        assertWrong(
                "There is no action 'like'; the actions are MT, RE, RT.",
                () -> alone(new ActivityTableReader(), HIGGS, "direction=follows", "adoption=once", "actions=[like]"));
        InputException unsaid =
                assertThrows(InputException.class, () -> alone(new ActivityTableReader(), HIGGS, "adoption=once"));
        assertTrue(unsaid.getMessage().contains("Direction must be given"), unsaid.getMessage());
    }

    @Test
    void actsMakeTiesInTheDirectionOfInfluence() throws IOException {
        Network together = alone(new ActivityTableReader(), HIGGS, "direction=follows", "ties=together")
                .network();
        assertEquals(List.of("1>3", "1>4", "2>1", "2>3"), arcs(together));
        assertArrayEquals(new double[] {1, 1, 2, 1}, together.weights().orElseThrow());
        assertEquals(100, together.arcColumn(Network.BEGIN).orElseThrow().doubleAt(2));
        assertEquals(101, together.arcColumn(Network.END).orElseThrow().doubleAt(2));
        Network byAction = alone(new ActivityTableReader(), HIGGS, "direction=follows", "ties=by-action")
                .network();
        assertEquals(List.of("MT", "RE", "RT"), byAction.layers());
        assertEquals(3, byAction.graph("RT").arcs());
        Network mutual = alone(new ActivityTableReader(), HIGGS, "direction=mutual", "ties=together")
                .network();
        assertEquals(4, mutual.graph().edges());
        assertEquals(8, mutual.graph().arcs());
    }

    private static List<String> arcs(Network network) {
        return IntStream.range(0, network.graph().arcs())
                .mapToObj(a -> network.label(network.graph().source(a)) + ">"
                        + network.label(network.graph().target(a)))
                .toList();
    }

    @Test
    void actsOnThingsMakeACascadeForEach() throws IOException {
        String text =
                "user,action,target,time\nann,likes,post-2,3\nbob,likes,post-2,1\nann,likes,post-1,2\nann,likes,post-2,9\n";
        Dataset dataset =
                alone(new ActivityTableReader(), text, "targets=things", "direction=follows", "adoption=per-source");
        assertEquals(List.of("post-1", "post-2"), dataset.activities().get(0).things());
        assertEquals("0:ann@2.0 1:bob@1.0 1:ann@3.0", told(dataset));
        assertEquals(2, dataset.network().nodes());
    }

    /** What was written, without the quotes around times of day. */
    private static String unquoted(ByteArrayOutputStream out) {
        return out.toString(StandardCharsets.UTF_8).replaceAll("\"(2012[^\"]*)\"", "$1");
    }

    private String acts(Dataset dataset) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report = new ImportReport();
        new ActivityTableWriter()
                .write(dataset, new ActivityTableWriter.Parameters("first"), out, report, Progress.NONE);
        return unquoted(out);
    }

    private String adoptions(Dataset dataset) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report = new ImportReport();
        new AdoptionTableWriter()
                .write(dataset, new AdoptionTableWriter.Parameters("first"), out, report, Progress.NONE);
        return unquoted(out);
    }

    @Test
    void logsAreWrittenAsTheyWereReadWithTheirDates() throws IOException {
        for (String time : List.of("%d", "2012-07-0%d", "2012-07-0%dT12:00:05", "2012-07-0%dT12:00:05.125Z", "0.%d")) {
            String text = String.format(
                    Locale.ROOT,
                    "user,action,target,time%nbob,posts,,TIME%nann,\"likes, much\",bob,TIME%ncem,likes,bob,TIME%n"
                            .replace("TIME", time),
                    3,
                    4,
                    5);
            Dataset read = alone(new ActivityTableReader(), text);
            assertEquals(text, acts(read));
            assertTrue(report.isLossless(), time);
            String adopted = String.format(
                    Locale.ROOT, "node,time,parent%nann,TIME,%nbob,TIME,ann%n".replace("TIME", time), 1, 2);
            assertEquals(adopted, adoptions(alone(new AdoptionTableReader(), adopted)));
            assertTrue(report.isLossless(), time);
        }
    }

    @Test
    void whatATableOfActsCannotHoldIsTold() throws IOException {
        String text = "user,action,target,time\nann,visits,pub,2012-07-04\nbob,visits,gym,2012-07-05\n";
        Dataset read = read(
                new ActivityTableReader(), friends(), text, "targets=things", "log.name=visits", "log.time-unit=days");
        assertEquals(text, acts(read));
        assertEquals(
                Map.of(
                        "tie dropped",
                        2L,
                        "column dropped",
                        1L,
                        "node that never acts dropped",
                        1L,
                        "what is said about the log dropped",
                        1L),
                losses(report));
        assertWrong(
                "There is no log 'likes'; the logs are visits.",
                () -> new ActivityTableWriter()
                        .check(read, new ActivityTableWriter.Parameters("likes"), new ImportReport()));
        assertWrong(
                "The dataset has no activity log. There is nothing to write.",
                () -> new ActivityTableWriter()
                        .check(
                                alone(new AdoptionTableReader(), "node,time\nann,1\n"),
                                new ActivityTableWriter.Parameters("first"),
                                new ImportReport()));
    }

    /** In each format: ann adopts first, then dan, whom the network does not have, bob at 3 and 4, and cem at 5, before his begin. */
    static Stream<Arguments> misfits() {
        return Stream.of(
                Arguments.of(new AdoptionTableReader(), "node,time\nann,0\ndan,2\nbob,3\nbob,4\ncem,5\n", List.of()),
                Arguments.of(
                        new AdoptionColumnsReader(),
                        "id,toa\nann,0\ndan,2\nbob,3\nbob,4\ncem,5\n",
                        List.of("times=[toa]")),
                Arguments.of(new CascadeLinesReader(), "ann dan 2 bob 3 bob 4 cem 5\n", List.of()),
                Arguments.of(
                        new CascadePathsReader(),
                        "m\tann\t0\t4\tann:0 ann/dan:2 ann/bob:3 ann/bob:4 ann/cem:5\n",
                        List.of()),
                Arguments.of(
                        new CascadeTextReader(),
                        "0,ann\n1,bob\n2,cem\n3,dan\n\n0,0,3,2,1,3,1,4,2,5\n",
                        List.of("nodes=names")));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void whatDoesNotFitIsRefusedOrTreatedAsChosenInEveryFormat(LogReader<?> reader, String text, List<String> always)
            throws IOException {
        List<String> settings = new ArrayList<>(always);
        List<String> choices = List.of("unknown-nodes=drop", "early=drop", "duplicates=first");
        for (String choice : choices) {
            String sentence = assertThrows(
                            InputException.class, () -> read(reader, friends(), text, settings.toArray(String[]::new)))
                    .getMessage();
            assertTrue(sentence.matches("log[.]csv:[0-9]+:[0-9]+: .*"), sentence);
            assertTrue(sentence.contains("--" + choice.replaceFirst("=.*", "")), sentence);
            settings.add("log." + choice);
        }
        Dataset dropped = read(reader, friends(), text, settings.toArray(String[]::new));
        assertEquals("0:ann@0.0 0:bob@3.0", told(dropped).replaceAll("<[a-z]+", ""));
        assertEquals(
                Map.of(
                        "event of a node outside the network dropped", 1L,
                        "event at a time before the node's begin dropped", 1L,
                        "further adoption in the same cascade dropped", 1L),
                losses(report));
        assertThrows(InputException.class, () -> Strict.refuse("log.csv", report));
        settings.removeAll(List.of("log.unknown-nodes=drop", "log.early=drop"));
        settings.addAll(List.of("log.unknown-nodes=add", "log.early=keep"));
        Dataset kept = read(reader, friends(), text, settings.toArray(String[]::new));
        assertEquals("0:ann@0.0 0:dan@2.0 0:bob@3.0 0:cem@5.0", told(kept).replaceAll("<[a-z]+", ""));
        assertEquals(1L, losses(report).get("event at a time before the node's begin kept"));
        assertEquals(1L, losses(report).get("node outside the network added"));
    }

    @Test
    void aLogOfStrangersIsRefusedAndAnUnknownSourceToldAsSuch() throws IOException {
        assertWrong(
                "log.csv: All 2 events are of nodes outside the network, so that nothing is left. Do the log and the network"
                        + " have the same identifiers?",
                () -> read(new CascadeTextReader(), friends(), "0,ann\n1,bob\n\n0,1,1,2\n", "log.unknown-nodes=drop"));
        assertWrong(
                "log.csv:2:3: The name 'ann' is listed twice, so that it is not known who is meant. Make the names different.",
                () -> read(new CascadeTextReader(), friends(), "0,ann\n1,ann\n\n0,1\n", "nodes=names"));
        Dataset dataset = read(
                new AdoptionTableReader(),
                friends(),
                "node,time,parent\nann,0,\nbob,1,dan\n",
                "log.unknown-nodes=drop");
        assertEquals("0:ann@0.0 0:bob@1.0", told(dataset));
        assertEquals(Map.of("recorded source outside the network dropped", 1L), losses(report));
    }

    @Test
    void strictModeRefusesASourceWithoutATie() throws IOException {
        read(
                new AdoptionTableReader(),
                friends(),
                "node,time,parent\nann,0,\nbob,1,ann\ncem,11,ann\n",
                "log.parents=drop");
        assertEquals(Map.of("recorded source without a tie to the adopter dropped", 1L), losses(report));
        assertWrong("""
                log.csv: Not everything would come through:
                1 × recorded source without a tie to the adopter dropped, first at line 4, column 1, 'ann' for 'cem'
                Correct it, or go on without --strict.""", () -> Strict.refuse("log.csv", report));
    }
}
