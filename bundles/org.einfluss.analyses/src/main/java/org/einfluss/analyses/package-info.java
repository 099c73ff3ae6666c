/** Analyses of studies that belong to no theory: which policy does best under which assumptions. */
@Export
@Version("1.0.0")
package org.einfluss.analyses;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
