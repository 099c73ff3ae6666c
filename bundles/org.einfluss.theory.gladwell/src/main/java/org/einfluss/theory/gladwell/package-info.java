/**
 * Gladwell's Tipping Point as models and tests: the law of the few (connectors, mavens, salesmen), stickiness, the power of context,
 * and how to tell a tipping point from an ordinary S-curve.
 *
 * <p>M. Gladwell 2000, The Tipping Point: How Little Things Can Make a Big Difference, is a popular book without mathematics. Everything
 * here is our operationalisation; where it follows measured scales (market mavens: L. F. Feick and L. L. Price 1987,
 * doi:10.1177/002224298705100107) the classes say so.
 */
@Export
@Version("1.0.0")
package org.einfluss.theory.gladwell;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
