package org.einfluss.theory.watts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.einfluss.api.Progress;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.graph.Graph;
import org.einfluss.graph.InArcs;

/**
 * What a log says about the threshold of each node in each cascade: how many of its sources were active when it adopted, and how many at
 * which it had not adopted yet.
 *
 * <p>Sources are the distinct nodes with an arc to the node. Nodes without sources say nothing, nor do the first adopters of a place and
 * cascade. Times that are unknown (NaN): the adoption counts as a source for upper bounds, not for lower bounds; the adopter itself gets the
 * upper bound of the end. O(nodes + adoptions + exposures) time.
 */
final class ThresholdBounds {
    /** What is known of a node in a cascade. */
    enum Kind {
        FIRST,
        ADOPTED,
        ADOPTED_AT_UNKNOWN_TIME,
        NOT_ADOPTED
    }

    /**
     * One node in one cascade, with sources, not a first adopter.
     *
     * @param least most active sources at which it is taken not to have adopted; -1 if there is no lower bound
     * @param most active sources at its adoption; -1 if it did not adopt
     * @param late whether the log had further times between the last change of its exposure and its adoption
     */
    record Bound(int cascade, int node, int sources, int least, int most, Kind kind, boolean late) {
        double lower(boolean share) {
            return least < 0 ? Double.NEGATIVE_INFINITY : share ? (double) least / sources : least;
        }

        double upper(boolean share) {
            return kind == Kind.NOT_ADOPTED ? Double.POSITIVE_INFINITY : share ? (double) most / sources : most;
        }

        /** Whether the interval holds one number of sources only. */
        boolean isExact() {
            return kind != Kind.NOT_ADOPTED && (most == 0 || most - least == 1 && least >= 0);
        }
    }

    /** Nodes with and without sources in each state, over all cascades. */
    final long[][] counts = new long[Kind.values().length][2];

    /** Bounds of those that adopted or were exposed, in order of cascade and node. */
    final List<Bound> bounds = new ArrayList<>();

    /** Nodes with sources that neither adopted nor were exposed, by cascade and place. */
    final long[][] unexposed;

    private final Graph graph;
    private final AdoptionLog log;
    private final int[] place;
    private final boolean strict;
    private final boolean hesitating;
    private final int[] sources;
    private final long[] listeners;
    private final int[] adoption;
    private final int[] exposure;

    ThresholdBounds(
            Graph graph,
            AdoptionLog log,
            int[] place,
            int places,
            SameTime sameTime,
            LowerBound lowerBound,
            Progress progress) {
        this.graph = graph;
        this.log = log;
        this.place = place;
        this.strict = sameTime == SameTime.BEFORE;
        this.hesitating = lowerBound == LowerBound.NONE;
        int n = graph.nodes();
        this.sources = new int[n];
        this.listeners = new long[places];
        this.unexposed = new long[log.cascades()][];
        this.adoption = new int[n];
        this.exposure = new int[n];
        Arrays.fill(adoption, -1);
        InArcs in = graph.inArcs();
        for (int v = 0; v < n; v++) {
            for (int j = in.begin(v); j < in.end(v); j++) {
                sources[v] += j > in.begin(v) && in.source(j - 1) == in.source(j) ? 0 : 1;
            }
            listeners[place[v]] += sources[v] > 0 ? 1 : 0;
        }
        int next = 0;
        for (int c = 0; c < log.cascades(); c++) {
            progress.checkCancelled();
            int begin = next;
            while (next < log.size() && log.cascade()[next] == c) {
                adoption[log.node()[next]] = next;
                next++;
            }
            cascade(c, begin, next);
            for (int i = begin; i < next; i++) {
                adoption[log.node()[i]] = -1;
            }
        }
    }

    int sources(int node) {
        return sources[node];
    }

    private boolean counts(double source, double listener) {
        return strict ? source < listener : source <= listener;
    }

    private void cascade(int cascade, int begin, int end) {
        double[] firstOf = new double[listeners.length];
        Arrays.fill(firstOf, Double.POSITIVE_INFINITY);
        double last = Double.NaN;
        for (int i = begin; i < end; i++) {
            double time = log.time()[i];
            int at = place[log.node()[i]];
            firstOf[at] = time < firstOf[at] ? time : firstOf[at];
            last = last >= time ? last : Double.isNaN(time) ? last : time;
        }
        double until = Double.isNaN(log.observedUntil()) ? last : log.observedUntil();
        double[] times = Arrays.stream(log.time(), begin, end)
                .filter(time -> !Double.isNaN(time))
                .sorted()
                .distinct()
                .toArray();
        long[] silent = listeners.clone();
        TreeMap<Integer, Bound> found = new TreeMap<>();
        for (int i = begin; i < end; i++) {
            int v = log.node()[i];
            Kind kind = Double.isNaN(log.time()[i])
                    ? Kind.ADOPTED_AT_UNKNOWN_TIME
                    : log.time()[i] == firstOf[place[v]] ? Kind.FIRST : Kind.ADOPTED;
            counts[kind.ordinal()][sources[v] > 0 ? 1 : 0]++;
            if (sources[v] > 0) {
                silent[place[v]]--;
                if (kind != Kind.FIRST) {
                    found.put(v, adopter(cascade, v, i, kind, times));
                }
            }
            expose(i, until, v);
        }
        for (int i = begin; i < end; i++) {
            int u = log.node()[i];
            for (int a = graph.arcBegin(u); a < graph.arcEnd(u); a++) {
                int v = graph.target(a);
                if (exposure[v] > 0 && adoption[v] < 0) {
                    found.put(v, new Bound(cascade, v, sources[v], exposure[v], -1, Kind.NOT_ADOPTED, false));
                    silent[place[v]]--;
                }
                exposure[v] = 0;
            }
        }
        bounds.addAll(found.values());
        unexposed[cascade] = silent;
        long without = graph.nodes() - Arrays.stream(listeners).sum();
        for (int i = begin; i < end; i++) {
            without -= sources[log.node()[i]] == 0 ? 1 : 0;
        }
        counts[Kind.NOT_ADOPTED.ordinal()][0] += without;
        counts[Kind.NOT_ADOPTED.ordinal()][1] += Arrays.stream(silent).sum()
                + found.values().stream()
                        .filter(bound -> bound.kind() == Kind.NOT_ADOPTED)
                        .count();
    }

    /** Counts the source as seen by its listeners until the end; one of unknown time proves nothing. */
    private void expose(int i, double until, int u) {
        if (!counts(log.time()[i], until)) {
            return;
        }
        for (int a = graph.arcBegin(u); a < graph.arcEnd(u); a++) {
            boolean repeated = a > graph.arcBegin(u) && graph.target(a - 1) == graph.target(a);
            exposure[graph.target(a)] += repeated ? 0 : 1;
        }
    }

    private Bound adopter(int cascade, int v, int i, Kind kind, double[] times) {
        double time = log.time()[i];
        InArcs in = graph.inArcs();
        int known = 0;
        int unknown = 0;
        int atLast = 0;
        double last = Double.NEGATIVE_INFINITY;
        for (int j = in.begin(v); j < in.end(v); j++) {
            int source = adoption[in.source(j)];
            if (source < 0 || j > in.begin(v) && in.source(j - 1) == in.source(j)) {
                continue;
            }
            double began = log.time()[source];
            if (Double.isNaN(began) || Double.isNaN(time)) {
                unknown++;
            } else if (counts(began, time)) {
                known++;
                atLast = began == last ? atLast + 1 : began > last ? 1 : atLast;
                last = Math.max(last, began);
            }
        }
        boolean bounded = kind == Kind.ADOPTED && known > 0 && !hesitating;
        int least = bounded ? known - atLast : -1;
        return new Bound(cascade, v, sources[v], least, known + unknown, kind, known > 0 && waited(times, last, time));
    }

    /** Whether the log has a time at which the node already saw its last source and yet did not adopt. */
    private boolean waited(double[] times, double lastSource, double adopted) {
        int at = Arrays.binarySearch(times, lastSource) + (strict ? 1 : 0);
        return at < times.length && times[at] < adopted;
    }
}
