package org.einfluss.theory.gladwell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.einfluss.api.Progress;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.Direction;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.junit.jupiter.api.Test;

class RoleMapTest {
    private static final RoleMap.Parameters DEFAULT =
            new RoleMap.Parameters(Optional.empty(), Optional.empty(), 0.9, Optional.empty(), 2, 50, 1);

    private static Network chain() {
        GraphBuilder graph = new GraphBuilder(5, true);
        graph.add(0, 1);
        graph.add(0, 2);
        graph.add(1, 2);
        graph.add(3, 2);
        return Network.of(graph.build().graph());
    }

    /** Cascade 0: 0 at 0, 1 at 1, 2 at 2. Cascade 1: 3 at 0, 0 at 4. */
    private static AdoptionLog log() {
        return new AdoptionLog(
                "items",
                "",
                "days",
                2,
                new int[] {0, 0, 0, 1, 1},
                new int[] {0, 1, 2, 3, 0},
                new double[] {0, 1, 2, 0, 4},
                new int[0],
                Double.NaN);
    }

    @Test
    void activityOfASmallLogByHand() {
        Activity activity =
                new Activity(chain(), log(), new int[5], Double.POSITIVE_INFINITY, new RandomStream(1), Progress.NONE);
        assertArrayEquals(new double[] {0.5, 0, 0, 1, Double.NaN}, activity.originality);
        // rank percentiles 1/6, 1/2, 5/6 in the first cascade, 1/4 and 3/4 in the second
        assertArrayEquals(
                new double[] {1 - (1.0 / 6 + 0.75) / 2, 0.5, 1.0 / 6, 0.75, Double.NaN}, activity.earliness, 1e-12);
        // 0 exposed 1 and 2, then again 1 and 2 in the second cascade; 1 exposed 2; 3 exposed 2
        assertArrayEquals(new double[] {4, 1, 0, 1, 0}, activity.trials);
    }

    @Test
    void shrinkageMovesRatesTowardsTheMean() {
        double[] posterior = Activity.shrink(new double[] {2, 0, 50, 0}, new double[] {2, 2, 100, 0});
        assertTrue(posterior[0] < 1 && posterior[0] > 0.5);
        assertEquals(0.5, posterior[2], 0.01);
        assertEquals(0.5, posterior[3], 1e-12, "without trials the mean of all");
    }

    @Test
    void robustScoresByHand() {
        double[] values = new double[31];
        for (int i = 0; i < 31; i++) {
            values[i] = i;
        }
        double[] z = RoleScores.robust(values, new int[31]); // median 15, median deviation 8
        assertEquals(0, z[15], 1e-12);
        assertEquals(15 / (1.4826 * 8), z[30], 1e-12);
        double[] mostlyZero = new double[40];
        java.util.Arrays.fill(
                mostlyZero, 0, 19, 1); // median and its deviation are 0; the mean absolute deviation is 0.475
        assertEquals(1 / (1.2533 * 0.475), RoleScores.robust(mostlyZero, new int[40])[3], 1e-9);
        java.util.Arrays.fill(mostlyZero, 1, 19, 0);
        assertEquals(5, RoleScores.robust(mostlyZero, new int[40])[0], 1e-12, "limited");
        assertArrayEquals(new double[40], RoleScores.robust(new double[40], new int[40]));
    }

    @Test
    void areaUnderTheCurveByHand() {
        double[] score = {0.1, 0.4, 0.35, 0.8, Double.NaN};
        assertEquals(0.75, RoleScores.auc(score, new boolean[] {false, false, true, true, true}), 1e-12);
        assertEquals(0.5, RoleScores.auc(new double[] {1, 1}, new boolean[] {true, false}), 1e-12);
    }

    /** Fifty patients on a ring in two towns: the towns are the communities. */
    @Test
    void townsAreTheCommunities() {
        String[] town = new String[50];
        java.util.Arrays.setAll(town, v -> v < 25 ? "a" : "b");
        Network network = Network.of(org.einfluss.graph.generate.Lattices.ring(50, 4))
                .withNodeColumn(org.einfluss.graph.Column.texts("town", town));
        DatasetDescriptor patients = new DatasetDescriptor(
                "patients",
                "Patients",
                "",
                "",
                "",
                java.util.List.of(),
                java.util.List.of(),
                "patients",
                Direction.MUTUAL,
                "");
        Dataset dataset = new Dataset(patients, network, java.util.List.of());
        Findings findings = new RoleMap().analyse(dataset, DEFAULT, Progress.NONE);
        assertTrue(findings.notes().stream().noneMatch(note -> note.startsWith("Communities were detected")));
        Table nodes = findings.table("nodes").orElseThrow();
        assertEquals(50, nodes.rows());
        assertEquals(
                25,
                java.util.stream.IntStream.range(0, 50)
                        .filter(row -> nodes.column("community").doubleAt(row) == 0)
                        .count());
    }

    @Test
    void kendallByHand() {
        assertEquals(1, RoleScores.kendall(new double[] {1, 2, 3}, new double[] {5, 6, 9}), 1e-12);
        assertEquals(1.0 / 3, RoleScores.kendall(new double[] {1, 2, 3}, new double[] {5, 9, 6}), 1e-12);
    }

    @Test
    void whatDataCannotGiveIsNamedAndLeftOut() {
        Network network = chain();
        Dataset silent = new Dataset(descriptor(), network, java.util.List.of());
        Findings findings = new RoleMap().analyse(silent, DEFAULT, Progress.NONE);
        Table parts = findings.table("components").orElseThrow();
        for (int row = 0; row < parts.rows(); row++) {
            boolean structural = parts.column("role").textAt(row).equals("connector");
            assertEquals(structural ? "yes" : "no", parts.column("computed").textAt(row));
        }
        assertTrue(findings.notes().stream().anyMatch(note -> note.startsWith("Not computed: conversion")));
        Findings active = new RoleMap()
                .analyse(new Dataset(descriptor(), network, java.util.List.of(log())), DEFAULT, Progress.NONE);
        assertTrue(active.notes().stream().anyMatch(note -> note.startsWith("Not computed: topic concentration")));
        assertTrue(active.notes().stream().noneMatch(note -> note.startsWith("Not computed: conversion")));
    }

    private static DatasetDescriptor descriptor() {
        return new DatasetDescriptor(
                "chain",
                "Chain",
                "",
                "",
                "",
                java.util.List.of(),
                java.util.List.of(),
                "none",
                Direction.INFLUENCES,
                "");
    }
}
