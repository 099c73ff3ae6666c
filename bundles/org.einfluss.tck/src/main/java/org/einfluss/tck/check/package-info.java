/** The contract of every extension point in plain Java: clauses that are checked one by one and say what to do. */
@Export
@Version("1.1.0")
package org.einfluss.tck.check;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
