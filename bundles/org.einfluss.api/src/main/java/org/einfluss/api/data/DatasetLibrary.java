package org.einfluss.api.data;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.einfluss.api.Progress;
import org.osgi.annotation.versioning.ConsumerType;

/** Offers datasets by name: the bundled samples, the datasets in the user's folder. Thread-safe. Contract test: {@code DatasetLibraryContract}. */
@ConsumerType
public interface DatasetLibrary {
    /** Returns what is offered, sorted by name. */
    List<DatasetDescriptor> datasets();

    /** Returns what cannot be offered because it is wrong: by name, the sentence that says why. */
    default Map<String, String> wrong() {
        return Map.of();
    }

    /**
     * Opens a dataset.
     *
     * @param name one of the offered names
     * @param progress told how far it is
     * @return the dataset; its descriptor carries the content hash
     * @throws IOException when it cannot be read
     * @throws org.einfluss.api.InputException when there is no dataset of this name
     */
    Dataset open(String name, Progress progress) throws IOException;
}
