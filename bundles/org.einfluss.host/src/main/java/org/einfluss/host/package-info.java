/** What is installed, as the engine's plain-Java catalogue; the one place that looks at the service registry. */
@Export
@Version("1.0.0")
package org.einfluss.host;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
