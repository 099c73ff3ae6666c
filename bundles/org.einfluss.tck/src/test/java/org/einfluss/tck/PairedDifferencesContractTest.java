package org.einfluss.tck;

import org.einfluss.engine.study.PairedDifferences;

final class PairedDifferencesContractTest extends AnalysisContract {
    @Override
    protected Object analysis() {
        return new PairedDifferences();
    }
}
