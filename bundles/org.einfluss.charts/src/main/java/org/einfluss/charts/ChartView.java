package org.einfluss.charts;

import org.einfluss.api.findings.Findings;
import org.jfree.chart.JFreeChart;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Draws findings as a chart of any kind: heat map, flow, network. Stateless.
 *
 * <p>Front ends and exports call it, each time findings are shown or saved, from any thread and from several at once; there
 * may be no display. It reads the tables of the findings and nothing else, opens no window and keeps nothing. Contract test:
 * {@code ChartViewContract}.
 */
@ConsumerType
public interface ChartView {
    /**
     * Returns whether this view knows how to draw the findings; cheap, as it is asked for all findings.
     *
     * @param findings the findings
     */
    boolean draws(Findings findings);

    /**
     * Draws the findings in the house style; see {@link ChartTheme#finish}.
     *
     * @param findings findings that {@link #draws} accepted
     * @return a new chart, which belongs to the caller
     */
    JFreeChart draw(Findings findings);
}
