package org.einfluss.formats;

import org.einfluss.api.Param;

/**
 * What cannot be known from a file of adoptions or acts, and what becomes of what does not fit; the same for all formats of logs.
 *
 * @param name name of the log
 * @param meaning what was adopted or done
 * @param timeUnit unit of the times; {@code auto} is days where they are dates, seconds where they have a time of day, else periods
 * @param observedUntil last time at which an adoption would have been seen, as the file writes times, or {@code unknown}
 * @param unknownNodes what becomes of adoptions and acts of nodes that the network does not have
 * @param duplicates what becomes of a further adoption of a node in a cascade
 * @param early what becomes of what happens before time 0, or before the node's {@code begin} where the network has that column
 * @param parents what becomes of a recorded source that did not adopt before, or has no tie to the adopter
 * @param ties which ties the network gets where the log comes without one
 */
public record LogParameters(
        @Param(value = "Name of the log", initial = "adoption")
        String name,

        @Param(value = "What was adopted or done", initial = "adoption")
        String meaning,

        @Param(value = "Unit of time", initial = "auto", help = "Left out: days or seconds for dates, else periods")
        String timeUnit,

        @Param(
                value = "Observed until",
                initial = "unknown",
                help = "Last time at which an adoption would have been seen, written as the times of the file are")
        String observedUntil,

        @Param(value = "Nodes outside the network", initial = "refuse")
        UnknownNodes unknownNodes,

        @Param(value = "Further adoptions in a cascade", initial = "refuse")
        Duplicates duplicates,

        @Param(value = "Times before the beginning", initial = "refuse", help = "Negative, or before the node's begin")
        Early early,

        @Param(
                value = "Sources that do not fit",
                initial = "keep",
                help = "Recorded sources that did not adopt before or have no tie to the adopter")
        Parents parents,

        @Param(
                value = "Ties from the log",
                initial = "none",
                help = "For a log without a network: none, or an arc from each recorded source to who adopted from it")
        Ties ties) {
    /** What becomes of adoptions and acts of nodes that the network does not have. */
    public enum UnknownNodes {
        /** They are a mistake. */
        REFUSE,
        /** They are dropped and counted. */
        DROP,
        /** The nodes are added, without ties. */
        ADD
    }

    /** What becomes of a further adoption of a node in a cascade. */
    public enum Duplicates {
        /** It is a mistake. */
        REFUSE,
        /** The first adoption stays, the others are dropped and counted. */
        FIRST
    }

    /** What becomes of what happens too early. */
    public enum Early {
        /** It is a mistake. */
        REFUSE,
        /** It is dropped and counted. */
        DROP,
        /** It stays and is counted. */
        KEEP
    }

    /** What becomes of a recorded source that does not fit. */
    public enum Parents {
        /** It stays and is counted. */
        KEEP,
        /** It is forgotten and counted; the adoption stays. */
        DROP,
        /** It is a mistake. */
        REFUSE
    }

    /** Which ties a network gets from a log. */
    public enum Ties {
        /** None. */
        NONE,
        /** An arc from each recorded source to who adopted from it, weighted by how often, dated by the first and the last time. */
        PARENTS
    }

    /**
     * Makes parameters that refuse what does not fit.
     *
     * @param name name of the log
     * @param meaning what was adopted
     * @param timeUnit unit of the times
     */
    public static LogParameters named(String name, String meaning, String timeUnit) {
        return new LogParameters(
                name,
                meaning,
                timeUnit,
                "unknown",
                UnknownNodes.REFUSE,
                Duplicates.REFUSE,
                Early.REFUSE,
                Parents.REFUSE,
                Ties.NONE);
    }
}
