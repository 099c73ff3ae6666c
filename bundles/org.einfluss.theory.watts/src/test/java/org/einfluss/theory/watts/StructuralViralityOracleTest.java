package org.einfluss.theory.watts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.einfluss.api.InputException;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.data.ParentRule;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.api.study.Study;
import org.einfluss.graph.measure.TreeShape;
import org.einfluss.math.RandomStream;
import org.einfluss.math.RunningStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StructuralViralityOracleTest {
    private static int[] balanced(int children, int height) {
        int nodes = 0;
        int level = 1;
        for (int d = 0; d <= height; d++) {
            nodes += level;
            level *= children;
        }
        int[] parent = new int[nodes];
        Arrays.setAll(parent, v -> v == 0 ? -1 : (v - 1) / children);
        return parent;
    }

    private static TreeShape tree(int... parent) {
        return TreeShape.ofForest(parent).get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 4, 1.333333",
        "2, 48, 2.285714",
        "3, 368, 3.504762",
        "4, 2304, 4.954839",
        "5, 12864, 6.586790",
        "6, 66816, 8.350956",
        "7, 330496, 10.205218",
        "8, 1579008, 12.117785",
        "9, 7353344, 14.066574",
        "10, 33583104, 16.037156"
    })
    void completeBinaryTrees(int height, double wiener, double nu) {
        TreeShape shape = tree(balanced(2, height));
        assertEquals(wiener, shape.wiener());
        assertEquals(nu, shape.virality(), 0.51e-6);
        assertEquals(height, shape.depth());
        Table balanced = new TreeShapes()
                .calculate(new TreeShapes.Parameters(100, 2, 10), Progress.NONE)
                .table("balanced")
                .orElseThrow();
        assertEquals(wiener, balanced.column("W").doubleAt(height - 1));
        assertEquals(nu, balanced.column("nu").doubleAt(height - 1), 0.51e-6);
    }

    @ParameterizedTest
    @CsvSource({"3, 3, 40, 3402, 4.361538", "10, 2, 111, 22000, 3.603604"})
    void otherBalancedTrees(int children, int height, int nodes, double wiener, double nu) {
        TreeShape shape = tree(balanced(children, height));
        assertEquals(nodes, shape.size());
        assertEquals(wiener, shape.wiener());
        assertEquals(nu, shape.virality(), 0.51e-6);
    }

    @Test
    void starAndPath() {
        int[] star = new int[50];
        star[0] = -1;
        assertEquals(2 * 49 / 50.0, tree(star).virality(), 1e-12);
        int[] path = new int[50];
        Arrays.setAll(path, v -> v - 1);
        assertEquals(51 / 3.0, tree(path).virality(), 1e-12);
        assertEquals(49, tree(path).depth());
        assertTrue(Double.isNaN(tree(-1).virality()), "no pair in a single node");
    }

    @Test
    void forestsAreSplit() {
        // 3–1–0 and 4–2, and 5 alone; parents may have higher numbers than their children.
        var trees = TreeShape.ofForest(new int[] {1, 3, 4, -1, -1, -1});
        assertEquals(3, trees.size());
        assertEquals(new TreeShape(3, 3, 2, 4), trees.get(0));
        assertEquals(new TreeShape(4, 2, 1, 1), trees.get(1));
        assertEquals(new TreeShape(5, 1, 0, 0), trees.get(2));
        assertEquals(0, TreeShape.ofForest(new int[0]).size());
        IllegalArgumentException circle =
                assertThrows(IllegalArgumentException.class, () -> TreeShape.ofForest(new int[] {-1, 2, 1}));
        assertTrue(circle.getMessage().contains("Node 1"), circle.getMessage());
    }

    /** All distances by breadth-first search, added up. */
    @Test
    void wienerIndexIsTheSumOfAllDistances() {
        RandomStream random = new RandomStream(8);
        for (int round = 0; round < 50; round++) {
            int n = 2 + random.nextInt(30);
            int[] parent = new int[n];
            parent[0] = -1;
            for (int v = 1; v < n; v++) {
                parent[v] = random.nextInt(v);
            }
            int sum = 0;
            for (int u = 0; u < n; u++) {
                for (int v = 0; v < u; v++) {
                    sum += distance(parent, u, v);
                }
            }
            assertEquals(sum, tree(parent).wiener());
        }
    }

    private static int distance(int[] parent, int u, int v) {
        int steps = 0;
        int a = u;
        int b = v;
        while (a != b) {
            if (a > b) {
                a = parent[a];
            } else {
                b = parent[b];
            }
            steps++;
        }
        return steps;
    }

    @ParameterizedTest
    @CsvSource({"10, 2.715256, 2.955795", "100, 6.543942, 11.323193", "1000, 10.996910, 38.341554"})
    void randomTreesHaveTheirMeans(int nodes, double recursive, double uniform) {
        assertEquals(recursive, CascadeTree.randomRecursive(nodes), 1e-5 * recursive);
        assertEquals(uniform, CascadeTree.uniformLabelled(nodes), 1e-5 * uniform);
        assertEquals(1.625, CascadeTree.uniformLabelled(4), 1e-9);
    }

    @Test
    void randomRecursiveTreesGrown() {
        RandomStream random = new RandomStream(1);
        RunningStatistics nu = new RunningStatistics();
        int[] parent = new int[100];
        for (int i = 0; i < 6000; i++) {
            parent[0] = -1;
            for (int v = 1; v < 100; v++) {
                parent[v] = random.nextInt(v);
            }
            nu.add(tree(parent).virality());
        }
        assertTrue(nu.standardError() <= 2 * .0125, "SE " + nu.standardError());
        assertEquals(6.5408, nu.mean(), 4 * Math.hypot(nu.standardError(), .0125));
        assertEquals(6.543942, nu.mean(), 4 * nu.standardError());
    }

    /** Uniform labelled trees of 100 nodes from random Prüfer sequences. */
    @Test
    void uniformLabelledTreesDrawn() {
        RandomStream random = new RandomStream(2);
        RunningStatistics nu = new RunningStatistics();
        for (int i = 0; i < 6000; i++) {
            nu.add(tree(pruefer(100, random)).virality());
        }
        assertTrue(nu.standardError() <= 2 * .036, "SE " + nu.standardError());
        assertEquals(11.379, nu.mean(), 4 * Math.hypot(nu.standardError(), .036));
        assertEquals(11.323193, nu.mean(), 4 * nu.standardError());
    }

    private static int[] pruefer(int n, RandomStream random) {
        int[] code = new int[n - 2];
        int[] degree = new int[n];
        Arrays.fill(degree, 1);
        for (int i = 0; i < code.length; i++) {
            code[i] = random.nextInt(n);
            degree[code[i]]++;
        }
        // Taking off the lowest leaf each time, a leaf's parent is the code's entry; node n − 1 is never taken off.
        int[] parent = new int[n];
        Arrays.fill(parent, n - 1);
        parent[n - 1] = -1;
        for (int next : code) {
            int leaf = 0;
            while (degree[leaf] != 1) {
                leaf++;
            }
            parent[leaf] = next;
            degree[leaf] = 0;
            degree[next]--;
        }
        return parent;
    }

    /** Each newcomer chooses its parent in proportion to degree. */
    @Test
    void preferentialAttachmentTreesGrown() {
        RandomStream random = new RandomStream(3);
        RunningStatistics nu = new RunningStatistics();
        int[] parent = new int[1000];
        int[] end = new int[1998];
        for (int i = 0; i < 1500; i++) {
            parent[0] = -1;
            for (int v = 1; v < 1000; v++) {
                parent[v] = v == 1 ? 0 : end[random.nextInt(2 * v - 2)];
                end[2 * v - 2] = parent[v];
                end[2 * v - 1] = v;
            }
            nu.add(tree(parent).virality());
        }
        assertTrue(nu.standardError() <= 2 * .060, "SE " + nu.standardError());
        assertEquals(6.855, nu.mean(), 4 * Math.hypot(nu.standardError(), .060));
    }

    @Test
    void parentRulesOfTheDiamond() {
        var dataset = SmallCascades.diamond();
        var log = dataset.logs().get(0);
        var graph = dataset.network().graph();
        assertArrayEquals(new int[] {-1, 0, 0, 2, -1}, log.parents(graph, ParentRule.MOST_RECENT, Progress.NONE));
        assertArrayEquals(new int[] {-1, 0, 0, 1, -1}, log.parents(graph, ParentRule.FIRST, Progress.NONE));
        assertArrayEquals(new int[] {-1, -1, -1, -1, -1}, log.parents(graph, ParentRule.RECORDED, Progress.NONE));
    }

    @Test
    void cascadesOfADataset() {
        Findings findings = new StructuralVirality()
                .analyse(
                        SmallCascades.diamond(),
                        new StructuralVirality.Parameters(ParentRule.MOST_RECENT),
                        Progress.NONE);
        Table summary = findings.table("summary").orElseThrow();
        assertEquals(2, summary.column("trees").doubleAt(0));
        assertEquals(1, summary.column("single").doubleAt(0));
        // v–u–w–x is a path of four: (4 + 1)/3.
        assertEquals(5 / 3.0, summary.column("mean-nu").doubleAt(0), 1e-12);
        assertTrue(findings.notes().toString().contains("most recent"));
    }

    @Test
    void simulatedCascadesAreTreesOfTheirCauses() throws Exception {
        // T = 1 on a connected pair or not: every cascade is a breadth-first tree of its component.
        Study study = Experiments.study(
                "network: {id: erdos-renyi, nodes: 60, mean-degree: 3}",
                "model: {id: influential-percolation, transmission: 1, influential: 1}",
                "seeding: {id: random}",
                "replicates: {networks: 3, runs: 4}",
                "recording: log",
                "key: 5");
        Findings findings = new StructuralViralityAnalysis().analyse(study, new None(), Progress.NONE);
        Table summary = findings.table("summary").orElseThrow();
        assertEquals(12, summary.column("trees").doubleAt(0), "one seed, one tree");
        double size = study.estimates().mean(0, "size").value();
        assertEquals(size, summary.column("mean-size").doubleAt(0), 1e-9);
        assertTrue(summary.column("units").doubleAt(0) <= 3);
        Table gallery = findings.table("gallery").orElseThrow();
        assertTrue(gallery.rows() > 0 && new TreeGallery().draws(findings));
        for (int row = 0; row < gallery.rows(); row++) {
            assertTrue(Math.hypot(
                            gallery.column("x").doubleAt(row),
                            gallery.column("y").doubleAt(row))
                    <= 1 + 1e-12);
        }
    }

    @Test
    void needsALog() throws Exception {
        Study study = Experiments.study(
                "network: {id: erdos-renyi, nodes: 50}",
                "model: {id: watts-threshold}",
                "seeding: {id: random}",
                "replicates: {networks: 2, runs: 2}",
                "key: 5");
        InputException refused = assertThrows(
                InputException.class, () -> new StructuralViralityAnalysis().analyse(study, new None(), Progress.NONE));
        assertTrue(refused.getMessage().contains("recording: log"), refused.getMessage());
    }
}
