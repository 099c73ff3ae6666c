package org.einfluss.engine.study;

import java.util.List;

/**
 * What a check of a study found.
 *
 * @param complete whether all shards that make the study are there and merged
 * @param presentShards shards that are there, of those known to be needed
 * @param neededShards shards known to be needed; more where a stopping rule has not yet decided
 * @param digest digest of the merged rows; empty where they are not there
 * @param problems what is wrong, each a sentence; empty for a sound study
 */
public record StudyCheck(boolean complete, int presentShards, int neededShards, String digest, List<String> problems) {
    /** Copies the list. */
    public StudyCheck {
        problems = List.copyOf(problems);
    }

    /** Returns whether the study is complete and nothing is wrong. */
    public boolean isSound() {
        return complete && problems.isEmpty();
    }
}
