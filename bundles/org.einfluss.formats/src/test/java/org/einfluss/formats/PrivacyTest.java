package org.einfluss.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.Source;
import org.einfluss.formats.DatasetImport.Extras;
import org.einfluss.formats.DatasetImport.Imported;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class PrivacyTest {
    private static final String KEY =
            "einfluss-pseudonyms-1 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n";
    private static final List<DatasetReader<?>> READERS = List.of(new EdgeListReader(), new GraphMlReader());

    @TempDir
    private Path folder;

    private Path home;
    private Path keyFile;

    @BeforeEach
    void makeFolders() throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
        keyFile = Files.writeString(folder.resolve("key"), KEY);
    }

    private static DatasetDescriptor named(String name, String sensitivity) {
        return new DatasetDescriptor(
                name,
                name,
                "",
                "",
                "",
                List.of(),
                List.of(),
                sensitivity,
                Direction.MUTUAL,
                "",
                "on paper",
                "2035",
                List.of());
    }

    private Imported ties(String name, String text, Privacy privacy) throws IOException {
        return new DatasetImport(READERS)
                .importFile(
                        Texts.of("ties.csv", text),
                        new EdgeListReader(),
                        EdgeListReader.Parameters.of(Direction.FOLLOWS),
                        named(name, "none"),
                        new Extras(List.of(), Optional.empty(), privacy),
                        home,
                        false,
                        Progress.NONE);
    }

    private Imported graphMl(Privacy privacy, String sensitivity) throws IOException {
        return new DatasetImport(READERS)
                .importFile(
                        Texts.of(
                                "people.graphml",
                                "<graphml><key id=\"n\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>"
                                        + "<key id=\"t\" for=\"node\" attr.name=\"town\" attr.type=\"string\"/>"
                                        + "<graph edgedefault=\"undirected\">"
                                        + node("ann", "Ann Archer", "Ulm") + node("bob", "Bob Baker", "Ulm")
                                        + node("cid", "Cid Cook", "Bonn") + node("dan", "Dan Dyer", "Bonn")
                                        + "<edge source=\"ann\" target=\"bob\"/><edge source=\"cid\" target=\"dan\"/>"
                                        + "</graph></graphml>"),
                        new GraphMlReader(),
                        NetworkParameters.of(NetworkParameters.TieDirection.UNSTATED),
                        named("people", sensitivity),
                        new Extras(List.of(), Optional.empty(), privacy),
                        home,
                        false,
                        Progress.NONE);
    }

    private static String node(String id, String name, String town) {
        return "<node id=\"" + id + "\"><data key=\"n\">" + name + "</data><data key=\"t\">" + town + "</data></node>";
    }

    private Privacy pseudonyms(Set<String> drop, Set<String> keep, boolean dropTexts) throws IOException {
        return new Privacy(Optional.of(Pseudonyms.of(keyFile, home)), drop, keep, dropTexts);
    }

    private Dataset opened(String name) throws IOException {
        return new HomeLibrary(home, READERS, Optional.of(new CsrCache(folder.resolve("cache"))))
                .open(name, Progress.NONE);
    }

    /** The codes are those of {@code openssl dgst -sha256 -mac HMAC -macopt hexkey:0001…1f}. */
    @Test
    void pseudonymsAreHmacSha256() throws IOException {
        Pseudonyms pseudonyms = Pseudonyms.of(keyFile, home);
        assertFalse(pseudonyms.isCreated());
        assertEquals("p0d1f12b8196c52b0db44", pseudonyms.of("ann"));
        assertEquals("p9317ed2c836657136e23", pseudonyms.of("zoë"));
    }

    @Test
    void everyTieKeepsItsEndsUnderPseudonyms() throws IOException {
        Pseudonyms names = Pseudonyms.of(keyFile, home);
        Dataset plain = ties("plain", "ann,bob\nbob,cid\nbob,dan\ndan,ann\n", Privacy.NONE)
                .dataset();
        Dataset hidden = ties("hidden", "ann,bob\nbob,cid\nbob,dan\ndan,ann\n", pseudonyms(Set.of(), Set.of(), false))
                .dataset();
        assertEquals(arcs(plain.network(), names), arcs(hidden.network(), null));
        List<String> labels =
                IntStream.range(0, 4).mapToObj(hidden.network()::label).toList();
        assertEquals(List.copyOf(new TreeSet<>(labels)), labels, "the order of the nodes tells nothing");
        Dataset again = opened("hidden");
        assertEquals(hidden.descriptor(), again.descriptor());
        assertArrayEquals(hidden.network().sha256(), again.network().sha256());
        assertEquals(
                List.of(
                        "imported by edge-list",
                        "identifiers replaced by keyed pseudonyms, key " + names.fingerprint()),
                again.descriptor().history());
        assertEquals("2035", again.descriptor().retention());
        assertEquals("on paper", again.descriptor().consent());
    }

    private static void refused(Executable what, String... told) {
        String sentence = assertThrows(InputException.class, what).getMessage();
        for (String part : told) {
            assertTrue(sentence.contains(part), sentence);
        }
    }

    private static Set<String> arcs(Network network, Pseudonyms names) {
        Set<String> arcs = new TreeSet<>();
        Graph graph = network.graph();
        for (int u = 0; u < graph.nodes(); u++) {
            for (int a = graph.arcBegin(u); a < graph.arcEnd(u); a++) {
                String from = network.label(u);
                String to = network.label(graph.target(a));
                arcs.add(names == null ? from + " " + to : names.of(from) + " " + names.of(to));
            }
        }
        return arcs;
    }

    @Test
    void secondFileFitsTheFirst() throws IOException {
        Dataset one =
                ties("one", "ann,bob\n", pseudonyms(Set.of(), Set.of(), false)).dataset();
        Dataset two =
                ties("two", "bob,cid\n", pseudonyms(Set.of(), Set.of(), false)).dataset();
        Set<String> shared =
                new TreeSet<>(List.of(one.network().label(0), one.network().label(1)));
        shared.retainAll(List.of(two.network().label(0), two.network().label(1)));
        assertEquals(Set.of(Pseudonyms.of(keyFile, home).of("bob")), shared);
    }

    @Test
    void nothingOfTheIdentifiersIsLeft() throws IOException {
        Imported imported = graphMl(pseudonyms(Set.of(), Set.of(), true), "none");
        opened("people");
        assertFalse(imported.report().tree().toString().contains("Ann"));
        ties("ties", "ann,bob\nann,bob\ncid,cid\nann,007\nann,7\n", pseudonyms(Set.of(), Set.of(), false));
        opened("ties");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (String name : List.of("ann", "bob", "cid", "dan", "007", "Ann", "Baker")) {
                    assertFalse(bytes.contains(name), name + " in " + file);
                }
            }
        }
        assertFalse(Files.exists(home.resolve("datasets/ties/ties.csv")));
        assertEquals(
                1,
                imported.report().losses().stream()
                        .filter(loss -> loss.what().equals("column dropped as asked for"))
                        .count());
        assertTrue(DatasetImport.report(home, "ties").summary().contains("self-loop dropped"));
    }

    @Test
    void mistakesAreToldWithoutContent() throws IOException {
        Privacy privacy = pseudonyms(Set.of(), Set.of(), false);
        InputException wrong = assertThrows(
                InputException.class, () -> ties("wrong", "who,whom\nann,bob\nbob,cid\nann,bob,cid\n", privacy));
        assertTrue(wrong.getMessage().startsWith("ties.csv:4"), wrong.getMessage());
        assertFalse(wrong.getMessage().contains("ann"), wrong.getMessage());
        assertEquals(null, wrong.getCause());
        assertFalse(Files.exists(home.resolve("datasets/wrong")));
    }

    @Test
    void columnsThatTellWhoMustBeDecided() throws IOException {
        Privacy undecided = new Privacy(Optional.empty(), Set.of(), Set.of(), false);
        refused(() -> graphMl(undecided, "health"), "people.graphml", "'label'", "--drop", "--keep");
        refused(
                () -> graphMl(new Privacy(Optional.empty(), Set.of("nmae"), Set.of(), false), "health"),
                "'nmae'",
                "label, town");
        Dataset kept = graphMl(new Privacy(Optional.empty(), Set.of(), Set.of("label"), false), "health")
                .dataset();
        assertEquals(
                "Ann Archer", kept.network().nodeColumn("label").orElseThrow().textAt(0));
        assertTrue(kept.network().nodeColumn("town").isPresent());
    }

    @Test
    void keysLieOutsideTheDatasetsAndAreTheOwnersOnly() throws IOException {
        Files.createDirectories(home.resolve("datasets/people"));
        refused(() -> Pseudonyms.of(home.resolve("datasets/people/key"), home), "must not lie among the datasets");
        refused(() -> Pseudonyms.of(home.resolve("nowhere/key"), home), "There is no folder");
        Path text = Files.writeString(folder.resolve("letter"), "Dear Ann");
        refused(() -> Pseudonyms.of(text, home), "Expected the key of pseudonyms");
        Path link = Files.createSymbolicLink(folder.resolve("link"), home.resolve("datasets"));
        refused(() -> Pseudonyms.of(link.resolve("key"), home), "must not lie among the datasets");
        Pseudonyms made = Pseudonyms.of(folder.resolve("new"), home);
        assertTrue(made.isCreated());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("new"))));
        assertEquals(made.of("ann"), Pseudonyms.of(folder.resolve("new"), home).of("ann"));
        assertFalse(made.of("ann").equals(Pseudonyms.of(keyFile, home).of("ann")));
    }

    @Test
    void columnsAndLogsFollowTheirNodes() throws IOException {
        Pseudonyms names = Pseudonyms.of(keyFile, home);
        Network network = Network.of(Graph.of(3, true, new int[] {0, 2, 3, 3}, new int[] {1, 2, 2}))
                .withNodeColumn(Column.texts(Network.ID, new String[] {"ann", "bob", "cid"}))
                .withNodeColumn(Column.integers("age", "years", new int[] {30, 40, 50}))
                .withArcColumn(Column.doubles("weight", "", new double[] {12, 13, 23}));
        AdoptionLog log = new AdoptionLog(
                "log", "", "days", 1, new int[3], new int[] {0, 1, 2}, new double[] {1, 2, 2}, new int[] {-1, 0, 0}, 9);
        Dataset hidden = names.on(new Dataset(named("one", "none"), network, List.of(log)));
        for (int v = 0; v < 3; v++) {
            String who = hidden.network().label(v);
            long age = hidden.network().nodeColumn("age").orElseThrow().longAt(v);
            assertEquals(names.of(age == 30 ? "ann" : age == 40 ? "bob" : "cid"), who);
            for (int a = hidden.network().graph().arcBegin(v);
                    a < hidden.network().graph().arcEnd(v);
                    a++) {
                long other = hidden.network()
                        .nodeColumn("age")
                        .orElseThrow()
                        .longAt(hidden.network().graph().target(a));
                assertEquals(
                        (age / 10 - 2) * 10 + other / 10 - 2,
                        hidden.network().weights().orElseThrow()[a]);
            }
        }
        AdoptionLog moved = hidden.logs().get(0);
        assertEquals(names.of("ann"), hidden.network().label(moved.node()[0]));
        assertTrue(moved.node()[1] < moved.node()[2], "equal times are in the order of the nodes");
        assertEquals(moved.node()[0], moved.parent()[1]);
        assertEquals(-1, moved.parent()[0]);
    }

    @Test
    void reportsComeBackAsTheyWere() throws IOException {
        ImportReport report =
                ties("plain", "ann,bob\nann,bob\ncid,cid\n", Privacy.NONE).report();
        assertEquals(report.tree(), DatasetImport.report(home, "plain").tree());
        refused(() -> DatasetImport.report(home, "none"), "There is no report of an import of 'none'");
    }

    @Test
    void referencesAreShown() throws IOException {
        String bib = """
                % my library
                @string{sn = {Social Networks}}
                @article{valente, author = {Valente, Thomas W. and Fujimoto, Kayo}, title = "Bridging: {Locating} critical
                  connectors", journal = {Social Networks}, year = 2010, doi = {https://doi.org/10.1016/j.socnet.2010.03.003}}
                @book{g, author = {G{\\"o}del \\& Co}, title = {A {N}ew {B}ook}, publisher = {Stra{\\ss}e}}
                """;
        assertEquals(
                List.of(
                        "Valente, Thomas W.; Fujimoto, Kayo (2010). Bridging: Locating critical connectors. Social Networks."
                                + " doi:10.1016/j.socnet.2010.03.003",
                        "Gödel & Co. A New Book. Straße"),
                Citations.read(Texts.of("a.bib", bib)));
        String csl = "[{\"type\": \"book\", \"author\": [{\"family\": \"Rogers\", \"given\": \"E. M.\"}],"
                + "\t\"issued\": {\"date-parts\": [[1981]]}, \"title\": \"Communication Networks\", \"publisher\": \"Free Press\"}]";
        assertEquals(
                List.of("Rogers, E. M. (1981). Communication Networks. Free Press"),
                Citations.read(Texts.of("a.json", csl)));
        refused(() -> Citations.read(Texts.of("a.bib", "@article{key, title = {open")), "a.bib:1", "end of a value");
        refused(() -> Citations.read(Texts.of("a.txt", "Rogers 1981")), "Expected references");
        refused(() -> Citations.read(Texts.of("a.json", "[1]")), "CSL JSON");
    }

    @Test
    void columnsAreDescribed() throws IOException {
        assertEquals(
                new ColumnNote("age", "age at the interview", "years"),
                ColumnNote.of("age=age at the interview [years]"));
        assertEquals(new ColumnNote("town", "a = b", ""), ColumnNote.of("town=a = b"));
        refused(() -> ColumnNote.of("age"), "name=meaning [unit]");
        Source file = Texts.of("ties.csv", "who,whom,weight\nann,bob,2\n");
        Imported imported = new DatasetImport(READERS)
                .importFile(
                        file,
                        new EdgeListReader(),
                        EdgeListReader.Parameters.of(Direction.FOLLOWS),
                        named("calls", "none"),
                        new Extras(
                                List.of(ColumnNote.of("weight=time on the phone [minutes]")),
                                Optional.empty(),
                                Privacy.NONE),
                        home,
                        false,
                        Progress.NONE);
        Column weight = opened("calls").network().arcColumn("weight").orElseThrow();
        assertEquals("minutes", weight.unit());
        assertEquals("time on the phone", weight.meaning());
        assertEquals(imported.dataset().descriptor(), opened("calls").descriptor());
    }
}
