package org.einfluss.networks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.einfluss.api.CancelledException;
import org.einfluss.api.Described;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.findings.Analysis;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Figure.Axis;
import org.einfluss.api.findings.Figure.Series;
import org.einfluss.api.findings.Figure.Style;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Findings.Headline;
import org.einfluss.api.findings.Table;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.measure.Diameter;
import org.einfluss.graph.measure.Distances;
import org.osgi.service.component.annotations.Component;

/**
 * What a network looks like (size, density, degrees, components, clustering, cores, distances), and who of it adopted by when.
 *
 * <p>Adoption curves are simple cumulative shares of all nodes; nodes that had not adopted by the end of observation are counted as
 * censored, not as adopters at the last time.
 */
@Component(service = Analysis.class)
@Described(
        id = "network-summary",
        name = "Network summary",
        summary =
                "Size, density, degrees, components, clustering, cores and distances of a network; its adoption curves.")
public final class NetworkSummary implements Analysis<None> {
    /** Measures that count nodes. */
    private static final Set<String> COUNTS =
            Set.of("nodes", "isolated", "largest-component", "largest-strong-component");

    /** For the registry, and for use as a plain library. */
    public NetworkSummary() {}

    @Override
    public Findings analyse(Dataset dataset, None parameters, Progress progress) {
        Graph graph = dataset.network().graph();
        Structure structure = Structure.of(graph, progress);
        List<String> notes = new ArrayList<>(dataset.descriptor().caveats());
        notes.add("Components, clustering, cores and distances leave directions and parallel links out of account.");
        if (!structure.distances().isExact()) {
            notes.add("Mean distance and cohesion are estimated from "
                    + structure.distances().sources() + " random nodes, with their standard error"
                    + (structure.diameter().isExact() ? "." : "; the diameter is known by its bounds only."));
        }
        if (dataset.network().layers().size() > 1) {
            notes.add("Only the first layer of " + dataset.network().layers().size() + " is described.");
        }
        List<Table> tables = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        List<Headline> headlines = new ArrayList<>();
        tables.add(summary(graph, structure));
        centralNodes(dataset, progress, tables, notes);
        if (!dataset.logs().isEmpty()) {
            tables.add(logs(dataset));
        }
        for (int i = 0; i < dataset.logs().size(); i++) {
            AdoptionLog log = dataset.logs().get(i);
            if (log.cascades() == 1) {
                adoption(dataset, log, i, tables, figures, headlines, notes);
            } else {
                cascadeSizes(dataset, log, i, tables, figures);
            }
        }
        degrees(dataset, graph, tables, figures);
        headlines.add(plain("Nodes", graph.nodes(), "nodes"));
        headlines.add(plain(
                graph.isDirected() ? "Arcs" : "Links", (double) graph.edges(), graph.isDirected() ? "arcs" : "links"));
        headlines.add(plain("Mean degree", graph.meanDegree(), "links per node"));
        headlines.add(plain("Nodes in the largest component", structure.largestComponent(), "nodes"));
        if (!Double.isNaN(structure.transitivity())) {
            headlines.add(plain("Transitivity", structure.transitivity(), ""));
        }
        return new Findings(
                "network-summary",
                "Network summary of " + dataset.descriptor().title(),
                tables,
                figures,
                headlines,
                notes,
                dataset.descriptor().citations());
    }

    private static void centralNodes(Dataset dataset, Progress progress, List<Table> tables, List<String> notes) {
        Graph graph = dataset.network().graph();
        if (graph.arcs() == 0) {
            return;
        }
        try {
            tables.add(CentralNodes.of(dataset.network(), progress::isCancelled));
        } catch (CancellationException cancelled) {
            throw new CancelledException();
        }
        if (!CentralNodes.isSmall(graph)) {
            notes.add("Betweenness and closeness are left out: nodes × arcs exceed "
                    + String.format(Locale.ROOT, "%,d", CentralNodes.MOST_WORK) + ".");
        }
    }

    private static Headline plain(String label, double value, String unit) {
        return new Headline(label, value, Double.NaN, Double.NaN, unit, "");
    }

    private static Table summary(Graph graph, Structure structure) {
        List<String> name = new ArrayList<>();
        List<String> meaning = new ArrayList<>();
        List<Double> value = new ArrayList<>();
        List<Double> error = new ArrayList<>();
        List<String> unit = new ArrayList<>();
        Diameter diameter = structure.diameter();
        Distances distances = structure.distances();
        Object[][] rows = {
            {"nodes", "Number of nodes", graph.nodes()},
            {"arcs", "Number of arcs; an undirected link is two", graph.arcs()},
            {"links", "Number of arcs, or of undirected links", graph.edges()},
            {"directed", "1 for directed networks, else 0", graph.isDirected() ? 1 : 0},
            {"self-loops", "Arcs from a node to itself", structure.loops()},
            {"density", "Share of the possible arcs that exist", structure.density()},
            {"mean-degree", "Arcs per node", graph.meanDegree()},
            {"largest-degree", "Most neighbours of a node", structure.largestDegree()},
            {"isolated", "Nodes without links", structure.isolated()},
            {"components", "Number of components", structure.components()},
            {"largest-component", "Nodes in the largest component", structure.largestComponent()},
            {
                "largest-strong-component",
                "Nodes of the largest set in which all reach each other along arcs",
                structure.largestStrong()
            },
            {"reciprocity", "Share of arcs whose reverse exists too", structure.reciprocity()},
            {"transitivity", "3 × triangles / paths of two links", structure.transitivity()},
            {
                "clustering",
                "Mean share of linked pairs among a node's neighbours, nodes of degree 2 and more",
                structure.clustering()
            },
            {"assortativity", "Correlation of the degrees at both ends of a link", structure.assortativity()},
            {"deepest-core", "Largest k for which there is a k-core", structure.deepestCore()},
            {
                diameter.isExact() ? "diameter" : "diameter-at-least",
                "Longest distance between connected nodes",
                diameter.lower()
            },
            {"diameter-at-most", "What no distance between connected nodes exceeds", diameter.upper()},
            {
                "mean-distance",
                "Mean distance between connected nodes",
                distances.meanPathLength(),
                distances.meanPathLengthError()
            },
            {
                "cohesion",
                "Mean of 1 / distance over all pairs, 0 for those not connected",
                distances.cohesion(),
                distances.cohesionError()
            }
        };
        for (Object[] row : rows) {
            name.add((String) row[0]);
            unit.add(COUNTS.contains(row[0]) ? "nodes" : "");
            meaning.add((String) row[1]);
            value.add(((Number) row[2]).doubleValue());
            error.add(row.length == 4 && !distances.isExact() ? ((Number) row[3]).doubleValue() : Double.NaN);
        }
        return new Table(
                "summary",
                "What the network looks like",
                List.of(
                        Column.texts("measure", name.toArray(String[]::new)).withMeaning("Name of the measure"),
                        doubles("value", "", "Its value", value),
                        Column.texts("unit", unit.toArray(String[]::new)).withMeaning("Its unit"),
                        doubles("standard-error", "", "Standard error of an estimate; missing of exact values", error),
                        Column.texts("meaning", meaning.toArray(String[]::new)).withMeaning("What it says")));
    }

    private static Column doubles(String name, String unit, String meaning, List<Double> values) {
        return Column.doubles(
                        name,
                        unit,
                        values.stream().mapToDouble(Double::doubleValue).toArray())
                .withMeaning(meaning);
    }

    private static int adopters(AdoptionLog log) {
        BitSet nodes = new BitSet();
        for (int node : log.node()) {
            nodes.set(node);
        }
        return nodes.cardinality();
    }

    private static Table logs(Dataset dataset) {
        List<String> name = new ArrayList<>();
        List<String> meaning = new ArrayList<>();
        List<Double> cascades = new ArrayList<>();
        List<Double> adoptions = new ArrayList<>();
        List<Double> adopters = new ArrayList<>();
        List<Double> censored = new ArrayList<>();
        List<Double> share = new ArrayList<>();
        List<Double> until = new ArrayList<>();
        int n = dataset.network().nodes();
        for (AdoptionLog log : dataset.logs()) {
            name.add(log.name());
            meaning.add(log.meaning());
            cascades.add((double) log.cascades());
            adoptions.add((double) log.size());
            adopters.add((double) adopters(log));
            censored.add((double) n - adopters(log));
            share.add(n == 0 ? Double.NaN : (double) adopters(log) / n);
            until.add(log.observedUntil());
        }
        return new Table(
                "logs",
                "Adoption logs",
                List.of(
                        Column.texts("log", name.toArray(String[]::new)).withMeaning("Name of the log"),
                        Column.texts("what", meaning.toArray(String[]::new)).withMeaning("What was adopted"),
                        doubles("cascades", "", "Number of cascades", cascades),
                        doubles("adoptions", "", "Adoptions in all cascades", adoptions),
                        doubles("adopters", "nodes", "Nodes that ever adopted", adopters),
                        doubles("censored", "nodes", "Nodes that had not adopted by the end of observation", censored),
                        doubles("ever-adopted", "share of nodes", "Adopters divided by all nodes", share),
                        doubles("observed-until", "", "Last time at which an adoption would have been seen", until)));
    }

    private static void adoption(
            Dataset dataset,
            AdoptionLog log,
            int number,
            List<Table> tables,
            List<Figure> figures,
            List<Headline> headlines,
            List<String> notes) {
        int n = dataset.network().nodes();
        BitSet seen = new BitSet();
        TreeMap<Double, Integer> at = new TreeMap<>();
        for (int i = 0; i < log.size(); i++) {
            if (!seen.get(log.node()[i])) {
                seen.set(log.node()[i]);
                at.merge(log.time()[i], 1, Integer::sum);
            }
        }
        List<Double> time = new ArrayList<>();
        List<Double> newly = new ArrayList<>();
        List<Double> share = new ArrayList<>();
        int sum = 0;
        for (var entry : at.entrySet()) {
            sum += entry.getValue();
            time.add(entry.getKey());
            newly.add((double) entry.getValue());
            share.add((double) sum / n);
        }
        if (!Double.isNaN(log.observedUntil()) && !at.isEmpty() && log.observedUntil() > at.lastKey()) {
            time.add(log.observedUntil());
            newly.add(0.0);
            share.add((double) sum / n);
        }
        int censored = n - sum;
        Table table = new Table(
                "adoption-" + (number + 1),
                "Adoption curve of " + log.name(),
                List.of(
                        doubles("time", log.timeUnit(), "Time of adoption", time),
                        doubles("new", "nodes", "Nodes that adopted at this time", newly),
                        doubles(
                                "adopted",
                                "share of nodes",
                                "Nodes that had adopted by then, divided by all nodes",
                                share)));
        tables.add(table);
        String unit = log.timeUnit().isEmpty() ? "" : " (" + log.timeUnit() + ")";
        figures.add(new Figure(
                "adoption-" + (number + 1),
                Figure.Kind.LINE,
                "Adoption: " + log.name(),
                dataset.descriptor().title() + ": " + sum + " of " + n + " nodes ever adopted; " + censored
                        + " had not by the end of observation (censored).",
                table,
                List.of(Series.of("adopted", "time", "adopted", Style.STEPS, 0, table.rows())),
                Axis.of("Time" + unit),
                Axis.of("Adopted (share of nodes)", 0, 1)));
        headlines.add(plain(
                "Ever adopted (" + log.name() + "; " + sum + " of " + n + ", " + censored + " censored)",
                n == 0 ? Double.NaN : (double) sum / n,
                "share of nodes"));
        notes.add(
                "Log " + log.name() + ": " + censored + " of " + n
                        + " nodes had not adopted by the end of observation; they are censored, not adopters at the last time.");
    }

    private static void cascadeSizes(
            Dataset dataset, AdoptionLog log, int number, List<Table> tables, List<Figure> figures) {
        int[] size = new int[log.cascades()];
        for (int cascade : log.cascade()) {
            size[cascade]++;
        }
        Table table =
                tail("cascades-" + (number + 1), "Cascade sizes of " + log.name(), "size", "nodes", "cascades", size);
        tables.add(table);
        figures.add(new Figure(
                "cascades-" + (number + 1),
                Figure.Kind.LINE,
                "Cascade sizes: " + log.name(),
                dataset.descriptor().title() + ": " + log.cascades() + " cascades, " + log.size() + " adoptions.",
                table,
                List.of(Series.of(log.name(), "size", "at-least", Style.DATA, 0, table.rows())),
                Axis.logarithmic("Size (adoptions)"),
                Axis.logarithmic("Cascades of at least this size (share)")));
    }

    private static void degrees(Dataset dataset, Graph graph, List<Table> tables, List<Figure> figures) {
        int n = graph.nodes();
        int[] out = new int[n];
        int[] in = new int[n];
        for (int v = 0; v < n; v++) {
            out[v] = graph.outDegree(v);
            in[v] = graph.inDegree(v);
        }
        String[] names = graph.isDirected() ? new String[] {"out-degree", "in-degree"} : new String[] {"degree"};
        for (String name : names) {
            Table table = tail(
                    name, "Distribution of the " + name, name, "links", "nodes", name.equals("in-degree") ? in : out);
            tables.add(table);
            // A logarithmic axis has no place for degree 0; its row stays in the table.
            int from = table.rows() > 0 && table.column(name).doubleAt(0) == 0 ? 1 : 0;
            figures.add(new Figure(
                    name,
                    Figure.Kind.LINE,
                    "Nodes of at least a given " + name,
                    dataset.descriptor().title() + ": " + n + " nodes, " + graph.edges()
                            + (graph.isDirected() ? " arcs." : " links."),
                    table,
                    List.of(Series.of(name, name, "at-least", Style.DATA, from, table.rows())),
                    Axis.logarithmic(Character.toUpperCase(name.charAt(0)) + name.substring(1) + " (links)"),
                    Axis.logarithmic("Nodes of at least this " + name + " (share)")));
        }
    }

    /** Share of values at or above each value that occurs. */
    private static Table tail(String table, String title, String name, String unit, String of, int[] values) {
        int[] sorted = values.clone();
        Arrays.sort(sorted);
        List<Double> value = new ArrayList<>();
        List<Double> count = new ArrayList<>();
        List<Double> share = new ArrayList<>();
        for (int i = 0; i < sorted.length; ) {
            int from = i;
            while (i < sorted.length && sorted[i] == sorted[from]) {
                i++;
            }
            value.add((double) sorted[from]);
            count.add((double) i - from);
            share.add((double) (sorted.length - from) / sorted.length);
        }
        return new Table(
                table,
                title,
                List.of(
                        doubles(name, unit, "Value", value),
                        doubles("count", of, "How many have exactly this value", count),
                        doubles(
                                "at-least",
                                "share of " + of,
                                "Share of those with this value or a larger one",
                                share)));
    }
}
