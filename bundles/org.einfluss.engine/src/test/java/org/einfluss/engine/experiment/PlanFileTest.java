package org.einfluss.engine.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.einfluss.api.InputException;
import org.einfluss.api.study.Plan;
import org.einfluss.engine.catalog.Catalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanFileTest {
    private static final String FULL =
            "network: [{id: dataset, name: karate}, {id: random-graph, nodes: 20}]\nprepare: weights\n"
                    + "model: {id: watts-threshold, threshold: [0.1, {kind: normal, mean: 0.2}]}\nseeding: [random, none]\n"
                    + "campaign: [none, pushes]\nmeasures: bystanders\nanalyses: cascade-sizes\nrecording: log\nkey: -9223372036854775808\n"
                    + "replicates: {networks: 40, runs: 2, until: {half-width: 0.0000001}}\ncoins: independent\nnetwork-draws: independent\n";

    @Test
    void plansAreReadBackWhole(@TempDir Path folder) throws IOException {
        for (Plan plan : List.of(PlannerTest.example(), PlannerTest.plan(FULL))) {
            Path file = folder.resolve("plan.json");
            PlanFile.write(plan, file);
            assertEquals(plan, PlanFile.read(file, Toys.catalog()));
            try (var files = Files.list(folder)) {
                assertEquals(List.of(file), files.toList());
            }
        }
    }

    @Test
    void fileIsReadableByPeople() {
        String text = PlanFile.text(PlannerTest.plan("network: ring\nmodel: watts-threshold\nseeding: random\n"
                + "replicates: {networks: 1, runs: 3}\ntitle: Tiny\n"));
        assertTrue(text.contains("""
                          "title" : "Tiny",
                          "key" : 1,
                        """.indent(0)), text);
        assertTrue(text.contains("\"shards\" : [ [ 0, 0, 1, 0, 3, 0 ] ]"), text);
        assertTrue(text.contains("\"threshold.kind\" : \"constant\""), text);
    }

    @Test
    void componentsThatAreNotInstalledStayEmpty() {
        Plan plan = PlannerTest.plan(FULL);
        Plan read = PlanFile.read(PlanFile.text(plan), "plan.json", Catalog.of());
        assertEquals(plan.id(), read.id());
        assertEquals(Optional.empty(), read.points().get(0).model().parameters());
        assertEquals(
                plan.points().get(0).model().settings(),
                read.points().get(0).model().settings());
        assertEquals(
                Optional.of(new DatasetNetwork("karate")),
                read.networks().get(0).generator().as(DatasetNetwork.class));
    }

    @Test
    void changedPlansAreRefused() {
        String text = PlanFile.text(PlannerTest.plan(FULL));
        assertEquals(
                "plan.json: The plan was changed since it was written, so that the study's numbers could not be trusted; restore the file",
                assertThrows(
                                InputException.class,
                                () -> PlanFile.read(
                                        text.replace("\"runs\" : 2", "\"runs\" : 3"), "plan.json", Toys.catalog()))
                        .getMessage());
        assertThrows(InputException.class, () -> PlanFile.read("{", "plan.json", Toys.catalog()));
        assertThrows(InputException.class, () -> PlanFile.read("{\"format\": 2}", "plan.json", Toys.catalog()));
    }
}
