package org.einfluss.example;

import org.einfluss.tck.AnalysisContract;

final class ReciprocityContractTest extends AnalysisContract {
    @Override
    protected Object analysis() {
        return new Reciprocity();
    }
}
