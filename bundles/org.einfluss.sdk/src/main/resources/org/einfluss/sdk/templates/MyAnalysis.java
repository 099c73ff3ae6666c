import java.util.List;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.findings.Analysis;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Findings.Headline;
import org.einfluss.api.findings.Rows;
import org.einfluss.graph.Graph;
import org.osgi.service.component.annotations.Component;

/** How many nodes have how many ties. */
@Component(service = Analysis.class)
@Described(id = "my-analysis", name = "My analysis", summary = "Nodes by their number of outgoing ties.", cite = "own analysis")
public final class MyAnalysis implements Analysis<MyAnalysis.Parameters> {
    public record Parameters(
            @Param(value = "Most ties shown", initial = "50", range = "[1,10000]", unit = "ties") int most) {}

    @Override
    public Findings analyse(Dataset dataset, Parameters p, Progress progress) {
        Graph graph = dataset.network().graph();
        int[] nodes = new int[p.most() + 1];
        for (int node = 0; node < graph.nodes(); node++) {
            nodes[Math.min(graph.outDegree(node), p.most())]++;
        }
        Rows rows = new Rows()
                .number("out-degree", "ties", "Outgoing ties of a node; the last row holds all that have more")
                .number("count", "nodes", "Nodes with so many ties");
        for (int ties = 0; ties <= p.most(); ties++) {
            rows.add(ties, nodes[ties]);
        }
        return new Findings(
                "my-analysis",
                "Nodes by number of ties",
                List.of(rows.table("out-degree", "Nodes by number of ties")),
                List.of(),
                List.of(new Headline("Nodes without ties", nodes[0], Double.NaN, Double.NaN, "nodes", "")),
                List.of("Ties are outgoing arcs: people whom a node can influence."),
                dataset.descriptor().citations());
    }
}
