package org.einfluss.theory.watts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.formats.DatasetFolder;
import org.einfluss.formats.NominationTableReader;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bounds of thresholds on graphs of a few nodes, by hand. */
class EmpiricalThresholdsTest {
    private static final double NAN = Double.NaN;

    /** Who listens to whom: 4 to 0, 1, 2 and 3; 5 to 0 and 4; 6 to 4 and 5; 7 to nobody; 3 to 7. */
    private static Graph listeners() {
        GraphBuilder graph = new GraphBuilder(8, true);
        for (int source = 0; source < 4; source++) {
            graph.add(source, 4);
        }
        graph.add(0, 5);
        graph.add(4, 5);
        graph.add(4, 6);
        graph.add(5, 6);
        graph.add(7, 3);
        return graph.build().graph();
    }

    private static Dataset dataset(double until, int[] node, double[] time) {
        AdoptionLog log = new AdoptionLog(
                "adoption", "adoptions", "years", 1, new int[node.length], node, time, new int[0], until);
        return SmallCascades.dataset(listeners(), log);
    }

    /** 0 in year 1, 1 and 2 in year 2, 4 and 3 in year 3, 5 in year 6; 6 and 7 not by the end of year 9. */
    private static Dataset years() {
        return dataset(9, new int[] {0, 1, 2, 3, 4, 5}, new double[] {1, 2, 2, 3, 3, 6});
    }

    private static Findings analyse(Dataset dataset, SameTime sameTime, LowerBound lowerBound) {
        return new EmpiricalThresholds()
                .analyse(
                        dataset,
                        new EmpiricalThresholds.Parameters(
                                EmpiricalThresholds.Scale.SHARE, sameTime, lowerBound, "automatic"),
                        Progress.NONE);
    }

    private static double[] numbers(Findings findings, String table, String column) {
        return findings.table(table).orElseThrow().column(column).toDoubles();
    }

    private static List<String> texts(Findings findings, String table, String column) {
        Table found = findings.table(table).orElseThrow();
        return IntStream.range(0, found.rows())
                .mapToObj(found.column(column)::textAt)
                .toList();
    }

    /** 4 saw 1 of its 4 sources in year 2 and 3 in year 3; 3 has a source that never adopts; 5 saw 0, then 4 too from year 4 on. */
    @Test
    void exposureStrictlyBefore() {
        Findings found = analyse(years(), SameTime.BEFORE, LowerBound.PREVIOUS_CHANGE);
        assertEquals(List.of("3", "4", "5", "6"), texts(found, "nodes", "node"));
        assertArrayEquals(new double[] {NAN, 0.25, 0.5, 1}, numbers(found, "nodes", "above"));
        assertArrayEquals(new double[] {0, 0.75, 1, NAN}, numbers(found, "nodes", "up-to"));
        assertArrayEquals(new double[] {0, 3, 2, NAN}, numbers(found, "nodes", "active"));
        assertArrayEquals(new double[] {NAN, 1, 1, 2}, numbers(found, "nodes", "not-yet"));
    }

    /** 3 adopts in the same year as 4, so that 4 saw all its sources. */
    @Test
    void exposureAtTheSameTime() {
        Findings found = analyse(years(), SameTime.COUNTED, LowerBound.PREVIOUS_CHANGE);
        assertArrayEquals(new double[] {NAN, 0.75, 0.5, 1}, numbers(found, "nodes", "above"));
        assertArrayEquals(new double[] {0, 1, 1, NAN}, numbers(found, "nodes", "up-to"));
    }

    @Test
    void hesitatingAdoptersHaveNoLowerBound() {
        Findings found = analyse(years(), SameTime.BEFORE, LowerBound.NONE);
        assertArrayEquals(new double[] {NAN, NAN, NAN, 1}, numbers(found, "nodes", "above"));
        assertArrayEquals(new double[] {0, 0.75, 1, NAN}, numbers(found, "nodes", "up-to"));
    }

    /** First adopter 0; 1 and 2 adopt and 7 does not, all without sources. 5 is known to one source of two, 4 is not. */
    @Test
    void everyNodeIsCountedOnce() {
        Findings found = analyse(years(), SameTime.BEFORE, LowerBound.PREVIOUS_CHANGE);
        assertArrayEquals(new double[] {0, 3, 0, 1}, numbers(found, "counts", "with-sources"));
        assertArrayEquals(new double[] {1, 2, 0, 1}, numbers(found, "counts", "without-sources"));
        assertEquals(8, Arrays.stream(numbers(found, "counts", "all")).sum());
        assertArrayEquals(new double[] {1, 1, 1, 1, 0, 0}, numbers(found, "kinds", "nodes"));
        assertEquals(2, found.headlines().get(0).value());
        assertEquals(1, found.headlines().get(1).value());
        assertEquals(1, found.headlines().get(2).value());
    }

    /** 5 saw its last source, 4, from year 4 on, but the log has no time between 4 and 6; with another in year 5 it has. */
    @Test
    void adoptersWhoWaitedAreTold() {
        Dataset more = dataset(9, new int[] {0, 1, 2, 3, 4, 7, 5}, new double[] {1, 2, 2, 3, 3, 5, 6});
        assertEquals(1, numbers(analyse(more, SameTime.BEFORE, LowerBound.PREVIOUS_CHANGE), "kinds", "nodes")[5]);
    }

    /** The last source of 6 adopts in year 6, when observation ends: 6 had no time to answer to it. */
    @Test
    void nobodyAnswersAfterTheEnd() {
        Dataset ended = dataset(6, new int[] {0, 1, 2, 3, 4, 5}, new double[] {1, 2, 2, 3, 3, 6});
        assertEquals(0.5, numbers(analyse(ended, SameTime.BEFORE, LowerBound.PREVIOUS_CHANGE), "nodes", "above")[3]);
        assertEquals(1, numbers(analyse(ended, SameTime.COUNTED, LowerBound.PREVIOUS_CHANGE), "nodes", "above")[3]);
    }

    /** When 4 adopted is unknown: 5 may have seen it, 6 is not known to have; 4 itself has the upper bound of the end. */
    @Test
    void unknownTimesWidenTheBounds() {
        Dataset unknown = dataset(9, new int[] {0, 1, 2, 3, 5, 4}, new double[] {1, 2, 2, 3, 6, NAN});
        Findings found = analyse(unknown, SameTime.BEFORE, LowerBound.PREVIOUS_CHANGE);
        assertEquals(List.of("3", "4", "5", "6"), texts(found, "nodes", "node"));
        assertArrayEquals(new double[] {NAN, NAN, 0, 0.5}, numbers(found, "nodes", "above"));
        assertArrayEquals(new double[] {0, 1, 1, NAN}, numbers(found, "nodes", "up-to"));
        assertEquals(1, numbers(found, "counts", "all")[2]);
    }

    /** In the second cascade of the diamond node 3 adopts alone: 1 and 2 are exposed, 0 is not. In the first each waited for a time of the log. */
    @Test
    void everyCascadeHasItsOwnNodes() {
        Findings found = analyse(SmallCascades.diamond(), SameTime.COUNTED, LowerBound.PREVIOUS_CHANGE);
        assertArrayEquals(new double[] {2, 3, 0, 3}, numbers(found, "counts", "with-sources"));
        assertArrayEquals(new double[] {0, 3, 0, 2, 1, 3}, numbers(found, "kinds", "nodes"));
        assertArrayEquals(new double[] {0, 0, 0.5, 0.5, 0.5}, numbers(found, "nodes", "above"));
        assertArrayEquals(new double[] {0.5, 0.5, 1, NAN, NAN}, numbers(found, "nodes", "up-to"));
    }

    @Test
    void unknownPlacesAreRefused() {
        InputException refused = assertThrows(
                InputException.class,
                () -> new EmpiricalThresholds()
                        .analyse(
                                years(),
                                new EmpiricalThresholds.Parameters(
                                        EmpiricalThresholds.Scale.SHARE,
                                        SameTime.BEFORE,
                                        LowerBound.PREVIOUS_CHANGE,
                                        "region"),
                                Progress.NONE));
        assertTrue(refused.getMessage().contains("'region'"), refused::getMessage);
    }

    /** The last code of the time of adoption means not adopted by the end; it is nobody's time. */
    @ParameterizedTest
    @CsvSource({
        "medical-innovation, 125, 16, 4",
        "brazilian-farmers, 692, 152, 11",
        "korean-family-planning, 1047, 374, 25"
    })
    void censoredNodesOfTheSamples(String name, int people, int censored, int places) throws IOException {
        Path folder = Path.of("..", "org.einfluss.samples", "src/main/resources/org/einfluss/samples", name);
        Dataset dataset = DatasetFolder.of(folder)
                .open(List.of(new NominationTableReader()), Optional.empty(), new ImportReport(), Progress.NONE);
        Findings found = analyse(dataset, SameTime.BEFORE, LowerBound.PREVIOUS_CHANGE);
        double[] all = numbers(found, "counts", "all");
        assertEquals(censored, all[3]);
        assertEquals(people - censored, all[0] + all[1]);
        assertEquals(0, all[2]);
        assertEquals(places, found.table("places").orElseThrow().rows());
        double[] nodes = numbers(found, "intervals", "nodes");
        assertEquals(
                people
                        - Arrays.stream(numbers(found, "counts", "without-sources"))
                                .sum()
                        - numbers(found, "counts", "with-sources")[0],
                Arrays.stream(nodes).sum());
    }
}
