/**
 * Algorithms that draw networks: random graphs of the literature and regular lattices.
 *
 * <p>Every method is a pure function of its arguments and the stream's key: the same key gives the same graph in every
 * release, which the tests pin down by its hash. Streams are consumed from where they stand. All methods run in time
 * proportional to nodes and arcs unless they say otherwise, and are thread-safe as long as each thread brings its own
 * stream.
 */
@Export
@Version("1.0.0")
package org.einfluss.graph.generate;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
