package org.einfluss.theory.flow;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.charts.ChartTheme;
import org.einfluss.charts.ChartView;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.flow.FlowPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.data.flow.DefaultFlowDataset;
import org.jfree.data.flow.NodeKey;
import org.osgi.service.component.annotations.Component;

/** Flows between communities as a Sankey diagram, a stage for each part of the cascades' duration. */
@Component(service = ChartView.class)
public final class FlowChart implements ChartView {
    private static final int MOST_STAGES = 12;
    private static final double MOST_FLOW = 1e15;

    /** For the registry. */
    public FlowChart() {}

    /** A community; the plot writes no names, since those of thin ones would cover each other: the legend names the colours. */
    private record Community(String name) implements Comparable<Community> {
        @Override
        public int compareTo(Community other) {
            return name.compareTo(other.name);
        }

        @Override
        public String toString() {
            return "";
        }
    }

    @Override
    public boolean draws(Findings findings) {
        return findings.kind().equals("influence-flow")
                && findings.table("slices").isPresent();
    }

    @Override
    public JFreeChart draw(Findings findings) {
        Table slices = findings.table("slices").orElseThrow();
        DefaultFlowDataset<Community> dataset = new DefaultFlowDataset<>();
        List<Community> communities = new ArrayList<>();
        int stages = 0;
        for (int r = 0; r < slices.rows(); r++) {
            double slice = slices.column("slice").doubleAt(r);
            double flow = slices.column("flow").doubleAt(r);
            if (!(slice >= 1 && slice <= MOST_STAGES && flow > 0 && flow < MOST_FLOW)) {
                continue;
            }
            Community from = new Community(slices.column("from").textAt(r));
            Community to = new Community(slices.column("to").textAt(r));
            for (Community one : List.of(to, from)) {
                if (!communities.contains(one)) {
                    communities.add(one);
                }
            }
            dataset.setFlow((int) slice - 1, from, to, flow);
            stages = Math.max(stages, (int) slice);
        }
        FlowPlot plot = new FlowPlot(dataset);
        plot.setToolTipGenerator(null);
        LegendItemCollection items = new LegendItemCollection();
        int number = 0;
        for (Community one : communities) {
            Color colour = one.name().equals("external") ? Color.GRAY : ChartTheme.colour(number++);
            for (int stage = 0; stage <= stages; stage++) {
                plot.setNodeFillColor(new NodeKey<>(stage, one), colour);
            }
            LegendItem item = new LegendItem(one.name(), colour);
            item.setShape(ChartTheme.point(1, 7));
            items.add(item);
        }
        JFreeChart chart = new JFreeChart(
                "Flow of influence between communities", ChartTheme.bold(ChartTheme.TITLE_POINTS), plot, false);
        chart.addSubtitle(new LegendTitle(() -> items));
        return ChartTheme.finish(
                chart,
                findings.title() + ". Left the sources, right the adopters"
                        + (stages > 1 ? ", in " + stages + " parts of the cascades' duration" : "")
                        + "; widths are adoptions; external: no source adopted before.");
    }
}
