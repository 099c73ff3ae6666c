/** Parameter schemas: what a parameter record says about itself, and how it is bound from what a user gave. */
@Export
@Version("1.0.0")
package org.einfluss.engine.parameters;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
