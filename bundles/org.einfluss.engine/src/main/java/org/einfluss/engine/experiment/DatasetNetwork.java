package org.einfluss.engine.experiment;

import java.util.Objects;
import org.einfluss.api.Param;

/**
 * The parameter of {@code network: {id: dataset, name: …}}.
 *
 * @param name name of the dataset
 */
public record DatasetNetwork(@Param("Dataset") String name) {
    /** Checks that nothing is missing. */
    public DatasetNetwork {
        Objects.requireNonNull(name);
    }
}
