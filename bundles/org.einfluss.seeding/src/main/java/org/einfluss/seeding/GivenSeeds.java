package org.einfluss.seeding;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.model.Seeding;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Takes the nodes that the user names.
 *
 * <p>Where the network has a column of names ({@link Network#ID}) they are named by it, otherwise by number, from 0. Naming a node
 * twice is a mistake.
 */
@Component(service = Seeding.class)
@Described(id = "given", name = "Given nodes", summary = "The nodes named by the user, by label or by number.")
public final class GivenSeeds implements Seeding<GivenSeeds.Parameters> {
    /** For the registry, and for use as a plain library. */
    public GivenSeeds() {}

    /**
     * Parameters of the seeding.
     *
     * @param nodes labels of the nodes; their numbers on networks without labels
     */
    public record Parameters(
            @Param(value = "Nodes", help = "Labels of the nodes, or their numbers from 0 where the network has none")
            List<String> nodes) {
        /** Copies the list. */
        public Parameters {
            nodes = List.copyOf(nodes);
        }
    }

    @Override
    public Seeds bind(Parameters parameters, Network network, Progress progress) {
        Map<String, Integer> byLabel = new HashMap<>();
        for (int v = 0; v < network.nodes(); v++) {
            byLabel.putIfAbsent(network.label(v), v);
        }
        List<String> wanted = parameters.nodes();
        int[] seeds = new int[wanted.size()];
        Map<Integer, String> taken = new HashMap<>();
        for (int i = 0; i < seeds.length; i++) {
            String label = wanted.get(i).strip();
            Integer node = byLabel.get(label);
            if (node == null) {
                throw unknown(label, network);
            }
            if (taken.put(node, label) != null) {
                throw new InputException("Seeding names node '" + label + "' twice; name each seed once");
            }
            seeds[i] = node;
        }
        return always(seeds);
    }

    /** The same seeds in every run. */
    static Seeds always(int[] seeds) {
        return (random, into) -> {
            for (int node : seeds) {
                into.add(node);
            }
        };
    }

    private static InputException unknown(String label, Network network) {
        if (network.nodes() == 0) {
            return new InputException("Seeding names node '" + label + "', but the network has no nodes");
        }
        if (network.nodeColumn(Network.ID).isEmpty()) {
            return new InputException("Seeding names node '" + label
                    + "', but the nodes of this network are numbered from 0 to " + (network.nodes() - 1));
        }
        String nearest = network.label(0);
        for (int v = 1; v < network.nodes(); v++) {
            if (distance(label, network.label(v)) < distance(label, nearest)) {
                nearest = network.label(v);
            }
        }
        return new InputException("The network has no node '" + label + "'; did you mean '" + nearest + "'?");
    }

    /** Levenshtein distance, letter case left out of account. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
