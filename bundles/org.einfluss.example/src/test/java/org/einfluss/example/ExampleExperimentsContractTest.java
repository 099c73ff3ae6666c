package org.einfluss.example;

import org.einfluss.api.study.ExperimentLibrary;
import org.einfluss.tck.ExperimentLibraryContract;

final class ExampleExperimentsContractTest extends ExperimentLibraryContract {
    @Override
    protected ExperimentLibrary library() {
        return new ExampleExperiments();
    }
}
