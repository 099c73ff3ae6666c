package org.einfluss.theory.watts;

import java.util.Map;
import java.util.Optional;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.study.Component;
import org.einfluss.api.study.Plan.Recording;

/** Findings of small studies, for the chart views that draw them. */
final class DrawnFindings {
    private static final Component ONE = new Component("random", Map.of("size", "1"), Optional.empty());

    private DrawnFindings() {}

    static Findings map() {
        SmallStudy study =
                new SmallStudy(100, new double[] {2, 4, 8}, new double[] {0.1, 0.2}, ONE, 1, 2, 5, Recording.FINAL);
        return new CascadeWindowAnalysis().analyse(study, new CascadeWindowAnalysis.Parameters(0.1), Progress.NONE);
    }

    static Findings sizes() {
        SmallStudy study =
                new SmallStudy(100, new double[] {1, 2}, new double[] {0.05}, ONE, 1, 2, 10, Recording.FINAL);
        return new CascadeSizes().analyse(study, new CascadeSizes.Parameters(0.1), Progress.NONE);
    }

    static Findings influentials() {
        try {
            return new InfluentialsAnalysis()
                    .analyse(Experiments.influentials(), new InfluentialsAnalysis.Parameters(0.1, 0.25), Progress.NONE);
        } catch (java.io.IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static Findings trees() {
        return new StructuralVirality()
                .analyse(
                        SmallCascades.random(),
                        new StructuralVirality.Parameters(org.einfluss.api.data.ParentRule.FIRST),
                        Progress.NONE);
    }
}
