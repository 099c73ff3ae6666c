/** Studies: the folder that holds them, their digest, the estimates drawn from them, and analyses of general use. */
@Export
@Version("1.0.0")
package org.einfluss.engine.study;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
