package org.einfluss.example;

import java.util.List;
import org.einfluss.api.Described;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.findings.Analysis;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Findings.Headline;
import org.einfluss.api.findings.Rows;
import org.einfluss.graph.Graph;
import org.osgi.service.component.annotations.Component;

/** Which share of the arcs of a dataset is returned: u→v counts when there is v→u as well. */
@Component(service = Analysis.class)
@Described(
        id = "example-reciprocity",
        name = "Reciprocity",
        summary = "Share of arcs that are returned, in each layer.",
        cite = "own analysis")
public final class Reciprocity implements Analysis<None> {
    @Override
    public Findings analyse(Dataset dataset, None none, Progress progress) {
        Rows rows = new Rows()
                .text("layer", "Layer of the network")
                .number("arcs", "arcs", "Arcs of the layer")
                .number("returned", "arcs", "Arcs with one in the other direction");
        double arcs = 0;
        double returned = 0;
        for (String layer : dataset.network().layers()) {
            Graph graph = dataset.network().graph(layer);
            int found = 0;
            for (int u = 0; u < graph.nodes(); u++) {
                progress.checkCancelled();
                for (int a = graph.arcBegin(u), end = graph.arcEnd(u); a < end; a++) {
                    found += graph.findArc(graph.target(a), u) >= 0 ? 1 : 0;
                }
            }
            rows.add(List.of(layer), graph.arcs(), found);
            arcs += graph.arcs();
            returned += found;
        }
        return new Findings(
                "example-reciprocity",
                "Returned arcs",
                List.of(rows.table("returned", "Returned arcs by layer")),
                List.of(),
                arcs == 0
                        ? List.of()
                        : List.of(new Headline(
                                "Returned arcs", returned / arcs, Double.NaN, Double.NaN, "share of arcs", "")),
                List.of("In an undirected network every arc is returned."),
                dataset.descriptor().citations());
    }
}
