package org.einfluss.theory.watts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.study.Component;
import org.einfluss.api.study.Plan.Recording;
import org.einfluss.charts.ChartText;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.TextTitle;
import org.junit.jupiter.api.Test;

class ChartWordingTest {
    private static SmallStudy study(double[] z, double[] phi, int seeds, Recording recording) {
        Component seeding = new Component("random", Map.of("size", Integer.toString(seeds)), Optional.empty());
        return new SmallStudy(500, z, phi, seeding, seeds, 3, 4, recording);
    }

    private static Findings window(double[] z, double[] phi) {
        return new CascadeWindowAnalysis()
                .analyse(study(z, phi, 1, Recording.FINAL), new CascadeWindowAnalysis.Parameters(0.1), Progress.NONE);
    }

    @Test
    void mapDoesNotSpeakOfBandsAndLinesThatItHasNot() {
        JFreeChart map = new WindowMap().draw(window(new double[] {2, 4, 8}, new double[] {0.1, 0.15, 0.2}));
        String caption = ((TextTitle) map.getSubtitle(0)).getText();
        assertFalse(caption.contains("band") || caption.contains("drawn"), caption);
        assertTrue(caption.contains("global: reach ≥ 0.1."), caption);
        assertEquals(List.of(), ChartText.faults(map, 84, 60));
    }

    @Test
    void captionSaysWhichLinesAreDrawn() {
        Findings findings = window(new double[] {2, 4}, new double[] {0.1, 0.12, 0.14, 0.16, 0.18, 0.2, 0.22, 0.24});
        String caption = findings.figures().get(0).caption();
        assertTrue(caption.endsWith("Of 8 lines every second is drawn; all are in the table."), caption);
    }

    @Test
    void singleSeedIsMentionedOnlyWhereThereIsOne() {
        for (int seeds : new int[] {1, 5}) {
            Findings findings = new TimeCourse()
                    .analyse(
                            study(new double[] {4}, new double[] {0.18}, seeds, Recording.EVERY_STEP),
                            new None(),
                            Progress.NONE);
            assertEquals(seeds == 1, findings.notes().toString().contains("single seed"));
            Findings.Headline last = findings.headlines().get(0);
            assertTrue(last.low() >= 0 && last.high() <= 1, last.toString());
        }
    }

    @Test
    void bothTailsAreWhole() {
        Findings findings = new CascadeSizes()
                .analyse(
                        study(new double[] {1, 4}, new double[] {0.1}, 1, Recording.FINAL),
                        new CascadeSizes.Parameters(0.1),
                        Progress.NONE);
        CombinedRangeXYPlot both =
                (CombinedRangeXYPlot) new SizeTails().draw(findings).getXYPlot();
        for (Object panel : both.getSubplots()) {
            XYPlot plot = (XYPlot) panel;
            for (int i = 0; i < plot.getDataset(0).getItemCount(0); i++) {
                assertTrue(both.getRangeAxis()
                        .getRange()
                        .contains(plot.getDataset(0).getYValue(0, i)));
            }
        }
    }
}
