package org.einfluss.engine.study;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.NetworkConfiguration;
import org.einfluss.api.study.Observations;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Shard;

/**
 * Says which shards make the study. Without a precision these are all shards of the plan. With one, each network configuration is
 * sampled batch by batch until, at every design point on it, half the width of the interval of the variable's mean is at most the target,
 * but not before 30 networks (30 runs on a fixed network), and at most to the end of the plan. Runs that all agree do not make it precise:
 * see {@link Sample#halfWidth}.
 *
 * <p>The decision looks at whole prefixes of batches only and is a function of their rows: it does not depend on threads, on
 * interruptions, or on shards beyond the prefix that happen to be present. Use: execute the shards of {@link #next}, {@link #add} the
 * rows of each in the same order, and repeat until nothing is next.
 */
final class StoppingRule {
    private static final int LEAST_UNITS = 30;

    private final Plan plan;
    private final List<Sampling> samplings = new ArrayList<>();
    private final BitSet shards = new BitSet();

    /** How far one network configuration is sampled. */
    private static final class Sampling {
        private final ArrayDeque<Shard> pending = new ArrayDeque<>();
        private final List<Integer> points = new ArrayList<>();
        private final List<Sample> samples = new ArrayList<>();
    }

    StoppingRule(Plan plan) {
        this.plan = plan;
        for (NetworkConfiguration configuration : plan.networks()) {
            Sampling sampling = new Sampling();
            plan.shards().stream()
                    .filter(shard -> shard.network() == configuration.index())
                    .forEach(sampling.pending::add);
            for (DesignPoint point : plan.points()) {
                if (point.network() == configuration.index()) {
                    sampling.points.add(point.index());
                    sampling.samples.add(new Sample(configuration.fixed()));
                }
            }
            samplings.add(sampling);
        }
    }

    boolean isAdaptive() {
        return plan.until().isPresent();
    }

    /** The shards to have before the next decision, in order; empty once the study is complete. */
    List<Shard> next() {
        List<Shard> next = new ArrayList<>();
        for (Sampling sampling : samplings) {
            if (!sampling.pending.isEmpty() && !isPrecise(sampling)) {
                int batch = sampling.pending.element().batch();
                while (!sampling.pending.isEmpty()
                        && (!isAdaptive() || sampling.pending.element().batch() == batch)) {
                    Shard shard = sampling.pending.remove();
                    next.add(shard);
                    shards.set(shard.index());
                }
            }
        }
        return next;
    }

    /** Takes note of the rows of one of the next shards; needed only where the rule is adaptive. */
    void add(Shard shard, Observations rows) {
        Sampling sampling = samplings.get(shard.network());
        int variable = plan.variable(plan.until().orElseThrow().variable());
        while (rows.next()) {
            if (rows.stop() != Observations.Stop.RUNNING) {
                sampling.samples
                        .get(sampling.points.indexOf(rows.point()))
                        .add(rows.draw(), rows.run(), rows.stop(), rows.value(variable));
            }
        }
    }

    /** The shards returned so far; those of the study once nothing is next. */
    BitSet shards() {
        return (BitSet) shards.clone();
    }

    private boolean isPrecise(Sampling sampling) {
        if (!isAdaptive()) {
            return false;
        }
        Plan.Precision precision = plan.until().get();
        boolean isShare =
                plan.variables().get(plan.variable(precision.variable())).unit().startsWith("share");
        for (Sample sample : sampling.samples) {
            // Not <=: an undefined width is not precise.
            if (sample.units() < LEAST_UNITS || !(sample.halfWidth(isShare) <= precision.halfWidth())) {
                return false;
            }
        }
        return true;
    }
}
