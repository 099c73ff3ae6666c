package org.einfluss.api.study;

import java.io.IOException;
import java.util.Optional;
import org.einfluss.api.data.Dataset;
import org.einfluss.graph.Network;
import org.osgi.annotation.versioning.ProviderType;

/** A complete study: its plan and what was observed. Thread-safe. */
@ProviderType
public interface Study {
    /** Returns the plan. */
    Plan plan();

    /** Returns the digest: SHA-256 over the canonical values of the sorted rows, in hexadecimal digits. */
    String digest();

    /**
     * Opens the rows.
     *
     * @throws IOException when they cannot be read
     */
    Observations observations() throws IOException;

    /**
     * Opens the adoption log; empty where none was recorded.
     *
     * @throws IOException when it cannot be read
     */
    Events events() throws IOException;

    /** Returns the estimates over final values. */
    Estimates estimates();

    /**
     * Makes a network of the study again.
     *
     * @param configuration index of the network configuration
     * @param draw number of the draw
     */
    Network network(int configuration, int draw);

    /**
     * Returns the dataset behind a network configuration; empty where it is generated.
     *
     * @param configuration index of the network configuration
     */
    Optional<Dataset> dataset(int configuration);
}
