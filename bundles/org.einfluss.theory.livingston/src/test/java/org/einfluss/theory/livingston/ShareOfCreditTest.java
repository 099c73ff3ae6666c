package org.einfluss.theory.livingston;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.api.study.Study;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.experiment.ExperimentFile;
import org.einfluss.engine.experiment.Planner;
import org.einfluss.engine.run.LocalRunner;
import org.einfluss.engine.study.Studies;
import org.einfluss.networks.Star;
import org.einfluss.seeding.RandomSeeds;
import org.einfluss.theory.baselines.IndependentCascade;
import org.junit.jupiter.api.Test;

final class ShareOfCreditTest {
    static Study study(String probability, String replicates) throws Exception {
        Catalog catalog = Catalog.of(new Star(), new IndependentCascade(), new RandomSeeds(), new CreditOfTheFew());
        String yaml =
                "format: 1\ntitle: Test\nnetwork: {id: star, nodes: 5}\nmodel: {id: independent-cascade, probability: "
                        + probability
                        + "}\nseeding: {id: random, size: 1}\nmeasures: [{id: credit-of-the-few, top: 0.2}]\nreplicates: {"
                        + replicates + "}\nkey: 3\n";
        return Studies.inMemory(
                Planner.plan(ExperimentFile.read(yaml, "test.yaml"), catalog, Path.of(""), Progress.NONE),
                catalog,
                new LocalRunner(2),
                Progress.NONE);
    }

    private static double cell(Findings findings, String column, int row) {
        Table table = findings.tables().get(0);
        return table.column(column).doubleAt(row);
    }

    @Test
    void runsWithoutCreditAreLeftOutAndCounted() throws Exception {
        Study study = study("0.2", "networks: 1, runs: 200");
        double[] values = study.estimates().values(0, "credit-share");
        long with = Arrays.stream(values).filter(v -> !Double.isNaN(v)).count();
        assertTrue(with > 0 && with < 200, "some runs must have credit and some none");
        double mean =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).average().orElseThrow();
        Findings findings = new ShareOfCredit().analyse(study, new None(), Progress.NONE);
        assertEquals(mean, cell(findings, "credit-share", 0), 1e-12);
        assertEquals(with, cell(findings, "with-credit", 0));
        assertEquals(200, cell(findings, "runs", 0));
        assertEquals(200 - with, findings.headlines().get(0).value());
        // Whoever adopts in a star got it from the hub, unless a leaf told the hub.
        assertTrue(mean > 0 && mean < 1);
    }

    /** p = 1: from the hub all credit is the hub's; from a leaf the hub has three of four. */
    @Test
    void everyRunOfACertainCascadeHasCredit() throws Exception {
        Study study = study("1", "networks: 1, runs: 100");
        double hubs = Arrays.stream(study.estimates().values(0, "seeds-in-top")).sum();
        Findings findings = new ShareOfCredit().analyse(study, new None(), Progress.NONE);
        assertEquals((hubs + 0.75 * (100 - hubs)) / 100, cell(findings, "credit-share", 0), 1e-12);
        assertEquals(0.9, cell(findings, "leader-percentile", 0), 1e-12);
        assertEquals(0, findings.headlines().get(0).value());
    }

    /** Two probabilities: one figure of shares and one of leaders, whose bars are the rows of the table. */
    @Test
    void theBarsAreTheRowsOfTheTable() throws Exception {
        Findings findings =
                new ShareOfCredit().analyse(study("[0.2, 1]", "networks: 1, runs: 50"), new None(), Progress.NONE);
        assertEquals(2, findings.figures().size());
        Table table = findings.table("points").orElseThrow();
        assertEquals("star", table.column("network").textAt(1));
        assertEquals("independent-cascade value 1", table.column("contagion").textAt(1));
        assertEquals("random", table.column("seeding").textAt(1));
        assertEquals("credit-share", findings.figures().get(0).series().get(0).y());
        assertEquals(2, findings.figures().get(0).series().get(0).toRow());
        assertEquals(
                "leader-percentile", findings.figures().get(1).series().get(0).y());
    }
}
