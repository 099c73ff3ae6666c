package org.einfluss.engine.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.study.Component;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.NetworkConfiguration;
import org.einfluss.api.study.Observations;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Runner;
import org.einfluss.api.study.Shard;
import org.einfluss.api.study.ShardStore;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.engine.experiment.Workload;
import org.einfluss.engine.run.LocalRunner;
import org.einfluss.engine.run.Networks;
import org.einfluss.engine.run.ShardWorker;

/** Brings a store to the point where it holds all shards of a study, merged. */
final class Execution {
    private Execution() {}

    /** Executes what is missing; returns the shards that make the study. */
    static BitSet execute(
            Plan plan, Catalog catalog, Networks networks, ShardStore store, Runner runner, Progress progress)
            throws IOException, InterruptedException {
        requireComponents(plan, catalog);
        BitSet present = store.present();
        ShardWorker worker = new ShardWorker(plan, catalog, networks, store);
        StoppingRule rule = new StoppingRule(plan);
        long total = Workload.of(plan).runs();
        long done = 0;
        for (List<Shard> batch = rule.next(); !batch.isEmpty(); batch = rule.next()) {
            List<Shard> pending = new ArrayList<>(batch);
            pending.removeIf(shard -> present.get(shard.index()));
            done += LocalRunner.runs(plan, batch) - LocalRunner.runs(plan, pending);
            progress.report(done, total, "runs");
            runner.run(plan, pending, worker, new Later(progress, done, total));
            done += LocalRunner.runs(plan, pending);
            if (rule.isAdaptive()) {
                for (Shard shard : batch) {
                    progress.checkCancelled();
                    try (Observations rows = store.observations(shard)) {
                        rule.add(shard, rows);
                    }
                }
            }
        }
        store.merge(rule.shards(), progress);
        return rule.shards();
    }

    /** Refuses a plan whose components are not there, rather than recording every run as failed. */
    static void requireComponents(Plan plan, Catalog catalog) {
        for (NetworkConfiguration network : plan.networks()) {
            if (!network.generator().id().equals(Networks.DATASET)) {
                require(catalog, Kind.GENERATOR, network.generator());
            }
            network.prepare().forEach(transform -> require(catalog, Kind.TRANSFORM, transform));
        }
        for (DesignPoint point : plan.points()) {
            require(catalog, Kind.MODEL, point.model());
            require(catalog, Kind.SEEDING, point.seeding());
            point.campaign().ifPresent(campaign -> require(catalog, Kind.CAMPAIGN, campaign));
        }
        plan.measures().forEach(measure -> require(catalog, Kind.MEASURE, measure));
    }

    private static void require(Catalog catalog, Kind kind, Component component) {
        catalog.find(kind, component.id());
        if (component.parameters().isEmpty()) {
            throw new InputException("The " + kind.label() + " '" + component.id()
                    + "' no longer has the parameters of this study's plan: " + component.settings()
                    + ". Install the version of its bundle that the plan names.");
        }
    }

    /** Progress of one of several runs of a runner, told as part of all. */
    private record Later(Progress progress, long before, long all) implements Progress {
        @Override
        public void report(long done, long total, String what) {
            progress.report(before + done, all, what);
        }

        @Override
        public boolean isCancelled() {
            return progress.isCancelled();
        }
    }
}
