/** Outcomes: tables and figures, and the pure functions that compute them from datasets, studies or formulas. */
@Export
@Version("1.1.0")
package org.einfluss.api.findings;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
