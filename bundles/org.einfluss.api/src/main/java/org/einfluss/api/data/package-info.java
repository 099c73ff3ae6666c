/** Datasets: a network, its logs, where it came from, and how they are read and written. */
@Export
@Version("1.2.0")
package org.einfluss.api.data;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
