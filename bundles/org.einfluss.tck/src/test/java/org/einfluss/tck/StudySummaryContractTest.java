package org.einfluss.tck;

import org.einfluss.engine.study.StudySummary;

final class StudySummaryContractTest extends AnalysisContract {
    @Override
    protected Object analysis() {
        return new StudySummary();
    }
}
