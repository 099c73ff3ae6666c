package org.einfluss.example;

import org.einfluss.api.data.DatasetLibrary;
import org.einfluss.tck.DatasetLibraryContract;

final class ExampleDatasetsContractTest extends DatasetLibraryContract {
    @Override
    protected DatasetLibrary library() {
        return new ExampleDatasets();
    }
}
