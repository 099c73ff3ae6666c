package org.einfluss.theory.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.einfluss.api.Progress;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.Direction;
import org.einfluss.api.findings.Findings;
import org.einfluss.graph.Column;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.junit.jupiter.api.Test;

/** Two villages with one pair each; in the first the listener adopts after its source, in the second not. */
class ExposurePlacesTest {
    private static Findings analyse(String column) {
        GraphBuilder graph = new GraphBuilder(4, true);
        graph.add(0, 1);
        graph.add(2, 3);
        Network network = Network.of(graph.build().graph())
                .withNodeColumn(Column.texts(column, new String[] {"east", "east", "west", "west"}));
        AdoptionLog log = new AdoptionLog(
                "adoption",
                "adoptions",
                "years",
                1,
                new int[3],
                new int[] {0, 2, 1},
                new double[] {1, 1, 2},
                new int[0],
                3);
        DatasetDescriptor descriptor = new DatasetDescriptor(
                "pairs", "Pairs", "", "here", "CC0-1.0", List.of(), List.of(), "none", Direction.FOLLOWS, "");
        return new ExposureCurve()
                .analyse(
                        new Dataset(descriptor, network, List.of(log)),
                        new ExposureCurve.Parameters(Optional.empty(), 10),
                        Progress.NONE);
    }

    private static double effective(Findings findings) {
        return findings.table("exposure").orElseThrow().column("effective").doubleAt(0);
    }

    /** Two decisions, p = 1/2: residuals ±1/2 per village, variance 2 · 1/4 · 2/1 / 4 = 1/4 against 1/8 of independent ones. */
    @Test
    void placesAreTheUnitsOfOneCascade() {
        Findings found = analyse("village");
        assertEquals(1, effective(found), 1e-12);
        assertTrue(found.figures().get(0).caption().contains("clustered by 2 places"));
        assertTrue(found.notes().stream().noneMatch(note -> note.startsWith("One unit only")));
    }

    @Test
    void withoutPlacesThereIsOneUnit() {
        Findings found = analyse("hair");
        assertEquals(2, effective(found), 1e-12);
        assertTrue(found.notes().stream().anyMatch(note -> note.startsWith("One unit only")));
    }

    /**
     * 0 adopts at 1 and is heard by 1 and 2; 1 adopts at 2 and is heard by 3. Until 2 nobody could see what 3 made of it: two at risk, one adopts; until 3 three are at
     * risk. Where the end is unknown it is the last adoption.
     */
    @Test
    void whoIsExposedAtTheEndIsNotAtRisk() {
        double[][] known = {{2, 2, 0.5}, {3, 3, 1 / 3.0}, {Double.NaN, 2, 0.5}};
        for (double[] one : known) {
            GraphBuilder graph = new GraphBuilder(4, true);
            graph.add(0, 1);
            graph.add(0, 2);
            graph.add(1, 3);
            AdoptionLog log = new AdoptionLog(
                    "adoption",
                    "adoptions",
                    "years",
                    1,
                    new int[2],
                    new int[] {0, 1},
                    new double[] {1, 2},
                    new int[0],
                    one[0]);
            DatasetDescriptor descriptor = new DatasetDescriptor(
                    "chain", "Chain", "", "here", "CC0-1.0", List.of(), List.of(), "none", Direction.FOLLOWS, "");
            Findings found = new ExposureCurve()
                    .analyse(
                            new Dataset(descriptor, Network.of(graph.build().graph()), List.of(log)),
                            new ExposureCurve.Parameters(Optional.empty(), 10),
                            Progress.NONE);
            assertEquals(
                    one[1],
                    found.table("exposure").orElseThrow().column("at-risk").doubleAt(0));
            assertEquals(one[2], found.headlines().get(0).value(), 1e-12);
            assertEquals("Adoption at exposure 1", found.headlines().get(0).label());
        }
    }
}
