/**
 * Models declared in YAML: states, rules, parameters.
 *
 * <ol>
 *   <li>{@link org.einfluss.plugins.declared.DeclaredModels} takes a text to Java, or to a list of mistakes with their places.
 *   <li>{@code Declaration} is what a text says; {@code DeclarationReader} reads and checks it; {@code JavaWriter} writes the Java, with
 *       {@code StepsWriter} or {@code EventsWriter} for its kind of time.
 *   <li>What the Java is made of are the parts in {@link org.einfluss.api.states}.
 * </ol>
 */
@Export
@Version("1.0.0")
package org.einfluss.plugins.declared;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
