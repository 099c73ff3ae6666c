package org.einfluss.api.findings;

import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A pure function of a dataset. Stateless; called on a worker thread; the same dataset and parameters give the same findings.
 * Contract test: {@code AnalysisContract}.
 *
 * @param <P> parameter record
 */
@ConsumerType
public interface Analysis<P extends Record> {
    /**
     * Computes the findings.
     *
     * @param dataset the dataset, which stays as it is
     * @param parameters checked parameters
     * @param progress told how far it is, asked for cancellation
     * @return the findings, their kind being the analysis' id
     * @throws org.einfluss.api.InputException when the dataset lacks what the analysis needs
     */
    Findings analyse(Dataset dataset, P parameters, Progress progress);
}
