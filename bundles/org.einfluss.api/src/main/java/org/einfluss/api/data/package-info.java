/**
 * Datasets: a network, its logs, where it came from, and how they are read and written.
 *
 * <p>A format:
 *
 * <ol>
 *   <li>Implement {@link org.einfluss.api.data.DatasetReader}; name the extensions. What a file cannot say (which way influence goes) is a
 *       parameter without default.
 *   <li>Read from the {@link org.einfluss.api.data.Source}; refuse a mistake with its line and column
 *       ({@link org.einfluss.api.InputException.Place}); tell the {@link org.einfluss.api.data.ImportReport} what was dropped.
 *   <li>Number the nodes in an order that does not depend on the order of lines; keep names in the column {@code id}.
 *   <li>Where files are to be written too, implement {@link org.einfluss.api.data.DatasetWriter}, and read back what you wrote.
 *   <li>Check both: {@code org.einfluss.tck.DatasetFormatContract}. Examples: {@code ArrowsReader}, {@code ArrowsWriter} in
 *       {@code org.einfluss.example}.
 * </ol>
 *
 * <p>Datasets that come with a plug-in: implement {@link org.einfluss.api.data.DatasetLibrary}; each has a
 * {@link org.einfluss.api.data.DatasetDescriptor} with source, licence, citations and caveats. Example: {@code ExampleDatasets}.
 */
@Export
@Version("1.4.0")
package org.einfluss.api.data;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
