package org.einfluss.formats;

import static org.einfluss.formats.Texts.assertWrong;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.ImportReport;
import org.einfluss.engine.parameters.ParameterSchema;
import org.einfluss.engine.parameters.YamlSettings;
import org.einfluss.formats.DatasetImport.Extras;
import org.einfluss.formats.DatasetImport.Imported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs that are stored with a dataset. */
class LogImportTest {
    private static final List<DatasetReader<?>> READERS =
            List.of(new EdgeListReader(), new AdoptionTableReader(), new ActivityTableReader());
    private static final String TIES = "ann,bob\nbob,cem\n";
    private static final String LOG = "cascade,node,time,parent\nx,ann,0,\nx,bob,2,ann\ny,cem,1,\n";

    @TempDir
    private Path home;

    private static LogFiles<?> log(String text, String... settings) {
        return log(new AdoptionTableReader(), text, settings);
    }

    private static <P extends Record> LogFiles<P> log(LogReader<P> reader, String text, String... settings) {
        ParameterSchema schema = ParameterSchema.ofComponent(reader, DatasetReader.class);
        @SuppressWarnings("unchecked") // the schema is that of this very reader
        P parameters = (P) schema.bind(YamlSettings.assignments(List.of(settings)));
        return new LogFiles<>(List.of(Texts.of("ties.csv", text)), reader, parameters);
    }

    private Imported importTies(Privacy privacy, LogFiles<?>... logs) throws IOException {
        DatasetDescriptor descriptor = new DatasetDescriptor(
                "friends", "Friends", "", "", "", List.of(), List.of(), "none", Direction.INFLUENCES, "");
        return new DatasetImport(READERS)
                .importFile(
                        Texts.of("ties.csv", TIES),
                        new EdgeListReader(),
                        EdgeListReader.Parameters.of(Direction.INFLUENCES),
                        descriptor,
                        new Extras(List.of(), Optional.empty(), privacy, List.of(logs)),
                        home,
                        false,
                        Progress.NONE);
    }

    private Dataset open(String name) throws IOException {
        Optional<CsrCache> cache = Optional.of(new CsrCache(home.resolve("cache")));
        return new HomeLibrary(home, READERS, cache).open(name, Progress.NONE);
    }

    @Test
    void logsComeBackAndCountInTheHash() throws IOException {
        Imported imported = importTies(Privacy.NONE, log(LOG, "log.name=news", "log.time-unit=days"));
        Dataset opened = open("friends");
        AdoptionLog log = opened.log("news").orElseThrow();
        assertArrayEquals(new int[] {0, 1, 2}, log.node());
        assertArrayEquals(new int[] {-1, 0, -1}, log.parent());
        assertEquals(List.of("x", "y"), log.cascadeNames());
        assertEquals("days", log.timeUnit());
        assertEquals(imported.dataset().descriptor().hash(), opened.descriptor().hash());
        assertEquals(
                List.of("ties.csv", "2-ties.csv"),
                DatasetFolder.of(home.resolve("datasets/friends")).files());
        Path file = home.resolve("datasets/friends/2-ties.csv");
        Files.writeString(file, LOG.replace("ann,0", "ann,1"));
        String refused =
                assertThrows(InputException.class, () -> open("friends")).getMessage();
        assertTrue(refused.contains("A data file was changed"), refused);
    }

    @Test
    void aLogIsAddedUnderANewNameAndTheOldDatasetStays() throws IOException {
        importTies(Privacy.NONE);
        String before = open("friends").descriptor().hash();
        DatasetImport datasets = new DatasetImport(READERS);
        datasets.importLog(
                "friends",
                "friends-news",
                log(LOG + "y,dan,5,\n", "log.unknown-nodes=add"),
                home,
                false,
                Progress.NONE);
        LogFiles<?> acts = log(
                new ActivityTableReader(),
                "user,action,target,time\nann,likes,dan,3\n",
                "log.name=likes",
                "direction=follows");
        datasets.importLog("friends-news", "friends-both", acts, home, true, Progress.NONE);
        Dataset both = open("friends-both");
        assertEquals(4, both.network().nodes());
        assertEquals(4, both.logs().get(0).size());
        assertEquals(1, both.activities().get(0).size());
        assertEquals("dan", both.network().label(both.activities().get(0).target()[0]));
        assertEquals(3, both.descriptor().history().size());
        assertEquals(before, open("friends").descriptor().hash());
        assertWrong(
                "There is a log 'adoption' already. Give this one another name (--log-name).",
                () -> datasets.importLog("friends-news", "twice", log(LOG), home, false, Progress.NONE));
        assertFalse(Files.exists(home.resolve("datasets/twice")));
    }

    @Test
    void nobodyIsNamedInALogUnderPseudonyms() throws IOException {
        Privacy privacy = new Privacy(
                Optional.of(Pseudonyms.of(home.resolve("key"), home.resolve("elsewhere"))), Set.of(), Set.of(), false);
        importTies(privacy, log("cascade,node,time,parent\nann,ann,0,\nann,bob,2,ann\n"));
        Dataset opened = open("friends");
        assertEquals(2, opened.logs().get(0).size());
        assertEquals(List.of(), opened.logs().get(0).cascadeNames());
        try (Stream<Path> files = Files.list(home.resolve("datasets/friends"))) {
            for (Path file : files.toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertFalse(content.contains("ann") || content.contains("bob"), file.toString());
            }
        }
        assertWrong(
                "The dataset 'friends' was changed when it was imported, and its identifiers may be pseudonyms. Import the"
                        + " network and the log together (--log).",
                () -> new DatasetImport(READERS).importLog("friends", "more", log(LOG), home, false, Progress.NONE));
    }

    @Test
    void whatATableOfAdoptionsCannotHoldIsToldBefore() throws IOException {
        Dataset dataset =
                importTies(Privacy.NONE, log(LOG, "log.time-unit=days")).dataset();
        ImportReport report = new ImportReport();
        AdoptionTableWriter.Parameters first = new AdoptionTableWriter.Parameters("first");
        new AdoptionTableWriter().check(dataset, first, report);
        assertEquals(Map.of("tie dropped", 2L, "what is said about the log dropped", 1L), Texts.losses(report));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new AdoptionTableWriter().write(dataset, first, out, new ImportReport(), Progress.NONE);
        assertEquals(LOG, out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void networkFormatsTellThatLogsAreLost() throws IOException {
        Dataset dataset = importTies(
                        Privacy.NONE,
                        log(LOG),
                        log(new ActivityTableReader(), "user,action,target,time\nann,likes,cem,3\n"))
                .dataset();
        ImportReport report = new ImportReport();
        EdgeListWriter.NAMED.check(dataset, report);
        assertEquals(2L, Texts.losses(report).get("log dropped"));
    }
}
