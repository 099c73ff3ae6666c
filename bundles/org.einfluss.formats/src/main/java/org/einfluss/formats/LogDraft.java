package org.einfluss.formats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.ActivityLog;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.ImportReport.Change;
import org.einfluss.api.data.ImportReport.Place;
import org.einfluss.api.data.Source;
import org.einfluss.formats.LogParameters.Duplicates;
import org.einfluss.formats.LogParameters.Early;
import org.einfluss.formats.LogParameters.Parents;
import org.einfluss.formats.LogParameters.Ties;
import org.einfluss.formats.LogParameters.UnknownNodes;
import org.einfluss.formats.internal.Labels;
import org.einfluss.formats.internal.Times;
import org.einfluss.formats.internal.UnnamedDataset;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.math.IntList;

/**
 * Logs while a file is read: adoptions and acts of nodes by label. What every reader of logs would have to do alike happens here: nodes
 * are found in the network or treated as the user wants, and so are further adoptions of a node, times before the beginning, and recorded
 * sources that do not fit; all of it is counted and placed. The outcome does not depend on the order of the lines, but for cascades
 * without names, which are numbered as they come. Not thread-safe.
 */
public final class LogDraft {
    private final LogParameters wanted;
    private final Network base;
    private final ImportReport report;
    private final Times times;
    private final boolean alone;
    private final Map<String, Integer> known = new HashMap<>();
    private final Labels added = new Labels(1);
    private final Optional<Column> begins;
    private final List<String> files = new ArrayList<>();

    private final Labels cascades = new Labels(1);
    private int unnamedCascades;
    private final IntList cascade = new IntList();
    private final IntList node = new IntList();
    private final IntList parent = new IntList();
    private final IntList file = new IntList();
    private final IntList line = new IntList();
    private final IntList column = new IntList();
    private double[] time = new double[16];
    private boolean hasParents;
    private int outside;

    private final Labels actions = new Labels(1);
    private final Labels things = new Labels(1);
    private final IntList actor = new IntList();
    private final IntList action = new IntList();
    private final IntList target = new IntList();
    private double[] actTime = new double[16];

    /**
     * Starts a draft.
     *
     * @param wanted what becomes of what does not fit
     * @param network the network, or {@link LogReader#NO_NETWORK}
     * @param decimalComma whether decimals are written with a comma
     * @param report told what does not fit
     * @throws InputException when ties are wanted from a log that comes with a network
     */
    public LogDraft(LogParameters wanted, Network network, boolean decimalComma, ImportReport report) {
        this.wanted = wanted;
        this.base = network;
        this.report = report;
        times = new Times(decimalComma);
        alone = network == LogReader.NO_NETWORK;
        if (!alone && wanted.ties() != Ties.NONE) {
            throw new InputException("The log comes with a network, which has its own ties. Leave ties out.");
        }
        for (int v = 0; v < network.nodes(); v++) {
            known.putIfAbsent(network.label(v), v);
        }
        begins = network.nodeColumn(Network.BEGIN).filter(begin -> begin.type() != Column.Type.TEXT);
    }

    /**
     * Says which file is read now.
     *
     * @param name its name for messages
     */
    public void file(String name) {
        files.add(name);
    }

    /** Returns how times are read. */
    Times times() {
        return times;
    }

    /**
     * Reads a time.
     *
     * @param text how it stands in the file
     * @param place where
     * @throws InputException when it is no time
     */
    public double time(String text, InputException.Place place) {
        return times.read(text, place);
    }

    /**
     * Starts a cascade without a name.
     *
     * @param place where it stands
     * @throws InputException when others have names
     */
    public int cascade(InputException.Place place) {
        unnamedCascades++;
        checkNames(place);
        return unnamedCascades - 1;
    }

    private void checkNames(InputException.Place place) {
        if (unnamedCascades > 0 && cascades.size() > 0) {
            throw new InputException(
                    place, "Some cascades have names and others have none. Name all of them, or none.");
        }
    }

    /**
     * Returns the number of a cascade with a name, adding it when it is new.
     *
     * @param name its name
     * @param place where it stands
     * @throws InputException when others have no name
     */
    public int cascade(String name, InputException.Place place) {
        int number = cascades.add(0, name);
        checkNames(place);
        return number;
    }

    /**
     * Returns the number by which a node is known to this draft.
     *
     * @param label its label
     * @param place where it stands
     * @return the number; -1 where there is no such node and what it did is dropped
     * @throws InputException when there is no such node and there must be
     */
    public int node(String label, InputException.Place place) {
        return node(label, "event of a node outside the network dropped", place);
    }

    private int node(String label, String dropped, InputException.Place place) {
        Integer number = known.get(label);
        if (number != null) {
            return number;
        }
        if (alone || wanted.unknownNodes() == UnknownNodes.ADD) {
            int before = added.size();
            int found = added.add(0, label);
            if (!alone && found == before) {
                report.loss(Change.NOTED, "node outside the network added", at(place, label));
            }
            return base.nodes() + found;
        }
        if (wanted.unknownNodes() == UnknownNodes.REFUSE) {
            throw new InputException(
                    place,
                    "There is no node '" + NetworkDraft.shortened(label)
                            + "' in the network. Correct it, or say what becomes of such nodes: drop or add"
                            + " (--unknown-nodes).");
        }
        report.loss(Change.DROPPED, dropped, at(place, label));
        outside++;
        return -1;
    }

    private static Place at(InputException.Place place, String label) {
        return new Place(place.line(), place.column(), "node " + NetworkDraft.shortened(label));
    }

    /**
     * Adds an adoption.
     *
     * @param inCascade number of the cascade
     * @param label who adopted
     * @param when when
     * @param from label of the recorded source; empty where none is recorded
     * @param place where it stands
     */
    public void adoption(int inCascade, String label, double when, String from, InputException.Place place) {
        int who = node(label, place);
        if (who < 0 || isTooEarly(who, when, label, place)) {
            return;
        }
        int source = -1;
        if (!from.isEmpty()) {
            hasParents = true;
            source = node(from, "recorded source outside the network dropped", place);
            if (source == who) {
                report.loss(Change.DROPPED, "recorded source that is the adopter itself dropped", at(place, label));
                source = -1;
            }
        }
        time = room(time, node.size());
        time[node.size()] = when;
        cascade.add(inCascade);
        node.add(who);
        parent.add(source);
        file.add(files.size() - 1);
        line.add(place.line());
        column.add(place.column());
    }

    /**
     * Adds an act.
     *
     * @param who label of who acted
     * @param kind what was done
     * @param on label of the node or thing acted on; empty where there is none
     * @param onThing whether it is a thing, not a node
     * @param when when
     * @param place where it stands
     */
    public void act(String who, String kind, String on, boolean onThing, double when, InputException.Place place) {
        int by = node(who, place);
        if (by < 0 || isTooEarly(by, when, who, place)) {
            return;
        }
        int whom = on.isEmpty() ? -1 : onThing ? things.add(0, on) : node(on, place);
        if (whom < 0 && !on.isEmpty()) {
            return;
        }
        actTime = room(actTime, actor.size());
        actTime[actor.size()] = when;
        actor.add(by);
        action.add(actions.add(0, kind));
        target.add(whom);
    }

    private static double[] room(double[] values, int index) {
        return index < values.length ? values : Arrays.copyOf(values, Math.max(16, index + (index >> 1) + 1));
    }

    private boolean isTooEarly(int who, double when, String label, InputException.Place place) {
        boolean negative = times.areNumbers() && when < 0;
        boolean unborn = who < base.nodes()
                && begins.isPresent()
                && !begins.get().isMissing(who)
                && when < begins.get().doubleAt(who);
        if (!negative && !unborn) {
            return false;
        }
        String what = negative ? "time before 0" : "time before the node's begin";
        if (wanted.early() == Early.REFUSE) {
            throw new InputException(
                    place,
                    "Found a " + what + " (" + when + ", node '" + NetworkDraft.shortened(label)
                            + "'). Correct it, or say what becomes of such times: drop or keep (--early).");
        }
        boolean drop = wanted.early() == Early.DROP;
        report.loss(
                drop ? Change.DROPPED : Change.GUESSED,
                drop ? "event at a " + what + " dropped" : "event at a " + what + " kept",
                at(place, label));
        return drop;
    }

    private void checkLeft() {
        if (isEmpty() && outside > 0) {
            throw new InputException(
                    new InputException.Place(files.get(0), 0, 0),
                    "All " + outside
                            + " events are of nodes outside the network, so that nothing is left. Do the log and the"
                            + " network have the same identifiers?");
        }
    }

    /** Returns whether nothing was added. */
    public boolean isEmpty() {
        return node.isEmpty() && actor.isEmpty();
    }

    /** Returns for each number of this draft the node it becomes. */
    private int[] numbers() {
        int n = base.nodes();
        int[] order = added.nodes();
        int[] numbers = new int[n + order.length];
        for (int v = 0; v < numbers.length; v++) {
            numbers[v] = v < n ? v : n + order[v - n];
        }
        return numbers;
    }

    /** Returns the network with the nodes added, and, where the log came alone, the ties wanted. */
    Network network(List<AdoptionLog> logs) {
        if (alone) {
            int n = added.size();
            Network network = Network.of(Graph.empty(n));
            if (wanted.ties() == Ties.PARENTS) {
                AdoptionLog log = logs.get(0);
                int[] all = IntStream.range(0, log.size()).toArray();
                int[] from = log.parent().length == 0
                        ? Arrays.stream(all).map(i -> -1).toArray()
                        : log.parent();
                network = ActivityLog.sorted(
                                log.name(),
                                log.meaning(),
                                log.timeUnit(),
                                List.of("adopted from"),
                                List.of(),
                                log.node(),
                                new int[all.length],
                                from,
                                log.time())
                        .ties(n, new BitSet(), Direction.FOLLOWS);
            }
            Optional<Column> ids = added.column();
            return ids.isPresent() ? network.withNodeColumn(ids.get()) : network;
        }
        return added.size() == 0 ? base : enlarged();
    }

    private Network enlarged() {
        int n = base.nodes();
        int more = added.size();
        Network result = null;
        for (String layer : base.layers()) {
            Graph graph = base.graph(layer);
            int[] offsets = Arrays.copyOf(graph.offsets(), n + more + 1);
            Arrays.fill(offsets, n, offsets.length, graph.arcs());
            Graph larger = Graph.ofCanonical(graph.isDirected(), graph.isSimple(), offsets, graph.targets());
            if (result == null) {
                result = Network.of(layer, larger);
                for (Column values : base.arcColumns(layer)) {
                    result = result.withArcColumn(values);
                }
            } else {
                result = result.withLayer(layer, larger, base.arcColumns(layer));
            }
        }
        int[] positions = IntStream.range(0, n + more).map(v -> v < n ? v : -1).toArray();
        for (Column values : base.nodeColumns()) {
            if (!values.name().equals(Network.ID)) {
                result = result.withNodeColumn(values.at(positions));
            }
        }
        int[] order = added.nodes();
        String[] labels = new String[n + more];
        for (int v = 0; v < n; v++) {
            labels[v] = base.label(v);
        }
        for (int i = 0; i < more; i++) {
            labels[n + order[i]] = added.label(i);
        }
        boolean integers = base.nodeColumn(Network.ID)
                        .map(ids -> ids.type() == Column.Type.INTEGER)
                        .orElse(true)
                && Arrays.stream(labels).allMatch(Attribute::isInteger);
        return result.withNodeColumn(
                integers
                        ? Column.integers(
                                Network.ID,
                                "",
                                Arrays.stream(labels).mapToLong(Long::parseLong).toArray())
                        : Column.texts(Network.ID, labels));
    }

    /**
     * Makes the adoption log.
     *
     * @param progress asked for cancellation
     * @throws InputException when something does not fit that must
     */
    AdoptionLog adoptions(Progress progress) {
        checkLeft();
        int[] numbers = numbers();
        boolean named = cascades.size() > 0;
        int[] cascadeNumbers = named
                ? cascades.nodes()
                : IntStream.range(0, Math.max(unnamedCascades, 1)).toArray();
        int size = node.size();
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> cascadeNumbers[cascade.get(i)])
                        .thenComparingDouble(i -> time[i])
                        .thenComparingInt(i -> numbers[node.get(i)])
                        .thenComparingInt(i -> parent.get(i) < 0 ? Integer.MAX_VALUE : numbers[parent.get(i)])
                        .thenComparingInt(line::get))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] kept = new int[size];
        int count = 0;
        BitSet adopted = new BitSet();
        int last = -1;
        Map<Integer, Integer> repeated = new TreeMap<>();
        for (int i : order) {
            progress.checkCancelled();
            if (cascade.get(i) != last) {
                adopted.clear();
                last = cascade.get(i);
            }
            if (adopted.get(node.get(i))) {
                repeated.put(line.get(i), i);
            } else {
                adopted.set(node.get(i));
                kept[count++] = i;
            }
        }
        // In the order of the file, whatever the order of time is.
        tellRepeated(repeated, size - count);
        int[] stay = Arrays.copyOf(kept, count);
        String[] names = new String[named ? cascades.size() : 0];
        for (int i = 0; i < names.length; i++) {
            names[cascadeNumbers[i]] = cascades.label(i);
        }
        times.tell(report);
        report.fact("cascades", Integer.toString(cascadeNumbers.length));
        report.fact("adoptions", Integer.toString(count));
        double until = wanted.observedUntil().equals("unknown")
                ? Double.NaN
                : times.read(wanted.observedUntil(), new InputException.Place("observed-until", 0, 0));
        AdoptionLog log = new AdoptionLog(
                wanted.name(),
                times.meaning(wanted.meaning()),
                times.unit(wanted.timeUnit()),
                cascadeNumbers.length,
                Arrays.stream(stay).map(i -> cascadeNumbers[cascade.get(i)]).toArray(),
                Arrays.stream(stay).map(i -> numbers[node.get(i)]).toArray(),
                Arrays.stream(stay).mapToDouble(i -> time[i]).toArray(),
                hasParents
                        ? Arrays.stream(stay)
                                .map(i -> parent.get(i) < 0 ? -1 : numbers[parent.get(i)])
                                .toArray()
                        : new int[0],
                until,
                List.of(names));
        int[] back = new int[numbers.length];
        for (int v = 0; v < back.length; v++) {
            back[numbers[v]] = v;
        }
        return checked(log, i -> place(stay[i]), v -> label(back[v]), progress);
    }

    private void tellRepeated(Map<Integer, Integer> repeated, int times) {
        int left = times;
        for (int i : repeated.values()) {
            if (wanted.duplicates() == Duplicates.REFUSE) {
                throw new InputException(
                        place(i),
                        "Node '" + NetworkDraft.shortened(label(node.get(i)))
                                + "' adopts twice in one cascade. Correct it, or keep the first adoption"
                                + " (--duplicates first).");
            }
            report.loss(
                    Change.DROPPED, "further adoption in the same cascade dropped", at(place(i), label(node.get(i))));
            left--;
        }
        if (left > 0) {
            report.loss(Change.DROPPED, "further adoption in the same cascade dropped", Place.NONE, left);
        }
    }

    /**
     * Treats the recorded sources of a log that do not fit as it was asked for.
     *
     * @param log the log, of the nodes of the draft's network
     * @param where where in the files an adoption stands
     * @param label label of a node
     * @param progress asked for cancellation
     * @throws InputException when a source does not fit and must
     */
    AdoptionLog checked(
            AdoptionLog log, IntFunction<InputException.Place> where, IntFunction<String> label, Progress progress) {
        if (log.parent().length == 0) {
            return log;
        }
        int nodes = base.nodes() + added.size();
        double[] since = new double[nodes];
        int[] in = new int[nodes];
        Arrays.fill(in, -1);
        boolean tied =
                base.layers().stream().anyMatch(layer -> base.graph(layer).arcs() > 0);
        int[] parents = log.parent().clone();
        for (int begin = 0, end; begin < log.size(); begin = end) {
            progress.checkCancelled();
            int number = log.cascade()[begin];
            for (end = begin; end < log.size() && log.cascade()[end] == number; end++) {
                in[log.node()[end]] = number;
                since[log.node()[end]] = log.time()[end];
            }
            for (int i = begin; i < end; i++) {
                int from = parents[i];
                boolean before = from < 0 || in[from] == number && since[from] < log.time()[i];
                if (!before || tied && from >= 0 && !isTied(from, log.node()[i])) {
                    String pair = "'" + NetworkDraft.shortened(label.apply(from)) + "' for '"
                            + NetworkDraft.shortened(label.apply(log.node()[i])) + "'";
                    boolean stays = stays(
                            where.apply(i),
                            pair,
                            before ? "without a tie to the adopter" : "that did not adopt before");
                    parents[i] = stays ? from : -1;
                }
            }
        }
        report.fact(
                "recorded sources",
                Long.toString(Arrays.stream(parents).filter(from -> from >= 0).count()));
        return new AdoptionLog(
                log.name(),
                log.meaning(),
                log.timeUnit(),
                log.cascades(),
                log.cascade(),
                log.node(),
                log.time(),
                parents,
                log.observedUntil(),
                log.cascadeNames());
    }

    private boolean isTied(int from, int to) {
        return from < base.nodes()
                && to < base.nodes()
                && base.layers().stream().anyMatch(layer -> base.graph(layer).findArc(from, to) >= 0);
    }

    private boolean stays(InputException.Place place, String pair, String how) {
        if (wanted.parents() == Parents.REFUSE) {
            throw new InputException(
                    place,
                    "The recorded source " + pair + " is one " + how
                            + ". Correct it, or say what becomes of such sources: keep or drop (--parents).");
        }
        boolean drop = wanted.parents() == Parents.DROP;
        report.loss(
                drop ? Change.DROPPED : Change.GUESSED,
                "recorded source " + how + (drop ? " dropped" : " kept"),
                new Place(place.line(), place.column(), pair));
        return !drop;
    }

    private String label(int number) {
        return number < base.nodes() ? base.label(number) : added.label(number - base.nodes());
    }

    private InputException.Place place(int i) {
        return new InputException.Place(files.get(file.get(i)), line.get(i), column.get(i));
    }

    /**
     * Makes the dataset of what was read.
     *
     * @param sources the files
     * @param logs adoption logs
     * @param activities activity logs
     */
    Dataset dataset(List<Source> sources, List<AdoptionLog> logs, List<ActivityLog> activities) {
        return dataset(sources, network(logs), logs, activities);
    }

    /** Makes the dataset with a network made from the log. */
    Dataset dataset(List<Source> sources, Network network, List<AdoptionLog> logs, List<ActivityLog> activities) {
        if (alone) {
            report.network(network);
        }
        Dataset unnamed = UnnamedDataset.of(sources.get(0), Direction.INFLUENCES, network);
        return new Dataset(unnamed.descriptor(), network, logs, activities);
    }

    /** Makes the activity log. */
    ActivityLog activities() {
        checkLeft();
        int[] numbers = numbers();
        int[] actionNumbers = actions.nodes();
        int[] thingNumbers = things.nodes();
        times.tell(report);
        report.fact("acts", Integer.toString(actor.size()));
        boolean onThings = things.size() > 0;
        return ActivityLog.sorted(
                wanted.name(),
                times.meaning(wanted.meaning()),
                times.unit(wanted.timeUnit()),
                labels(actions),
                labels(things),
                Arrays.stream(actor.toArray()).map(v -> numbers[v]).toArray(),
                Arrays.stream(action.toArray()).map(a -> actionNumbers[a]).toArray(),
                Arrays.stream(target.toArray())
                        .map(t -> t < 0 ? -1 : onThings ? thingNumbers[t] : numbers[t])
                        .toArray(),
                Arrays.copyOf(actTime, actor.size()));
    }

    private static List<String> labels(Labels labels) {
        List<String> result = new ArrayList<>(Collections.nCopies(labels.size(), ""));
        int[] order = labels.nodes();
        for (int i = 0; i < order.length; i++) {
            result.set(order[i], labels.label(i));
        }
        return result;
    }
}
