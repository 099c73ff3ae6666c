/**
 * The contract of every extension point as a JUnit test to extend.
 *
 * <ol>
 *   <li>Put {@code org.einfluss.tck} and JUnit 5 on the test class path.
 *   <li>Extend the contract of your extension point and say what is to be tested:
 *       <pre>{@code
 * class MyModelContractTest extends ModelContract {
 *     @Override
 *     protected Model<?> model() {
 *         return new MyModel();
 *     }
 * }
 * }</pre>
 *   <li>A parameter without default, a network that needs a column, a trait that you claim: override {@code settings},
 *       {@code equip}, {@code traits}.
 *   <li>A broken clause says what was expected, what was found and what to do. Keys differ from run to run and are printed;
 *       {@code -Deinfluss.tck.key=…} repeats one.
 * </ol>
 *
 * <p>The same clauses without JUnit are in {@link org.einfluss.tck.check}.
 */
@Export
@Version("1.1.0")
package org.einfluss.tck;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
