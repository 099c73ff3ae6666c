package org.einfluss.theory.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.findings.Analysis;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Rows;
import org.einfluss.api.findings.Table;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.graph.generate.Rewiring;
import org.einfluss.graph.measure.Communities;
import org.einfluss.math.Keys;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * To whom the adoptions of a dataset are credited, by all rules side by side, and how influence flows between communities.
 *
 * <p>The sources of an adoption are the in-neighbours that adopted strictly before. Rules: {@link Credit}; beside them the credit along
 * paths, {@link PathCredit}. The p_s of the Shapley rule are pooled by source, a constant, or a node column ({@link SourceChance}). Flows add up to the number of adoptions exactly, adoptions without a source being external; they are compared
 * with flows of the same adoptions on networks of the same degrees ({@link Rewiring}).
 */
@Component(service = Analysis.class)
@Described(
        id = "influence-flow",
        name = "Flow of influence",
        summary = "Credit for adoptions by several rules, and flows between communities against rewired networks.",
        cite = {"doi:10.14778/2047485.2047492", "doi:10.1126/science.1065103"})
public final class InfluenceFlow implements Analysis<InfluenceFlow.Parameters> {
    static final List<String> SOURCES = List.of("doi:10.14778/2047485.2047492", "doi:10.1126/science.1065103");

    /** For the registry, and for use as a plain library. */
    public InfluenceFlow() {}

    /**
     * Parameters of the analysis.
     *
     * @param log name of the log; empty: the first
     * @param column node column that holds the communities; empty: the places of the dataset, else they are found (Louvain)
     * @param most greatest number of communities that are told apart
     * @param rule rule of the flows
     * @param tau time constant of the rule decay
     * @param slices number of parts of the cascades' duration
     * @param chance p_s of the Shapley rule
     * @param rewirings number of rewired networks
     * @param key key of communities and rewirings
     */
    public record Parameters(
            @Param(value = "Log", help = "Name of the log of adoptions; empty: the first")
            Optional<String> log,

            @Param(
                    value = "Column of the communities",
                    help = "Empty: the places of the dataset, if it has any; else communities are found (Louvain)")
            Optional<String> column,

            @Param(value = "Most communities", initial = "8", range = "[1,50]", help = "The smaller ones are pooled")
            int most,

            @Param(value = "Rule of credit", initial = "equal")
            Credit rule,

            @Param(
                    value = "Decay of credit",
                    symbol = "τ",
                    initial = "7",
                    range = "(0,inf)",
                    unit = "time units of the log")
            double tau,

            @Param(value = "Time slices", initial = "1", range = "[1,12]")
            int slices,

            @Param(value = "Chance of a source", symbol = "p_s", initial = "pooled", help = "Of the Shapley rule")
            SourceChance chance,

            @Param(value = "Rewired networks", initial = "20", range = "[0,1000]", unit = "networks")
            int rewirings,

            @Param(value = "Key", initial = "1") long key) {}

    /** The adoptions of one cascade, kept for the rewired networks. */
    private record Kept(int[] order, double[] times) {}

    @Override
    public Findings analyse(Dataset dataset, Parameters p, Progress progress) {
        AdoptionLog log = Cascades.log(dataset, p.log());
        Network network = dataset.network();
        int n = network.nodes();
        Account.Pooled pooled = new Account.Pooled(n);
        List<Kept> cascades = new ArrayList<>();
        Cascades.read(dataset, log, progress, (on, unit, time, order, size, isSeed) -> {
            pooled.read(on, unit, time, order, size, isSeed);
            int[] nodes = Arrays.copyOf(order, size);
            cascades.add(new Kept(
                    nodes, Arrays.stream(nodes).mapToDouble(v -> time[v]).toArray()));
        });
        double[] probability = p.chance().of(network, pooled.probabilities());
        Account.Division division = division(network, Contexts.column(dataset, p.column()), p.most(), p.key());
        Account account = new Account(p.rule(), p.tau(), (s, arc) -> probability[s], division, p.slices(), true);
        account(account, network.graph(), cascades);
        List<Account> nulls = new ArrayList<>();
        // Every source has some chance on a rewired network, whatever its record here.
        double[] chances = probability.clone();
        for (int v = 0; v < n; v++) {
            chances[v] = chances[v] > 0 ? chances[v] : 1e-3;
        }
        for (int r = 0; r < p.rewirings(); r++) {
            progress.report(r, p.rewirings(), "rewired networks");
            progress.checkCancelled();
            Graph rewired = Rewiring.draw(
                    network.graph(), 10, new RandomStream(Keys.mix(Keys.of("influence-flow"), p.key(), r)));
            Account one = new Account(p.rule(), p.tau(), (s, arc) -> chances[s], division, p.slices(), false);
            account(one, rewired, cascades);
            nulls.add(one);
        }
        List<Table> tables = new ArrayList<>(List.of(account.flows(division, nulls), account.slices(division)));
        List<String> notes = new ArrayList<>(dataset.descriptor().caveats());
        tables.add(nodes(network, account, division, probability));
        List<String> citations = new ArrayList<>(dataset.descriptor().citations());
        citations.addAll(SOURCES);
        return account.findings(dataset.descriptor().title() + ", log " + log.name(), tables, notes, citations);
    }

    private static void account(Account account, Graph graph, List<Kept> cascades) {
        double[] time = new double[graph.nodes()];
        boolean[] nobody = new boolean[graph.nodes()];
        Arrays.fill(time, Double.POSITIVE_INFINITY);
        for (Kept one : cascades) {
            for (int i = 0; i < one.order().length; i++) {
                time[one.order()[i]] = one.times()[i];
            }
            account.add(graph, time, one.order(), one.order().length, nobody);
            for (int v : one.order()) {
                time[v] = Double.POSITIVE_INFINITY;
            }
        }
    }

    static Account.Division division(Network network, Optional<String> column, int most, long key) {
        if (column.isEmpty()) {
            Communities found = Communities.louvain(network.graph(), new RandomStream(key), () -> false);
            List<String> names = new ArrayList<>();
            for (int c = 0; c < found.count(); c++) {
                names.add("community " + (c + 1));
            }
            return Account.Division.of(found.of(), names, most);
        }
        int[] part = Contexts.numbered(network, column.orElseThrow());
        Column values = network.nodeColumn(column.orElseThrow()).orElseThrow();
        return Account.Division.of(values, part, most);
    }

    private static Table nodes(Network network, Account account, Account.Division division, double[] probability) {
        Rows rows = new Rows()
                .text("node", "Label of the node")
                .text("community", "Its community")
                .number("adoptions", "cascades", "Cascades in which it adopted");
        for (Credit rule : Credit.values()) {
            rows.number(rule.name().toLowerCase(java.util.Locale.ROOT), "adoptions", "Credit by the rule " + rule);
        }
        rows.number("path", "adoptions", "Credit along paths (credit distribution), for direct and indirect adoptions")
                .number(
                        "probability",
                        "share of listeners",
                        "p_s of the Shapley rule; pooled: share of its listeners that adopted after it");
        for (int v = 0; v < network.nodes(); v++) {
            if (account.adoptions[v] == 0) {
                continue;
            }
            double[] values = new double[Credit.values().length + 3];
            values[0] = account.adoptions[v];
            for (Credit rule : Credit.values()) {
                values[1 + rule.ordinal()] = account.nodeCredit[rule.ordinal()][v];
            }
            values[values.length - 2] = account.pathCredit[v];
            values[values.length - 1] = probability[v];
            rows.add(List.of(network.label(v), division.names().get(division.of()[v])), values);
        }
        return rows.table("nodes", "Credit by node, rules side by side");
    }
}
