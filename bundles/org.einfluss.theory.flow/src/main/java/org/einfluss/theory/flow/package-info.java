/**
 * Flow of influence and critical connectors: contagion that asks for different sources and tires of repeated pushes, who bridges a
 * network, and to whom an adoption is credited.
 *
 * <p>The models: {@link org.einfluss.theory.flow.SourceDiverseContagion} (our operationalisation), and beside it the plain ones it is to
 * be compared with, {@link org.einfluss.theory.flow.ComplexContagion} (D. Centola and M. Macy 2007, doi:10.1086/521848) and
 * {@link org.einfluss.theory.flow.StructuralDiversity} (J. Ugander et al. 2012, doi:10.1073/pnas.1116502109). Bridging is that of T. W.
 * Valente and K. Fujimoto 2010, doi:10.1016/j.socnet.2010.03.003.
 */
@Export
@Version("1.0.0")
package org.einfluss.theory.flow;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
