package org.einfluss.api.data;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.einfluss.graph.Network;

/**
 * A network, the logs observed on it, and where they came from.
 *
 * @param descriptor name, source, licence, citation, caveats
 * @param network the network
 * @param logs adoption logs observed on it, may be empty
 */
public record Dataset(DatasetDescriptor descriptor, Network network, List<AdoptionLog> logs) {
    /** Copies the list. */
    public Dataset {
        Objects.requireNonNull(descriptor);
        Objects.requireNonNull(network);
        logs = List.copyOf(logs);
    }

    /**
     * Returns the log with a name.
     *
     * @param name the log's name
     */
    public Optional<AdoptionLog> log(String name) {
        return logs.stream().filter(log -> log.name().equals(name)).findFirst();
    }
}
