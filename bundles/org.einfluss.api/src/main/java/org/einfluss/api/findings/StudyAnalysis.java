package org.einfluss.api.findings;

import java.util.List;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A pure function of a study's observations and logs. Stateless; called on a worker thread. Contract test:
 * {@code AnalysisContract}.
 *
 * @param <P> parameter record
 */
@ConsumerType
public interface StudyAnalysis<P extends Record> {
    /**
     * Says what a plan lacks for this analysis, so that it can be refused before anything runs: the recording of logs or of every step,
     * variables ({@link Plan#missing}), factors. Called by the planner.
     *
     * @param parameters checked parameters
     * @param plan the plan of a study, run or not
     * @return sentences, each of what is needed, what there is, and what to set in the experiment; empty where nothing is lacking
     */
    default List<String> needs(P parameters, Plan plan) {
        return List.of();
    }

    /**
     * Refuses a study that lacks what {@link #needs} names; to be called first in {@link #analyse}.
     *
     * @param parameters checked parameters
     * @param study the study
     * @throws InputException with these sentences
     */
    default void checkNeeds(P parameters, Study study) {
        List<String> lacking = needs(parameters, study.plan());
        if (!lacking.isEmpty()) {
            throw new InputException(String.join(" ", lacking));
        }
    }

    /**
     * Computes the findings, after {@link #checkNeeds}.
     *
     * @param study a complete study
     * @param parameters checked parameters
     * @param progress told how far it is, asked for cancellation
     * @return the findings, their kind being the analysis' id
     * @throws org.einfluss.api.InputException when the study lacks what the analysis needs
     */
    Findings analyse(Study study, P parameters, Progress progress);
}
