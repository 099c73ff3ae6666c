/** Workbooks of studies in the format of Excel, as an {@link org.einfluss.api.study.Export}. */
@Export
@Version("1.0.0")
package org.einfluss.excel;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
