/** Network generators as components, over the algorithms of {@code org.einfluss.graph.generate}, and the summary of a network. */
@Export
@Version("1.0.0")
package org.einfluss.networks;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
