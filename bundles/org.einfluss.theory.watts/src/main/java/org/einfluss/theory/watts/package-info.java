/**
 * Threshold cascades after Watts (2002): the model, its closed forms on random networks, and the analyses that set simulated
 * cascades against them.
 *
 * <p>Sources: D. J. Watts 2002, A simple model of global cascades on random networks, PNAS 99(9):5766–5771,
 * doi:10.1073/pnas.082090499; J. P. Gleeson and D. J. Cahalane 2007, Seed size strongly affects cascades on random networks,
 * Phys. Rev. E 75:056103, doi:10.1103/PhysRevE.75.056103; D. J. Watts and P. S. Dodds 2007, Influentials, networks, and public opinion
 * formation, J. Consumer Research 34:441–458, doi:10.1086/518527; E. Bakshy, J. M. Hofman, W. A. Mason and D. J. Watts 2011, Everyone's an
 * influencer, WSDM, doi:10.1145/1935826.1935845; S. Goel, A. Anderson, J. Hofman and D. J. Watts 2016, The structural virality of online
 * diffusion, Management Science 62:180–196, doi:10.1287/mnsc.2015.2158; B. W. Turnbull 1976, The empirical distribution function with
 * arbitrarily grouped, censored and truncated data, J. Royal Statistical Society B 38:290–295, doi:10.1111/j.2517-6161.1976.tb01597.x.
 */
@Export
@Version("1.0.0")
package org.einfluss.theory.watts;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
