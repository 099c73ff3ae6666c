/** Studies: the resolved plan of an experiment, how it is run, stored and read, and the estimates drawn from it. */
@Export
@Version("1.2.0")
package org.einfluss.api.study;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
