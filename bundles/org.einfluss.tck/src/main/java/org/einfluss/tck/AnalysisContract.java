package org.einfluss.tck;

import java.util.List;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.findings.Analysis;
import org.einfluss.api.findings.StudyAnalysis;
import org.einfluss.api.study.Study;
import org.einfluss.tck.check.AnalysisChecks;
import org.einfluss.tck.check.Contract;
import org.einfluss.tck.check.Samples;
import org.osgi.annotation.versioning.ConsumerType;

/** The contract of an {@link Analysis}, and of a {@link StudyAnalysis}; extend it and name one of them. */
@ConsumerType
public abstract class AnalysisContract extends ComponentContract {
    /** For subclasses. */
    protected AnalysisContract() {}

    /** Returns the analysis. */
    protected abstract Object analysis();

    /** Returns datasets that have what the analysis needs; the first is used for all clauses. */
    protected List<Dataset> datasets() {
        List<Dataset> samples = Samples.datasets();
        return List.of(samples.get(samples.size() - 1));
    }

    /**
     * Returns a study that has what the analysis needs.
     *
     * @throws Exception when it cannot be made
     */
    protected Study study() throws Exception {
        return Samples.studies().get(0);
    }

    @Override
    protected final Contract contract() {
        Object analysis = analysis();
        if (analysis instanceof Analysis<?> ofDataset) {
            return AnalysisChecks.of(ofDataset, datasets(), setup());
        }
        Study study;
        try {
            study = study();
        } catch (Exception failed) {
            throw new IllegalStateException("The study of the test could not be made", failed);
        }
        return AnalysisChecks.of((StudyAnalysis<?>) analysis, study, setup());
    }
}
