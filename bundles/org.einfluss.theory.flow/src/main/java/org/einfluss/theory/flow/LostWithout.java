package org.einfluss.theory.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.findings.Analysis;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Figure.Axis;
import org.einfluss.api.findings.Figure.Series;
import org.einfluss.api.findings.Figure.Style;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Findings.Headline;
import org.einfluss.api.findings.Rows;
import org.einfluss.api.findings.Table;
import org.einfluss.api.model.Run;
import org.einfluss.graph.Graph;
import org.einfluss.graph.InArcs;
import org.einfluss.graph.Network;
import org.einfluss.math.Coins;
import org.einfluss.math.Keys;
import org.osgi.service.component.annotations.Component;

/**
 * What would be lost without each node, beside what the rules of credit give it, in the same simulated cascades.
 *
 * <p>Cascades are independent cascades on the dataset's network. Lost without s: the adoptions of others that do not happen when s is blocked and
 * the coins of all arcs fall as before. That is causal within the model, while credit ({@link Credit}, {@link PathCredit}) is
 * accounting. Credit adds up to the adoptions without the seeds; losses do not: an adoption is lost with each node that all its paths
 * lead through, several or none. Standard errors are over worlds and hold for this network.
 */
@Component(service = Analysis.class)
@Described(
        id = "lost-without",
        name = "Lost without a source",
        summary = "What would be lost without each node, beside the credit that several rules give it.",
        cite = {"doi:10.1145/956750.956769", "doi:10.14778/2047485.2047492"})
public final class LostWithout implements Analysis<LostWithout.Parameters> {
    private static final double Z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability(0.975);
    private static final String CAUSAL = "lost";

    /** For the registry, and for use as a plain library. */
    public LostWithout() {}

    /**
     * Parameters of the analysis.
     *
     * @param seeds labels of the seeds; empty: those whose adoption has no source in the log
     * @param log name of the log; empty: the first
     * @param chance probability of influence along an arc
     * @param worlds number of cascades simulated
     * @param tau time constant of the rule decay
     * @param top number of nodes compared and drawn
     * @param key key of the cascades
     */
    public record Parameters(
            @Param(
                    value = "Seeds",
                    initial = "[]",
                    help =
                            "Labels of the nodes, or their numbers from 0; empty: each cascade starts from those of one cascade of the log, drawn at random, that had no source")
            List<String> seeds,

            @Param(value = "Log", help = "Name of the log of adoptions; empty: the first")
            Optional<String> log,

            @Param(value = "Chance of influence", symbol = "p", initial = "constant", unit = "per arc")
            Chance chance,

            @Param(value = "Cascades", initial = "1000", range = "[2,1e7]", unit = "cascades")
            int worlds,

            @Param(value = "Decay of credit", symbol = "τ", initial = "7", range = "(0,inf)", unit = "steps")
            double tau,

            @Param(value = "Top sources compared", initial = "10", range = "[1,100]", unit = "nodes")
            int top,

            @Param(value = "Key", initial = "1") long key) {
        /** Copies the list. */
        public Parameters {
            seeds = List.copyOf(seeds);
        }
    }

    /** Sums over the worlds, by node. */
    private static final class Losses {
        final double[] sum; // whole numbers, exact
        final double[] squares;
        double adoptions;
        double hanging;

        Losses(int nodes) {
            sum = new double[nodes];
            squares = new double[nodes];
        }

        void add(LiveWorld world) {
            for (int i = 0; i < world.size; i++) {
                double lost = world.lost(i);
                sum[world.order[i]] += lost;
                squares[world.order[i]] += lost * lost;
                adoptions += world.seed[world.order[i]] ? 0 : 1;
                hanging += world.hangsOnOne(i) ? 1 : 0;
            }
        }

        double error(int node, int worlds) {
            double mean = sum[node] / worlds;
            return Math.sqrt(Math.max(0, squares[node] / worlds - mean * mean) / (worlds - 1));
        }
    }

    @Override
    public Findings analyse(Dataset dataset, Parameters p, Progress progress) {
        Network network = dataset.network();
        Graph graph = network.graph();
        int n = network.nodes();
        List<int[]> starts = p.seeds().isEmpty() ? starts(dataset, p, progress) : List.of(named(network, p.seeds()));
        double[] chance = p.chance().ofArcs(network);
        Account account = new Account(
                Credit.EQUAL,
                p.tau(),
                (source, arc) -> chance[arc],
                new Account.Division(new int[n], List.of("all")),
                1,
                true);
        LiveWorld world = new LiveWorld(graph, chance);
        Losses losses = new Losses(n);
        Run run = new Run();
        for (int w = 0; w < p.worlds(); w++) {
            if ((w & 15) == 0) {
                progress.report(w, p.worlds(), "cascades");
                progress.checkCancelled();
            }
            run.begin(Keys.mix(Keys.of("lost-without"), p.key(), w));
            int start = (int) (starts.size() * Coins.uniform(run.key(), 0));
            world.draw(run, starts.get(start));
            account.add(graph, world.time, world.order, world.size, world.seed);
            losses.add(world);
        }
        return findings(dataset, p, account, losses);
    }

    private static int[] named(Network network, List<String> labels) {
        Map<String, Integer> byLabel = new HashMap<>();
        for (int v = 0; v < network.nodes(); v++) {
            byLabel.putIfAbsent(network.label(v), v);
        }
        int[] seeds = new int[labels.size()];
        for (int i = 0; i < seeds.length; i++) {
            Integer node = byLabel.get(labels.get(i).strip());
            if (node == null) {
                throw new InputException("The network has no node '" + labels.get(i)
                        + "' to start from; choose a label such as '" + network.label(0) + "'");
            }
            if (labels.indexOf(labels.get(i)) < i) {
                throw new InputException("Seed '" + labels.get(i) + "' is named twice; name each seed once");
            }
            seeds[i] = node;
        }
        return seeds;
    }

    /** By cascade of the log: who adopted without a source in the network. */
    private static List<int[]> starts(Dataset dataset, Parameters p, Progress progress) {
        if (dataset.logs().isEmpty()) {
            throw new InputException("Dataset '" + dataset.descriptor().title()
                    + "' has no log of adoptions to take seeds from; name the seeds, for example seeds=["
                    + dataset.network().label(0) + "]");
        }
        List<int[]> starts = new ArrayList<>();
        InArcs in = dataset.network().graph().inArcs();
        Cascades.read(dataset, Cascades.log(dataset, p.log()), progress, (network, unit, time, order, size, isSeed) -> {
            int[] first = new int[size];
            int found = 0;
            for (int i = 0; i < size; i++) {
                boolean exposed = false;
                for (int j = in.begin(order[i]); j < in.end(order[i]) && !exposed; j++) {
                    exposed = time[in.source(j)] < time[order[i]];
                }
                if (!exposed) {
                    first[found++] = order[i];
                }
            }
            starts.add(Arrays.copyOf(first, found));
        });
        if (starts.isEmpty()) {
            throw new InputException("The log of dataset '"
                    + dataset.descriptor().title() + "' is empty; name the seeds, or choose another log");
        }
        return starts;
    }

    private static String word(Credit rule) {
        return rule.name().toLowerCase(Locale.ROOT);
    }

    private static Findings findings(Dataset dataset, Parameters p, Account account, Losses losses) {
        Network network = dataset.network();
        double worlds = p.worlds();
        Integer[] ranked = java.util.stream.IntStream.range(0, network.nodes())
                .filter(v -> account.adoptions[v] > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(v -> -losses.sum[v]).thenComparing(v -> v))
                .toArray(Integer[]::new);
        Map<String, double[]> columns = new java.util.LinkedHashMap<>();
        for (Credit rule : Credit.values()) {
            columns.put(word(rule), perWorld(account.nodeCredit[rule.ordinal()], ranked, worlds));
        }
        columns.put("path", perWorld(account.pathCredit, ranked, worlds));
        columns.put(CAUSAL, perWorld(losses.sum, ranked, worlds));
        List<Table> tables = new ArrayList<>(List.of(rules(columns, Math.min(p.top(), ranked.length))));
        List<Figure> figures = new ArrayList<>();
        List<String> notes = new ArrayList<>(dataset.descriptor().caveats());
        Table nodes = nodes(network, p, account, losses, ranked, columns);
        tables.add(nodes);
        figures.add(figure(nodes, p));
        notes.add("Lost without s is causal within the model: the same coins, s blocked. Credit is accounting. "
                + "Credit by each rule but the one along paths adds up to the adoptions without the seeds; losses do not add up: an adoption is lost with every node that "
                + "all its paths lead through, and with no single one where paths are independent.");
        notes.add("Errors are over cascades and hold for this network, these seeds and these chances.");
        double lost = Arrays.stream(columns.get(CAUSAL)).sum();
        return new Findings(
                "lost-without",
                "Credit and loss by source in " + dataset.descriptor().title(),
                tables,
                figures,
                List.of(
                        number("Adoptions without the seeds", losses.adoptions / worlds, "adoptions per cascade"),
                        number("Lost without a node, summed over nodes", lost, "adoptions per cascade"),
                        number(
                                "Adoptions that hang on a single node that is no seed",
                                losses.adoptions == 0 ? Double.NaN : losses.hanging / losses.adoptions,
                                "share of adoptions")),
                notes,
                citations(dataset));
    }

    private static List<String> citations(Dataset dataset) {
        List<String> citations = new ArrayList<>(dataset.descriptor().citations());
        citations.addAll(List.of("doi:10.1145/956750.956769", "doi:10.14778/2047485.2047492"));
        return citations;
    }

    private static double[] perWorld(double[] sums, Integer[] ranked, double worlds) {
        return Arrays.stream(ranked).mapToDouble(v -> sums[v] / worlds).toArray();
    }

    private static Table nodes(
            Network network,
            Parameters p,
            Account account,
            Losses losses,
            Integer[] ranked,
            Map<String, double[]> columns) {
        Rows rows = new Rows()
                .text("node", "Label of the node")
                .number("adoption", "share of cascades", "How often it adopted, as a seed or later");
        for (Credit rule : Credit.values()) {
            rows.number(word(rule), "adoptions per cascade", "Credit by the rule " + rule);
        }
        rows.number("path", "adoptions per cascade", "Credit along paths, for direct and indirect adoptions")
                .number(CAUSAL, "adoptions per cascade", "Adoptions of others that are lost without it")
                .number("lost-error", "adoptions per cascade", "Standard error over cascades")
                .number("lost-low", "adoptions per cascade", "Lower end of the 95 % interval")
                .number("lost-high", "adoptions per cascade", "Upper end of the 95 % interval");
        for (int i = 0; i < ranked.length; i++) {
            int v = ranked[i];
            double[] row = new double[columns.size() + 4];
            int c = 0;
            row[c++] = account.adoptions[v] / (double) p.worlds();
            for (double[] column : columns.values()) {
                row[c++] = column[i];
            }
            double lost = row[c - 1];
            double error = losses.error(v, p.worlds());
            row[c++] = error;
            row[c++] = Math.max(0, lost - Z * error);
            row[c] = lost + Z * error;
            rows.add(List.of(network.label(v)), row);
        }
        return rows.table("nodes", "Credit and loss by source, the greatest loss first");
    }

    /** How each rule of credit agrees with the losses. */
    private static Table rules(Map<String, double[]> columns, int top) {
        Rows rows = new Rows()
                .text("measure", "Rule of credit, or lost: adoptions of others that are lost without the node")
                .number("total", "adoptions per cascade", "Sum over nodes")
                .number(
                        "correlation",
                        "",
                        "Spearman's rank correlation with the losses, over the nodes that ever adopted")
                .number("shared", "nodes", "How many of its " + top + " top nodes are among those of the losses");
        double[] lost = columns.get(CAUSAL);
        columns.forEach((name, values) -> rows.add(
                List.of(name),
                Arrays.stream(values).sum(),
                values.length < 2 ? Double.NaN : new SpearmansCorrelation().correlation(values, lost),
                shared(values, top)));
        return rows.table("rules", "Rules of credit against what is lost");
    }

    /** Rows are sorted by loss, so its top nodes come first; ties go to the greater loss. */
    private static int shared(double[] values, int top) {
        return (int) java.util.stream.IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -values[i]))
                .limit(top)
                .filter(i -> i < top)
                .count();
    }

    private static Figure figure(Table nodes, Parameters p) {
        int top = Math.min(p.top(), nodes.rows());
        List<Series> series = new ArrayList<>();
        series.add(new Series("lost without it (causal)", "node", CAUSAL, "lost-low", "lost-high", Style.DATA, 0, top));
        for (String rule : List.of("last", "equal", "path")) {
            series.add(Series.of("credit: " + rule, "node", rule, Style.DATA, 0, top));
        }
        return new Figure(
                "credit-and-loss",
                Figure.Kind.BAR,
                "Credit and loss of the top sources",
                p.worlds() + " independent cascades, p " + p.chance() + ", key " + p.key()
                        + "; 95 % over cascades, conditional on this network",
                nodes,
                series,
                Axis.of("Source"),
                Axis.of("Adoptions (per cascade)"));
    }

    private static Headline number(String label, double value, String unit) {
        return new Headline(label, value, Double.NaN, Double.NaN, unit, "");
    }
}
