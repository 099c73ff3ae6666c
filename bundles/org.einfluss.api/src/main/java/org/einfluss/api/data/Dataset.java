package org.einfluss.api.data;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;

/**
 * A network, the logs observed on it, and where they came from.
 *
 * @param descriptor name, source, licence, citation, caveats
 * @param network the network
 * @param logs adoption logs observed on it, may be empty
 * @param activities activity logs observed on it, may be empty
 */
public record Dataset(
        DatasetDescriptor descriptor, Network network, List<AdoptionLog> logs, List<ActivityLog> activities) {
    /** Copies the lists. */
    public Dataset {
        Objects.requireNonNull(descriptor);
        Objects.requireNonNull(network);
        logs = List.copyOf(logs);
        activities = List.copyOf(activities);
    }

    /**
     * Makes a dataset without activity logs.
     *
     * @param descriptor name, source, licence, citation, caveats
     * @param network the network
     * @param logs adoption logs observed on it, may be empty
     */
    public Dataset(DatasetDescriptor descriptor, Network network, List<AdoptionLog> logs) {
        this(descriptor, network, logs, List.of());
    }

    /**
     * Returns the same data under another descriptor.
     *
     * @param other the descriptor
     */
    public Dataset described(DatasetDescriptor other) {
        return new Dataset(other, network, logs, activities);
    }

    /**
     * Returns the log with a name.
     *
     * @param name the log's name
     */
    public Optional<AdoptionLog> log(String name) {
        return logs.stream().filter(log -> log.name().equals(name)).findFirst();
    }

    /**
     * Returns the node column that says in which place a node is: the first of those named {@code place}, {@code village}, {@code city} and
     * {@code town} that there is. People of one place influence each other, so that places are the units of inference.
     */
    public Optional<Column> places() {
        return Stream.of("place", "village", "city", "town")
                .flatMap(name -> network.nodeColumn(name).stream())
                .findFirst();
    }
}
