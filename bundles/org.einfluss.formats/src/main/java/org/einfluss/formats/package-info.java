/**
 * Dataset readers, the binary network file with its cache, and datasets kept as folders.
 *
 * <p>To open a file of a known format, call its reader: {@link org.einfluss.formats.EdgeListReader},
 * {@link org.einfluss.formats.GraphMlReader}, {@link org.einfluss.formats.MetisReader},
 * {@link org.einfluss.formats.NominationTableReader}. To keep it under a name, call
 * {@link org.einfluss.formats.DatasetImport}; a {@link org.einfluss.formats.HomeLibrary} then offers it.
 */
@Export
@Version("1.0.0")
package org.einfluss.formats;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
