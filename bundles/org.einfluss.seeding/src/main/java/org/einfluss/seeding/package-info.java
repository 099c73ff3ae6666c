/** Rules that choose the nodes that are active from the start: at random, by degree, by name. */
@Export
@Version("1.0.0")
package org.einfluss.seeding;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
