package org.einfluss.api.data;

import java.util.Objects;

/**
 * Who adopted what and when. Adoption {@code i} says that {@code node[i]} adopted in cascade {@code cascade[i]} at
 * {@code time[i]}; a node that is not listed in a cascade had not adopted by the end of observation. Sorted by cascade, then
 * time, then node. The arrays belong to the log and are not to be changed.
 *
 * @param name name of the log
 * @param meaning what was adopted, and how time is counted
 * @param timeUnit unit of the times, for example {@code months}
 * @param cascades number of cascades; they are numbered from 0
 * @param cascade cascade of each adoption
 * @param node node of each adoption
 * @param time time of each adoption
 * @param parent recorded source of each adoption, -1 where none was recorded; empty where none was recorded at all
 * @param observedUntil last time at which an adoption would have been seen (right censoring); NaN where unknown
 */
public record AdoptionLog(
        String name,
        String meaning,
        String timeUnit,
        int cascades,
        int[] cascade,
        int[] node,
        double[] time,
        int[] parent,
        double observedUntil) {
    /** Checks that the arrays fit together. */
    public AdoptionLog {
        Objects.requireNonNull(name);
        if (cascade.length != node.length
                || node.length != time.length
                || parent.length != 0 && parent.length != node.length) {
            throw new IllegalArgumentException("The arrays of an adoption log have one entry per adoption");
        }
    }

    /** Returns the number of adoptions in all cascades. */
    public int size() {
        return node.length;
    }
}
