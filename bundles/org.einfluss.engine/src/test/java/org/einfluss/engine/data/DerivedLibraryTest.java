package org.einfluss.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.DatasetLibrary;
import org.einfluss.api.data.Direction;
import org.einfluss.api.model.Transform;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.parameters.YamlSettings;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.graph.Subnetwork;
import org.einfluss.math.RandomStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DerivedLibraryTest {
    @TempDir
    private Path home;

    private DerivedLibrary library;
    private Catalog catalog;

    /** Keeps each node with a probability. */
    @Described(id = "thin", name = "Thin")
    static final class Thin implements Transform<Thin.Parameters> {
        record Parameters(
                @Param(value = "Share", initial = "0.5", range = "[0,1]")
                double share) {}

        @Override
        public Network apply(Parameters p, Network network, RandomStream random) {
            BitSet kept = new BitSet();
            for (int v = 0; v < network.nodes(); v++) {
                kept.set(v, random.nextBoolean(p.share()));
            }
            return Subnetwork.of(network, kept);
        }
    }

    /** Takes out the first node. */
    @Described(id = "behead", name = "Behead")
    static final class Behead implements Transform<org.einfluss.api.None> {
        @Override
        public Network apply(org.einfluss.api.None p, Network network, RandomStream random) {
            BitSet kept = new BitSet();
            kept.set(1, network.nodes());
            return Subnetwork.of(network, kept);
        }
    }

    /** Forgets which node is which. */
    @Described(id = "forget", name = "Forget")
    static final class Forget implements Transform<org.einfluss.api.None> {
        @Override
        public Network apply(org.einfluss.api.None p, Network network, RandomStream random) {
            return Network.of(network.graph());
        }
    }

    /** A path a–b–c–d without names, and a log of two cascades. */
    static final class Shelf implements DatasetLibrary {
        @Override
        public List<DatasetDescriptor> datasets() {
            return List.of(new DatasetDescriptor(
                    "path", "A path", "", "", "CC0", List.of("Us 2026"), List.of(), "none", Direction.MUTUAL, "feed"));
        }

        @Override
        public Dataset open(String name, Progress progress) {
            GraphBuilder builder = new GraphBuilder(4, false);
            builder.add(0, 1);
            builder.add(1, 2);
            builder.add(2, 3);
            AdoptionLog log = new AdoptionLog(
                    "rumour",
                    "heard it",
                    "days",
                    2,
                    new int[] {0, 0, 0, 1, 1},
                    new int[] {0, 1, 2, 3, 0},
                    new double[] {0, 1, 2, 0, 5},
                    new int[] {-1, 0, 1, -1, 3},
                    9);
            return new Dataset(datasets().get(0), Network.of(builder.build().graph()), List.of(log));
        }
    }

    @BeforeEach
    void open() {
        library = new DerivedLibrary(
                home,
                () -> catalog,
                dataset -> HexFormat.of().formatHex(dataset.network().sha256()));
        catalog = Catalog.of(new Thin(), new Behead(), new Forget(), new Shelf(), library);
    }

    private static Step transform(String id, String... settings) {
        return new Step.Transformed(id, YamlSettings.assignments(List.of(settings)), 7);
    }

    private Dataset derive(String name, String from, Step step) throws IOException {
        return library.derive(name, from, step, Optional.empty(), Progress.NONE);
    }

    @Test
    void aDerivedDatasetIsOfferedWithItsHistoryAndOpensAsItWasMade() throws IOException {
        Dataset made = derive("half", "path", transform("thin", "share=0.6"));
        DatasetDescriptor offered = library.datasets().get(0);
        assertEquals("half", offered.name());
        assertEquals(List.of("{transform: thin, share: 0.6, key: 7}"), offered.history());
        assertEquals(List.of("Us 2026"), offered.citations());
        assertEquals("CC0", offered.licence());
        assertEquals(made.descriptor().hash(), offered.hash());
        Dataset opened = catalog.dataset("half", Progress.NONE);
        assertArrayEquals(made.network().sha256(), opened.network().sha256());
        assertEquals(made.descriptor(), opened.descriptor());
    }

    @Test
    void nodesKeepTheirNamesAndTheirAdoptions() throws IOException {
        Dataset made = derive("tail", "path", transform("behead"));
        assertEquals(3, made.network().nodes());
        assertEquals("1", made.network().label(0));
        AdoptionLog log = made.logs().get(0);
        assertArrayEquals(new int[] {0, 0, 1}, log.cascade());
        assertArrayEquals(new int[] {0, 1, 2}, log.node());
        assertArrayEquals(new double[] {1, 2, 0}, log.time());
        assertArrayEquals(new int[] {-1, 0, -1}, log.parent()); // node 1 was told by one who is gone
        assertEquals(2, log.cascades());
    }

    @Test
    void stepsAddUpAndAreTakenBackOneByOne() throws IOException {
        derive("tail", "path", transform("behead"));
        Dataset shorter = derive("shorter", "tail", transform("behead"));
        assertEquals(2, shorter.network().nodes());
        assertEquals("2", shorter.network().label(0));
        assertEquals(2, shorter.descriptor().history().size());
        Dataset back = library.undo("shorter", Progress.NONE);
        assertEquals(3, back.network().nodes());
        assertEquals(
                1,
                catalog.dataset("shorter", Progress.NONE).descriptor().history().size());
        InputException last = assertThrows(InputException.class, () -> library.undo("shorter", Progress.NONE));
        assertTrue(last.getMessage().contains("made by one step from 'path'"), last.getMessage());
        assertThrows(InputException.class, () -> library.undo("path", Progress.NONE));
    }

    @Test
    void columnsAreAttachedByIdentifierWithTheirTypes() throws IOException {
        Path table = home.resolve("traits.csv");
        Files.writeString(table, "who,age,score,fond,city\n3,40,1.5,true,Ulm\n0,20,,false,\n9,1,1,true,x\n");
        Dataset made = library.derive(
                "rich", "path", new Step.Attached("traits.csv", "who"), Optional.of(table), Progress.NONE);
        Network network = made.network();
        assertEquals("INTEGER", network.nodeColumn("age").orElseThrow().type().name());
        assertEquals(40, network.nodeColumn("age").orElseThrow().longAt(3));
        assertTrue(network.nodeColumn("age").orElseThrow().isMissing(1));
        assertEquals(1.5, network.nodeColumn("score").orElseThrow().doubleAt(3));
        assertTrue(network.nodeColumn("score").orElseThrow().isMissing(0));
        assertTrue(network.nodeColumn("fond").orElseThrow().booleanAt(3));
        assertEquals("Ulm", network.nodeColumn("city").orElseThrow().textAt(3));
        assertEquals(2.0, network.facts().get("nodes without a row"));
        assertEquals(1.0, network.facts().get("rows without a node"));
        Files.delete(table); // its copy is what counts
        assertEquals(4, catalog.dataset("rich", Progress.NONE).network().nodes());
        Dataset tail = derive("rich-tail", "rich", transform("behead"));
        assertEquals("Ulm", tail.network().nodeColumn("city").orElseThrow().textAt(2));
    }

    @Test
    void decimalCommasAreReadWhereTheyCanBeNothingElse() throws IOException {
        Network network = attached("who;income;share\n0;1,234;0,5\n1;2,5;1\n2;;-0,25\n");
        assertArrayEquals(
                new double[] {1.234, 2.5, Double.NaN, Double.NaN},
                network.nodeColumn("income").orElseThrow().toDoubles());
        assertArrayEquals(
                new double[] {0.5, 1, -0.25, Double.NaN},
                network.nodeColumn("share").orElseThrow().toDoubles());
        assertEquals(4.0, network.facts().get("numbers with a decimal comma"));
        Network codes = attached("who;answers\n0;1,2\n1;1,2,3\n");
        assertEquals("1,2", codes.nodeColumn("answers").orElseThrow().textAt(0));
        assertNull(codes.facts().get("numbers with a decimal comma"));
        InputException thousands =
                assertThrows(InputException.class, () -> attached("who;income\n0;1,234\n1;12,500\n"));
        assertEquals(
                "t.csv:2:2: The comma in '1,234' may be a decimal comma or separate thousands. Write decimal points.",
                thousands.getMessage());
        InputException both = assertThrows(InputException.class, () -> attached("who;x\n0;1.5\n1;2,5\n"));
        assertEquals(
                "t.csv:3:2: Found a number with a decimal comma, others have a point. Write decimal points.",
                both.getMessage());
    }

    private Network attached(String text) throws IOException {
        Path table = home.resolve("t.csv");
        Files.writeString(table, text);
        String name = "made-" + Integer.toHexString(text.hashCode());
        return library.derive(name, "path", new Step.Attached("t.csv", "who"), Optional.of(table), Progress.NONE)
                .network();
    }

    @Test
    void whatCannotBeDoneLeavesNothingAndSaysWhy() throws IOException {
        Files.createDirectories(home.resolve("datasets"));
        assertThrows(InputException.class, () -> derive("x", "path", transform("thin", "share=2")));
        assertThrows(InputException.class, () -> derive("x", "path", transform("thinn")));
        assertThrows(InputException.class, () -> derive("x", "nowhere", transform("thin")));
        InputException forgotten = assertThrows(InputException.class, () -> derive("x", "path", transform("forget")));
        assertTrue(forgotten.getMessage().contains("which node is which"), forgotten.getMessage());
        Path table = home.resolve("t.csv");
        Files.writeString(table, "who,age\n3,40\n3,41\n");
        InputException twice = assertThrows(
                InputException.class,
                () -> library.derive(
                        "x", "path", new Step.Attached("t.csv", "who"), Optional.of(table), Progress.NONE));
        assertEquals("t.csv:3:1: The node '3' has a second row; keep one of them", twice.getMessage());
        Files.writeString(table, "who,age\nanna,40\n");
        InputException nobody = assertThrows(
                InputException.class,
                () -> library.derive(
                        "x", "path", new Step.Attached("t.csv", "who"), Optional.of(table), Progress.NONE));
        assertTrue(nobody.getMessage().contains("such as '0'"), nobody.getMessage());
        try (var left = Files.list(home.resolve("datasets"))) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void aWrongFileIsToldAndHidesNoOther() throws IOException {
        derive("good", "path", transform("behead"));
        Path bad = Files.createDirectories(home.resolve("datasets/bad"));
        Files.writeString(bad.resolve(DerivedDataset.FILE), "format: 1\nname: bad\nfrom: path\ncolour: red\n");
        assertEquals(
                List.of("good"),
                library.datasets().stream().map(DatasetDescriptor::name).toList());
        assertTrue(library.wrong().get("bad").contains("derived.yaml:4:"), library.wrong()::toString);
        Path orphan = Files.createDirectories(home.resolve("datasets/orphan"));
        Files.writeString(
                orphan.resolve(DerivedDataset.FILE),
                new DerivedDataset("orphan", "gone", "feed", List.of(transform("behead")), "beef").text());
        assertTrue(library.wrong().get("orphan").contains("made from 'gone'"), library.wrong()::toString);
        assertFalse(library.wrong().containsKey("good"));
    }
}
