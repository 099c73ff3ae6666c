package org.einfluss.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.einfluss.api.Progress;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.Observations;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.experiment.ExperimentFile;
import org.einfluss.engine.experiment.Planner;
import org.einfluss.engine.run.LocalRunner;
import org.einfluss.engine.study.Studies;
import org.einfluss.networks.ErdosRenyi;
import org.einfluss.seeding.RandomSeeds;
import org.einfluss.theory.watts.WattsThreshold;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;

/**
 * W1c: the window map as a user runs it, from the text of an experiment file to the rows and the digest of a study in memory: 40
 * mean degrees × 40 thresholds × 100 networks of 10⁴ nodes with one random seed each, on two threads.
 */
@Fork(2)
@Measurement(iterations = 2)
public class W1c extends Workload {
    /** Whether all thresholds share the networks of a mean degree, or each draws its own. */
    @Param({"common", "independent"})
    public String draws;

    /** Networks for each mean degree. */
    @Param("100")
    public int networks;

    /** Levels of mean degree and of threshold. */
    @Param("40")
    public int levels;

    /** Plans and runs the experiment. */
    @Benchmark
    public Study map() throws IOException, InterruptedException {
        Catalog catalog = Catalog.of(new WattsThreshold(), new ErdosRenyi(), new RandomSeeds());
        String experiment = String.join(
                "\n",
                "format: 1",
                "network: {id: erdos-renyi, nodes: 10000, mean-degree: {vary: {from: 0.5, to: 10, levels: " + levels
                        + "}}}",
                "model: {id: watts-threshold, threshold: {kind: constant, value: {vary: {from: 0.05, to: 0.3, levels: "
                        + levels + "}}}}",
                "seeding: {id: random, size: 1}",
                "replicates: {networks: " + networks + ", runs: 1}",
                "network-draws: " + draws,
                "key: 42");
        Plan plan = Planner.plan(ExperimentFile.read(experiment, "w1c"), catalog, Path.of("."), Progress.NONE);
        Study study = Studies.inMemory(plan, catalog, new LocalRunner(2), Progress.NONE);
        answer(check(study));
        return study;
    }

    /**
     * Above φ = 1/4 there is no cascade window (its reach is that of a seed and a few), and at z ≈ 4 with φ in (1/6, 1/5] most cascades
     * are global; the last sum is for the comparison of shared with redrawn networks.
     */
    private Answer check(Study study) throws IOException {
        Plan plan = study.plan();
        int variable = plan.variable("reach");
        int rows = 0;
        int bad = 0;
        int outside = 0;
        int window = 0;
        Set<Double> degrees = new HashSet<>();
        int global = 0;
        double reach = 0;
        try (Observations observations = study.observations()) {
            while (observations.next()) {
                DesignPoint point = plan.points().get(observations.point());
                double threshold = Double.parseDouble(point.factors().get("model.threshold.value"));
                double degree = Double.parseDouble(point.factors().get("network.mean-degree"));
                double share = observations.value(variable);
                rows++;
                bad += observations.stop() == Observations.Stop.SETTLED ? 0 : 1;
                reach += share;
                if (threshold > 0.25) {
                    outside += share >= Cascades.GLOBAL ? 1 : 0;
                } else if (threshold > 1 / 6.0 && threshold <= 0.2 && Math.abs(degree - 4) < 0.2) {
                    window++;
                    degrees.add(degree);
                    global += share >= Cascades.GLOBAL ? 1 : 0;
                }
            }
        }
        double frequency = (double) global / Math.max(1, window);
        return Answer.of(
                        "%d runs, mean share %.4f; at z ≈ 4, φ in (1/6, 1/5] %.3f are global",
                        rows, reach / rows, frequency)
                .expect("runs", rows, (long) levels * levels * networks)
                .expect("runs that did not settle", bad, 0)
                .expect("global cascades above φ = 1/4", outside, 0)
                .expect(
                        "share of global cascades at z ≈ 4",
                        frequency,
                        0.866,
                        // Thresholds on common networks meet the same seeds: only networks count as independent.
                        0.01 + 4 * Math.sqrt(0.866 * 0.134 / (degrees.size() * networks)));
    }
}
