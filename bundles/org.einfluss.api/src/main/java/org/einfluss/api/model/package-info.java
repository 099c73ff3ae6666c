/**
 * How influence spreads: models, and all that surrounds one run of them.
 *
 * <p>A model:
 *
 * <ol>
 *   <li>Two states, and nobody goes back: extend {@link org.einfluss.api.model.CascadeModel} and write one
 *       {@link org.einfluss.api.model.CascadeModel.Rule}, which is called once for each newly active node. Anything else: implement
 *       {@link org.einfluss.api.model.Model}, whose {@code bind} makes a {@link org.einfluss.api.model.Simulation}.
 *   <li>Allocate all arrays in {@code bind}; undo in {@code begin} what the last run changed. A run allocates nothing.
 *   <li>Draw from the {@link org.einfluss.api.model.Run} alone: {@code coin} by arc and attempt, {@code uniform} by node, {@code stream} in
 *       order. Then the same key gives the same numbers, on any machine and for any number of threads.
 *   <li>Tell each change by {@code run.event}, and ask {@code run.checkCancelled()} every few thousand visits; a cascade does both for you.
 *   <li>Check it: {@code org.einfluss.tck.ModelContract}. Examples: {@code FadingRumour} (a cascade), {@code ContinuousSir} (events in
 *       continuous time), {@code Deffuant} (opinions) in {@code org.einfluss.example}.
 * </ol>
 *
 * <p>Around it, each in the same five steps of {@link org.einfluss.api}:
 *
 * <ol>
 *   <li>{@link org.einfluss.api.model.Generator} draws a network from parameters and one random stream. Contract {@code GeneratorContract},
 *       example {@code Cliques}.
 *   <li>{@link org.einfluss.api.model.Transform} makes a network into another: roles, weights, layers. Contract {@code TransformContract},
 *       example {@code SecondLayer}.
 *   <li>{@link org.einfluss.api.model.Seeding} chooses who is active from the start: rank once in {@code bind}, choose in every run. Contract
 *       {@code SeedingContract}, example {@code Acquaintances}.
 *   <li>{@link org.einfluss.api.model.Campaign} plans timed pushes into a {@link org.einfluss.api.model.Schedule}. Contract
 *       {@code SeedingContract}, example {@code Waves}.
 *   <li>{@link org.einfluss.api.model.Measure} observes any model by its events. Contract {@code MeasureContract}, example
 *       {@code LastChange}.
 * </ol>
 */
@Export
@Version("1.1.0")
package org.einfluss.api.model;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
