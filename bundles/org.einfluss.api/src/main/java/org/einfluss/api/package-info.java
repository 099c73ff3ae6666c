/**
 * What every plug-in uses: how a component and its parameters are described, how progress and mistakes are told.
 *
 * <ol>
 *   <li>Write a parameter record; annotate each component with {@link org.einfluss.api.Param}.
 *   <li>Write the component (a model, a seeding, an analysis ...) and annotate it with
 *       {@link org.einfluss.api.Described}.
 *   <li>Register it with {@code @Component(service = ...)}.
 * </ol>
 */
@Export
@Version("1.1.0")
package org.einfluss.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
