package org.einfluss.api.findings;

import org.einfluss.api.Progress;
import org.einfluss.api.study.Study;

/**
 * A pure function of a study's observations and logs. Stateless; called on a worker thread. Contract test:
 * {@code AnalysisContract}.
 *
 * @param <P> parameter record
 */
public interface StudyAnalysis<P extends Record> {
    /**
     * Computes the findings.
     *
     * @param study a complete study
     * @param parameters checked parameters
     * @param progress told how far it is, asked for cancellation
     * @return the findings, their kind being the analysis' id
     * @throws org.einfluss.api.InputException when the study lacks what the analysis needs
     */
    Findings analyse(Study study, P parameters, Progress progress);
}
