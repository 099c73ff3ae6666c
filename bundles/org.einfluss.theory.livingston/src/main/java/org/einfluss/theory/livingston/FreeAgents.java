package org.einfluss.theory.livingston;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.model.Transform;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.graph.measure.Communities;
import org.einfluss.graph.measure.UnderlyingGraph;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * Tells an organisation's people from free agents.
 *
 * <p>The organisation: whole communities, the largest first, until they hold a share of the nodes. Node column {@code organisation} holds who belongs to it,
 * {@code broadcast} their degree, 0 for all others: institutional broadcasters are those of highest value. Node column {@code independence} holds, for
 * everybody else, the participation coefficient P over communities times the share of ties that do not lead into the organisation: free agents are present in many
 * communities and tied little to the organisation; members and isolated nodes have 0. Own operationalisation of B. Kanter and A. Fine 2010 (The Networked Nonprofit);
 * P is that of R. Guimerà and L. A. N. Amaral 2005, doi:10.1038/nature03288.
 */
@Component(service = Transform.class)
@Described(
        id = "free-agents",
        name = "Free agents",
        summary = "Marks an organisation, ranks its broadcasters by degree and everybody else by independence.",
        cite = "doi:10.1038/nature03288")
public final class FreeAgents implements Transform<FreeAgents.Parameters> {
    /** For the registry, and for use as a plain library. */
    public FreeAgents() {}

    /**
     * Parameters of the transform.
     *
     * @param share least share of nodes that belong to the organisation
     * @param communities node column of the communities; empty: detected
     */
    public record Parameters(
            @Param(
                    value = "Share of the organisation",
                    initial = "0.1",
                    range = "[0,1]",
                    unit = "share of nodes",
                    help = "Whole communities, the largest first, until they hold that share")
            double share,

            @Param(
                    value = "Column of the communities",
                    help = "Leave it out to have communities detected by Louvain's method")
            Optional<String> communities) {}

    @Override
    public Network apply(Parameters parameters, Network network, RandomStream random) {
        int[] community = communities(parameters.communities(), network, random);
        boolean[] member = organisation(community, parameters.share());
        Graph ties = UnderlyingGraph.of(network.graph());
        double[] participation = Communities.participation(network.graph(), community);
        int n = network.nodes();
        double[] independence = new double[n];
        double[] broadcast = new double[n];
        for (int v = 0; v < n; v++) {
            if (member[v]) {
                broadcast[v] = ties.outDegree(v);
            } else if (ties.outDegree(v) > 0) {
                int inside = 0;
                for (int a = ties.arcBegin(v), end = ties.arcEnd(v); a < end; a++) {
                    inside += member[ties.target(a)] ? 1 : 0;
                }
                independence[v] = participation[v] * (1 - (double) inside / ties.outDegree(v));
            }
        }
        return network.withNodeColumn(Column.booleans("organisation", member)
                        .withMeaning("whether the node belongs to the organisation"))
                .withNodeColumn(Column.doubles("broadcast", "ties", broadcast)
                        .withMeaning("degree of the organisation's people, 0 for others"))
                .withNodeColumn(Column.doubles("independence", "", independence)
                        .withMeaning("participation over communities, less the ties to the organisation"));
    }

    private static int[] communities(Optional<String> column, Network network, RandomStream random) {
        if (column.isEmpty()) {
            return Communities.louvain(network.graph(), random, () -> false).of();
        }
        return Communities.numbered(network.nodeColumn(column.get())
                .orElseThrow(() -> new InputException("The network has no node column '" + column.get()
                        + "' of communities; it has "
                        + network.nodeColumns().stream().map(Column::name).toList()
                        + ". Leave the column out to have communities detected")));
    }

    /** Members of the largest communities, of equal ones that of lower number first. */
    private static boolean[] organisation(int[] community, double share) {
        int n = community.length;
        int[] size = new int[Arrays.stream(community).max().orElse(-1) + 1];
        for (int c : community) {
            size[c]++;
        }
        boolean[] chosen = new boolean[size.length];
        int members = 0;
        int[] largest = IntStream.range(0, size.length)
                .boxed()
                .sorted((a, b) -> size[b] - size[a]) // stable
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; i < largest.length && members < share * n; i++) {
            chosen[largest[i]] = true;
            members += size[largest[i]];
        }
        boolean[] member = new boolean[n];
        for (int v = 0; v < n; v++) {
            member[v] = chosen[community[v]];
        }
        return member;
    }
}
