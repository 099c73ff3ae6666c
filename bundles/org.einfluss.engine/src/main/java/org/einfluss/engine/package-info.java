/**
 * The façade that every front end calls.
 *
 * <ol>
 *   <li>Make an {@link org.einfluss.engine.Einfluss} of a catalogue and a storage.
 *   <li>{@link org.einfluss.engine.Einfluss#plan plan} an experiment and either run it in memory, or create a study's folder and
 *       run that.
 *   <li>{@link org.einfluss.engine.Einfluss#analyse analyse} the study and {@link org.einfluss.engine.Einfluss#export export} it.
 * </ol>
 */
@Export
@Version("1.0.0")
package org.einfluss.engine;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
