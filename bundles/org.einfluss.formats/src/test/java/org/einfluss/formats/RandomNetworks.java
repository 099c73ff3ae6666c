package org.einfluss.formats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.einfluss.formats.Holds.Feature;
import org.einfluss.formats.internal.Labels;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.graph.Spells;
import org.einfluss.graph.Subnetwork;
import org.einfluss.math.RandomStream;

/** Small networks of every kind: labels, loops, parallel ties, layers, columns of all types with missing values and odd texts. */
final class RandomNetworks {
    private static final String[] ODD = {
        "a",
        "Zoë Müller",
        "x,y",
        "semi;colon",
        "tab\there",
        "\"quoted\"",
        "it's",
        "new\nline",
        " blank ",
        "",
        "#tag",
        "%",
        "007",
        "1e5",
        "-3",
        "3.50",
        "true",
        "NA",
        "NaN",
        "日本",
        "😀",
        "<b>&amp;",
        "]]>",
        "back\\slash",
        "a->b",
        "*Arcs",
        "{",
        "[1]",
        "null",
        "0",
        "ctrl\u0001"
    };
    private static final double[] NUMBERS = {
        0, -0.0, 1, -1.5, 0.1, 1e300, 4.9e-324, 123456789012345.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
    };

    private final RandomStream random;
    private final Set<Feature> features;

    RandomNetworks(long key, Set<Feature> features) {
        random = new RandomStream(key);
        this.features = features;
    }

    private boolean may(Feature feature) {
        return features.contains(feature) && random.nextInt(2) == 0;
    }

    Network next() {
        int n = 1 + random.nextInt(6);
        boolean directed = may(Feature.DIRECTED);
        List<String> layers = layers();
        Network network = null;
        for (String layer : layers) {
            boolean flip = may(Feature.MIXED) && random.nextInt(2) == 0;
            Graph graph = graph(n, directed != (flip && layers.size() > 1));
            network = network == null ? Network.of(layer, graph) : network.withLayer(layer, graph, List.of());
            if (may(Feature.WEIGHTS)) {
                network = network.withArcColumn(layer, mirrored(graph, weight(graph.arcs())));
            }
            int columns = may(Feature.ARC_COLUMNS) ? 1 + random.nextInt(3) : 0;
            for (int c = 0; c < columns; c++) {
                String[] names = {"begin", "end", "kind", "odd name", "é", "label"};
                network = network.withArcColumn(
                        layer, mirrored(graph, column(names[random.nextInt(names.length)], graph.arcs())));
            }
        }
        if (may(Feature.DATES)) {
            for (String layer : network.layers()) {
                Graph graph = network.graph(layer);
                network = network.withArcColumn(layer, mirrored(graph, periods(Network.BEGIN, graph.arcs())));
                network = network.withArcColumn(layer, mirrored(graph, periods(Network.END, graph.arcs())));
            }
            network = network.withNodeColumn(periods(Network.BEGIN, n)).withNodeColumn(periods(Network.END, n));
        }
        if (may(Feature.MODES)) {
            String[] modes = new String[n];
            boolean inOrder = random.nextInt(2) == 0;
            Arrays.setAll(modes, node -> (inOrder ? 2 * node < n : random.nextInt(2) == 0) ? "1" : "2");
            network = network.withNodeColumn(Column.texts(Network.MODE, modes));
            for (String layer : network.layers()) {
                Graph graph = network.graph(layer);
                if (random.nextInt(4) > 0) {
                    Network between = Subnetwork.withTies(
                            network, layer, arc -> !modes[graph.source(arc)].equals(modes[graph.target(arc)]));
                    network = network.withLayer(
                            layer,
                            between.graph(layer),
                            between.arcColumns(layer).stream()
                                    .filter(column -> !column.name().equals(Network.COIN))
                                    .toList());
                }
            }
        }
        if (may(Feature.IDENTIFIERS)) {
            network = network.withNodeColumn(ids(n));
        }
        int columns = may(Feature.NODE_COLUMNS) ? 1 + random.nextInt(4) : 0;
        for (int c = 0; c < columns; c++) {
            String[] names = {"mode", "label", "kind", "the name", "x", "ä", "value", "begin", "end"};
            network = network.withNodeColumn(column(names[random.nextInt(names.length)], n));
        }
        return network;
    }

    private List<String> layers() {
        if (!may(Feature.LAYERS)) {
            return List.of(Network.FIRST_LAYER);
        }
        Set<String> names = new TreeSet<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            names.add(List.of("friends", "advice", "ties", "wörk", "2").get(random.nextInt(5)));
        }
        return new ArrayList<>(names);
    }

    private Graph graph(int n, boolean directed) {
        GraphBuilder builder = new GraphBuilder(n, directed);
        boolean loops = may(Feature.LOOPS);
        if (loops) {
            builder.keepLoops();
        }
        builder.duplicates(may(Feature.PARALLEL) ? GraphBuilder.Duplicates.KEEP : GraphBuilder.Duplicates.DROP);
        for (int i = random.nextInt(2 * n + 1); i > 0; i--) {
            builder.add(random.nextInt(n), random.nextInt(n));
        }
        if (!features.contains(Feature.ISOLATED_NODES) && n > 1) {
            for (int u = 0; u < n; u++) {
                builder.add(u, (u + 1) % n);
            }
        }
        return builder.build().graph();
    }

    /** Both arcs of an undirected tie have the same value. */
    private static Column mirrored(Graph graph, Column column) {
        if (graph.isDirected()) {
            return column;
        }
        int[] from = new int[graph.arcs()];
        for (int u = 0; u < graph.nodes(); u++) {
            for (int a = graph.arcBegin(u); a < graph.arcEnd(u); a++) {
                int v = graph.target(a);
                from[a] = u == v ? a - ((a - graph.findArc(u, u)) & 1) : Math.min(a, graph.reverse(a));
            }
        }
        return picked(column, from);
    }

    private static Column picked(Column column, int[] from) {
        BitSet missing = new BitSet();
        for (int i = 0; i < from.length; i++) {
            missing.set(i, column.isMissing(from[i]));
        }
        return switch (column.type()) {
            case DOUBLE ->
                Column.doubles(
                        column.name(),
                        "",
                        Arrays.stream(from).mapToDouble(column::doubleAt).toArray());
            case INTEGER ->
                Column.integers(
                        column.name(),
                        "",
                        Arrays.stream(from).mapToLong(column::longAt).toArray(),
                        missing);
            case BOOLEAN -> {
                boolean[] values = new boolean[from.length];
                for (int i = 0; i < from.length; i++) {
                    values[i] = column.booleanAt(from[i]);
                }
                yield Column.booleans(column.name(), values, missing);
            }
            case TEXT ->
                Column.texts(
                        column.name(),
                        Arrays.stream(from).mapToObj(column::textAt).toArray(String[]::new),
                        missing);
        };
    }

    private Column weight(int size) {
        double[] values = new double[size];
        Arrays.setAll(values, i -> random.nextInt(3) == 0 ? random.nextInt(5) : random.nextDouble() * 10 - 3);
        return Column.doubles(Network.WEIGHT, "", values);
    }

    private Column ids(int n) {
        Labels labels = new Labels(1);
        boolean integers = random.nextInt(2) == 0;
        while (labels.size() < n) {
            labels.add(
                    0,
                    integers
                            ? Integer.toString(random.nextInt(1000) - 100)
                            : ODD[random.nextInt(ODD.length)] + (random.nextInt(4) == 0 ? "" : random.nextInt(9)));
        }
        if (random.nextInt(8) == 0) {
            String[] unsorted = new String[n];
            Arrays.setAll(unsorted, labels::label);
            return Column.texts(Network.ID, unsorted);
        }
        return labels.column().orElse(Column.integers(Network.ID, "", new long[n]));
    }

    /** Values over time of one type, between numbers or dates, or among other texts. */
    private Column overTime(String name, int size) {
        String[][] times = {{"1", "2", "2.5", "30"}, {"2001-01-31", "2001-02-01", "2004-05-06", "2012-07-04"}};
        String[] some = times[random.nextInt(2)];
        String[][] values = {
            {"\"a\"", "\"é \\\" ]> <[\""}, {"1", "-7", "0"}, {"0.5", "1.0", "-Infinity"}, {"true", "false"}
        };
        String[] typed = values[random.nextInt(values.length)];
        BitSet missing = new BitSet();
        String[] texts = new String[size];
        for (int i = 0; i < size; i++) {
            missing.set(i, random.nextInt(3) == 0);
            List<Spells.Spell> spells = new ArrayList<>();
            for (int k = random.nextInt(3); k >= 0; k--) {
                spells.add(Spells.Spell.ofLiteral(
                        random.nextInt(3) == 0 ? "" : some[random.nextInt(4)],
                        random.nextInt(3) == 0 ? "" : some[random.nextInt(4)],
                        random.nextInt(30) == 0 ? "9" : typed[random.nextInt(typed.length)]));
            }
            texts[i] = random.nextInt(30) == 0 ? "<[1, 2, x]>" : Spells.text(spells);
        }
        return Column.texts(name, texts, missing);
    }

    private Column dates(String name, int size) {
        String[] texts = new String[size];
        Arrays.setAll(
                texts,
                i -> "20" + (10 + random.nextInt(80)) + "-01-0" + (1 + random.nextInt(9))
                        + (random.nextInt(4) == 0 ? "T12:00:05Z" : ""));
        return Column.texts(name, texts);
    }

    /** Whole numbers, sometimes below 0, sometimes without one. */
    private Column periods(String name, int size) {
        BitSet missing = new BitSet();
        long[] values = new long[size];
        int least = random.nextInt(30) == 0 ? -1 : 0;
        for (int i = 0; i < size; i++) {
            values[i] = least + random.nextInt(3);
            missing.set(i, name.equals(Network.END) && random.nextInt(3) == 0 || random.nextInt(100) == 0);
        }
        return Column.integers(name, "", values, missing);
    }

    private Column column(String name, int size) {
        if (random.nextInt(6) == 0) {
            return random.nextInt(2) == 0 ? overTime(name, size) : dates(name, size);
        }
        BitSet missing = new BitSet();
        boolean some = random.nextInt(2) == 0;
        for (int i = 0; i < size && some; i++) {
            missing.set(i, random.nextInt(3) == 0);
        }
        switch (random.nextInt(4)) {
            case 0 -> {
                double[] values = new double[size];
                Arrays.setAll(
                        values,
                        i -> missing.get(i)
                                ? Double.NaN
                                : random.nextInt(2) == 0
                                        ? NUMBERS[random.nextInt(NUMBERS.length)]
                                        : random.nextDouble());
                return Column.doubles(name, "", values);
            }
            case 1 -> {
                long[] values = new long[size];
                Arrays.setAll(
                        values, i -> random.nextInt(5) == 0 ? Long.MIN_VALUE + random.nextInt(3) : random.nextInt(100));
                return Column.integers(name, "", values, missing);
            }
            case 2 -> {
                boolean[] values = new boolean[size];
                for (int i = 0; i < size; i++) {
                    values[i] = random.nextInt(2) == 0;
                }
                return Column.booleans(name, values, missing);
            }
            default -> {
                String[] values = new String[size];
                Arrays.setAll(values, i -> ODD[random.nextInt(ODD.length)]);
                return Column.texts(name, values, missing);
            }
        }
    }
}
