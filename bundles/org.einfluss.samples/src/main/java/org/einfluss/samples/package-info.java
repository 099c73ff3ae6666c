/** Sample datasets; {@link org.einfluss.samples.SampleLibrary} offers them, also without OSGi. */
@Export
@Version("1.0.0")
package org.einfluss.samples;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
