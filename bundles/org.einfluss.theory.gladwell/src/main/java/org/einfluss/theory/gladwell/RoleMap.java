package org.einfluss.theory.gladwell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
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
import org.einfluss.api.findings.Rows;
import org.einfluss.api.findings.Table;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Connectors, mavens and salesmen in a dataset, by structure and by activity. Our operationalisation.
 *
 * <p>Scores are sums of robust z-scores within classes of community size: connector = z(ln(1 + degree)) + z(participation) + z(bridging); maven =
 * z(share of cascades in which the node was the first) + z(earliness) + z(topic concentration) + z(links and answers); salesman = z(conversion of
 * listeners net of homophily) + z(reply rate). What the data cannot give is named and left out, never guessed. A node has a role when its score is
 * at least the given quantile; it may have several.
 *
 * <p>Participation: R. Guimerà and L. A. N. Amaral 2005, doi:10.1038/nature03288. Bridging: T. W. Valente and K. Fujimoto 2010,
 * doi:10.1016/j.socnet.2010.03.003. The idea of matched unexposed nodes is that of S. Aral, L. Muchnik and A. Sundararajan 2009,
 * doi:10.1073/pnas.0908800106, in a simple form.
 */
@Component(service = Analysis.class)
@Described(
        id = "role-map",
        name = "Role map",
        summary = "Connectors, mavens and salesmen by structure and activity, their overlaps and stability.",
        cite = {
            Traits.GLADWELL,
            "doi:10.1038/nature03288",
            "doi:10.1016/j.socnet.2010.03.003",
            "doi:10.1073/pnas.0908800106"
        })
public final class RoleMap implements Analysis<RoleMap.Parameters> {
    /** For the registry, and for use as a plain library. */
    public RoleMap() {}

    /**
     * Parameters of the analysis.
     *
     * @param log name of the adoption log; empty: the one with most cascades
     * @param communities node column of communities
     * @param cut quantile of the scores from which a node has a role
     * @param window how long after an adoption a listener's adoption counts, in the log's unit
     * @param subsamples how often a tenth of the ties is left out
     * @param bridgingSources nodes from which bridging is measured
     * @param key of all random choices
     */
    public record Parameters(
            @Param(value = "Log", help = "Name of the adoption log; empty: the one with most cascades.")
            Optional<String> log,

            @Param(
                    value = "Column of communities",
                    help =
                            "Empty: the column community or block, or the places of the dataset, where there are any; else communities are detected.")
            Optional<String> communities,

            @Param(
                    value = "Quantile of a role",
                    initial = "0.9",
                    range = "[0.5,1)",
                    unit = "share of nodes",
                    help = "A node has a role when its score is at least this quantile.")
            double cut,

            @Param(
                    value = "Window",
                    help =
                            "How long after an adoption a listener's adoption counts, in the log's unit; empty: until the end.")
            Optional<Double> window,

            @Param(
                    value = "Subsamples of ties",
                    initial = "3",
                    range = "[0,100]",
                    help = "How often the scores are computed again without a tenth of the ties.")
            int subsamples,

            @Param(
                    value = "Sources for bridging",
                    initial = "200",
                    range = "[1,inf)",
                    unit = "nodes",
                    help = "Bridging is measured from so many sampled nodes; from all where there are no more.",
                    advanced = true)
            int bridgingSources,

            @Param(value = "Key", initial = "1", help = "Decides all random choices.", advanced = true)
            long key) {
        /** Checks the window. */
        public Parameters {
            if (window.isPresent() && !(window.get() > 0)) {
                throw new IllegalArgumentException(
                        "The window must be positive (time in the log's unit), was " + window.get());
            }
        }

        RoleScores.Options options(Dataset dataset) {
            Optional<String> column = communities.or(() -> Membership.given(dataset.network(), communities)
                            .isPresent()
                    ? Optional.empty()
                    : dataset.places().filter(places -> places.missing() == 0).map(Column::name));
            return new RoleScores.Options(column, window.orElse(Double.POSITIVE_INFINITY), bridgingSources, key);
        }
    }

    @Override
    public Findings analyse(Dataset dataset, Parameters parameters, Progress progress) {
        if (dataset.network().nodes() == 0) {
            throw new InputException("The dataset '" + dataset.descriptor().name() + "' has no nodes to give roles to");
        }
        Optional<AdoptionLog> log = log(dataset, parameters);
        RoleScores.Options options = parameters.options(dataset);
        RoleScores scores = new RoleScores(dataset.network(), log, options, progress);
        double[][] tau = scores.stability(dataset.network(), log, options, parameters.subsamples(), progress);
        return findings(dataset, log, scores, tau, parameters);
    }

    private static Optional<AdoptionLog> log(Dataset dataset, Parameters parameters) {
        if (parameters.log().isPresent()) {
            String name = parameters.log().get();
            return Optional.of(dataset.log(name)
                    .orElseThrow(() -> new InputException("The dataset has no log '" + name + "'; it has "
                            + dataset.logs().stream().map(AdoptionLog::name).toList())));
        }
        AdoptionLog most = null;
        for (AdoptionLog one : dataset.logs()) {
            most = most == null || one.cascades() > most.cascades() ? one : most;
        }
        return Optional.ofNullable(most);
    }

    private static Findings findings(
            Dataset dataset, Optional<AdoptionLog> log, RoleScores scores, double[][] tau, Parameters parameters) {
        Network network = dataset.network();
        int n = network.nodes();
        boolean[][] has = new boolean[RoleScores.ROLES.length][];
        Arrays.setAll(has, role -> scores.assigned(role, parameters.cut()));
        int[] combination = new int[n];
        for (int role = 0; role < has.length; role++) {
            for (int v = 0; v < n; v++) {
                combination[v] += has[role][v] ? 1 << role : 0;
            }
        }
        Table overlap = overlap(combination, has, n);
        Map<String, int[]> ranges = new LinkedHashMap<>();
        Table nodes = nodes(scores, combination, ranges);
        List<Table> tables = new ArrayList<>(List.of(overlap, parts(scores), stability(tau)));
        tables.add(nodes);
        List<Headline> headlines = new ArrayList<>();
        for (int role = 0; role < has.length; role++) {
            int count = 0;
            for (boolean one : has[role]) {
                count += one ? 1 : 0;
            }
            headlines.add(new Headline(
                    "Nodes with the role " + RoleScores.ROLES[role], count, Double.NaN, Double.NaN, "nodes", ""));
        }
        String caption = dataset.descriptor().title() + "; roles from the " + parameters.cut() + " quantile"
                + log.map(one -> "; log " + one.name()).orElse("") + ".";
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                "overlap",
                Figure.Kind.BAR,
                "Who has which roles",
                caption + " Dashed: expected if roles were independent.",
                overlap,
                List.of(
                        Series.of("nodes", "roles", "nodes", Style.DATA, 0, overlap.rows()),
                        Series.of("if independent", "roles", "expected", Style.OVERLAY, 0, overlap.rows())),
                Axis.of("Roles"),
                Axis.of("Nodes")));
        boolean active = scores.part("earliness").isKnown();
        if (active) {
            List<Series> series = new ArrayList<>();
            ranges.forEach((name, range) ->
                    series.add(Series.of(name, "connector-score", "maven-score", Style.DATA, range[0], range[1])));
            figures.add(new Figure(
                    "map",
                    Figure.Kind.SCATTER,
                    "Connector and maven scores",
                    caption,
                    nodes,
                    series,
                    Axis.of("Connector score (sum of robust z)"),
                    Axis.of("Maven score (sum of robust z)")));
        }
        return new Findings(
                "role-map",
                "Role map of " + dataset.descriptor().title(),
                tables,
                figures,
                headlines,
                notes(dataset, scores),
                citations(dataset));
    }

    private static List<String> citations(Dataset dataset) {
        List<String> citations = new ArrayList<>(List.of(
                Traits.GLADWELL,
                "doi:10.1038/nature03288",
                "doi:10.1016/j.socnet.2010.03.003",
                "doi:10.1073/pnas.0908800106"));
        citations.addAll(dataset.descriptor().citations());
        return citations;
    }

    private static List<String> notes(Dataset dataset, RoleScores scores) {
        List<String> notes = new ArrayList<>();
        notes.add(
                "Roles after Gladwell are our operationalisation; by construction about a tenth of those who can be scored have "
                        + "each role, whether or not the role means anything here.");
        for (RoleScores.Part part : scores.parts) {
            if (!part.isKnown()) {
                notes.add("Not computed: " + part.name() + " (" + part.role() + "), since " + part.remark() + ".");
            }
        }
        if (scores.membership.detected()) {
            notes.add("Communities were detected by modularity, a local optimum; give a column where you know them.");
        }
        notes.add(
                "Conversion is an association net of matched unexposed nodes, not an effect: what both adopt for may be unseen.");
        notes.add(
                "Roles are defined by what nodes have and do, not by cascades they caused; to say that roles cause cascades needs "
                        + "other data, or the removal test.");
        notes.addAll(dataset.descriptor().caveats());
        return notes;
    }

    private static String name(int combination) {
        StringBuilder name = new StringBuilder();
        for (int role = 0; role < RoleScores.ROLES.length; role++) {
            if ((combination >> role & 1) == 1) {
                name.append(name.length() == 0 ? "" : " + ").append(RoleScores.ROLES[role]);
            }
        }
        return name.length() == 0 ? "none" : name.toString();
    }

    private static final int[] ORDER = {1, 2, 4, 3, 5, 6, 7};

    private static Table overlap(int[] combination, boolean[][] has, int n) {
        double[] share = new double[has.length];
        for (int role = 0; role < has.length; role++) {
            for (boolean one : has[role]) {
                share[role] += one ? 1.0 / n : 0;
            }
        }
        Rows rows = new Rows()
                .text("roles", "Exactly these roles")
                .number("connector", "", "1 where the roles include it")
                .number("maven", "", "1 where the roles include it")
                .number("salesman", "", "1 where the roles include it")
                .number("nodes", "nodes", "Nodes with exactly these roles")
                .number("expected", "nodes", "The same if roles were independent");
        double[] nodes = new double[ORDER.length];
        for (int i = 0; i < nodes.length; i++) {
            int wanted = ORDER[i];
            nodes[i] = (double)
                    Arrays.stream(combination).filter(one -> one == wanted).count();
        }
        for (int i = 0; i < ORDER.length; i++) {
            int roles = ORDER[i];
            double expected = n;
            for (int role = 0; role < has.length; role++) {
                expected *= (roles >> role & 1) == 1 ? share[role] : 1 - share[role];
            }
            rows.add(List.of(name(roles)), roles & 1, roles >> 1 & 1, roles >> 2 & 1, nodes[i], expected);
        }
        return rows.table("overlap", "Who has which roles");
    }

    private static Table parts(RoleScores scores) {
        Rows rows = new Rows()
                .text("role", "Role")
                .text("component", "Component of the role's score")
                .text("computed", "Whether the data give it")
                .text("remark", "How it is computed, or what is missing")
                .number("nodes", "nodes", "Nodes that have a value");
        for (RoleScores.Part part : scores.parts) {
            rows.add(List.of(part.role(), part.name(), part.isKnown() ? "yes" : "no", part.remark()), (double)
                    Arrays.stream(part.values()).filter(x -> !Double.isNaN(x)).count());
        }
        return rows.table("components", "What the scores are made of");
    }

    static Table stability(double[][] tau) {
        Rows rows = new Rows()
                .text("role", "Role")
                .number("subsample", "", "Number of the subsample, each without a tenth of the ties")
                .number("tau", "", "Kendall's τ_b of the scores with those from all ties");
        for (int role = 0; role < tau.length; role++) {
            for (int s = 0; s < tau[role].length; s++) {
                rows.add(List.of(RoleScores.ROLES[role]), s + 1, tau[role][s]);
            }
        }
        return rows.table("stability", "Stability of the scores when ties are missing");
    }

    private static Table nodes(RoleScores scores, int[] combination, Map<String, int[]> ranges) {
        Rows rows = new Rows()
                .text("roles", "Roles of the node")
                .number("node", "", "Number of the node")
                .number("community", "", "Number of its community")
                .number("connector-score", "", "Sum of robust z-scores")
                .number("maven-score", "", "Sum of robust z-scores; NaN without data")
                .number("salesman-score", "", "Sum of robust z-scores; NaN without data");
        List<double[]> columns = new ArrayList<>();
        for (RoleScores.Part part : scores.parts) {
            if (part.isKnown()) {
                rows.number(part.name().replace(' ', '-'), "", part.remark());
                columns.add(part.values());
            }
        }
        int[] order = {0, 1, 2, 4, 3, 5, 6, 7};
        for (int roles : order) {
            int from = rows.size();
            for (int v = 0; v < combination.length; v++) {
                if (combination[v] != roles) {
                    continue;
                }
                double[] values = new double[5 + columns.size()];
                values[0] = v;
                values[1] = scores.membership.of()[v];
                for (int role = 0; role < RoleScores.ROLES.length; role++) {
                    values[2 + role] = scores.scores[role][v];
                }
                for (int c = 0; c < columns.size(); c++) {
                    values[5 + c] = columns.get(c)[v];
                }
                rows.add(List.of(name(roles)), values);
            }
            if (rows.size() > from) {
                ranges.put(name(roles), new int[] {from, rows.size()});
            }
        }
        return rows.table("nodes", "Scores of all nodes");
    }
}
