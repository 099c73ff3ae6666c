/**
 * Analyses of studies that serve every theory: they look at any variable of any model.
 *
 * <p>To add one: 1. a public final class that implements {@link org.einfluss.api.findings.StudyAnalysis}, with {@code @Component} and
 * {@code @Described}; 2. its parameters as a record; 3. a test that extends {@code AnalysisContract}, and one against numbers known in
 * closed form; 4. its labels in {@code messages_de.properties}.
 */
@Export
@Version("1.0.0")
package org.einfluss.analyses;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
