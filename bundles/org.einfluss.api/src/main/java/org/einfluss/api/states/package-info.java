/**
 * Parts for models in which nodes pass through named states: who is where, contacts along arcs, thresholds, rates.
 *
 * <ol>
 *   <li>In steps: all rules look at one {@link org.einfluss.api.states.Population} and propose changes, which it then makes together.
 *       {@link org.einfluss.api.states.Contacts} and {@link org.einfluss.api.states.Chances} say which chances succeed,
 *       {@link org.einfluss.api.states.Thresholds} who has reached a threshold.
 *   <li>In continuous time: {@link org.einfluss.api.states.Pressure} adds up what presses on a node, and a
 *       {@link org.einfluss.math.WeightTree} of rates says who changes next.
 *   <li>Models declared in YAML become Java that uses these parts; "Save as Java" shows how.
 * </ol>
 */
@Export
@Version("1.0.0")
package org.einfluss.api.states;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
