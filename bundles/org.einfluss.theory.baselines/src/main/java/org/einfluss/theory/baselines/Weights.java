package org.einfluss.theory.baselines;

import org.einfluss.api.Param;

/** The influence b_uv of a source u on its listener v in the linear threshold model; what comes in at a node adds up to at most 1. */
public sealed interface Weights permits Weights.InDegree, Weights.Table {
    /** 1 divided by the listener's in-degree: all sources count the same. */
    record InDegree() implements Weights {}

    /**
     * Influence that stands in an arc column.
     *
     * @param column name of the column
     * @param normalized whether each listener's incoming influence is divided by its sum
     */
    record Table(
            @Param(value = "Arc column", initial = "weight") String column,

            @Param(
                    value = "Divide by the sum of incoming influence",
                    initial = "false",
                    help = "Otherwise the column itself must add up to at most 1 at every node")
            boolean normalized)
            implements Weights {}
}
