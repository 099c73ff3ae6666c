package org.einfluss.formats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.einfluss.api.InputException;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.ImportReport.Change;
import org.einfluss.api.data.ImportReport.Place;
import org.einfluss.api.data.Source;
import org.einfluss.formats.NetworkParameters.Loops;
import org.einfluss.formats.NetworkParameters.Parallel;
import org.einfluss.formats.NetworkParameters.TieDirection;
import org.einfluss.formats.internal.Labels;
import org.einfluss.formats.internal.TieList;
import org.einfluss.formats.internal.UnnamedDataset;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.math.CompensatedSum;
import org.einfluss.math.IntList;

/**
 * A network while a file is read: nodes by label, ties, attributes of both. What every reader would have to do alike happens here: nodes
 * are put in the order of their labels, ties turned into the direction of influence, loops and parallel ties treated as the user
 * wants, the attribute {@code layer} made into layers, the attribute {@code weight} into weights; the outcome does not depend on the order
 * in which nodes and ties were added. Not thread-safe.
 */
public final class NetworkDraft {
    /** Nodes a file may declare without giving each a byte: more is taken for damage. */
    private static final long DECLARED = 10_000_000;

    private static final long DECLARED_PER_BYTE = 16;

    /** Columns of nodes or ties; a file with more of them is no table of people or ties. */
    private static final int MOST_COLUMNS = 10_000;

    /** Name of an attribute of ties that is called weight and is none. */
    private static final String NO_WEIGHT = "weight-attribute";

    private final String file;
    private Optional<Labels> labels;
    private final BitSet declared = new BitSet();
    private final Map<Integer, InputException.Place> undeclared = new LinkedHashMap<>();
    private int numbered;
    private boolean bothWays;
    private boolean weightIsOne;
    private final Map<String, Attribute> nodeAttributes = new LinkedHashMap<>();
    private final Map<String, Attribute> tieAttributes = new LinkedHashMap<>();
    private final TieList list = new TieList();
    private final BitSet directed = new BitSet();
    private Optional<InputException.Place> firstDirected = Optional.empty();
    private boolean directedByDefault;
    private boolean made;

    private NetworkDraft(String file, Optional<Labels> labels) {
        this.file = file;
        this.labels = labels;
    }

    /**
     * Starts a draft whose nodes have labels.
     *
     * @param file the file's name for messages
     */
    public static NetworkDraft labelled(String file) {
        return new NetworkDraft(file, Optional.of(new Labels(1)));
    }

    /**
     * Starts a draft whose nodes have labels that are kept elsewhere.
     *
     * @param file the file's name for messages
     * @param labels where the ends of ties are numbered
     */
    static NetworkDraft labelled(String file, Labels labels) {
        return new NetworkDraft(file, Optional.of(labels));
    }

    /**
     * Starts a draft whose nodes have numbers only.
     *
     * @param file the file's name for messages
     */
    public static NetworkDraft numbered(String file) {
        return new NetworkDraft(file, Optional.empty());
    }

    /**
     * Returns the number by which a node is known to this draft, adding it when it is new.
     *
     * @param label its label
     */
    public int node(String label) {
        return labels.orElseThrow().add(0, label);
    }

    /** Returns whether nodes have labels. */
    public boolean isLabelled() {
        return labels.isPresent();
    }

    /**
     * Returns whether there is a node of this label.
     *
     * @param label the label
     */
    public boolean hasNode(String label) {
        return labels.orElseThrow().find(label) >= 0;
    }

    /**
     * Adds a node that the file declares.
     *
     * @param label its label
     * @param place where it stands
     * @return its number
     * @throws InputException when it was declared before
     */
    public int declare(String label, InputException.Place place) {
        int node = node(label);
        if (declared.get(node)) {
            throw new InputException(place, "The node '" + shortened(label) + "' is given twice. Remove one.");
        }
        declared.set(node);
        undeclared.remove(node);
        return node;
    }

    /**
     * Returns the number of a node at an end of a tie; {@link #checkEnds} tells if it is never declared.
     *
     * @param label its label
     * @param place where the tie stands
     */
    public int end(String label, InputException.Place place) {
        int node = node(label);
        if (!declared.get(node)) {
            undeclared.putIfAbsent(node, place);
        }
        return node;
    }

    /**
     * Checks that all nodes at ends of ties were declared.
     *
     * @throws InputException naming the first tie with another one
     */
    public void checkEnds() {
        for (Map.Entry<Integer, InputException.Place> missing : undeclared.entrySet()) {
            throw new InputException(
                    missing.getValue(),
                    "There is no node '" + shortened(label(missing.getKey()))
                            + "' for this edge. Add the node, or correct the edge.");
        }
    }

    /**
     * Gives the nodes other labels.
     *
     * @param others a label for each node, all different
     */
    public void relabel(List<String> others) {
        Labels changed = new Labels(1);
        others.forEach(label -> changed.add(0, label));
        labels = Optional.of(changed);
    }

    /** States that the format gives the weight 1 to ties that say none, where others of their layer do. */
    public void weightIsOne() {
        weightIsOne = true;
    }

    /** States that the file lists mutual ties from both ends, so that two equal ones are one. */
    public void listsBothWays() {
        bothWays = true;
    }

    /**
     * Makes sure that the nodes 0 … n−1 of a numbered draft exist.
     *
     * @param n how many
     */
    public void nodes(int n) {
        numbered = Math.max(numbered, n);
    }

    /** Returns how many nodes there are. */
    public int nodes() {
        return labels.map(Labels::size).orElse(numbered);
    }

    /**
     * Refuses a number of nodes that a file of this size declares but cannot mean: it would be paid for in memory.
     *
     * @param place where it is declared
     * @param declared the number
     * @param bytes size of the file
     */
    public static void checkDeclared(InputException.Place place, long declared, long bytes) {
        if (declared > mostDeclared(bytes)) {
            throw new InputException(
                    place,
                    "This file of " + bytes + " bytes declares " + declared
                            + " nodes, which cannot be. Correct the number.");
        }
    }

    /**
     * Returns the most nodes that a file of this size may declare.
     *
     * @param bytes size of the file
     */
    public static long mostDeclared(long bytes) {
        return Math.min(Integer.MAX_VALUE - 9, DECLARED + DECLARED_PER_BYTE * bytes);
    }

    /**
     * Adds a tie.
     *
     * @param a first end
     * @param b second end
     * @param isDirected whether it goes from a to b only
     * @param line line where it stands, 0 where there is none
     * @param column column where it stands, 0 where it is not known
     * @return its number
     */
    public int tie(int a, int b, boolean isDirected, int line, int column) {
        int number = list.size();
        if (number == Integer.MAX_VALUE - 9) {
            throw new InputException(file + ": There are more ties than a graph can hold. Split the file.");
        }
        list.add(a, b, line);
        if (isDirected) {
            direct(number, column);
        }
        return number;
    }

    /**
     * States that a tie goes from its first end to its second only.
     *
     * @param tie its number
     * @param column column where it stands, 0 where it is not known
     */
    public void direct(int tie, int column) {
        directed.set(tie);
        if (firstDirected.isEmpty()) {
            firstDirected = Optional.of(new InputException.Place(file, list.line(tie), column));
        }
    }

    /**
     * States that the file is about directed ties, and that all there are go from their first end to their second only.
     *
     * @param column column where the first stands, 0 where it is not known
     */
    void directAll(int column) {
        directedByDefault();
        if (ties() > 0) {
            direct(0, column);
            directed.set(0, ties());
        }
    }

    /**
     * Adds a tie like another one, with the same values.
     *
     * @param tie the other one
     * @return its number
     */
    public int copyTie(int tie) {
        int copy = tie(list.from(tie), list.to(tie), directed.get(tie), list.line(tie), 0);
        tieAttributes.values().forEach(attribute -> attribute.copy(tie, copy));
        return copy;
    }

    /** States that the file is about directed ties, which decides where it has none. */
    public void directedByDefault() {
        directedByDefault = true;
    }

    /** Returns how many ties there are. */
    public int ties() {
        return list.size();
    }

    /**
     * Returns an attribute of nodes, making it when it is new.
     *
     * @param name its name
     * @param kind how its type is known, when it is new
     */
    public Attribute nodeAttribute(String name, Attribute.Kind kind) {
        return attribute(nodeAttributes, name, kind);
    }

    /**
     * Drops an attribute of nodes.
     *
     * @param name its name
     */
    public void forgetNodeAttribute(String name) {
        nodeAttributes.remove(name);
    }

    /**
     * Returns an attribute of ties, making it when it is new.
     *
     * @param name its name
     * @param kind how its type is known, when it is new
     */
    public Attribute tieAttribute(String name, Attribute.Kind kind) {
        return attribute(tieAttributes, name, kind);
    }

    /**
     * Returns whether there is an attribute of nodes.
     *
     * @param name its name
     */
    public boolean hasNodeAttribute(String name) {
        return nodeAttributes.containsKey(name);
    }

    /**
     * Returns whether there is an attribute of ties.
     *
     * @param name its name
     */
    public boolean hasTieAttribute(String name) {
        return tieAttributes.containsKey(name);
    }

    private Attribute attribute(Map<String, Attribute> among, String name, Attribute.Kind kind) {
        Attribute known = among.get(name);
        if (known == null) {
            if (among.size() == MOST_COLUMNS) {
                throw new InputException(file + ": There are more than " + MOST_COLUMNS
                        + " columns of nodes or of ties. Is it the right file?");
            }
            known = new Attribute(name, kind);
            among.put(name, known);
        }
        return known;
    }

    /**
     * Makes the network; once, as what was read is freed on the way.
     *
     * @param parameters what the user said
     * @param report told what was dropped, merged or converted, and what the network holds
     * @return the network
     * @throws InputException when there are directed ties and nothing was said of their direction
     */
    public Network network(NetworkParameters parameters, ImportReport report) {
        if (made) {
            throw new IllegalStateException("The network was made before");
        }
        made = true;
        name(Network.LAYER, parameters.layer(), tieAttributes, "ties");
        String begin = parameters.begin();
        boolean moments = !begin.equals(NetworkParameters.AUTO) && begin.equals(parameters.end());
        name(Network.END, parameters.end(), tieAttributes, "ties");
        name(Network.BEGIN, moments ? Network.END : begin, tieAttributes, "ties");
        if (moments) {
            tieAttributes.put(Network.END, tieAttributes.get(Network.BEGIN).named(Network.END, Attribute.Kind.OPEN));
        }
        name(Network.MODE, parameters.mode(), nodeAttributes, "nodes");
        if (parameters.weight().equals(NetworkParameters.NONE)) {
            Attribute plain = tieAttributes.remove(Network.WEIGHT);
            if (plain != null) {
                String name = free(NO_WEIGHT, tieAttributes.keySet());
                tieAttributes.put(name, plain.renamed(name));
            }
        } else {
            name(Network.WEIGHT, parameters.weight(), tieAttributes, "ties");
        }
        nodeAttributes.values().forEach(Attribute::settle);
        tieAttributes.values().forEach(Attribute::settle);
        Network network = new Building(direction(parameters), parameters, report).network();
        report.network(network);
        return network;
    }

    /** Gives an attribute the name by which its meaning is known. */
    private void name(String name, String given, Map<String, Attribute> among, String of) {
        if (given.equals(NetworkParameters.AUTO) || given.equals(name)) {
            return;
        }
        if (!among.containsKey(given) || among.containsKey(name)) {
            throw new InputException(file + ": Expected an attribute '" + given + "' of " + of + " and none named "
                    + name + " beside it, found " + (among.isEmpty() ? "none" : String.join(", ", among.keySet()))
                    + ". Correct the name.");
        }
        Attribute attribute = among.remove(given);
        boolean word = name.equals(Network.LAYER) || name.equals(Network.MODE);
        among.put(
                name,
                name.equals(Network.WEIGHT)
                        ? attribute.renamed(name)
                        : attribute.named(name, word ? Attribute.Kind.TEXT : Attribute.Kind.OPEN));
    }

    /**
     * Returns what the ties say: what the user said where any is directed, else that they are mutual.
     *
     * @param parameters what the user said
     */
    public Direction direction(NetworkParameters parameters) {
        if (firstDirected.isEmpty()) {
            boolean said = directedByDefault && ties() == 0 && parameters.direction() != TieDirection.UNSTATED;
            return said ? parameters.direction().direction() : Direction.MUTUAL;
        }
        if (parameters.direction() == TieDirection.UNSTATED) {
            throw new InputException(
                    firstDirected.get(),
                    "Direction must be given, it cannot be seen in the file: does an edge from a to b say that a"
                            + " influences b (influences), that a follows or names b (follows), or both (mutual)?");
        }
        return parameters.direction().direction();
    }

    /**
     * Returns a node's label.
     *
     * @param node the node's number in this draft
     */
    public String label(int node) {
        return labels.map(known -> known.label(node)).orElse(Integer.toString(node));
    }

    /**
     * Makes a dataset of which nothing is known but its file.
     *
     * @param source the file
     * @param direction what its ties say
     * @param network its content
     */
    public static Dataset dataset(Source source, Direction direction, Network network) {
        return UnnamedDataset.of(source, direction, network);
    }

    private Place place(int tie) {
        boolean loop = list.from(tie) == list.to(tie) && list.line(tie) > 0;
        return place(tie, loop ? "" : ends(list.from(tie), list.to(tie)));
    }

    private Place place(int tie, String ends) {
        return new Place(list.line(tie), 0, ends);
    }

    private String ends(int a, int b) {
        return shortened(label(a)) + " " + shortened(label(b));
    }

    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "…";
    }

    /** One making of a network out of the draft. */
    private final class Building {
        private final Direction direction;
        private final NetworkParameters parameters;
        private final ImportReport report;
        private final int[] number;
        private final boolean keepParallel;
        private final BitSet backwards = new BitSet(); // ties from the higher node to the lower
        private int[] draftNumbers = new int[0];
        private final Map<String, Attribute> byName = new TreeMap<>(tieAttributes);
        private final Map<String, String> blankTies = new HashMap<>();

        Building(Direction direction, NetworkParameters parameters, ImportReport report) {
            this.direction = direction;
            this.parameters = parameters;
            this.report = report;
            number = labels.map(Labels::nodes).orElse(new int[0]);
            boolean dated = tieAttributes.containsKey(Network.BEGIN) || tieAttributes.containsKey(Network.END);
            keepParallel = parameters.parallel() == Parallel.KEEP || parameters.parallel() == Parallel.AUTO && dated;
        }

        Network network() {
            Optional<Attribute> layer = Optional.ofNullable(tieAttributes.get(Network.LAYER));
            Optional<Network> network = Optional.empty();
            checkWeights();
            Map<String, int[]> layers = layers(layer);
            int left = layers.size();
            for (Map.Entry<String, int[]> one : layers.entrySet()) {
                Rows rows = new Rows(one.getValue(), --left == 0);
                Graph graph = Graph.ofCanonical(rows.isDirected, rows.isSimple, rows.offset, rows.target);
                Network ground = network.orElseGet(() -> Network.of(one.getKey(), graph));
                network = Optional.of(ground.withLayer(one.getKey(), graph, columns(rows, layer)));
            }
            return withNodeColumns(network.orElseThrow());
        }

        /** Refuses NaN among weights while the ends of ties are known. */
        private void checkWeights() {
            Attribute weight = tieAttributes.get(Network.WEIGHT);
            if (weight != null && isOfNumbers(weight) && weight.firstNoNumber() >= 0) {
                int tie = weight.firstNoNumber();
                throw notFinite(tie, ends(list.from(tie), list.to(tie)), Double.NaN);
            }
        }

        private static boolean isOfNumbers(Attribute attribute) {
            return attribute.columnType() == Column.Type.DOUBLE || attribute.columnType() == Column.Type.INTEGER;
        }

        /** The number by which the draft knows a node of the network. */
        private int draftNumber(int node) {
            if (draftNumbers.length == 0) {
                draftNumbers = new int[nodes()];
                for (int i = 0; i < draftNumbers.length; i++) {
                    draftNumbers[number.length == 0 ? i : number[i]] = i;
                }
            }
            return draftNumbers[node];
        }

        /** The ties of each layer, layers by name; one array of length 0 stands for all ties. */
        private Map<String, int[]> layers(Optional<Attribute> layer) {
            if (layer.isEmpty() || ties() == 0) {
                return Map.of(Network.FIRST_LAYER, new int[0]);
            }
            Map<String, IntList> lists = new TreeMap<>();
            for (int tie = 0; tie < ties(); tie++) {
                String name =
                        layer.get().text(tie).filter(text -> !text.isBlank()).orElse(Network.FIRST_LAYER);
                lists.computeIfAbsent(name, key -> new IntList()).add(tie);
            }
            Map<String, int[]> ties = new TreeMap<>();
            lists.forEach((name, list) -> ties.put(name, list.toArray()));
            return ties;
        }

        private int from(int tie) {
            return number.length == 0 ? list.from(tie) : number[list.from(tie)];
        }

        private int to(int tie) {
            return number.length == 0 ? list.to(tie) : number[list.to(tie)];
        }

        /** The rows of a layer's graph, and for each arc the tie it comes from. */
        private final class Rows {
            private final boolean isDirected;
            private boolean isSimple = true;
            private final int[] offset;
            private int[] target = new int[0];
            private long[] slot; // an arc, until they are sorted: its target above the tie it comes from
            private int[] tieOf = new int[0];
            private final Map<Integer, Double> sums = new LinkedHashMap<>();

            Rows(int[] only, boolean last) {
                int count = only.length == 0 ? ties() : only.length;
                boolean any = count == 0 && direction != Direction.MUTUAL;
                for (int i = 0; i < count && !any && direction != Direction.MUTUAL; i++) {
                    any = directed.get(only.length == 0 ? i : only[i]);
                }
                isDirected = any;
                int n = nodes();
                offset = new int[n + 1];
                long slots = 0;
                IntList loops = new IntList();
                IntList doubled = new IntList();
                for (int i = 0; i < count; i++) {
                    int tie = only.length == 0 ? i : only[i];
                    int a = from(tie);
                    int b = to(tie);
                    if (a == b && parameters.loops() == Loops.DROP) {
                        loops.add(tie);
                        continue;
                    }
                    backwards.set(tie, a > b);
                    boolean both = !isDirected || !directed.get(tie) && a != b;
                    boolean turned = isDirected && directed.get(tie) && direction == Direction.FOLLOWS;
                    offset[(turned ? b : a) + 1]++;
                    if (both) {
                        offset[b + 1]++;
                    }
                    if (both && isDirected) {
                        doubled.add(tie);
                    }
                    slots += both ? 2 : 1;
                }
                if (slots > Integer.MAX_VALUE - 9) {
                    throw new InputException(file + ": There are more ties than a graph can hold. Split the file.");
                }
                tell(Change.DROPPED, "self-loop dropped", loops);
                tell(Change.CONVERTED, "undirected edge among directed ones became two arcs", doubled);
                for (int u = 0; u < n; u++) {
                    offset[u + 1] += offset[u];
                }
                // Sorting a row puts parallel arcs side by side.
                slot = new long[(int) slots];
                int[] next = Arrays.copyOf(offset, n);
                for (int i = 0; i < count; i++) {
                    int tie = only.length == 0 ? i : only[i];
                    int a = from(tie);
                    int b = to(tie);
                    if (a == b && parameters.loops() == Loops.DROP) {
                        continue;
                    }
                    boolean both = !isDirected || !directed.get(tie) && a != b;
                    boolean turned = isDirected && directed.get(tie) && direction == Direction.FOLLOWS;
                    int u = turned ? b : a;
                    int v = turned ? a : b;
                    slot[next[u]++] = (long) v << 32 | tie;
                    if (both) {
                        slot[next[v]++] = (long) u << 32 | tie;
                    }
                }
                sortRows(last);
            }

            /** The tie that an arc comes from. */
            int tieOf(int arc) {
                return tieOf[arc];
            }

            /** Sorts the rows and goes through their parallel arcs. */
            private void sortRows(boolean last) {
                IntList merged = new IntList();
                int arcs = 0;
                int begin = 0;
                for (int u = 0; u + 1 < offset.length; u++) {
                    int end = offset[u + 1];
                    Arrays.sort(slot, begin, end);
                    for (int i = begin, after; i < end; i = after) {
                        int v = (int) (slot[i] >>> 32);
                        for (after = i + 1; after < end && (int) (slot[after] >>> 32) == v; after++) {
                            // to the end of the parallel arcs
                        }
                        int j = after;
                        int unit = u == v && !isDirected ? 2 : 1;
                        if (j - i > unit) {
                            sortByContent(i, j);
                            j = bothWays && !isDirected && u != v ? withoutTwins(i, j) : j;
                        }
                        int kept = keepParallel ? j - i : unit;
                        isSimple &= u != v && kept == 1;
                        for (int k = i + kept; k < j; k += unit) {
                            if (isDirected || u <= v) {
                                merged.add((int) slot[k]);
                            }
                        }
                        if (kept < j - i
                                && (parameters.parallel() == Parallel.SUM
                                        || parameters.parallel() == Parallel.LARGEST)) {
                            sum(i, j, unit, arcs + kept - unit);
                        }
                        System.arraycopy(slot, i, slot, arcs, kept); // never beyond what was gone through
                        arcs += kept;
                    }
                    begin = end;
                    offset[u + 1] = arcs;
                }
                tell(Change.MERGED, "repeated tie merged", merged);
                if (last) {
                    list.forgetEnds(); // the rows and their order are enough
                }
                target = new int[arcs];
                tieOf = new int[arcs];
                for (int arc = 0; arc < arcs; arc++) {
                    target[arc] = (int) (slot[arc] >>> 32);
                    tieOf[arc] = (int) slot[arc];
                }
                slot = new long[0];
            }

            /** Of equal ties listed from both ends one stays; the others leave the part of the row that ends at the returned place. */
            private int withoutTwins(int begin, int end) {
                int kept = begin;
                for (int i = begin, j; i < end; i = j) {
                    int forward = 0;
                    for (j = i; j < end && sameContent((int) slot[i], (int) slot[j]); j++) {
                        forward += from((int) slot[j]) < to((int) slot[j]) ? 1 : 0;
                    }
                    int stay = Math.max(forward, j - i - forward);
                    for (int k = 0; k < stay; k++) {
                        slot[kept++] = slot[i + k];
                    }
                }
                return kept;
            }

            private boolean sameContent(int a, int b) {
                return tieAttributes.values().stream().allMatch(attribute -> attribute.compare(a, b) == 0);
            }

            /** Parallel ties in the order of their attributes, so that the order of the file does not matter. */
            private void sortByContent(int begin, int end) {
                Long[] group = new Long[end - begin];
                for (int k = 0; k < group.length; k++) {
                    group[k] = slot[begin + k];
                }
                Arrays.sort(group, (x, y) -> {
                    for (Attribute attribute : byName.values()) {
                        int order = attribute.compare(x.intValue(), y.intValue());
                        if (order != 0) {
                            return order;
                        }
                    }
                    return Long.compare(x, y);
                });
                for (int k = 0; k < group.length; k++) {
                    slot[begin + k] = group[k];
                }
            }

            private void sum(int begin, int end, int unit, int arc) {
                Attribute weight = tieAttributes.get(Network.WEIGHT);
                if (weight == null || !isOfNumbers(weight)) {
                    return;
                }
                double[] values = new double[(end - begin) / unit];
                for (int k = 0; k < values.length; k++) {
                    values[k] = weight(weight, (int) slot[begin + k * unit]);
                }
                Arrays.sort(values);
                CompensatedSum sum = new CompensatedSum();
                for (double value : values) {
                    sum.add(value);
                }
                boolean largest = parameters.parallel() == Parallel.LARGEST;
                for (int k = 0; k < unit; k++) {
                    sums.put(arc + k, largest ? values[values.length - 1] : sum.value());
                }
            }

            int arcs() {
                return target.length;
            }

            /** The labels of the ends of an arc's tie, in the order of the file. */
            String ends(int arc) {
                int u = 0;
                for (int above = offset.length - 1; above - u > 1; ) {
                    int middle = u + above >>> 1;
                    u = offset[middle] <= arc ? middle : u;
                    above = offset[middle] <= arc ? above : middle;
                }
                int low = Math.min(u, target[arc]);
                int high = Math.max(u, target[arc]);
                boolean back = backwards.get(tieOf[arc]);
                return NetworkDraft.this.ends(draftNumber(back ? high : low), draftNumber(back ? low : high));
            }
        }

        /** Tells of ties in the order of the file. */
        private void tell(Change change, String what, IntList ties) {
            int[] sorted = ties.toArray();
            Arrays.sort(sorted);
            for (int tie : sorted) {
                report.loss(change, what, place(tie));
            }
        }

        private List<Column> columns(Rows rows, Optional<Attribute> layer) {
            List<Column> columns = new ArrayList<>();
            for (Attribute attribute : tieAttributes.values()) {
                if (layer.filter(one -> one == attribute).isPresent()) {
                    continue;
                }
                boolean none = true;
                for (int arc = 0; arc < rows.arcs() && none; arc++) {
                    none = attribute.text(rows.tieOf(arc)).isEmpty();
                }
                boolean unused = attribute.name().equals(Network.WEIGHT) && rows.arcs() > 0;
                if (none && (layer.isPresent() || unused)) {
                    continue; // declared, or of another layer
                }
                columns.add(
                        attribute.name().equals(Network.WEIGHT)
                                ? weights(attribute, rows, none)
                                : column(attribute, nameOf(attribute, tieAttributes.keySet(), blankTies), rows));
            }
            return columns;
        }

        private Column column(Attribute attribute, String name, Rows rows) {
            tellMixed(attribute, "arc");
            return attribute.column(name, rows.arcs(), rows::tieOf, attribute.columnType());
        }

        private double weight(Attribute attribute, int tie) {
            double value = attribute.doubleAt(tie);
            return weightIsOne && Double.isNaN(value) ? 1 : value;
        }

        private Column weights(Attribute attribute, Rows rows, boolean none) {
            if (!isOfNumbers(attribute) && !none) {
                String name = free(NO_WEIGHT, tieAttributes.keySet());
                report.loss(
                        Change.CONVERTED,
                        "attribute weight that holds no numbers renamed",
                        Place.of("arc attribute " + name));
                return column(attribute, name, rows);
            }
            tellMixed(attribute, "arc");
            if (weightIsOne) {
                report.standard("arc", Network.WEIGHT, "1");
            }
            double[] values = new double[rows.arcs()];
            int negative = 0;
            for (int arc = 0; arc < values.length; arc++) {
                double own = weight(attribute, rows.tieOf(arc));
                values[arc] = rows.sums.isEmpty() ? own : rows.sums.getOrDefault(arc, own);
                if (values[arc] >= 0 && values[arc] < Double.POSITIVE_INFINITY) {
                    continue;
                }
                int tie = rows.tieOf(arc);
                if (Double.isNaN(values[arc])) {
                    throw new InputException(
                            new InputException.Place(file, list.line(tie), 0),
                            "The edge '" + rows.ends(arc) + "' has no weight, others have one. Add it.");
                }
                if (Double.isInfinite(values[arc])) {
                    throw notFinite(tie, rows.ends(arc), values[arc]);
                }
                negative++;
            }
            tellNegative(rows, values, negative);
            return Column.doubles(Network.WEIGHT, "", values);
        }

        /** Tells of negative weights in the order of the file, of each tie once. */
        private void tellNegative(Rows rows, double[] weights, int negative) {
            long[] arcs = new long[negative]; // an arc below its tie
            for (int arc = 0, k = 0; k < negative; arc++) {
                if (weights[arc] < 0) {
                    arcs[k++] = (long) rows.tieOf(arc) << 32 | arc;
                }
            }
            Arrays.sort(arcs);
            int before = -1;
            for (long one : arcs) {
                int tie = (int) (one >>> 32);
                if (tie != before) {
                    report.loss(Change.NOTED, "negative weight kept", place(tie, rows.ends((int) one)));
                }
                before = tie;
            }
        }

        private InputException notFinite(int tie, String ends, double found) {
            return new InputException(
                    new InputException.Place(file, list.line(tie), 0),
                    "Expected a finite weight of the edge '" + ends + "', found " + found + ". Correct it.");
        }

        private void tellMixed(Attribute attribute, String of) {
            if (attribute.isMixed()) {
                report.loss(
                        Change.CONVERTED,
                        "attribute with values of several types made texts",
                        Place.of(of + " attribute " + attribute.name()));
            }
            if (attribute.takenAsMissing() > 0) {
                report.loss(
                        Change.GUESSED,
                        "text such as NA among numbers taken as missing",
                        Place.of(of + " attribute " + attribute.name()),
                        attribute.takenAsMissing());
            }
            if (attribute.commas() > 0) {
                report.loss(
                        Change.GUESSED,
                        "number with a comma kept as a text",
                        Place.of(of + " attribute " + attribute.name()),
                        attribute.commas());
            }
            attribute.standardText().ifPresent(value -> report.standard(of, attribute.name(), value));
        }

        private Network withNodeColumns(Network network) {
            List<Column> columns = new ArrayList<>();
            Map<String, String> blankNodes = new HashMap<>();
            labels.flatMap(Labels::column).ifPresent(columns::add);
            for (Attribute attribute : nodeAttributes.values()) {
                tellMixed(attribute, "node");
                String name = nameOf(attribute, nodeAttributes.keySet(), blankNodes);
                if (name.equals(Network.ID)) {
                    name = free("id-attribute", nodeAttributes.keySet());
                    report.loss(Change.CONVERTED, "node attribute id renamed", Place.of("node attribute " + name));
                }
                columns.add(attribute.column(name, nodes(), this::draftNumber, attribute.columnType()));
            }
            return network.withNodeColumns(columns);
        }

        /** The name of an attribute; of those that are blank each gets one of its own, the same in all layers. */
        private String nameOf(Attribute attribute, Collection<String> names, Map<String, String> ofBlank) {
            if (!attribute.name().isBlank()) {
                return attribute.name();
            }
            return ofBlank.computeIfAbsent(attribute.name(), blank -> {
                Set<String> taken = new HashSet<>(names);
                taken.addAll(ofBlank.values());
                String name = free("unnamed", taken);
                report.loss(Change.CONVERTED, "attribute without a name named", Place.of("attribute " + name));
                return name;
            });
        }
    }

    private static String free(String wanted, Collection<String> names) {
        String name = wanted;
        for (int i = 2; names.contains(name); i++) {
            name = wanted + "-" + i;
        }
        return name;
    }
}
