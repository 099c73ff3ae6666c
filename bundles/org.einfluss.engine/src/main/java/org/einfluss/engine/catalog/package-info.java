/** The catalogue: every contributed component by kind and id, and the datasets on offer. */
@Export
@Version("1.0.0")
package org.einfluss.engine.catalog;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
