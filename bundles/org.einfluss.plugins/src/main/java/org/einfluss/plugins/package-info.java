/**
 * Plug-ins while the product runs: jars, single Java files, and other texts that a {@link org.einfluss.plugins.SourceTranslator} turns
 * into Java.
 *
 * <ol>
 *   <li>A front end asks {@link org.einfluss.plugins.Plugins#folder} for the plug-ins of a home and calls
 *       {@link org.einfluss.plugins.PluginFolder#refresh} before it takes a catalogue; from then on what lies in the folder is live.
 *   <li>What could not be brought to life is told as a list of {@link org.einfluss.plugins.Problem}, each with its place.
 *   <li>A tool that looks at one file alone compiles it by {@link org.einfluss.plugins.Plugins#compile}, or has its components by
 *       {@link org.einfluss.plugins.Plugins#load}.
 * </ol>
 */
@Export
@Version("1.1.0")
package org.einfluss.plugins;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
