package org.einfluss.api.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;

/**
 * Who did what to whom or what, and when: posts, likes, comments, follows. Act {@code i} says that {@code actor[i]} did
 * {@code actions.get(action[i])} at {@code time[i]} to {@code target[i]}: a node, or, where {@code things} are named, one of these (a post, a
 * venue). Unlike an adoption, an act can be repeated. Sorted by time, then actor, target, action. The arrays belong to the log and are
 * not to be changed.
 *
 * @param name name of the log
 * @param meaning what the acts are, and how time is counted
 * @param timeUnit unit of the times
 * @param actions the kinds of acts
 * @param things what is acted on where it is no node, by label; empty where targets are nodes
 * @param actor node that acts
 * @param action kind of each act, an index of {@code actions}
 * @param target node, or index of {@code things}, acted on; -1 where there is none, as with a post
 * @param time time of each act
 */
public record ActivityLog(
        String name,
        String meaning,
        String timeUnit,
        List<String> actions,
        List<String> things,
        int[] actor,
        int[] action,
        int[] target,
        double[] time) {
    /** Which acts make a cascade. */
    public enum Cascades {
        /** All of them: one cascade. */
        TOGETHER,
        /** Those on the same target, or, where the target is who adopts, those of the same actor. */
        BY_SOURCE
    }

    /** Checks that the arrays fit together. */
    public ActivityLog {
        Objects.requireNonNull(name);
        Objects.requireNonNull(meaning);
        Objects.requireNonNull(timeUnit);
        actions = List.copyOf(actions);
        things = List.copyOf(things);
        if (actor.length != action.length || actor.length != target.length || actor.length != time.length) {
            throw new IllegalArgumentException("The arrays of an activity log have one entry per act");
        }
    }

    /** Returns the number of acts. */
    public int size() {
        return actor.length;
    }

    /** Returns whether acts are on nodes, not on things. */
    public boolean isAmongNodes() {
        return things.isEmpty();
    }

    /**
     * Derives an adoption log: whoever does one of the acts for the first time adopts then. With {@link Direction#FOLLOWS}, the actor adopts,
     * and the target, where it is a node, is the recorded source (who shares somebody's post follows); with
     * {@link Direction#INFLUENCES}, the target adopts, and the actor is the source (who mentions somebody reaches them). Acts without target
     * count where all acts make one cascade and the actor adopts, and then without source. Of acts of the same time the one with the lowest source counts.
     *
     * @param label name of the adoption log
     * @param kinds the acts that count, empty for all; indices of {@code actions}
     * @param cascades which acts make a cascade; cascades by source are numbered in the order of their sources' numbers
     * @param direction who adopts
     * @param labels gives the label of a node, for the names of cascades
     * @throws IllegalArgumentException when the direction is mutual, or targets are to adopt that are no nodes
     */
    public AdoptionLog adoptions(
            String label, BitSet kinds, Cascades cascades, Direction direction, IntFunction<String> labels) {
        checkDirection(direction);
        boolean actorAdopts = direction == Direction.FOLLOWS;
        int[] adopter = actorAdopts ? actor : target;
        int[] source = actorAdopts ? target : actor;
        boolean bySource = cascades == Cascades.BY_SOURCE;
        int[] acts = IntStream.range(0, size())
                .filter(i -> (kinds.isEmpty() || kinds.get(action[i]))
                        && adopter[i] >= 0
                        && (source[i] >= 0 || !bySource)
                        && !(isAmongNodes() && adopter[i] == source[i]))
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> bySource ? source[i] : 0)
                        .thenComparingDouble(i -> time[i])
                        .thenComparingInt(i -> adopter[i])
                        .thenComparingInt(i -> source[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Integer> kept = new ArrayList<>();
        List<String> names = new ArrayList<>();
        int[] cascade = new int[acts.length];
        BitSet adopted = new BitSet();
        int last = -1;
        for (int i : acts) {
            if (bySource && source[i] != last) {
                last = source[i];
                adopted.clear();
                names.add(isAmongNodes() ? labels.apply(last) : things.get(last));
            }
            if (!adopted.get(adopter[i])) {
                adopted.set(adopter[i]);
                cascade[kept.size()] = bySource ? names.size() - 1 : 0;
                kept.add(i);
            }
        }
        int[] left = kept.stream().mapToInt(Integer::intValue).toArray();
        return new AdoptionLog(
                label,
                meaning,
                timeUnit,
                bySource ? names.size() : 1,
                Arrays.copyOf(cascade, left.length),
                Arrays.stream(left).map(i -> adopter[i]).toArray(),
                Arrays.stream(left).mapToDouble(i -> time[i]).toArray(),
                isAmongNodes() ? Arrays.stream(left).map(i -> source[i]).toArray() : new int[0],
                Double.NaN,
                names);
    }

    private void checkDirection(Direction direction) {
        if (direction == Direction.MUTUAL || direction == Direction.INFLUENCES && !isAmongNodes()) {
            throw new IllegalArgumentException(
                    direction == Direction.MUTUAL
                            ? "Who adopts must be one of the two: the actor (follows) or the target (influences)"
                            : "Targets that are no nodes cannot adopt; the direction must be follows");
        }
    }

    /**
     * Derives a network of ties: one arc for every two nodes of which one acted on the other, with the number of acts ({@code weight}) and the
     * times of the first and the last ({@code begin}, {@code end}). The arc goes from target to actor with {@link Direction#FOLLOWS}, from
     * actor to target with {@link Direction#INFLUENCES}. Acts on oneself and acts without target make none.
     *
     * @param nodes number of nodes of the network
     * @param kinds the acts that count, empty for all; indices of {@code actions}
     * @param direction what "actor acts on target" says; mutual ties have both arcs' acts together
     * @throws IllegalArgumentException when targets are no nodes
     */
    public Network ties(int nodes, BitSet kinds, Direction direction) {
        if (!isAmongNodes()) {
            throw new IllegalArgumentException("Acts on things make no ties between nodes");
        }
        Map<Long, double[]> byPair = new HashMap<>();
        for (int i = 0; i < size(); i++) {
            if (target[i] < 0 || target[i] == actor[i] || !kinds.isEmpty() && !kinds.get(action[i])) {
                continue;
            }
            boolean turned = direction == Direction.FOLLOWS || direction == Direction.MUTUAL && target[i] < actor[i];
            long from = turned ? target[i] : actor[i];
            long to = turned ? actor[i] : target[i];
            double[] tie = byPair.computeIfAbsent(
                    from << 32 | to, pair -> new double[] {0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY});
            tie[0]++;
            tie[1] = Math.min(tie[1], time[i]);
            tie[2] = Math.max(tie[2], time[i]);
        }
        long[] pairs =
                byPair.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
        GraphBuilder builder = new GraphBuilder(nodes, direction != Direction.MUTUAL);
        for (long pair : pairs) {
            builder.add((int) (pair >>> 32), (int) pair);
        }
        Graph graph = builder.build().graph();
        double[][] columns = new double[3][graph.arcs()];
        for (int u = 0; u < nodes; u++) {
            for (int a = graph.arcBegin(u); a < graph.arcEnd(u); a++) {
                int v = graph.target(a);
                boolean turned = direction == Direction.MUTUAL && v < u;
                double[] tie = byPair.get((long) (turned ? v : u) << 32 | (turned ? u : v));
                for (int c = 0; c < columns.length; c++) {
                    columns[c][a] = tie[c];
                }
            }
        }
        return Network.of(graph)
                .withArcColumn(
                        Column.doubles(Network.WEIGHT, "acts", columns[0]).withMeaning("number of acts"))
                .withArcColumn(
                        Column.doubles(Network.BEGIN, timeUnit, columns[1]).withMeaning("first act"))
                .withArcColumn(Column.doubles(Network.END, timeUnit, columns[2]).withMeaning("last act"));
    }

    /**
     * Returns what is left of the log when its network was changed: acts of or on nodes that are gone are dropped.
     *
     * @param number for each node of the log's network its new number, -1 where it is gone
     */
    public ActivityLog renumbered(int[] number) {
        int[] left = IntStream.range(0, size())
                .filter(i -> number[actor[i]] >= 0 && (target[i] < 0 || !isAmongNodes() || number[target[i]] >= 0))
                .toArray();
        return sorted(
                name,
                meaning,
                timeUnit,
                actions,
                things,
                Arrays.stream(left).map(i -> number[actor[i]]).toArray(),
                Arrays.stream(left).map(i -> action[i]).toArray(),
                Arrays.stream(left)
                        .map(i -> target[i] < 0 || !isAmongNodes() ? target[i] : number[target[i]])
                        .toArray(),
                Arrays.stream(left).mapToDouble(i -> time[i]).toArray());
    }

    /** Returns the same with things numbered in the place of their labels, which may tell who or what they are. */
    public ActivityLog withoutNames() {
        List<String> numbers =
                IntStream.range(0, things.size()).mapToObj(Integer::toString).toList();
        return new ActivityLog(name, meaning, timeUnit, actions, numbers, actor, action, target, time);
    }

    /**
     * Makes a log of acts in any order.
     *
     * @param name name of the log
     * @param meaning what the acts are, and how time is counted
     * @param timeUnit unit of the times
     * @param actions the kinds of acts
     * @param things what is acted on where it is no node
     * @param actor node that acts
     * @param action kind of each act
     * @param target what is acted on, -1 where there is nothing
     * @param time time of each act
     */
    public static ActivityLog sorted(
            String name,
            String meaning,
            String timeUnit,
            List<String> actions,
            List<String> things,
            int[] actor,
            int[] action,
            int[] target,
            double[] time) {
        int[] order = IntStream.range(0, actor.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> time[i])
                        .thenComparingInt(i -> actor[i])
                        .thenComparingInt(i -> target[i])
                        .thenComparingInt(i -> action[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new ActivityLog(
                name,
                meaning,
                timeUnit,
                actions,
                things,
                Arrays.stream(order).map(i -> actor[i]).toArray(),
                Arrays.stream(order).map(i -> action[i]).toArray(),
                Arrays.stream(order).map(i -> target[i]).toArray(),
                Arrays.stream(order).mapToDouble(i -> time[i]).toArray());
    }
}
