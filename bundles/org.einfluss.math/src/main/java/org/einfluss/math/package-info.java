/**
 * Random numbers, samplers, primitive collections and running statistics: the arithmetic that every other bundle stands
 * on.
 *
 * <p>Everything random is a pure function of a 64-bit key. {@link org.einfluss.math.Keys} derives keys, {@link
 * org.einfluss.math.RandomStream} draws sequentially from one, {@link org.einfluss.math.Coins} answers "the number at
 * this counter" without any state. The values produced are part of the product's file format: they never change between
 * releases, and they are the same bit for bit on every Java virtual machine (only {@link java.lang.StrictMath} is used
 * for log, exp and pow).
 */
@Export
@Version("1.1.0")
package org.einfluss.math;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
