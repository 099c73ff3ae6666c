package org.einfluss.theory.watts;

import org.einfluss.tck.AnalysisContract;

final class CascadeSizesContractTest extends AnalysisContract {
    @Override
    protected Object analysis() {
        return new CascadeSizes();
    }
}
