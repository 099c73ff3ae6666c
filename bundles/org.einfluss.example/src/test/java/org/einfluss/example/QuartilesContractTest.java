package org.einfluss.example;

import org.einfluss.tck.AnalysisContract;

final class QuartilesContractTest extends AnalysisContract {
    @Override
    protected Object analysis() {
        return new Quartiles();
    }
}
