/**
 * What every plug-in uses: how a component and its parameters are described, how progress and mistakes are told.
 *
 * <p>A component, of whatever kind, in five steps:
 *
 * <ol>
 *   <li>Choose the interface by what you want to add: a rule of spread, a seeding, a network ({@link org.einfluss.api.model}); an analysis or
 *       a formula ({@link org.einfluss.api.findings}); a file format ({@link org.einfluss.api.data}); an export or a place to compute
 *       ({@link org.einfluss.api.study}); a chart ({@code org.einfluss.charts}).
 *   <li>Write a record of parameters, each with {@link org.einfluss.api.Param}: label, default, range, unit. Form, options, file keys and
 *       checks follow from it. A rule between several parameters belongs into the record's constructor and throws
 *       {@code IllegalArgumentException} with a sentence. Without parameters the record is {@link org.einfluss.api.None}.
 *   <li>Write the class that implements the interface. It keeps nothing in its fields: one object serves all runs.
 *   <li>Annotate it with {@code @Component(service = TheInterface.class)} and {@link org.einfluss.api.Described}. The id stands in results and
 *       never changes.
 *   <li>Let {@code einfluss check-plugin} or the contract of the kind in {@code org.einfluss.tck} tell you what it breaks.
 * </ol>
 *
 * <p>What a user got wrong is told by {@link org.einfluss.api.InputException}: what was expected, what was found, where, what to do. Long work
 * asks {@link org.einfluss.api.Progress#checkCancelled}. The bundle {@code org.einfluss.example} has one of every kind.
 */
@Export
@Version("1.1.0")
package org.einfluss.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
