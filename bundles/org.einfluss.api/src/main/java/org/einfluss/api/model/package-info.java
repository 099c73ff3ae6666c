/**
 * How influence spreads: models, and all that surrounds one run of them.
 *
 * <ol>
 *   <li>A progressive two-state model extends {@link org.einfluss.api.model.CascadeModel} and writes one rule; any other
 *       model implements {@link org.einfluss.api.model.Model}.
 *   <li>All arrays are allocated in {@code bind}; a run allocates nothing.
 *   <li>All randomness comes from the {@link org.einfluss.api.model.Run}.
 * </ol>
 */
@Export
@Version("1.1.0")
package org.einfluss.api.model;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
