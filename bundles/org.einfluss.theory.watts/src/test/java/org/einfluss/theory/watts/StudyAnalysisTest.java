package org.einfluss.theory.watts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.einfluss.api.InputException;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.api.study.Component;
import org.einfluss.api.study.Plan.Recording;
import org.einfluss.charts.ChartFile;
import org.einfluss.charts.FigureChart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyAnalysisTest {
    private static final Component ONE = new Component("random", Map.of("size", "1"), Optional.empty());

    private static Findings window(double[] z, double[] phi) {
        SmallStudy study = new SmallStudy(1000, z, phi, ONE, 1, 4, 10, Recording.FINAL);
        return new CascadeWindowAnalysis().analyse(study, new CascadeWindowAnalysis.Parameters(0.1), Progress.NONE);
    }

    private static Figure figure(Findings findings, String name) {
        return findings.figures().stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void windowOverTheMeanDegreeCarriesItsClosedForms() throws Exception {
        Findings findings = window(new double[] {2, 4, 12}, new double[] {0.18});
        Table points = findings.table("points").orElseThrow();
        assertArrayEquals(new double[] {2, 4, 12}, points.column("z").toDoubles());
        assertEquals(0.754222, points.column("P_trig").doubleAt(0), 1e-5);
        assertEquals(0.9802, points.column("rho").doubleAt(1), 1e-4);
        assertEquals(0, points.column("P_trig").doubleAt(2));
        assertTrue(Double.isNaN(points.column("rho").doubleAt(2)));
        assertTrue(points.column("global").doubleAt(0) > 0.4
                && points.column("global").doubleAt(2) < 0.1);
        assertTrue(findings.table("cells").isEmpty());
        assertFalse(new WindowMap().draws(findings));
        assertTrue(figure(findings, "frequency").caption().contains("4 networks × 10 runs"));
        assertEquals(
                List.of(Figure.Style.DATA, Figure.Style.OVERLAY),
                figure(findings, "frequency").series().stream()
                        .map(Figure.Series::style)
                        .toList());
        assertTrue(ChartFile.png(FigureChart.draw(figure(findings, "frequency")), 120, 90, 72).length > 1000);
    }

    @ParameterizedTest
    @CsvSource({
        "random, size, 0, false",
        "fraction, share, 0, false",
        "fraction, share, 1e-6, true",
        "fraction, share, 0.05, false"
    })
    void triggerProbabilityIsDrawnForASingleSeedOnly(String id, String setting, String value, boolean single) {
        Component seeding = new Component(id, Map.of(setting, value), Optional.empty());
        SmallStudy study =
                new SmallStudy(1000, new double[] {4}, new double[] {0.18}, seeding, 1, 2, 2, Recording.FINAL);
        Findings findings =
                new CascadeWindowAnalysis().analyse(study, new CascadeWindowAnalysis.Parameters(0.1), Progress.NONE);
        double drawn = findings.table("points").orElseThrow().column("P_trig").doubleAt(0);
        assertEquals(single ? 0.865296 : Double.NaN, drawn, 1e-5);
    }

    @Test
    void windowOverTheThresholdHasOneLine() {
        Findings findings = window(new double[] {4}, new double[] {0.1, 0.18, 0.3});
        assertEquals("phi", figure(findings, "size").series().get(0).x());
        assertEquals(3, figure(findings, "size").series().get(0).toRow());
    }

    @Test
    void mapHasACellForEachPairAndTheStaircase() throws Exception {
        Findings findings = window(new double[] {2, 4, 8}, new double[] {0.1, 0.15, 0.2, 0.3});
        assertEquals(12, findings.table("cells").orElseThrow().rows());
        Table staircase = findings.table("staircase").orElseThrow();
        assertEquals(3.863069, staircase.column("z2").doubleAt(staircase.rows() - 1), 1e-5);
        assertTrue(new WindowMap().draws(findings) && new ReachMap().draws(findings));
        assertTrue(ChartFile.png(new WindowMap().draw(findings), 120, 90, 72).length > 1000);
        assertTrue(ChartFile.png(new ReachMap().draw(findings), 120, 90, 72).length > 1000);
    }

    @Test
    void sizesSumToOneAndFallFromOne() throws Exception {
        SmallStudy study =
                new SmallStudy(2000, new double[] {1, 2}, new double[] {0.05}, ONE, 1, 4, 25, Recording.FINAL);
        Findings findings = new CascadeSizes().analyse(study, new CascadeSizes.Parameters(0.1), Progress.NONE);
        Table tail = findings.table("ccdf").orElseThrow();
        assertEquals(1, tail.column("at-least").doubleAt(0));
        // P(size ≥ 2) = 1 − e^{−1}, wherever the second row's size is 2.
        assertEquals(2, tail.column("size").doubleAt(1));
        assertEquals(0.632121, tail.column("borel").doubleAt(1), 1e-5);
        assertTrue(Double.isNaN(tail.column("borel").doubleAt(tail.rows() - 1)));
        double[] share =
                findings.table("histogram").orElseThrow().column("cascades").toDoubles();
        assertEquals(2, Arrays.stream(share).sum(), 1e-9);
        assertTrue(findings.notes().toString().contains("Two kinds of cascades"));
        assertTrue(new SizeTails().draws(findings));
        assertTrue(ChartFile.png(new SizeTails().draw(findings), 160, 90, 72).length > 1000);
    }

    @Test
    void borelLawHasItsKnownValues() {
        assertEquals(.367879, CascadeSizes.borelShare(1, 1), 1e-6);
        assertEquals(.135335, CascadeSizes.borelShare(1, 2), 1e-6);
        assertEquals(.074681, CascadeSizes.borelShare(1, 3), 1e-6);
        assertEquals(.035093, CascadeSizes.borelShare(1, 5), 1e-6);
        assertEquals(.012511, CascadeSizes.borelShare(1, 10), 1e-6);
        assertEquals(.001127, CascadeSizes.borelShare(1, 50), 1e-6);
    }

    @Test
    void timeCourseFollowsTheRecursion() {
        Component seeding = new Component("fraction", Map.of("share", "0.01"), Optional.empty());
        SmallStudy study =
                new SmallStudy(50_000, new double[] {5}, new double[] {0.18}, seeding, 500, 3, 2, Recording.EVERY_STEP);
        Findings findings = new TimeCourse().analyse(study, new None(), Progress.NONE);
        Table course = findings.table("time-course").orElseThrow();
        assertEquals(0.01, course.column("active").doubleAt(0), 1e-12);
        assertEquals(0.993095, course.column("active").doubleAt(course.rows() - 1), 0.002);
        assertEquals(3, course.column("units").doubleAt(0));
        assertTrue(course.rows() > 5);
        for (int t = 0; t < course.rows(); t++) {
            assertEquals(
                    course.column("rho").doubleAt(t), course.column("active").doubleAt(t), 0.02, "step " + t);
        }
    }

    @Test
    void timeCourseNeedsEveryStep() {
        SmallStudy study = new SmallStudy(100, new double[] {5}, new double[] {0.18}, ONE, 1, 1, 1, Recording.FINAL);
        InputException refused =
                assertThrows(InputException.class, () -> new TimeCourse().analyse(study, new None(), Progress.NONE));
        assertTrue(refused.getMessage().contains("every-step"));
    }
}
