/** For authors of plug-ins: templates to begin with, and the check of what they have written. */
@Export
@Version("1.0.0")
package org.einfluss.sdk;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
