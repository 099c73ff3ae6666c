package org.einfluss.api.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.einfluss.api.Progress;
import org.einfluss.graph.Graph;
import org.einfluss.graph.InArcs;
import org.osgi.annotation.versioning.ConsumerType;

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
 * @param cascadeNames what each cascade is called where it came from; empty where cascades have no names
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
        double observedUntil,
        List<String> cascadeNames) {
    /** Checks that the arrays fit together. */
    public AdoptionLog {
        Objects.requireNonNull(name);
        cascadeNames = List.copyOf(cascadeNames);
        if (!cascadeNames.isEmpty() && cascadeNames.size() != cascades) {
            throw new IllegalArgumentException("Either every cascade of a log has a name, or none has");
        }
        if (cascade.length != node.length
                || node.length != time.length
                || parent.length != 0 && parent.length != node.length) {
            throw new IllegalArgumentException("The arrays of an adoption log have one entry per adoption");
        }
    }

    /**
     * Makes a log whose cascades have no names.
     *
     * @param name name of the log
     * @param meaning what was adopted, and how time is counted
     * @param timeUnit unit of the times
     * @param cascades number of cascades
     * @param cascade cascade of each adoption
     * @param node node of each adoption
     * @param time time of each adoption
     * @param parent recorded source of each adoption, -1 where none was recorded; empty where none was recorded at all
     * @param observedUntil last time at which an adoption would have been seen; NaN where unknown
     */
    public AdoptionLog(
            String name,
            String meaning,
            String timeUnit,
            int cascades,
            int[] cascade,
            int[] node,
            double[] time,
            int[] parent,
            double observedUntil) {
        this(name, meaning, timeUnit, cascades, cascade, node, time, parent, observedUntil, List.of());
    }

    /** Returns the number of adoptions in all cascades. */
    public int size() {
        return node.length;
    }

    /**
     * Returns the log of nodes that are numbered anew, or gone. Cascades keep their numbers, even where nobody of them is left.
     *
     * @param number for each node its new number, or -1 where it is gone
     */
    public AdoptionLog renumbered(int[] number) {
        int[] kept = IntStream.range(0, size())
                .filter(i -> number[node[i]] >= 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> cascade[i])
                        .thenComparingDouble(i -> time[i])
                        .thenComparingInt(i -> number[node[i]]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new AdoptionLog(
                name,
                meaning,
                timeUnit,
                cascades,
                Arrays.stream(kept).map(i -> cascade[i]).toArray(),
                Arrays.stream(kept).map(i -> number[node[i]]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> time[i]).toArray(),
                parent.length == 0
                        ? parent
                        : Arrays.stream(kept)
                                .map(i -> parent[i] < 0 ? -1 : number[parent[i]])
                                .toArray(),
                observedUntil,
                cascadeNames);
    }

    /** Returns the same without the names of cascades, which may tell of whom or what they are. */
    public AdoptionLog withoutNames() {
        return new AdoptionLog(name, meaning, timeUnit, cascades, cascade, node, time, parent, observedUntil);
    }

    /** Receives each pair of an adoption and an earlier one of a source of its node. */
    @FunctionalInterface
    @ConsumerType
    public interface Exposures {
        /**
         * Receives one exposure.
         *
         * @param adoption position in the log
         * @param source position in the log of the earlier adoption, in the same cascade, of a node with an arc to the adopter
         */
        void exposure(int adoption, int source);
    }

    /**
     * Tells which earlier adoptions each adoption was exposed to: those of nodes with an arc to the adopter, in the same cascade and
     * strictly earlier. In order of adoption, then of the source's node number.
     *
     * @param graph the network, whose nodes the log's are
     * @param to receives the exposures
     * @param progress asked for cancellation
     * @implNote O(n + sum of the adopters' in-degrees).
     */
    public void exposures(Graph graph, Exposures to, Progress progress) {
        InArcs in = graph.inArcs();
        int[] adoption = new int[graph.nodes()];
        Arrays.fill(adoption, -1);
        for (int begin = 0, end; begin < size(); begin = end) {
            progress.checkCancelled();
            for (end = begin; end < size() && cascade[end] == cascade[begin]; end++) {
                adoption[node[end]] = end;
            }
            for (int i = begin; i < end; i++) {
                for (int j = in.begin(node[i]); j < in.end(node[i]); j++) {
                    int source = adoption[in.source(j)];
                    boolean repeated = j > in.begin(node[i]) && in.source(j - 1) == in.source(j);
                    if (source >= 0 && time[source] < time[i] && !repeated) {
                        to.exposure(i, source);
                    }
                }
            }
            for (int i = begin; i < end; i++) {
                adoption[node[i]] = -1;
            }
        }
    }

    /**
     * Derives one parent for each adoption, so that every cascade becomes a forest.
     *
     * @param graph the network, whose nodes the log's are
     * @param rule which source counts
     * @param progress asked for cancellation
     * @return for each adoption the position in the log of its parent's adoption; -1 where no source is known to have adopted strictly
     *     earlier in the same cascade
     */
    public int[] parents(Graph graph, ParentRule rule, Progress progress) {
        int[] parents = new int[size()];
        Arrays.fill(parents, -1);
        if (rule == ParentRule.RECORDED) {
            recorded(graph.nodes(), parents);
            return parents;
        }
        exposures(
                graph,
                (i, source) -> {
                    if (parents[i] < 0
                            || (rule == ParentRule.FIRST
                                    ? time[source] < time[parents[i]]
                                    : time[source] > time[parents[i]])) {
                        parents[i] = source;
                    }
                },
                progress);
        return parents;
    }

    private void recorded(int nodes, int[] parents) {
        int[] adoption = new int[nodes];
        Arrays.fill(adoption, -1);
        for (int begin = 0, end; begin < parent.length; begin = end) {
            for (end = begin; end < size() && cascade[end] == cascade[begin]; end++) {
                adoption[node[end]] = end;
            }
            for (int i = begin; i < end; i++) {
                int source = parent[i] < 0 ? -1 : adoption[parent[i]];
                parents[i] = source >= 0 && time[source] < time[i] ? source : -1;
            }
            for (int i = begin; i < end; i++) {
                adoption[node[i]] = -1;
            }
        }
    }
}
