package org.einfluss.tck.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.math.Keys;
import org.einfluss.math.RandomStream;

/** Networks on which components are checked: the edges of what can occur, and a few ordinary ones. */
public final class SampleNetworks {
    static final String ISOLATED = "isolated nodes";

    private SampleNetworks() {}

    /** Returns small networks by what they are, among them the empty one. */
    public static Map<String, Network> small() {
        Map<String, Network> networks = new LinkedHashMap<>();
        networks.put("an empty graph", Network.of(Graph.empty(0)));
        networks.put("a single node", Network.of(Graph.empty(1)));
        networks.put(ISOLATED, Network.of(Graph.empty(7)));
        networks.put("a disconnected graph", disconnected());
        networks.put("a complete graph", complete(12));
        networks.put("a path", path(20));
        networks.put("an undirected graph", random(false, 60, 120));
        networks.put("a directed graph", random(true, 60, 240));
        return Collections.unmodifiableMap(networks);
    }

    /** Returns an undirected random graph of 20,000 nodes with mean degree 6. */
    public static Network large() {
        return random(false, 20_000, 60_000);
    }

    private static Network disconnected() {
        GraphBuilder graph = new GraphBuilder(9, false);
        for (int first = 0; first <= 4; first += 4) {
            graph.add(first, first + 1);
            graph.add(first + 1, first + 2);
            graph.add(first + 2, first);
            graph.add(first + 2, first + 3);
        }
        return Network.of(graph.build().graph()); // node 8 is isolated
    }

    private static Network complete(int nodes) {
        GraphBuilder graph = new GraphBuilder(nodes, false);
        for (int u = 0; u < nodes; u++) {
            for (int v = u + 1; v < nodes; v++) {
                graph.add(u, v);
            }
        }
        return Network.of(graph.build().graph());
    }

    private static Network path(int nodes) {
        GraphBuilder graph = new GraphBuilder(nodes, false);
        for (int u = 1; u < nodes; u++) {
            graph.add(u - 1, u);
        }
        return Network.of(graph.build().graph());
    }

    private static Network random(boolean directed, int nodes, int ties) {
        RandomStream random = new RandomStream(Keys.of("sample network"));
        GraphBuilder graph = new GraphBuilder(nodes, directed);
        for (int i = 0; i < ties; i++) {
            graph.add(random.nextInt(nodes), random.nextInt(nodes));
        }
        return Network.of(graph.build().graph());
    }
}
