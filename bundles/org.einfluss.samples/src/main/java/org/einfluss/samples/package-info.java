/** Sample datasets and ready experiments, also without OSGi: {@link SampleLibrary}, {@link ReadyExperiments}. */
@Export
@Version("1.0.0")
package org.einfluss.samples;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
