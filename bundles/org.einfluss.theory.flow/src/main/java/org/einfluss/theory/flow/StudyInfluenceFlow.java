package org.einfluss.theory.flow;

import java.util.ArrayList;
import java.util.List;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.StudyAnalysis;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.graph.generate.Rewiring;
import org.einfluss.math.Keys;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * How influence flows between the communities of a study's networks, see {@link InfluenceFlow}: communities come from a node column, flows
 * are summed over the runs of one design point, and the null model rewires each network that was drawn.
 */
@Component(service = StudyAnalysis.class)
@Described(
        id = "influence-flow",
        name = "Flow of influence",
        summary = "Flows of influence between communities in simulated cascades, against rewired networks.",
        cite = {"doi:10.14778/2047485.2047492", "doi:10.1126/science.1065103"})
public final class StudyInfluenceFlow implements StudyAnalysis<StudyInfluenceFlow.Parameters> {
    /** For the registry, and for use as a plain library. */
    public StudyInfluenceFlow() {}

    /**
     * Parameters of the analysis.
     *
     * @param point number of the design point
     * @param column node column that holds the communities
     * @param most greatest number of communities that are told apart
     * @param rule rule of the flows
     * @param tau time constant of the rule decay
     * @param slices number of parts of the cascades' duration
     * @param chance p_s of the Shapley rule
     * @param rewirings number of rewirings of each network
     * @param key key of the rewirings
     */
    public record Parameters(
            @Param(value = "Design point", initial = "0", range = "[0,inf)")
            int point,

            @Param(value = "Column of the communities", initial = "block")
            String column,

            @Param(value = "Most communities", initial = "8", range = "[1,50]", help = "The smaller ones are pooled")
            int most,

            @Param(value = "Rule of credit", initial = "equal")
            Credit rule,

            @Param(value = "Decay of credit", symbol = "τ", initial = "7", range = "(0,inf)", unit = "steps")
            double tau,

            @Param(value = "Time slices", initial = "1", range = "[1,12]")
            int slices,

            @Param(value = "Chance of a source", symbol = "p_s", initial = "pooled", help = "Of the Shapley rule")
            SourceChance chance,

            @Param(value = "Rewirings", initial = "5", range = "[0,1000]", unit = "per network")
            int rewirings,

            @Param(value = "Key", initial = "1") long key) {}

    /** Follows the networks of the study: all must have the same nodes in the same communities. */
    private static final class Books implements Cascades.Reader {
        private final Parameters p;
        private final Account.Division division;
        private final Account account;
        private final List<Account> nulls = new ArrayList<>();
        private final List<Graph> rewired = new ArrayList<>();
        private Network present;
        private int drawn;

        Books(Parameters p, Network first, Account.Pooled pooled) {
            this.p = p;
            int[] part = Contexts.numbered(first, p.column());
            Column column = first.nodeColumn(p.column()).orElseThrow();
            division = Account.Division.of(column, part, p.most());
            double[] probability = p.chance().of(first, pooled.probabilities());
            account = new Account(p.rule(), p.tau(), (s, arc) -> probability[s], division, p.slices(), false);
            double[] chances = probability.clone();
            for (int v = 0; v < chances.length; v++) {
                chances[v] = chances[v] > 0 ? chances[v] : 1e-3;
            }
            for (int r = 0; r < p.rewirings(); r++) {
                nulls.add(new Account(p.rule(), p.tau(), (s, arc) -> chances[s], division, p.slices(), false));
            }
        }

        @Override
        public void read(Network network, int unit, double[] time, int[] order, int size, boolean[] isSeed) {
            if (network != present) {
                present = network;
                rewired.clear();
                for (int r = 0; r < p.rewirings(); r++) {
                    long key = Keys.mix(Keys.of("influence-flow"), p.key(), drawn, r);
                    rewired.add(Rewiring.draw(network.graph(), 10, new RandomStream(key)));
                }
                drawn++;
            }
            account.add(network.graph(), time, order, size, isSeed);
            for (int r = 0; r < rewired.size(); r++) {
                nulls.get(r).add(rewired.get(r), time, order, size, isSeed);
            }
        }
    }

    @Override
    public List<String> needs(Parameters parameters, Plan plan) {
        return Cascades.needs(plan);
    }

    @Override
    public Findings analyse(Study study, Parameters p, Progress progress) {
        checkNeeds(p, study);
        Network[] first = new Network[1];
        Account.Pooled[] pooled = new Account.Pooled[1];
        Cascades.read(study, p.point(), progress, (network, unit, time, order, size, isSeed) -> {
            if (first[0] == null) {
                first[0] = network;
                pooled[0] = new Account.Pooled(network.nodes());
            }
            if (network.nodes() != first[0].nodes()) {
                throw new InputException(
                        "Flows are summed over networks of the same nodes, but the study has networks of "
                                + first[0].nodes() + " and of " + network.nodes() + " nodes");
            }
            pooled[0].read(network, unit, time, order, size, isSeed);
        });
        if (first[0] == null) {
            throw new InputException("Design point " + p.point() + " has no adoption in its log; choose another one");
        }
        Books books = new Books(p, first[0], pooled[0]);
        Cascades.read(study, p.point(), progress, books);
        return books.account.findings(
                study.plan().title() + ", "
                        + study.plan().points().get(p.point()).label(),
                List.of(books.account.flows(books.division, books.nulls), books.account.slices(books.division)),
                List.of(),
                InfluenceFlow.SOURCES);
    }
}
