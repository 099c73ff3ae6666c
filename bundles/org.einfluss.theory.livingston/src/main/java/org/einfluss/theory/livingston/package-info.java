/**
 * What the eight theories of influence that G. Livingston listed need beyond the models of other bundles: unequal activity, trust won by conversation,
 * leaderboards and how they are gamed, deletion and the protest against it, and who gets the credit for a cascade.
 */
@Export
@Version("1.0.0")
package org.einfluss.theory.livingston;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
