/**
 * The field's standard models, as baselines for theories: independent cascade and linear threshold (D. Kempe, J. Kleinberg and É. Tardos
 * 2003, Maximizing the spread of influence through a social network, doi:10.1145/956750.956769), epidemics, opinions by agents, and Bass
 * diffusion, with their closed forms as calculations.
 */
@Export
@Version("1.0.0")
package org.einfluss.theory.baselines;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
