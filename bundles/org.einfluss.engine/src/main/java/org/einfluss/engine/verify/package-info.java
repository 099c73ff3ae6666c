/**
 * Known numbers that bundles ship beside their components, and how what is computed is compared with them.
 *
 * <p>The format of {@code oracles.json} is described in the engine's README.
 */
@Export
@Version("1.0.0")
package org.einfluss.engine.verify;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
