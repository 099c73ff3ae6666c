/**
 * Measures of a graph's structure: degrees, components, cores, clustering, centrality and distances.
 *
 * <p>Every result is a function of the graph alone (sampled ones: and of the stream's key), the same for any number of
 * threads. Arcs have length 1. Measures whose theory knows no direction say so and look at the {@link
 * org.einfluss.graph.measure.UnderlyingGraph}. A share or mean of nothing is NaN. Long computations ask a {@link
 * java.util.function.BooleanSupplier} whether they were cancelled, and then throw {@link
 * java.util.concurrent.CancellationException}; pass {@code () -> false} where nobody can cancel.
 */
@Export
@Version("1.1.0")
package org.einfluss.graph.measure;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
