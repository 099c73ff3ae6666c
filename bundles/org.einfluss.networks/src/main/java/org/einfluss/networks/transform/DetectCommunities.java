package org.einfluss.networks.transform;

import java.util.Arrays;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Transform;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.einfluss.graph.measure.Communities;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * Finds communities in the first layer and writes them into a node column, numbered from 0 by falling size ({@link Communities#louvain}). The
 * modularity is a fact of the network.
 */
@Component(service = Transform.class)
@Described(
        id = "detect-communities",
        name = "Detect communities",
        summary = "Writes into a node column which community a node belongs to, by greedy modularity.",
        cite = "doi:10.1088/1742-5468/2008/10/P10008")
public final class DetectCommunities implements Transform<DetectCommunities.Parameters> {
    /** For the registry, and for use as a plain library. */
    public DetectCommunities() {}

    /**
     * Parameters of the transform.
     *
     * @param column name of the node column; one of this name is replaced
     */
    public record Parameters(
            @Param(value = "Node column", initial = "community", help = "A column of this name is replaced.")
            String column) {}

    @Override
    public Network apply(Parameters p, Network network, RandomStream random) {
        Communities found = Communities.louvain(network.graph(), random, () -> false);
        Column column = Column.integers(
                        p.column(), "", Arrays.stream(found.of()).asLongStream().toArray())
                .withMeaning("Community, numbered from 0 by falling size");
        return network.withNodeColumn(column)
                .withFact("communities", "communities", found.count())
                .withFact("modularity", "", found.modularity());
    }
}
