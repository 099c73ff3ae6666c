/** Running: the keys of all random numbers, the execution of shards, the local runner, the stopping rule, the cost estimate. */
@Export
@Version("1.0.0")
package org.einfluss.engine.run;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
