/**
 * Graphs and networks: who can influence whom, with typed data on nodes and arcs.
 *
 * <p>A {@link org.einfluss.graph.Graph} is structure only, immutable and on primitive arrays. A {@link
 * org.einfluss.graph.Network} adds columns, layers and facts. Graphs are made by {@link
 * org.einfluss.graph.GraphBuilder} from arcs in any order, or drawn by the generators of {@code
 * org.einfluss.graph.generate}.
 *
 * <p>An arc u→v means that u can influence v; an undirected edge is two arcs.
 */
@Export
@Version("1.2.0")
package org.einfluss.graph;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
