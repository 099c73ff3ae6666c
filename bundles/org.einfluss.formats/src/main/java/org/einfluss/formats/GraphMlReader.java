package org.einfluss.formats;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.Source;
import org.einfluss.formats.internal.ByteSource;
import org.einfluss.formats.internal.GraphMlContent;
import org.einfluss.formats.internal.UnnamedDataset;
import org.osgi.service.component.annotations.Component;

/**
 * Reads GraphML (Brandes et al. 2002, doi:10.1007/3-540-45848-4_59): nodes, edges, typed attributes with defaults; plain or gzip.
 *
 * <p>Attributes become typed columns under their {@code attr.name}; where a value is missing and the key has no default, it is missing in
 * the column. An edge attribute {@code weight} of a number type becomes the weight. Undirected edges are mutual; once one edge is
 * directed, the graph is, and undirected edges are two arcs. Nested graphs, ports, hyperedges and data without {@code attr.name} (drawing
 * instructions of editors) are counted as lost. Of parallel edges one stays, the one whose attributes come first in order.
 *
 * <p>Document type declarations, and with them entities, are refused. The network does not depend on the order of elements.
 */
@Component(service = DatasetReader.class)
@Described(
        id = "graphml",
        name = "GraphML",
        summary = "XML with typed attributes of nodes and edges; plain or gzip.",
        cite = "doi:10.1007/3-540-45848-4_59")
public final class GraphMlReader implements DatasetReader<GraphMlReader.Parameters> {
    /** What a directed edge from a to b says. */
    public enum EdgeDirection {
        /** Not said; enough for a file without directed edges. */
        UNSTATED,
        /** a can influence b. */
        INFLUENCES,
        /** a follows or names b. */
        FOLLOWS,
        /** Both influence each other. */
        MUTUAL
    }

    /**
     * What cannot be known from the file.
     *
     * @param direction what a directed edge says; must be given if there is one
     */
    public record Parameters(
            @Param(
                    value = "Direction",
                    initial = "unstated",
                    help = "An edge from a to b: a influences b (influences), a follows b (follows), or both (mutual)")
            EdgeDirection direction) {}

    /** Makes the reader. */
    public GraphMlReader() {}

    @Override
    public Set<String> extensions() {
        return Set.of("graphml", "xml");
    }

    @Override
    public Dataset read(Source source, Parameters parameters, ImportReport report, Progress progress)
            throws IOException {
        GraphMlContent content;
        try (InputStream in = new ByteSource(source, progress).stream()) {
            content = GraphMlContent.parse(source.name(), in, report);
        }
        Direction direction = Direction.MUTUAL;
        if (content.firstDirected().isPresent()) {
            direction = switch (parameters.direction()) {
                case INFLUENCES -> Direction.INFLUENCES;
                case FOLLOWS -> Direction.FOLLOWS;
                case MUTUAL -> Direction.MUTUAL;
                case UNSTATED ->
                    throw new InputException(
                            content.firstDirected().get(),
                            "Direction must be given, it cannot be seen in the file: does an edge from a to b say that a"
                                    + " influences b (influences), that a follows or names b (follows), or both (mutual)?");
            };
        }
        return UnnamedDataset.of(source, direction, content.network(direction, report));
    }
}
