/** Experiments: their files, their designs, and how they become plans. */
@Export
@Version("1.0.0")
package org.einfluss.engine.experiment;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
