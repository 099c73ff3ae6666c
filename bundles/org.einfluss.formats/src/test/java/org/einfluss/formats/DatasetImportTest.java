package org.einfluss.formats;

import static org.einfluss.formats.Texts.assertWrong;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.einfluss.api.InputException;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.Source;
import org.einfluss.formats.DatasetImport.Extras;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetImportTest {
    private static final List<DatasetReader<?>> READERS =
            List.of(new EdgeListReader(), new GraphMlReader(), new MetisReader(), new NominationTableReader());

    @TempDir
    private Path home;

    private final DatasetImport imports = new DatasetImport(READERS);

    private static DatasetDescriptor named(String name) {
        return new DatasetDescriptor(
                name,
                "My friends: all of them",
                "who knows whom",
                "own survey",
                "CC0-1.0",
                List.of("Me 2026"),
                List.of("small"),
                "none",
                Direction.MUTUAL,
                "");
    }

    private Dataset importTies(String name, String text) throws IOException {
        return imports.importFile(
                        Texts.of("/some/where/ties.csv", text),
                        new EdgeListReader(),
                        EdgeListReader.Parameters.of(Direction.FOLLOWS),
                        named(name),
                        Extras.NONE,
                        home,
                        false,
                        Progress.NONE)
                .dataset();
    }

    private HomeLibrary library() {
        return new HomeLibrary(home, READERS, Optional.of(new CsrCache(home.resolve("cache"))));
    }

    @Test
    void importedFileIsADatasetOfTheHome() throws IOException {
        Dataset imported = importTies("friends", "who,whom\nann,bob\nbob,zoe\n");
        for (int time = 0; time < 2; time++) {
            Dataset opened = library().open("friends", Progress.NONE);
            assertEquals(imported.descriptor(), opened.descriptor());
            assertArrayEquals(imported.network().sha256(), opened.network().sha256());
        }
        assertEquals(Direction.FOLLOWS, imported.descriptor().direction());
        assertEquals(List.of(imported.descriptor()), library().datasets());
        assertTrue(Files.exists(home.resolve("datasets/friends/ties.csv")));
    }

    @Test
    void packedContentUnderAPlainNameIsReported() throws IOException {
        ImportReport report = imports.importFile(
                        Texts.of("ties.csv", Texts.gzip("ann,bob\n")),
                        new EdgeListReader(),
                        EdgeListReader.Parameters.of(Direction.FOLLOWS),
                        named("packed"),
                        Extras.NONE,
                        home,
                        false,
                        Progress.NONE)
                .report();
        assertEquals("gzip, though the name does not end in .gz", report.facts().get("packed"));
        assertEquals(2, library().open("packed", Progress.NONE).network().nodes());
    }

    @Test
    void everyReaderCanBeReadBack() throws IOException {
        Source graphMl = Texts.of(
                "a.graphml",
                "<graphml><graph edgedefault=\"undirected\"><node id=\"a\"/><node id=\"b\"/>"
                        + "<edge source=\"a\" target=\"b\"/></graph></graphml>");
        imports.importFile(
                graphMl,
                new GraphMlReader(),
                NetworkParameters.of(NetworkParameters.TieDirection.UNSTATED),
                named("from-graphml"),
                Extras.NONE,
                home,
                false,
                Progress.NONE);
        imports.importFile(
                Texts.of("a.graph", "2 1\n2\n1\n"),
                new MetisReader(),
                new None(),
                named("from-metis"),
                Extras.NONE,
                home,
                false,
                Progress.NONE);
        NominationTableReader.Parameters table = new NominationTableReader.Parameters(
                Direction.FOLLOWS,
                "town",
                "id",
                List.of(
                        new NominationTableReader.Relation("advice", List.of("a1", "a2")),
                        new NominationTableReader.Relation("friends", List.of("f1"))),
                List.of("advice"),
                List.of("0"),
                "toa",
                "9",
                "years",
                "first use",
                List.of(),
                EdgeListReader.Decimal.POINT);
        Dataset survey = imports.importFile(
                        Texts.of("a.csv", "town,id,a1,a2,f1,toa\n1,1,2,0,2,3\n1,2,1,NA,,9\n"),
                        new NominationTableReader(),
                        table,
                        named("from-table"),
                        Extras.NONE,
                        home,
                        false,
                        Progress.NONE)
                .dataset();
        assertEquals(
                1,
                library().open("from-graphml", Progress.NONE).network().graph().edges());
        assertEquals(
                1, library().open("from-metis", Progress.NONE).network().graph().edges());
        Dataset opened = library().open("from-table", Progress.NONE);
        assertEquals(survey.descriptor().hash(), opened.descriptor().hash());
        assertEquals(1, opened.log("adoption").orElseThrow().size());
        assertEquals(
                List.of("from-graphml", "from-metis", "from-table"),
                library().datasets().stream().map(DatasetDescriptor::name).toList());
    }

    @Test
    void existingNameIsRefused() throws IOException {
        importTies("friends", "ann,bob\n");
        assertWrong(
                "There is a dataset 'friends' already ("
                        + home.resolve("datasets").resolve("friends") + "). Give another name, or remove it first.",
                () -> importTies("friends", "ann,bob\n"));
    }

    @Test
    void wrongFileLeavesNothingBehind() throws IOException {
        assertThrows(InputException.class, () -> importTies("friends", "ann,bob\nann\n"));
        try (Stream<Path> files = Files.walk(home)) {
            assertEquals(List.of(home), files.toList());
        }
    }

    @Test
    void changedDataFileIsNoticed() throws IOException {
        Dataset imported = importTies("friends", "ann,bob\n");
        Files.writeString(home.resolve("datasets/friends/ties.csv"), "ann,zoe\n");
        InputException changed =
                assertThrows(InputException.class, () -> library().open("friends", Progress.NONE));
        assertTrue(changed.getMessage().contains("A data file was changed"), changed.getMessage());
        assertTrue(!changed.getMessage().contains(imported.descriptor().hash()));
    }

    @Test
    void readerIsFoundByIdContentOrExtension() throws IOException {
        Source ties = Texts.of("ties.csv", "a,b\n");
        assertInstanceOf(EdgeListReader.class, imports.reader(ties, Optional.empty()));
        assertInstanceOf(NominationTableReader.class, imports.reader(ties, Optional.of("nomination-table")));
        assertInstanceOf(
                GraphMlReader.class, imports.reader(Texts.of("net.dat", "<?xml?><graphml>"), Optional.empty()));
        assertInstanceOf(
                MetisReader.class, imports.reader(Texts.of("net.graph.gz", Texts.gzip("1 0\n\n")), Optional.empty()));
        assertWrong(
                "There is no reader 'csv'; the readers are edge-list, graphml, metis, nomination-table.",
                () -> imports.reader(ties, Optional.of("csv")));
        assertWrong(
                "net.gml: No reader is known for files named .gml. Name one of edge-list, graphml, metis,"
                        + " nomination-table.",
                () -> imports.reader(Texts.of("net.gml", "graph ["), Optional.empty()));
    }

    @Test
    void unknownNameListsTheDatasets() throws IOException {
        assertWrong(
                "There is no dataset 'x' in " + home.resolve("datasets") + "; it is empty.",
                () -> library().open("x", Progress.NONE));
        importTies("friends", "ann,bob\n");
        assertWrong(
                "There is no dataset 'x' in " + home.resolve("datasets") + "; there are friends.",
                () -> library().open("x", Progress.NONE));
    }

    @Test
    void wrongDescriptorIsNamedByLineAndColumnAndHidesNoOther() throws IOException {
        importTies("friends", "ann,bob\n");
        Path folder = Files.createDirectories(home.resolve("datasets/broken"));
        String head = "format: 1\nname: broken\ntitle: B\nsource: s\nlicence: l\n";
        String yaml = folder.resolve("dataset.yaml").toString();
        for (String[] row : new String[][] {
            {
                head + "direction: sideways\nread: {reader: edge-list, file: x}\n",
                ":6:12: Expected one of influences, follows," + " mutual, found 'sideways'."
            },
            {
                head + "direction: mutual\nread: {reader: edges, file: x}\n",
                ":7:16: There is no reader 'edges'; the readers are" + " edge-list, graphml, metis, nomination-table."
            },
            {
                head + "direction: mutual\nread: {reader: edge-list, file: x, wieght: none}\n",
                ":7:44: There is no key 'wieght'"
                        + " here; the keys are begin, columns, decimal, delimiter, direction, encoding, end, file, header, layer, loops, modes, reader,"
                        + " repeated, source, target,"
                        + " weight."
            },
            {head + "direction: mutual\n", ":1:1: The key 'read' is missing. Add it."},
            {head + "title: again\n", ":6:1: The key 'title' is given twice. Remove one."},
        }) {
            Files.writeString(folder.resolve("dataset.yaml"), row[0]);
            assertWrong(yaml + row[1], () -> library().open("broken", Progress.NONE));
        }
        assertEquals(
                Map.of("broken", yaml + ":6:1: The key 'title' is given twice. Remove one."),
                library().wrong());
        assertTrue(library().datasets().stream().anyMatch(d -> d.name().equals("friends")));
    }
}
