/** Studies as Parquet files, by DuckDB; {@link org.einfluss.store.ParquetStorage} names the columns. */
@Export
@Version("1.0.0")
package org.einfluss.store;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
