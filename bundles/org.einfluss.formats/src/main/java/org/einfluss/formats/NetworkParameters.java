package org.einfluss.formats;

import org.einfluss.api.Param;
import org.einfluss.api.data.Direction;

/**
 * What cannot be known from a network file, and what may be done with its ties; the same for all formats that say themselves whether a tie
 * is directed.
 *
 * @param direction what a directed tie from a to b says; must be given where there is one
 * @param loops what becomes of ties of a node with itself
 * @param parallel what becomes of several ties between the same two nodes in the same layer and direction
 * @param layer name of the attribute of ties that says their kind; {@code auto}: the one named {@code layer}, if there is one
 * @param begin name of the attribute of ties that says when they begin; {@code auto}: as above
 * @param end name of the attribute of ties that says when they end, perhaps the same; {@code auto}: as above
 * @param mode name of the attribute of nodes that says of which mode of two-mode data they are; {@code auto}: as above
 * @param weight name of the attribute of ties that is their weight; {@code auto}: as above; {@code none}: not even the one
 *     named {@code weight}
 */
public record NetworkParameters(
        @Param(
                value = "Direction",
                initial = "unstated",
                help = "A tie from a to b: a influences b (influences), a follows b (follows), or both (mutual)")
        TieDirection direction,

        @Param(value = "Self-loops", initial = "drop") Loops loops,

        @Param(
                value = "Parallel ties",
                initial = "auto",
                help =
                        "One stays (merge), perhaps with the sum of the weights or the largest one (sum, largest), or all"
                                + " (keep); auto keeps all where they are dated")
        Parallel parallel,

        @Param(
                value = "Layers",
                initial = AUTO,
                help = "Attribute of ties that says their kind; auto: the one named layer",
                advanced = true)
        String layer,

        @Param(
                value = "Begin",
                initial = AUTO,
                help = "Attribute of ties that says when they begin; auto: the one named begin",
                advanced = true)
        String begin,

        @Param(
                value = "End",
                initial = AUTO,
                help = "Attribute of ties that says when they end, perhaps the same; auto: the one named end",
                advanced = true)
        String end,

        @Param(
                value = "Mode",
                initial = AUTO,
                help = "Attribute of nodes that says of which kind they are in two-mode data; auto: the one named mode",
                advanced = true)
        String mode,

        @Param(
                value = "Weight",
                initial = AUTO,
                help = "Attribute of ties that is their weight; auto: the one named weight; none: not even that",
                advanced = true)
        String weight) {
    /** For the name of an attribute: the usual one. */
    static final String AUTO = "auto";
    /** For the name of the weight: there is none. */
    static final String NONE = "none";

    /**
     * Makes parameters of a file whose attributes have the usual names.
     *
     * @param direction what a directed tie from a to b says
     * @param loops what becomes of ties of a node with itself
     * @param parallel what becomes of parallel ties
     */
    public NetworkParameters(TieDirection direction, Loops loops, Parallel parallel) {
        this(direction, loops, parallel, AUTO, AUTO, AUTO, AUTO, AUTO);
    }

    /** What a directed tie from a to b says. */
    public enum TieDirection {
        /** Not said; enough for a file without directed ties. */
        UNSTATED,
        /** a can influence b. */
        INFLUENCES,
        /** a follows or names b. */
        FOLLOWS,
        /** Both influence each other. */
        MUTUAL;

        /**
         * Returns the same as a direction.
         *
         * @throws IllegalStateException when nothing was said
         */
        Direction direction() {
            return switch (this) {
                case INFLUENCES -> Direction.INFLUENCES;
                case FOLLOWS -> Direction.FOLLOWS;
                case MUTUAL -> Direction.MUTUAL;
                case UNSTATED -> throw new IllegalStateException("Nothing was said");
            };
        }
    }

    /** What becomes of ties of a node with itself. */
    public enum Loops {
        /** They are dropped and counted. */
        DROP,
        /** They stay. */
        KEEP
    }

    /** What becomes of parallel ties. */
    public enum Parallel {
        /** All stay where ties have a begin or an end, else one. */
        AUTO,
        /** One stays, the one whose attributes come first in order; the others are counted. */
        MERGE,
        /** As merge, and its weight is the sum of all. */
        SUM,
        /** As merge, and its weight is the largest of all. */
        LARGEST,
        /** All stay. */
        KEEP
    }

    /**
     * Makes parameters that drop loops and merge parallel ties without dates.
     *
     * @param direction what a directed tie says
     */
    public static NetworkParameters of(TieDirection direction) {
        return new NetworkParameters(direction, Loops.DROP, Parallel.AUTO);
    }

    /**
     * Makes parameters that keep everything.
     *
     * @param direction what a directed tie says
     */
    public static NetworkParameters keeping(TieDirection direction) {
        return new NetworkParameters(direction, Loops.KEEP, Parallel.KEEP);
    }
}
