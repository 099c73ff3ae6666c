package org.einfluss.engine.study;

import java.util.List;

/**
 * What came of computing a sample of shards again.
 *
 * @param shards numbers of the shards computed again
 * @param rows rows compared
 * @param differences first difference of each shard that differs, each a sentence; empty where everything is the same
 * @param changes what is not as it was when the study was planned (bundles, datasets), each a sentence
 */
public record Reproduction(List<Integer> shards, long rows, List<String> differences, List<String> changes) {
    /** Copies the lists. */
    public Reproduction {
        shards = List.copyOf(shards);
        differences = List.copyOf(differences);
        changes = List.copyOf(changes);
    }
}
