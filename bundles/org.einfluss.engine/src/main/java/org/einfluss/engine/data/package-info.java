/** Datasets made from others by transforms: what was done, in which order, and how it is taken back. */
@Version("1.0.0")
@Export
package org.einfluss.engine.data;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
