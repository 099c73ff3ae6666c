package org.einfluss.engine.study;

import java.util.ArrayList;
import java.util.List;
import org.einfluss.api.study.Events;
import org.einfluss.api.study.Observations;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Shard;

/** Hashes of the rows and of the events of each shard of a plan, wherever they are read from: its files, or the merged ones. */
final class ShardHashes {
    private final Plan plan;
    private final int[][] shardOf;
    private final RowHash[] rows;
    private final RowHash[] events;

    ShardHashes(Plan plan) {
        this.plan = plan;
        shardOf = new int[plan.networks().size()][];
        // One place more than there are shards, for what belongs to none.
        rows = new RowHash[plan.shards().size() + 1];
        events = new RowHash[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new RowHash();
            events[i] = new RowHash();
        }
        for (int i = 0; i < shardOf.length; i++) {
            var network = plan.networks().get(i);
            shardOf[i] = new int[network.fixed() ? network.runs() : network.draws()];
        }
        for (Shard shard : plan.shards()) {
            boolean fixed = plan.networks().get(shard.network()).fixed();
            int from = fixed ? shard.fromRun() : shard.fromDraw();
            int to = fixed ? shard.toRun() : shard.toDraw();
            for (int unit = from; unit < to; unit++) {
                shardOf[shard.network()][unit] = shard.index();
            }
        }
    }

    /** Adds the current row. */
    void add(Observations row) {
        rows[shard(row.point(), row.draw(), row.run())].add(
                row, plan.variables().size());
    }

    /** Adds all events of a cursor. */
    void add(Events event) {
        int point = -1;
        int draw = -1;
        int run = -1;
        int number = 0;
        while (event.next()) {
            boolean same = event.point() == point && event.draw() == draw && event.run() == run;
            number = same ? number + 1 : 0;
            point = event.point();
            draw = event.draw();
            run = event.run();
            events[shard(point, draw, run)].add(event, number);
        }
    }

    private int shard(int point, int draw, int run) {
        if (point < 0 || point >= plan.points().size()) {
            return plan.shards().size();
        }
        int network = plan.points().get(point).network();
        int unit = plan.networks().get(network).fixed() ? run : draw;
        return unit < 0 || unit >= shardOf[network].length ? plan.shards().size() : shardOf[network][unit];
    }

    /** Returns the shards whose rows or events are others. */
    List<Integer> differing(ShardHashes other) {
        List<Integer> shards = new ArrayList<>();
        for (int i = 0; i < plan.shards().size(); i++) {
            if (!rows[i].isSame(other.rows[i]) || !events[i].isSame(other.events[i])) {
                shards.add(i);
            }
        }
        return shards;
    }

    boolean isSame(ShardHashes other) {
        int none = plan.shards().size();
        return differing(other).isEmpty()
                && rows[none].isSame(other.rows[none])
                && events[none].isSame(other.events[none]);
    }

    /** Says how many rows and events there are. */
    String describe() {
        long allRows = 0;
        long allEvents = 0;
        for (int i = 0; i < rows.length; i++) {
            allRows += rows[i].rows();
            allEvents += events[i].rows();
        }
        return allEvents == 0 ? allRows + " rows" : allRows + " rows, " + allEvents + " events";
    }
}
